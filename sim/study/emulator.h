// SPDX-License-Identifier: MIT
// What a run would say at a setting at which none was made: a quadratic in the settings, fitted by
// least squares to the runs that were.
//
// Each setting is scaled to -1 (the low end of its range) .. 1. With n settings there are
// 1 + n + n (n + 1) / 2 terms.
#ifndef HXSIM_STUDY_EMULATOR_H
#define HXSIM_STUDY_EMULATOR_H

#include "base/status.h"

#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    MOST_SETTINGS = 8,
    MOST_EMULATOR_TERMS = 1 + MOST_SETTINGS + MOST_SETTINGS * (MOST_SETTINGS + 1) / 2
};

typedef struct Emulator {
    size_t settings, terms;
    gsl_vector *coefficient;
    gsl_matrix *covariance; // of the coefficients
    double left_variance;   // of the runs about the quadratic: chance of a run and lack of fit
    double variance;        // of the runs, before
} Emulator;

size_t emulator_terms(size_t settings);

// Fits runs: setting [runs x settings], result [runs]. STATUS_INVALID if there are no more runs
// than terms, or a result is not a number.
Status emulator_fit(Emulator *emulator, const double *setting, const double *result, size_t runs,
                    size_t settings, Report *report);
void emulator_free(Emulator *emulator);

// The result expected at a setting, and the variance of what a run there would say: that of the
// fitted mean and of the runs about it.
double emulator_at(const Emulator *emulator, const double *setting, double *variance);

#endif
