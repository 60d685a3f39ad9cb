// SPDX-License-Identifier: MIT
#include "support/trial.h"

#include "base/calendar.h"
#include "day/day.h"

#include <check.h>
#include <string.h>

City *trial_prepare(Trial *trial) {
    memset(trial, 0, sizeof *trial);
    trial->experiment = (Experiment){.id = "trial",
                                     .title_zh = "试",
                                     .title_en = "Trial",
                                     .file = "trial",
                                     .city = *made_up_city(&trial->made),
                                     .start_day = calendar_day(2022, 1, 1),
                                     .years = 1,
                                     .base_year = 2022,
                                     .seed = 1,
                                     .replicates = 1,
                                     .scale = 1};
    return &trial->experiment.city;
}

static void assert_fine(const Trial *trial, Status status) {
    ck_assert_msg(status == STATUS_OK, "status %d: %s", (int)status,
                  trial->report.count ? trial->report.messages[0] : "no message");
}

void trial_begin(Trial *trial) {
    report_init(&trial->report);
    const Experiment *experiment = &trial->experiment;
    assert_fine(trial, results_init(&trial->results, 2022, experiment->years,
                                    (int)experiment->city.county_count, experiment->scale,
                                    &trial->report));
    assert_fine(trial, simulation_init(&trial->simulation, experiment, 0, NULL, &trial->report));
}

void trial_live(Trial *trial, uint32_t days) {
    for (uint32_t day = 0; day < days; day++)
        assert_fine(trial, simulate_day(&trial->simulation, &trial->results, &trial->report));
}

void trial_live_to_the_end(Trial *trial) {
    trial_live(trial, trial->simulation.days);
}

void trial_end(Trial *trial) {
    simulation_free(&trial->simulation);
    results_free(&trial->results);
    report_free(&trial->report);
}
