// SPDX-License-Identifier: MIT
// Every value of every indicator of a run: cells (what, where, when, by what), and for each
// replicate one number a cell, NaN where nothing can be divided. What a run says is the mean over
// its replicates, with its standard error.
#ifndef HXSIM_REPORT_INDICATOR_VALUES_H
#define HXSIM_REPORT_INDICATOR_VALUES_H

#include "report/indicator.h"

#include <stddef.h>

typedef struct IndicatorCell {
    int indicator, year; // index in the registry; calendar year
    Scope scope;
} IndicatorCell;

typedef struct IndicatorValues {
    const City *city;
    int first_year, years, replicates;
    IndicatorCell *cells; // ordered by indicator, breakdown, member, place, year
    size_t count;
    double *value;   // [replicates x count]
    double *central; // [count]: mean over the replicates
    // [count]: its standard error, sd / sqrt(replicates); of one replicate, indicator_chance
    double *error;
} IndicatorValues;

// Takes memory for all replicates; every value is NaN.
Status indicator_values_init(IndicatorValues *values, const City *city, int first_year, int years,
                             int replicates, Report *report);
void indicator_values_free(IndicatorValues *values);

// Computes the values of one replicate; means and errors are there after the last.
Status indicator_values_fill(IndicatorValues *values, int replicate, const Results *results,
                             Report *report);

// Means and standard errors from the values of all replicates; NaN if a replicate has none.
void indicator_values_sum_up(IndicatorValues *values);

// Where the value of a replicate stands, or NULL; the mean, or NaN.
double *indicator_values_find(const IndicatorValues *values, int replicate,
                              const IndicatorCell *cell);
double indicator_values_mean(const IndicatorValues *values, const IndicatorCell *cell);
double indicator_values_of(const IndicatorValues *values, const char *indicator, int place,
                           int year);
double indicator_values_error_of(const IndicatorValues *values, const char *indicator, int place,
                                 int year);

// The value below which this share of the replicates lies, between two of them in proportion; NaN
// if a replicate has none.
double indicator_values_quantile(const IndicatorValues *values, size_t cell, double share);

// Which share of the replicates lies below the band that is shown: 0.05 from twenty replicates on;
// of fewer, 0, so that the band ends with the least and the greatest.
double indicator_values_tail(const IndicatorValues *values);

// The id of a place ("huaihua", "hongjiang"), and the place of an id: an index, WHOLE_CITY, or
// NO_PLACE.
enum { NO_PLACE = -2 };
const char *place_id(const City *city, int place);
int place_find(const City *city, const char *id);

#endif
