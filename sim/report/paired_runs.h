// SPDX-License-Identifier: MIT
// The runs of a comparison: every scenario with the same replicates and the same draws.
#ifndef HXSIM_REPORT_PAIRED_RUNS_H
#define HXSIM_REPORT_PAIRED_RUNS_H

#include "base/team.h"
#include "config/draws.h"
#include "report/difference_tables.h"
#include "report/progress.h"

typedef struct PairedRuns {
    int count;
    Experiment experiment[MOST_SCENARIOS]; // scenario 0 is the base; read by the caller
    Draws draws[MOST_SCENARIOS];
    IndicatorValues values[MOST_SCENARIOS];
    bool interrupted;  // by Ctrl-C, with whole draws kept
    int draws_missing; // then
} PairedRuns;

// Places the draws and takes memory; frees the experiments too.
Status paired_runs_init(PairedRuns *runs, const LeverInfo *levers, int lever_count, Report *report);
void paired_runs_free(PairedRuns *runs);

// Makes the replicates at the central parameters and sums them up. Interrupted, nothing is kept.
Status paired_runs_make_central(PairedRuns *runs, Team *team, Progress *progress, Report *report);

// Makes the draws of one set of runs or of several with as many draws each, and sums them up. After
// Ctrl-C those that are whole in every scenario of all sets are kept and the others counted as
// missing; if there is none: STATUS_INTERRUPTED and a message.
Status paired_runs_make_draws(PairedRuns *const *all, int sets, Team *team, Progress *progress,
                              Report *report);

#endif
