// SPDX-License-Identifier: MIT
#include "report/score_rows.h"

#include "report/indicator_draws.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const score_state_names[SCORE_STATES] = {
    "scored", "not counted", "place not told apart", "year not simulated", "no value"};

enum { MOST_MEMBERS = 16, CENTRAL = -1 };
static const double z_of_90 = 1.6449; // of the normal law

// ---- what is asked of a run

// The cells of an indicator that a reading adds up in one year, and the whole of them.
typedef struct Asked {
    const IndicatorValues *values;
    int indicator, place;
    Breakdown by;
    int member[MOST_MEMBERS];
    int members; // 0: no breakdown
} Asked;

static bool same_word(const char *text, size_t length, const char *word) {
    return strlen(word) == length && strncmp(text, word, length) == 0;
}

// "kind=a+b" to the breakdown and its members; false if they are none.
static bool read_members(Asked *asked, const char *of) {
    static const struct {
        const char *name;
        Breakdown by;
    } known[] = {{"kind=", BY_KIND}, {"scheme=", BY_SCHEME}};
    asked->by = BY_NOTHING;
    if (!*of) return true;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strncmp(of, known[i].name, strlen(known[i].name)) == 0) asked->by = known[i].by;
    if (asked->by == BY_NOTHING) return false;
    for (const char *at = strchr(of, '=') + 1; *at;
         at += strcspn(at, "+") + (strchr(at, '+') != NULL)) {
        const size_t length = strcspn(at, "+");
        int member = 0;
        while (member < breakdown_members(asked->by) &&
               !same_word(at, length, breakdown_name(asked->by, member)))
            member++;
        if (member == breakdown_members(asked->by) || asked->members == MOST_MEMBERS) return false;
        asked->member[asked->members++] = member;
    }
    return asked->members > 0;
}

static double value_of_cell(const IndicatorValues *values, const IndicatorCell *cell, int draw) {
    const double *at = indicator_values_find(values, 0, cell);
    if (!at) return NAN;
    const size_t index = (size_t)(at - values->value);
    return draw == CENTRAL ? values->central[index] : indicator_values_of_draw(values, draw, index);
}

static double value_of_member(const Asked *asked, int member, int year, int draw) {
    const Scope scope = {asked->place, asked->members ? asked->by : BY_NOTHING, member};
    return value_of_cell(asked->values, &(IndicatorCell){asked->indicator, year, scope}, draw);
}

static double value_of_year(const Asked *asked, int year, int draw) {
    return value_of_member(asked, asked->members ? asked->member[0] : 0, year, draw);
}

static double share_of_year(const Asked *asked, int year, int draw) {
    const IndicatorCell all = {asked->indicator, year, {.place = asked->place}};
    double sum = 0;
    for (int i = 0; i < asked->members; i++)
        sum += value_of_member(asked, asked->member[i], year, draw);
    return 100 * sum / value_of_cell(asked->values, &all, draw);
}

static double sum_of_years(const Asked *asked, const Reading *reading, int draw) {
    const int from = reading->since ? reading->since : asked->values->first_year;
    double sum = 0;
    for (int year = from; year <= reading->year; year++)
        sum += value_of_year(asked, year, draw);
    return sum;
}

// What a draw, or the central line, says of a figure.
static double told(const Asked *asked, const Reading *reading, int draw) {
    const double last = value_of_year(asked, reading->year, draw);
    switch (reading->as) {
    case READ_SHARE:
        return share_of_year(asked, reading->year, draw);
    case READ_CHANGE:
        return last - value_of_year(asked, reading->since, draw);
    case READ_PER_CENT:
        return 100 * (last / value_of_year(asked, reading->since, draw) - 1);
    case READ_SUM:
        return sum_of_years(asked, reading, draw);
    default:
        return last;
    }
}

// ---- what chance leaves in the central line

static double error_of_year(const Asked *asked, int year) {
    const Scope scope = {asked->place, asked->members ? asked->by : BY_NOTHING,
                         asked->members ? asked->member[0] : 0};
    const IndicatorCell cell = {asked->indicator, year, scope};
    const double *at = indicator_values_find(asked->values, 0, &cell);
    const double error = at ? asked->values->error[at - asked->values->value] : NAN;
    return isfinite(error) ? error : 0;
}

static double error_of(const Asked *asked, const Reading *reading) {
    const double last = error_of_year(asked, reading->year);
    if (reading->as == READ_LEVEL || reading->as == READ_PER_1000) return last;
    if (reading->as == READ_CHANGE) return hypot(last, error_of_year(asked, reading->since));
    if (reading->as != READ_PER_CENT) return 0; // of counts and their shares none is known
    const double before = value_of_year(asked, reading->since, CENTRAL);
    const double after = value_of_year(asked, reading->year, CENTRAL);
    return 100 / before * hypot(last, error_of_year(asked, reading->since) * after / before);
}

// The quantiles of the draws about their median, and the error of the central line.
static Interval interval_of(const Asked *asked, const Reading *reading, double central) {
    const IndicatorValues *values = asked->values;
    double *sorted = malloc(((size_t)values->draws + 1) * sizeof *sorted);
    const double reach = z_of_90 * error_of(asked, reading);
    Interval interval = {central - reach, central + reach};
    size_t count = 0;
    for (int draw = 1; sorted && draw <= values->draws; draw++) {
        const double value = told(asked, reading, draw);
        if (isfinite(value)) sorted[count++] = value;
    }
    if (count > 0) {
        qsort(sorted, count, sizeof *sorted, compare_numbers);
        const double middle = quantile_of_sorted(sorted, count, band_shares[BAND_50]);
        interval.low =
            middle - hypot(middle - quantile_of_sorted(sorted, count, band_shares[BAND_05]), reach);
        interval.high =
            middle + hypot(quantile_of_sorted(sorted, count, band_shares[BAND_95]) - middle, reach);
    }
    free(sorted);
    return interval;
}

