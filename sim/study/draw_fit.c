// SPDX-License-Identifier: MIT
#include "study/draw_fit.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_multifit.h>
#include <math.h>

static const double LEVEL = 0.05;

typedef struct Fitting {
    const double *result;
    size_t draws;
    const double *const *place;
    const bool *suspected;
    size_t factors, suspects;
    gsl_vector *y, *left;
} Fitting;

static double sum_of_squares(const gsl_vector *vector) {
    double sum = 0;
    for (size_t i = 0; i < vector->size; i++)
        sum += gsl_vector_get(vector, i) * gsl_vector_get(vector, i);
    return sum;
}

// Semipartial correlation: of a factor as it was drawn with what is left, whose mean is 0.
static double correlation_of(const Fitting *fitting, size_t factor) {
    const double *place = fitting->place[factor];
    double mean = 0, product = 0, squares = 0;
    for (size_t i = 0; i < fitting->draws; i++)
        mean += place[i] / (double)fitting->draws;
    for (size_t i = 0; i < fitting->draws; i++) {
        product += (place[i] - mean) * gsl_vector_get(fitting->left, i);
        squares += (place[i] - mean) * (place[i] - mean);
    }
    const double scale = sqrt(squares * sum_of_squares(fitting->left));
    return scale > 0 ? product / scale : 0;
}

static bool is_taken(const DrawFit *fit, size_t factor) {
    for (size_t i = 0; i < fit->count; i++)
        if (fit->term[i].factor == factor) return true;
    return false;
}

// The chance that the best of the factors like this one shows as much and means nothing:
// t = r sqrt(df / (1 - r^2)), two-sided, times how many there are.
static double chance_of(const Fitting *fitting, const DrawFit *fit, size_t factor) {
    const double freedom = (double)fitting->draws - (double)fit->count - 2;
    const double r = fabs(correlation_of(fitting, factor));
    const double t = r < 1 ? r * sqrt(freedom / (1 - r * r)) : INFINITY;
    const size_t alike =
        fitting->suspected[factor] ? fitting->suspects : fitting->factors - fitting->suspects;
    return 2 * gsl_cdf_tdist_Q(t, freedom) * (double)alike;
}

// The factor that is least likely to be chance; false if even it may be.
static bool next_factor(const Fitting *fitting, const DrawFit *fit, size_t *best) {
    double least = LEVEL / 2;
    bool found = false;
    for (size_t factor = 0; factor < fitting->factors; factor++) {
        if (is_taken(fit, factor)) continue;
        const double chance = chance_of(fitting, fit, factor);
        if (chance >= least) continue;
        least = chance;
        *best = factor;
        found = true;
    }
    return found;
}

// Fits all terms anew: slopes, and what is left.
static Status refit(Fitting *fitting, DrawFit *fit, Report *report) {
    const size_t terms = fit->count + 1;
    gsl_matrix *x = gsl_matrix_alloc(fitting->draws, terms);
    gsl_matrix *covariance = gsl_matrix_alloc(terms, terms);
    gsl_vector *slope = gsl_vector_alloc(terms);
    gsl_multifit_linear_workspace *work = gsl_multifit_linear_alloc(fitting->draws, terms);
    Status status = STATUS_NO_MEMORY;
    if (x && covariance && slope && work) {
        for (size_t i = 0; i < fitting->draws; i++) {
            gsl_matrix_set(x, i, 0, 1);
            for (size_t k = 0; k < fit->count; k++)
                gsl_matrix_set(x, i, k + 1, fitting->place[fit->term[k].factor][i] - 0.5);
        }
        double squares;
        gsl_multifit_linear(x, fitting->y, slope, covariance, &squares, work);
        gsl_multifit_linear_residuals(x, fitting->y, slope, fitting->left);
        for (size_t k = 0; k < fit->count; k++)
            fit->term[k].slope = gsl_vector_get(slope, k + 1);
        status = STATUS_OK;
    }
    if (status != STATUS_OK) report_problem(report, status, "no memory for a linear fit");
    gsl_matrix_free(x);
    gsl_matrix_free(covariance);
    gsl_vector_free(slope);
    gsl_multifit_linear_free(work);
    return status;
}

static Status fit_all(Fitting *fitting, DrawFit *fit, Report *report) {
    Status status = refit(fitting, fit, report); // on the mean alone
    const double whole = status == STATUS_OK ? sum_of_squares(fitting->left) : 0;
    size_t factor;
    while (status == STATUS_OK && whole > 0 && fit->count < MOST_FIT_TERMS &&
           fit->count + 3 < fitting->draws && next_factor(fitting, fit, &factor)) {
        const double before = sum_of_squares(fitting->left);
        FitTerm *term = &fit->term[fit->count++];
        *term = (FitTerm){.factor = factor};
        status = refit(fitting, fit, report);
        term->share = (before - sum_of_squares(fitting->left)) / whole;
    }
    return status;
}

Status draw_fit(DrawFit *fit, const double *result, size_t draws, const double *const *place,
                const bool *suspected, size_t factors, Report *report) {
    *fit = (DrawFit){.count = 0};
    Fitting fitting = {.result = result,
                       .draws = draws,
                       .place = place,
                       .suspected = suspected,
                       .factors = factors};
    bool varies = false;
    for (size_t i = 0; i < draws; i++) {
        if (!isfinite(result[i])) return STATUS_OK;
        varies = varies || result[i] != result[0];
    }
    if (!varies || draws < 4) return STATUS_OK;
    for (size_t i = 0; i < factors; i++)
        fitting.suspects += suspected[i];
    fitting.y = gsl_vector_alloc(draws);
    fitting.left = gsl_vector_alloc(draws);
    Status status = fitting.y && fitting.left
                        ? STATUS_OK
                        : report_problem(report, STATUS_NO_MEMORY, "no memory for a linear fit");
    if (status == STATUS_OK) {
        for (size_t i = 0; i < draws; i++)
            gsl_vector_set(fitting.y, i, result[i]);
        status = fit_all(&fitting, fit, report);
    }
    gsl_vector_free(fitting.y);
    gsl_vector_free(fitting.left);
    return status;
}
