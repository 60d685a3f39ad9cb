// SPDX-License-Identifier: MIT
// Differences between two scenarios, alternative minus base, in every cell of every indicator.
//
// Both had the same luck (replicates) and the same draws of the parameters, so that a difference is
// paired run by run. Chance is told from what is unknown of the numbers: the standard error is over
// replicates at the central parameters, the bands are over draws.
#ifndef HXSIM_REPORT_DIFFERENCES_H
#define HXSIM_REPORT_DIFFERENCES_H

#include "report/indicator_values.h"

typedef struct Difference {
    double base, alternative; // at the central parameters
    double central, error;    // their difference; its standard error, NaN of one replicate
    double band[BANDS];       // over the draws
    double higher, lower;     // share of the draws in which it is above, below 0
    // Var(difference) / (Var(base) + Var(alternative)), over replicates and over draws: what
    // pairing leaves of the variance of unpaired runs; NaN where nothing varies.
    double chance_ratio, draws_ratio;
} Difference;

// Draws that are whole in both; the values of one cell, one number a whole draw, into `of_draw`
// (room for all draws). Returns how many.
size_t differences_of_draws(const IndicatorValues *base, const IndicatorValues *alternative,
                            size_t cell, double *of_draw);

// Sums up one cell; `scratch` has room for as many numbers as there are draws and replicates.
Difference difference_of(const IndicatorValues *base, const IndicatorValues *alternative,
                         size_t cell, double *scratch);

#endif