// ---- rows

// Bounds are open to the side on which they hold.
static Interval printed_as(const Figure *figure, const Reading *reading) {
    Interval printed = {reading->low, reading->high};
    if (strcmp(figure->qualifier, "at_least") == 0 || strcmp(figure->qualifier, "more_than") == 0)
        printed.high = INFINITY;
    if (strcmp(figure->qualifier, "at_most") == 0) printed.low = -INFINITY;
    return printed;
}

Interval score_printed(const Role *role, const Reading *reading) {
    const double times = reading->as == READ_PER_1000 ? 1000 : 1;
    if (evidence_kind(role->figure->kind) == EVIDENCE_EXTERNAL)
        return (Interval){times * role->figure->low, times * role->figure->high};
    return printed_as(role->figure, reading);
}

// A place of the figure in this city: of a list or of any place, the city itself.
static int place_of(const City *city, const Role *role) {
    return role_is_of(role, city->id) ? WHOLE_CITY : place_find(city, role->places);
}

// Levers move some indicators through the mix of patients alone; then only a drift of the nation
// can be told from chance, which the level-4 share has.
static bool is_moved(const Reading *reading, int indicator) {
    const bool change = reading->as == READ_CHANGE || reading->as == READ_PER_CENT;
    return !change || !indicator_at(indicator)->unmoved ||
           strcmp(reading->indicator, "level4_surgery_share_tertiary_public") == 0;
}

static ScoreState find(Asked *asked, const Reading *reading, ScoreRow *row) {
    const IndicatorValues *values = asked->values;
    row->indicator = asked->indicator = indicator_find(reading->indicator);
    if (asked->indicator < 0 || !read_members(asked, reading->of)) return SCORE_NO_INDICATOR;
    if (row->place == NO_PLACE) return SCORE_NO_PLACE;
    asked->place = row->place;
    const int since = reading->since ? reading->since : reading->year;
    const int last = values ? values->first_year + values->years - 1 : 0;
    if (!values || since < values->first_year || reading->year > last) return SCORE_NO_YEAR;
    return is_moved(reading, asked->indicator) ? SCORE_DONE : SCORE_NO_VALUE;
}

ScoreRow score_row_of(const Roles *roles, const Reading *reading, ScoreRuns runs) {
    const Role *role = &roles->rows[reading->role];
    ScoreRow row = {.role = role,
                    .reading = reading,
                    .place = place_of(runs.values->city, role),
                    .is_first = reading == roles->readings || reading[-1].role != reading->role,
                    .central = NAN,
                    .simulated = {NAN, NAN},
                    .printed = score_printed(role, reading),
                    .null = {reading->null_low, reading->null_high},
                    .score = NAN,
                    .score_of_null = NAN,
                    .skill = NAN};
    Asked asked = {.values = reading->baseline ? runs.baseline : runs.values};
    row.state = find(&asked, reading, &row);
    if (row.state != SCORE_DONE) return row;
    row.central = told(&asked, reading, CENTRAL);
    if (!isfinite(row.central)) {
        row.state = SCORE_NO_VALUE;
        return row;
    }
    row.simulated = interval_of(&asked, reading, row.central);
    row.score = interval_score(row.simulated, row.printed);
    row.is_inside = intervals_meet(row.simulated, row.printed);
    if (isfinite(row.null.low)) {
        row.score_of_null = interval_score(row.null, row.printed);
        row.skill = interval_skill(row.score, row.score_of_null);
    }
    return row;
}

double score_told(const Roles *roles, const Reading *reading, ScoreRuns runs, int draw) {
    const Role *role = &roles->rows[reading->role];
    ScoreRow row = {.place = place_of(runs.values->city, role)};
    Asked asked = {.values = reading->baseline ? runs.baseline : runs.values};
    return find(&asked, reading, &row) == SCORE_DONE ? told(&asked, reading, draw) : NAN;
}

// Towns of a city's counties are not told apart, but their figures are of the city all the same:
// only what speaks of another city is left out.
static bool speaks_of(const Role *role, const City *city) {
    if (role_is_of(role, city->id) || place_find(city, role->places) != NO_PLACE) return true;
    for (uint32_t i = 0; i < city->county_count; i++)
        if (strncmp(role->id, city->counties[i].id, strlen(city->counties[i].id)) == 0) return true;
    return false;
}

int score_rows_fill(ScoreRow *rows, const Roles *roles, ScoreRuns runs) {
    int count = 0;
    for (int i = 0; i < roles->reading_count; i++)
        if (speaks_of(&roles->rows[roles->readings[i].role], runs.values->city))
            rows[count++] = score_row_of(roles, &roles->readings[i], runs);
    return count;
}

ScoreTotals score_totals(const ScoreRow *rows, int count, FigureRole role) {
    ScoreTotals totals = {0};
    for (int i = 0; i < count; i++) {
        if (rows[i].role->role != role || !rows[i].is_first) continue;
        bool any = false, compared = false;
        for (int k = i; k < count && rows[k].role == rows[i].role; k++) {
            any = any || rows[k].is_inside;
            compared = compared || rows[k].state == SCORE_DONE;
        }
        totals.figures++;
        totals.compared += compared;
        totals.inside += rows[i].is_inside;
        totals.inside_by_any += any;
        totals.with_null += isfinite(rows[i].skill);
        totals.skilled += rows[i].skill > 0;
    }
    return totals;
}
