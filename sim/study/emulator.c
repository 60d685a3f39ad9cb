// SPDX-License-Identifier: MIT
#include "study/emulator.h"

#include <gsl/gsl_multifit.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

size_t emulator_terms(size_t settings) {
    return 1 + settings + settings * (settings + 1) / 2;
}

static void fill_terms(double *term, const double *setting, size_t settings) {
    size_t count = 0;
    term[count++] = 1;
    for (size_t i = 0; i < settings; i++)
        term[count++] = setting[i];
    for (size_t i = 0; i < settings; i++)
        for (size_t k = i; k < settings; k++)
            term[count++] = setting[i] * setting[k];
}

static Status check(const double *result, size_t runs, size_t terms, Report *report) {
    if (runs <= terms)
        return report_problem(report, STATUS_INVALID,
                              "%zu runs cannot tell %zu terms of a quadratic; make more", runs,
                              terms);
    for (size_t i = 0; i < runs; i++)
        if (!isfinite(result[i]))
            return report_problem(report, STATUS_INVALID, "run %zu has no value", i + 1);
    return STATUS_OK;
}

Status emulator_fit(Emulator *emulator, const double *setting, const double *result, size_t runs,
                    size_t settings, Report *report) {
    const size_t terms = emulator_terms(settings);
    *emulator = (Emulator){.settings = settings, .terms = terms};
    const Status status = check(result, runs, terms, report);
    if (status != STATUS_OK) return status;
    gsl_matrix *matrix = gsl_matrix_alloc(runs, terms);
    gsl_multifit_linear_workspace *work = gsl_multifit_linear_alloc(runs, terms);
    emulator->coefficient = gsl_vector_alloc(terms);
    emulator->covariance = gsl_matrix_alloc(terms, terms);
    const bool whole = matrix && work && emulator->coefficient && emulator->covariance;
    if (whole) {
        const gsl_vector_const_view results = gsl_vector_const_view_array(result, runs);
        double squares;
        for (size_t i = 0; i < runs; i++)
            fill_terms(gsl_matrix_ptr(matrix, i, 0), setting + i * settings, settings);
        gsl_multifit_linear(matrix, &results.vector, emulator->coefficient, emulator->covariance,
                            &squares, work);
        emulator->left_variance = squares / (double)(runs - terms);
        emulator->variance = gsl_stats_variance(result, 1, runs);
    }
    if (matrix) gsl_matrix_free(matrix);
    if (work) gsl_multifit_linear_free(work);
    return whole ? STATUS_OK : STATUS_NO_MEMORY;
}

void emulator_free(Emulator *emulator) {
    if (emulator->coefficient) gsl_vector_free(emulator->coefficient);
    if (emulator->covariance) gsl_matrix_free(emulator->covariance);
    *emulator = (Emulator){0};
}

double emulator_at(const Emulator *emulator, const double *setting, double *variance) {
    double term[MOST_EMULATOR_TERMS], mean, error;
    fill_terms(term, setting, emulator->settings);
    const gsl_vector_const_view terms = gsl_vector_const_view_array(term, emulator->terms);
    gsl_multifit_linear_est(&terms.vector, emulator->coefficient, emulator->covariance, &mean,
                            &error);
    *variance = error * error + emulator->left_variance;
    return mean;
}
