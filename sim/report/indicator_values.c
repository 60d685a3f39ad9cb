// SPDX-License-Identifier: MIT
#include "report/indicator_values.h"

#include "report/indicator_draws.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- cells

// Only kinds are crossed with places; every other breakdown is of the whole city.
static int last_place(const City *city, Breakdown by) {
    return by == BY_NOTHING || by == BY_KIND ? (int)city->county_count - 1 : WHOLE_CITY;
}

// Lists the cells of one indicator from `count` on; with no memory to list them in, counts them.
static size_t list_cells(const IndicatorValues *values, int indicator, size_t count) {
    const Indicator *row = indicator_at(indicator);
    Scope scope;
    for (scope.by = BY_NOTHING; scope.by < BREAKDOWNS; scope.by++)
        for (scope.member = 0; scope.member < breakdown_members(scope.by); scope.member++)
            for (scope.place = WHOLE_CITY; scope.place <= last_place(values->city, scope.by);
                 scope.place++) {
                if (!indicator_has(row, scope)) continue;
                for (int year = 0; year < values->years; year++, count++)
                    if (values->cells)
                        values->cells[count] =
                            (IndicatorCell){indicator, values->first_year + year, scope};
            }
    return count;
}

static size_t list_all_cells(const IndicatorValues *values) {
    size_t count = 0;
    for (int i = 0; i < indicator_count(); i++)
        count = list_cells(values, i, count);
    return count;
}

Status indicator_values_init(IndicatorValues *values, const City *city, int first_year, int years,
                             int replicates, Report *report) {
    *values = (IndicatorValues){
        .city = city, .first_year = first_year, .years = years, .replicates = replicates};
    values->count = list_all_cells(values);
    const size_t numbers = values->count * (size_t)replicates;
    values->cells = report_calloc(report, values->count, sizeof *values->cells);
    values->value = report_calloc(report, numbers, sizeof *values->value);
    values->central = report_calloc(report, values->count, sizeof *values->central);
    values->error = report_calloc(report, values->count, sizeof *values->error);
    if (!values->cells || !values->value || !values->central || !values->error)
        return STATUS_NO_MEMORY;
    list_all_cells(values);
    for (size_t i = 0; i < numbers; i++)
        values->value[i] = NAN;
    for (size_t i = 0; i < values->count; i++)
        values->central[i] = values->error[i] = NAN;
    return STATUS_OK;
}

void indicator_values_free(IndicatorValues *values) {
    free(values->cells);
    free(values->value);
    free(values->central);
    free(values->error);
    indicator_values_forget_draws(values);
    *values = (IndicatorValues){0};
}

// ---- values

Status indicator_values_row(const IndicatorValues *values, const Results *results, double *row,
                            double *chance, Report *report) {
    for (int index = 0; index < values->years; index++) {
        IndicatorYear year;
        const Status status = indicator_year_init(&year, results, values->city, index, report);
        for (size_t i = 0; i < values->count && status == STATUS_OK; i++) {
            const IndicatorCell *cell = &values->cells[i];
            const Indicator *indicator = indicator_at(cell->indicator);
            if (cell->year != values->first_year + index) continue;
            row[i] = indicator_value(indicator, &year, cell->scope);
            if (chance) chance[i] = indicator_chance(indicator, &year, cell->scope);
        }
        indicator_year_free(&year);
        if (status != STATUS_OK) return status;
    }
    return STATUS_OK;
}

Status indicator_values_fill(IndicatorValues *values, int replicate, const Results *results,
                             Report *report) {
    double *row = values->value + (size_t)replicate * values->count;
    const Status status = indicator_values_row(values, results, row, values->error, report);
    if (status == STATUS_OK && replicate == values->replicates - 1) indicator_values_sum_up(values);
    return status;
}

