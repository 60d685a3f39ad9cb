// SPDX-License-Identifier: MIT
// How much of the variance of a result over the draws of the parameters rests on which of them: a
// linear fit on few of many.
//
// There are a thousand factors and some dozens of draws, so that all together fit anything. Factors
// are taken up one by one, the one that goes best with what is left first, and only if its
// correlation with that is beyond what the best of so many that mean nothing would show in one of
// twenty lists (Student's t, level 0.05 shared by Bonferroni: one half by those suspected, one half
// by all others). The correlation is semipartial: the result is cleared of the factors taken up
// before, the factor itself is not. It is never above the partial one, for which t is exact, so
// that a factor akin to one taken up is rather left out. What is left is told as not attributed:
// weaker factors, curvature, interaction, chance.
#ifndef HXSIM_STUDY_DRAW_FIT_H
#define HXSIM_STUDY_DRAW_FIT_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

enum { MOST_FIT_TERMS = 8 };

typedef struct FitTerm {
    size_t factor;
    double share; // of the variance, gained when it was taken up
    double slope; // of the result, from the low to the high end of the factor's law
} FitTerm;

typedef struct DrawFit {
    FitTerm term[MOST_FIT_TERMS];
    size_t count;
} DrawFit;

// Fits `result` [draws] on places in laws: place[factor][draw], strictly between 0 and 1. Nothing
// that does not vary is attributed.
Status draw_fit(DrawFit *fit, const double *result, size_t draws, const double *const *place,
                const bool *suspected, size_t factors, Report *report);

#endif
