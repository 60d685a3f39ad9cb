// SPDX-License-Identifier: MIT
#include "day/results.h"

#include <stdlib.h>

static Status year_init(YearResults *year, const Results *results, Report *report) {
    year->county = report_calloc(report, (size_t)results->shards, sizeof *year->county);
    year->heads = report_calloc(report, (size_t)results->counties, sizeof *year->heads);
    year->capacity = report_calloc(report, (size_t)results->counties + 1, sizeof *year->capacity);
    year->ledger = report_calloc(report, 1, sizeof *year->ledger);
    year->fund = report_calloc(report, FUND_COUNT, sizeof *year->fund);
    year->operations = report_calloc(report, 1, sizeof *year->operations);
    year->prices = report_calloc(report, 1, sizeof *year->prices);
    const int whole = year->county && year->heads && year->capacity && year->ledger &&
                      year->fund && year->operations && year->prices;
    return whole ? STATUS_OK : STATUS_NO_MEMORY;
}

Status results_init(Results *results, int first_year, int years, int counties, int scale,
                    Report *report) {
    *results = (Results){.first_year = first_year,
                         .years = years,
                         .months = 12 * years,
                         .counties = counties,
                         .shards = counties + 1,
                         .scale = scale};
    results->year = report_calloc(report, (size_t)years, sizeof *results->year);
    results->month = report_calloc(report, (size_t)results->months, sizeof *results->month);
    if (!results->year || !results->month) return STATUS_NO_MEMORY;
    for (int y = 0; y < years; y++) {
        const Status status = year_init(&results->year[y], results, report);
        if (status != STATUS_OK) return status;
    }
    return STATUS_OK;
}

void results_free(Results *results) {
    for (int y = 0; results->year && y < results->years; y++) {
        free(results->year[y].county);
        free(results->year[y].heads);
        free(results->year[y].capacity);
        free(results->year[y].ledger);
        free(results->year[y].fund);
        free(results->year[y].operations);
        free(results->year[y].prices);
    }
    free(results->year);
    free(results->month);
    *results = (Results){0};
}

// Heads are whole numbers throughout, so they add up as one row.
enum { HEADS_NUMBERS = sizeof(Heads) / sizeof(int64_t) };
_Static_assert(sizeof(Heads) % sizeof(int64_t) == 0, "heads are nothing but whole numbers");

void heads_add(Heads *sum, const Heads *heads) {
    int64_t *to = (int64_t *)sum;
    const int64_t *from = (const int64_t *)heads;
    for (int i = 0; i < HEADS_NUMBERS; i++)
        to[i] += from[i];
}

Heads heads_half(const Heads *heads) {
    Heads half = *heads;
    int64_t *number = (int64_t *)&half;
    for (int i = 0; i < HEADS_NUMBERS; i++)
        number[i] /= 2;
    return half;
}
