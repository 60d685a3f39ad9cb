// SPDX-License-Identifier: MIT
#include "study/run.h"

#include "base/calendar.h"
#include "base/wall_clock.h"
#include "day/day.h"
#include "day/simulation.h"

#include <string.h>

static uint64_t persons_of(const Simulation *simulation) {
    uint64_t persons = 0;
    for (int t = 0; t < simulation->residents.townships; t++)
        persons += simulation->residents.township_used[t];
    return persons;
}

static Status run_days(Simulation *simulation, Results *results, RunWatcher watch, void *context,
                       Report *report) {
    for (uint32_t day = 0; day < simulation->days; day++) {
        const Status status = simulate_day(simulation, results, report);
        if (status != STATUS_OK) return status;
        if (watch && !watch(context, day + 1, simulation->days))
            return report_problem(report, STATUS_INTERRUPTED,
                                  "interrupted on day %u of %u; nothing was written", day + 1,
                                  simulation->days);
    }
    return STATUS_OK;
}

Status run_replicate(const Experiment *experiment, int replicate, Team *team, Results *results,
                     RunCost *cost, RunWatcher watch, void *context, Report *report) {
    int year, month, day_of_month;
    calendar_split(experiment->start_day, &year, &month, &day_of_month);

    const double begin = wall_seconds();
    Simulation simulation = {0};
    Status status = results_init(results, year, experiment->years,
                                 (int)experiment->city.county_count, experiment->scale, report);
    if (status == STATUS_OK)
        status = simulation_init(&simulation, experiment, replicate, team, report);
    const double ready = wall_seconds();

    *cost = (RunCost){.seconds_set_up = ready - begin};
    if (status == STATUS_OK) {
        cost->persons = persons_of(&simulation);
        status = run_days(&simulation, results, watch, context, report);
    }
    cost->seconds = wall_seconds() - ready;
    cost->visits = simulation.visits_simulated;
    cost->person_days = cost->persons * simulation.days;
    memcpy(cost->stage_seconds, simulation.seconds, sizeof simulation.seconds);
    simulation_free(&simulation);
    return status;
}
