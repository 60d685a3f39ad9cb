// SPDX-License-Identifier: MIT
#include "laws/tiny.h"

#include "base/calendar.h"
#include "reforms/lever.h"
#include "study/run.h"

#include <check.h>
#include <string.h>

static void assert_fine(Status status, Report *report) {
    ck_assert_msg(status == STATUS_OK, "status %d: %s", (int)status,
                  report->count ? report->messages[0] : "no message");
    report_free(report);
}

void scenario_read_file(Experiment *experiment, const char *path, const Overrides *overrides) {
    LeverInfo known[MOST_REFORMS];
    Report report;
    report_init(&report);
    for (int i = 0; i < lever_count; i++)
        known[i] = levers[i]->info;
    assert_fine(experiment_read(experiment, path, overrides, known, lever_count, &report), &report);
}

void tiny_read(Experiment *experiment, int years) {
    const Overrides overrides = {.years = years};
    scenario_read_file(experiment, "tests/cities/tiny.cfg", &overrides);
}

Reform *tiny_reform(Experiment *experiment, const char *lever, int from_year, double coverage) {
    int number = 0;
    while (number < lever_count && strcmp(levers[number]->info.name, lever) != 0)
        number++;
    ck_assert_msg(number < lever_count, "there is no lever %s", lever);
    const LeverInfo *info = &levers[number]->info;
    Reform *reform = &experiment->reforms[experiment->reform_count++];
    *reform = (Reform){.lever = number,
                       .start_day = calendar_day(from_year, 1, 1),
                       .end_day = NO_END,
                       .coverage = coverage};
    memset(reform->in_county, 1, experiment->city.county_count);
    for (int i = 0; i < info->parameter_count; i++)
        reform->value[i] = info->parameters[i].central;
    return reform;
}

static int pays_stays(int lever) {
    const char *what = levers[lever]->info.contract_for;
    return what && strcmp(what, "stays") == 0;
}

double tiny_part(int lever, double coverage) {
    int sharing = 0;
    for (int i = 0; i < lever_count; i++)
        sharing += pays_stays(i);
    return pays_stays(lever) ? coverage / sharing : coverage;
}

void tiny_reform_of_a_day(Reform *reform, int year) {
    if (strcmp(levers[reform->lever]->info.name, "outreach_free_clinic") != 0) return;
    reform->start_day = calendar_day(year, 11, 3);
    reform->end_day = reform->start_day + 1;
    reform->ramp_months = 0;
}

void tiny_run(const Experiment *experiment, int replicate, Results *results) {
    Report report;
    RunCost cost;
    report_init(&report);
    assert_fine(run_replicate(experiment, replicate, NULL, results, &cost, NULL, NULL, &report),
                &report);
}