void indicator_values_sum_up(IndicatorValues *values) {
    const int count = values->replicates;
    for (size_t i = 0; i < values->count; i++) {
        double sum = 0, squares = 0;
        for (int r = 0; r < count; r++)
            sum += values->value[(size_t)r * values->count + i];
        const double mean = sum / count;
        for (int r = 0; r < count; r++) {
            const double apart = values->value[(size_t)r * values->count + i] - mean;
            squares += apart * apart;
        }
        values->central[i] = indicator_ten_digits(mean);
        if (count > 1) values->error[i] = indicator_ten_digits(sqrt(squares / (count - 1) / count));
    }
}

static bool is_same(const IndicatorCell *a, const IndicatorCell *b) {
    return a->indicator == b->indicator && a->year == b->year && a->scope.place == b->scope.place &&
           a->scope.by == b->scope.by && a->scope.member == b->scope.member;
}

// The index of a cell, or their number if it is none of them.
static size_t index_of(const IndicatorValues *values, const IndicatorCell *cell) {
    size_t i = 0;
    while (i < values->count && !is_same(&values->cells[i], cell))
        i++;
    return i;
}

double *indicator_values_find(const IndicatorValues *values, int replicate,
                              const IndicatorCell *cell) {
    const size_t i = index_of(values, cell);
    return i < values->count ? &values->value[(size_t)replicate * values->count + i] : NULL;
}

double indicator_values_mean(const IndicatorValues *values, const IndicatorCell *cell) {
    const size_t i = index_of(values, cell);
    return i < values->count ? values->central[i] : NAN;
}

double indicator_values_of(const IndicatorValues *values, const char *indicator, int place,
                           int year) {
    const IndicatorCell cell = {indicator_find(indicator), year, {.place = place}};
    return indicator_values_mean(values, &cell);
}

double indicator_values_error_of(const IndicatorValues *values, const char *indicator, int place,
                                 int year) {
    const IndicatorCell cell = {indicator_find(indicator), year, {.place = place}};
    const size_t i = index_of(values, &cell);
    return i < values->count ? values->error[i] : NAN;
}

double indicator_values_band_of(const IndicatorValues *values, const char *indicator, int place,
                                int year, int band) {
    const IndicatorCell cell = {indicator_find(indicator), year, {.place = place}};
    const size_t i = index_of(values, &cell);
    return i < values->count && values->draws > 0 ? values->band[band][i] : NAN;
}

double indicator_values_quantile(const IndicatorValues *values, size_t cell, double share) {
    const size_t count = (size_t)values->replicates;
    double *sorted = malloc(count * sizeof *sorted);
    if (!sorted) return NAN;
    bool whole = true;
    for (size_t r = 0; r < count; r++) {
        sorted[r] = values->value[r * values->count + cell];
        whole = whole && !isnan(sorted[r]);
    }
    qsort(sorted, count, sizeof *sorted, compare_numbers);
    const double quantile = quantile_of_sorted(sorted, count, share);
    free(sorted);
    return whole ? quantile : NAN;
}

double indicator_values_tail(const IndicatorValues *values) {
    enum { ENOUGH_FOR_TWENTIETHS = 20 };
    return values->replicates < ENOUGH_FOR_TWENTIETHS ? 0 : 0.05;
}

// ---- places

const char *place_id(const City *city, int place) {
    return place == WHOLE_CITY ? city->id : city->counties[place].id;
}

int place_find(const City *city, const char *id) {
    if (strcmp(id, city->id) == 0) return WHOLE_CITY;
    for (uint32_t c = 0; c < city->county_count; c++)
        if (strcmp(id, city->counties[c].id) == 0) return (int)c;
    return NO_PLACE;
}

static const char *name_if(Scope scope, Breakdown by) {
    return scope.by == by ? breakdown_name(by, scope.member) : "";
}

void scope_words(const char *words[SCOPE_WORDS], const City *city, Scope scope) {
    const bool is_group = scope.by != BY_KIND && scope.by != BY_SCHEME && scope.by != BY_AGE;
    words[0] = place_id(city, scope.place);
    words[1] = name_if(scope, BY_KIND);
    words[2] = name_if(scope, BY_SCHEME);
    words[3] = is_group ? breakdown_name(scope.by, scope.member) : "";
    words[4] = name_if(scope, BY_AGE);
}
