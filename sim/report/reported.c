// SPDX-License-Identifier: MIT
#include "report/reported.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_year(const char *text) {
    return strspn(text, "0123456789") == 4 && text[4] == '\0';
}

// The year after a phrase, or 0.
static int year_after(const char *text, const char *phrase) {
    const char *at = strstr(text, phrase);
    return at ? atoi(at + strlen(phrase)) : 0;
}

// What period the figure is about; false if it cannot be told.
static bool read_period(Reported *reported, int first_year) {
    const char *period = reported->figure->period;
    reported->is_dated = true;
    if (is_year(period)) {
        reported->year = atoi(period);
    } else if ((reported->year = year_after(period, "cumulative to end of "))) {
        reported->sort = REPORTED_SUM;
        reported->since = first_year;
    } else {
        reported->is_dated = false;
        reported->year = year_after(period, "published ") - 1;
    }
    return reported->year > 0;
}

static void read_change(Reported *reported) {
    if (strcmp(reported->figure->qualifier, "change") != 0) return;
    const int since = year_after(reported->figure->note, "compared with ");
    reported->sort = REPORTED_CHANGE;
    reported->since = since ? since : reported->year - 1;
}

static double simulated(const Reported *reported, const IndicatorValues *values) {
    const char *name = indicator_at(reported->indicator)->info.name;
    const double last = indicator_values_of(values, name, reported->place, reported->year);
    if (reported->sort == REPORTED_LEVEL) return last;
    if (reported->sort == REPORTED_SUM) {
        double sum = 0;
        for (int year = reported->since; year <= reported->year; year++)
            sum += indicator_values_of(values, name, reported->place, year);
        return sum;
    }
    const double before = indicator_values_of(values, name, reported->place, reported->since);
    const bool relative = strcmp(reported->figure->unit, "per_cent_change") == 0;
    return relative ? 100 * (last / before - 1) : last - before;
}

// Of a relative change 100 (last / before - 1) by the errors of its two parts; NaN of what is none.
static double error_of(const Reported *reported, const IndicatorValues *values) {
    const char *name = indicator_at(reported->indicator)->info.name;
    if (reported->sort != REPORTED_CHANGE) return NAN;
    const int years[] = {reported->since, reported->year};
    double value[2], error[2];
    for (int i = 0; i < 2; i++) {
        value[i] = indicator_values_of(values, name, reported->place, years[i]);
        error[i] = indicator_values_error_of(values, name, reported->place, years[i]);
    }
    if (strcmp(reported->figure->unit, "per_cent_change") != 0)
        return sqrt(error[0] * error[0] + error[1] * error[1]);
    const double of_one = error[1] / value[1], of_other = error[0] / value[0];
    return 100 * value[1] / value[0] * sqrt(of_one * of_one + of_other * of_other);
}

// What the background adds to an indicator in a year, in points; NaN if it has no part in it. The
// slopes are those by which models/background.csv was made of the nation's points.
static double drift_of(const char *name, const BackgroundRow *row) {
    static const double points_per_utility = 1 / 0.04, points_per_level = 1 / 0.03;
    if (strcmp(name, "primary_care_visit_share") == 0)
        return points_per_utility * row->primary_utility;
    if (strcmp(name, "level4_surgery_share_tertiary_public") == 0)
        return points_per_level * row->procedure_level;
    return NAN;
}

static double background_of(const Reported *reported, const IndicatorValues *values) {
    const BackgroundRow *row = values->city->parameters.background;
    const char *name = indicator_at(reported->indicator)->info.name;
    const int from = reported->since - FIRST_BACKGROUND_YEAR;
    const int to = reported->year - FIRST_BACKGROUND_YEAR;
    const bool known = reported->sort == REPORTED_CHANGE && from >= 0 &&
                       to < BACKGROUND_YEAR_COUNT &&
                       strcmp(reported->figure->unit, "percentage_points") == 0;
    return known ? drift_of(name, &row[to]) - drift_of(name, &row[from]) : NAN;
}

// A sum begins when what it counts begins: recognition with its lever.
static void begin_sum(Reported *reported, const IndicatorValues *values) {
    const char *name = indicator_at(reported->indicator)->info.name;
    while (reported->sort == REPORTED_SUM && reported->since < reported->year &&
           indicator_values_of(values, name, reported->place, reported->since) == 0)
        reported->since++;
}

// Everything that follows from the indicator, the place and the years.
static void compute(Reported *reported, const IndicatorValues *values) {
    const bool is_change = reported->sort == REPORTED_CHANGE;
    begin_sum(reported, values);
    reported->simulated = simulated(reported, values);
    reported->error = error_of(reported, values);
    reported->background = background_of(reported, values);
    reported->is_modelled = !is_change || !indicator_at(reported->indicator)->unmoved ||
                            (isfinite(reported->background) && reported->background != 0);
}

static bool is_seen(const Figure *figure) {
    return strcmp(figure->role, "state") == 0 || strcmp(figure->role, "effect") == 0;
}

int reported_find(Reported *reported, const IndicatorValues *values) {
    int count = 0;
    for (uint32_t i = 0; i < values->city->figure_count && count < MOST_REPORTED; i++) {
        Reported one = {.figure = &values->city->figures[i], .sort = REPORTED_LEVEL};
        one.indicator = indicator_find(one.figure->indicator);
        one.place = place_find(values->city, one.figure->place);
        if (!is_seen(one.figure) || one.indicator < 0 || one.place == NO_PLACE) continue;
        if (!read_period(&one, values->first_year)) continue;
        read_change(&one);
        compute(&one, values);
        if (!isnan(one.simulated)) reported[count++] = one;
    }
    return count;
}

bool reported_reading(Reported *other, const Reported *reported, int which,
                      const IndicatorValues *values) {
    const char *name = indicator_at(reported->indicator)->info.name;
    for (int i = 0; i < indicator_count(); i++) {
        const char *of = indicator_at(i)->reading_of;
        if (!of || strcmp(of, name) != 0 || which-- > 0) continue;
        *other = *reported;
        other->indicator = i;
        compute(other, values);
        return true;
    }
    return false;
}

const char *reported_sign(const Figure *figure) {
    static const struct {
        const char *qualifier, *sign;
    } signs[] = {{"at_least", "≥"}, {"more_than", ">"}, {"at_most", "≤"}, {"about", "≈"}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strcmp(figure->qualifier, signs[i].qualifier) == 0) return signs[i].sign;
    return "";
}
