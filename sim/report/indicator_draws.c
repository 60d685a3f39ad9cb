// SPDX-License-Identifier: MIT
#include "report/indicator_draws.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const double band_shares[BANDS] = {0.05, 0.25, 0.5, 0.75, 0.95};
const char *const band_names[BANDS] = {"p05", "p25", "p50", "p75", "p95"};

int compare_numbers(const void *a, const void *b) {
    const double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

double quantile_of_sorted(const double *sorted, size_t count, double share) {
    const double at = share * (double)(count - 1);
    const size_t below = (size_t)at;
    const size_t above = below + 1 < count ? below + 1 : below;
    return sorted[below] + (at - (double)below) * (sorted[above] - sorted[below]);
}

Status indicator_values_expect_draws(IndicatorValues *values, int draws, Report *report) {
    const size_t numbers = values->count * (size_t)(draws + 1);
    values->draws = draws;
    values->draw = report_calloc(report, numbers, sizeof *values->draw);
    values->draw_is_whole = report_calloc(report, (size_t)draws + 1, sizeof *values->draw_is_whole);
    values->spread = report_calloc(report, values->count, sizeof *values->spread);
    bool whole = values->draw && values->draw_is_whole && values->spread;
    for (int b = 0; b < BANDS; b++) {
        values->band[b] = report_calloc(report, values->count, sizeof *values->band[b]);
        whole = whole && values->band[b];
    }
    if (!whole) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < numbers; i++)
        values->draw[i] = NAN;
    for (size_t i = 0; i < values->count; i++) {
        values->spread[i] = NAN;
        for (int b = 0; b < BANDS; b++)
            values->band[b][i] = NAN;
    }
    return STATUS_OK;
}

void indicator_values_forget_draws(IndicatorValues *values) {
    free(values->draw);
    free(values->draw_is_whole);
    free(values->spread);
    for (int b = 0; b < BANDS; b++)
        free(values->band[b]);
}

Status indicator_values_fill_draw(IndicatorValues *values, int draw, const Results *results,
                                  Report *report) {
    double *row = values->draw + (size_t)draw * values->count;
    const Status status = indicator_values_row(values, results, row, NULL, report);
    values->draw_is_whole[draw] = status == STATUS_OK;
    return status;
}

void indicator_values_share_reference(IndicatorValues *values) {
    memcpy(values->draw, values->value, values->count * sizeof *values->draw);
    values->draw_is_whole[0] = true;
}

double indicator_values_of_draw(const IndicatorValues *values, int draw, size_t cell) {
    if (!values->draw_is_whole[draw]) return NAN;
    const double value = values->draw[(size_t)draw * values->count + cell];
    const double reference = values->draw[cell], central = values->central[cell];
    if (isnan(reference) && isnan(central)) return value; // there is no line to be apart from
    return indicator_ten_digits(central + (value - reference));
}

int indicator_values_whole_draws(const IndicatorValues *values) {
    int whole = 0;
    for (int draw = 1; draw <= values->draws; draw++)
        whole += values->draw_is_whole[draw];
    return whole;
}

// A cell that some draw has no value for has no band: what is left would be a choice among draws.
static void sum_up_cell(IndicatorValues *values, size_t cell, double *sorted, int whole) {
    size_t count = 0;
    double sum = 0, squares = 0;
    for (int draw = 1; draw <= values->draws; draw++) {
        const double value = indicator_values_of_draw(values, draw, cell);
        if (!isnan(value)) sorted[count++] = value;
    }
    if (count < (size_t)whole || count == 0) return;
    for (size_t i = 0; i < count; i++)
        sum += sorted[i];
    for (size_t i = 0; i < count; i++)
        squares += (sorted[i] - sum / (double)count) * (sorted[i] - sum / (double)count);
    if (count > 1) values->spread[cell] = indicator_ten_digits(sqrt(squares / (double)(count - 1)));
    qsort(sorted, count, sizeof *sorted, compare_numbers);
    // Moved to the central value by a sum, a draw may land where no run can be.
    const Indicator *indicator = indicator_at(values->cells[cell].indicator);
    for (int b = 0; b < BANDS; b++)
        values->band[b][cell] = indicator_ten_digits(
            indicator_nearest(indicator, quantile_of_sorted(sorted, count, band_shares[b])));
}

Status indicator_values_sum_up_draws(IndicatorValues *values, Report *report) {
    const int whole = indicator_values_whole_draws(values);
    double *sorted = report_calloc(report, (size_t)values->draws + 1, sizeof *sorted);
    if (!sorted) return STATUS_NO_MEMORY;
    for (size_t i = 0; i < values->count; i++)
        sum_up_cell(values, i, sorted, whole);
    free(sorted);
    return STATUS_OK;
}
