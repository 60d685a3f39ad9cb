// SPDX-License-Identifier: MIT
// Every value of every indicator of a run: cells (what, where, when, by what), and for each
// replicate one number a cell, NaN where nothing can be divided. What a run says is the mean over
// its replicates, with its standard error.
#ifndef HXSIM_REPORT_INDICATOR_VALUES_H
#define HXSIM_REPORT_INDICATOR_VALUES_H

#include "report/indicator.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct IndicatorCell {
    int indicator, year; // index in the registry; calendar year
    Scope scope;
} IndicatorCell;

// Quantiles over the draws of the parameters that tables keep.
enum { BAND_05, BAND_25, BAND_50, BAND_75, BAND_95, BANDS };
extern const double band_shares[BANDS];
extern const char *const band_names[BANDS]; // "p05" ...

typedef struct IndicatorValues {
    const City *city;
    int first_year, years, replicates;
    IndicatorCell *cells; // ordered by indicator, breakdown, member, place, year
    size_t count;
    double *value;   // [replicates x count]
    double *central; // [count]: mean over the replicates
    // [count]: its standard error, sd / sqrt(replicates); of one replicate, indicator_chance
    double *error;
    // Of an ensemble over the parameters; without one, `draws` is 0 and these are NULL. What a draw
    // says is the central value plus (the draw - the central one), both at the scale of the draws;
    // bands end where the indicator does (indicator_nearest).
    int draws;           // asked for
    double *draw;        // [draws + 1 x count]: as run; row 0 is at the central parameters
    bool *draw_is_whole; // [draws + 1]; others were interrupted
    double *band[BANDS]; // [count]
    double *spread;      // [count]: standard deviation over the draws
} IndicatorValues;

// Takes memory for all replicates; every value is NaN.
Status indicator_values_init(IndicatorValues *values, const City *city, int first_year, int years,
                             int replicates, Report *report);
void indicator_values_free(IndicatorValues *values);

// Takes memory for so many draws of the parameters, every value NaN.
Status indicator_values_expect_draws(IndicatorValues *values, int draws, Report *report);

// Computes the values of one run into a row of `count`, and their chance (indicator_chance) into
// another if it is not NULL. Rows of one `values` may be filled at the same time.
Status indicator_values_row(const IndicatorValues *values, const Results *results, double *row,
                            double *chance, Report *report);

// Computes the values of one draw, which then is whole, or which row 0 has from the first
// replicate: at one scale this is the central run of the draws, too.
Status indicator_values_fill_draw(IndicatorValues *values, int draw, const Results *results,
                                  Report *report);
void indicator_values_share_reference(IndicatorValues *values);

// What a draw says of a cell: NaN if it is not whole or has no value.
double indicator_values_of_draw(const IndicatorValues *values, int draw, size_t cell);

// Draws that are whole; and bands and spread over them, once the central values are there.
int indicator_values_whole_draws(const IndicatorValues *values);
Status indicator_values_sum_up_draws(IndicatorValues *values, Report *report);

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

// A quantile over the draws (BAND_05 ...), or NaN.
double indicator_values_band_of(const IndicatorValues *values, const char *indicator, int place,
                                int year, int band);

// The value below which this share of sorted numbers lies, between two of them in proportion
// (Hyndman and Fan 1996, definition 7, doi 10.1080/00031305.1996.10473566).
double quantile_of_sorted(const double *sorted, size_t count, double share);

// The value below which this share of the replicates lies, between two of them in proportion; NaN
// if a replicate has none.
double indicator_values_quantile(const IndicatorValues *values, size_t cell, double share);

// Which share of the replicates lies below the band that is shown: 0.05 from twenty replicates on;
// of fewer, 0, so that the band ends with the least and the greatest.
double indicator_values_tail(const IndicatorValues *values);

// The id of a place (of the city, or of a county of it), and the place of an id: an index,
// WHOLE_CITY, or NO_PLACE.
enum { NO_PLACE = -2 };
const char *place_id(const City *city, int place);
int place_find(const City *city, const char *id);

// The words by which tables tell a scope: place, kind, scheme, group and age, "" where they are not
// told apart. Disease groups, conditions, town and country, purposes of visits and components are
// groups.
enum { SCOPE_WORDS = 5 };
void scope_words(const char *words[SCOPE_WORDS], const City *city, Scope scope);

#endif
