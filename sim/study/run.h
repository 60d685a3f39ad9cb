// SPDX-License-Identifier: MIT
// Runs one replicate of an experiment from the warm-up to the last day.
#ifndef HXSIM_STUDY_RUN_H
#define HXSIM_STUDY_RUN_H

#include "base/status.h"
#include "base/team.h"
#include "config/experiment.h"
#include "day/results.h"

// What a run cost, for benchmarks; never part of results.
typedef struct RunCost {
    double seconds, seconds_set_up;
    double stage_seconds[16]; // STAGES of day/simulation.h
    uint64_t visits, person_days, persons;
} RunCost;

// Told once a simulated day; returns 0 to stop the run (Ctrl-C).
typedef int (*RunWatcher)(void *context, uint32_t day, uint32_t days);

// Simulates one replicate into `results`, which this function initialises. The team shares the
// work; NULL: the caller alone.
Status run_replicate(const Experiment *experiment, int replicate, Team *team, Results *results,
                     RunCost *cost, RunWatcher watch, void *context, Report *report);

#endif
