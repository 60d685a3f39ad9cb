// SPDX-License-Identifier: MIT
// The draws of a run: one run for each, at the scale of the draws, into the values of indicators.
#ifndef HXSIM_REPORT_RUN_DRAWS_H
#define HXSIM_REPORT_RUN_DRAWS_H

#include "base/team.h"
#include "config/draws.h"
#include "report/indicator_values.h"
#include "report/progress.h"

// Whoever waits for the draws, and how far the whole of it was before them (0-1).
typedef struct DrawsWatch {
    Progress *progress;
    double before;
} DrawsWatch;

// Runs them all, and the central parameters at the scale of the draws if that is another one. After
// Ctrl-C the draws that are whole are kept: STATUS_INTERRUPTED without a message if there is any
// besides the central one, with one if there is none.
Status run_draws(IndicatorValues *values, const Experiment *experiment, const Draws *draws,
                 Team *team, DrawsWatch *watch, Report *report);

// Share of the work of a run that its central replicates are.
double run_draws_share_before(const Experiment *experiment);

// Which value each number had in each whole draw: a row for each number.
Status run_draws_write(const IndicatorValues *values, const Draws *draws, const char *path,
                       Report *report);

#endif
