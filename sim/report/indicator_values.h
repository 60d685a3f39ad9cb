// SPDX-License-Identifier: MIT
// Every value of every indicator of a run: cells (what, where, when, by what), and for each
// replicate one number a cell, NaN where nothing can be divided.
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
    double *value; // [replicates x count]
} IndicatorValues;

// Takes memory for all replicates; every value is NaN.
Status indicator_values_init(IndicatorValues *values, const City *city, int first_year, int years,
                             int replicates, Report *report);
void indicator_values_free(IndicatorValues *values);

// Computes the values of one replicate.
Status indicator_values_fill(IndicatorValues *values, int replicate, const Results *results,
                             Report *report);

// Where the value of a replicate stands, and the value of the first; NULL and NaN if there is none.
double *indicator_values_find(const IndicatorValues *values, int replicate,
                              const IndicatorCell *cell);
double indicator_values_of(const IndicatorValues *values, const char *indicator, int place,
                           int year);

// The value below which this share of the replicates lies, between two of them in proportion; NaN
// if a replicate has none.
double indicator_values_quantile(const IndicatorValues *values, size_t cell, double share);

// The id of a place ("huaihua", "hongjiang"), and the place of an id: an index, WHOLE_CITY, or
// NO_PLACE.
enum { NO_PLACE = -2 };
const char *place_id(const City *city, int place);
int place_find(const City *city, const char *id);

#endif
