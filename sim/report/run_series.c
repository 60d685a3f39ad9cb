// SPDX-License-Identifier: MIT
#include "report/run_series.h"

#include "report/indicator_draws.h"

#include <math.h>
#include <stdlib.h>

// Points of per cent below which a change is none (ours).
static const double least_change = 0.5;

// ---- of the run

int run_has_draws(const ChartSource *source) {
    return source->values->draws > 0 && indicator_values_whole_draws(source->values) > 0;
}

int run_last_year(const ChartSource *source) {
    return source->values->first_year + source->values->years - 1;
}

int run_is_one_year(const ChartSource *source) {
    return source->experiment->base_year >= run_last_year(source);
}

// ---- values

// The index of a cell, or their number if it is none of them.
static size_t index_of(const IndicatorValues *values, const IndicatorCell *cell) {
    const double *first = indicator_values_find(values, 0, cell);
    return first ? (size_t)(first - values->value) : values->count;
}

static RunSpread spread_of_draws(const IndicatorValues *values, size_t cell) {
    double *const *band = values->band;
    return (RunSpread){band[BAND_50][cell], band[BAND_25][cell], band[BAND_75][cell],
                       band[BAND_05][cell], band[BAND_95][cell]};
}

static RunSpread spread_of_replicates(const IndicatorValues *values, size_t cell) {
    const double tail = indicator_values_tail(values);
    RunSpread spread = {indicator_values_quantile(values, cell, 0.5), NAN, NAN, NAN, NAN};
    if (values->replicates > 1) {
        spread.low_90 = indicator_values_quantile(values, cell, tail);
        spread.high_90 = indicator_values_quantile(values, cell, 1 - tail);
    }
    if (tail > 0) {
        spread.low_50 = indicator_values_quantile(values, cell, 0.25);
        spread.high_50 = indicator_values_quantile(values, cell, 0.75);
    }
    return spread;
}

static RunSpread spread_at(const ChartSource *source, size_t cell) {
    if (cell == source->values->count) return (RunSpread){NAN, NAN, NAN, NAN, NAN};
    return run_has_draws(source) ? spread_of_draws(source->values, cell)
                                 : spread_of_replicates(source->values, cell);
}

RunSpread run_spread(const ChartSource *source, const IndicatorCell *cell) {
    return spread_at(source, index_of(source->values, cell));
}

// ---- series

// Each draw's own change: what moves all years of a draw alike drops out of it.
static void find_change(RunSeries *series, const IndicatorValues *values, size_t first,
                        size_t last) {
    double *change = malloc((size_t)values->draws * sizeof *change);
    size_t count = 0;
    for (int draw = 1; change && draw <= values->draws; draw++) {
        const double apart = indicator_values_of_draw(values, draw, last) -
                             indicator_values_of_draw(values, draw, first);
        if (isfinite(apart)) change[count++] = apart;
    }
    if (count > 0) {
        qsort(change, count, sizeof *change, compare_numbers);
        series->change_low = quantile_of_sorted(change, count, band_shares[BAND_05]);
        series->change_high = quantile_of_sorted(change, count, band_shares[BAND_95]);
    }
    free(change);
}

void run_series(RunSeries *series, const ChartSource *source, const char *indicator, int place) {
    run_series_of(series, source, indicator, (Scope){.place = place});
}

void run_series_of(RunSeries *series, const ChartSource *source, const char *indicator,
                   Scope scope) {
    size_t first = 0, last = 0;
    series->count = 0;
    series->change_low = series->change_high = NAN;
    for (int year = source->experiment->base_year; year <= run_last_year(source); year++) {
        const IndicatorCell cell = {indicator_find(indicator), year, scope};
        const size_t index = index_of(source->values, &cell);
        const RunSpread spread = spread_at(source, index);
        if (!isfinite(spread.median) || series->count == RUN_YEARS) continue;
        const size_t i = series->count++;
        if (i == 0) first = index;
        last = index;
        series->year[i] = year;
        series->value[i] = spread.median;
        series->low_50[i] = spread.low_50;
        series->high_50[i] = spread.high_50;
        series->low[i] = spread.low_90;
        series->high[i] = spread.high_90;
    }
    if (series->count > 1 && run_has_draws(source))
        find_change(series, source->values, first, last);
}

FanSeries run_line(const RunSeries *series, const char *name, ChartTone tone) {
    return (FanSeries){.name = name,
                       .tone = tone,
                       .count = series->count,
                       .time = series->year,
                       .median = series->value,
                       .low_50 = series->low_50,
                       .high_50 = series->high_50,
                       .low_90 = series->low,
                       .high_90 = series->high};
}

void run_reach(const RunSeries *series, double *low, double *high) {
    for (size_t i = 0; i < series->count; i++) {
        *low = fmin(*low, fmin(series->value[i], series->low[i]));
        *high = fmax(*high, fmax(series->value[i], series->high[i]));
    }
}

double run_series_at(const RunSeries *series, int year) {
    for (size_t i = 0; i < series->count; i++)
        if (fabs(series->year[i] - year) < 0.5) return series->value[i];
    return NAN;
}

double run_series_first(const RunSeries *series) {
    return series->value[0];
}

double run_series_last(const RunSeries *series) {
    return series->value[series->count - 1];
}

// ---- moves

double run_independent_visits(double visits, int scale) {
    return visits / (VISITS_ALIKE * scale);
}

double run_independent_stays(double stays, int scale) {
    return stays / (STAYS_ALIKE * scale);
}

double run_chance(double from, double to, double cases) {
    const double share = fmin(fmax(0.005 * (from + to), 0.0), 1.0);
    return 3.0 * 100.0 * sqrt(2.0 * share * (1.0 - share) / fmax(cases, 1.0));
}

static RunMove move_beyond(double from, double to, double least) {
    if (!(fabs(to - from) >= least)) return RUN_HOLDS;
    return to > from ? RUN_RISES : RUN_FALLS;
}

RunMove run_move(double from, double to, double cases) {
    return move_beyond(from, to, fmax(least_change, run_chance(from, to, cases)));
}

RunMove run_series_goes(const RunSeries *series, double least, double chance) {
    const double from = run_series_first(series), to = run_series_last(series);
    if (!isfinite(series->change_low)) return move_beyond(from, to, fmax(least, chance));
    if (series->change_low > -least && series->change_high < least) return RUN_HOLDS;
    if (series->change_low > 0.0) return RUN_RISES;
    if (series->change_high < 0.0) return RUN_FALLS;
    return RUN_UNSURE;
}

RunMove run_series_move(const RunSeries *series, double cases) {
    const double chance = run_chance(run_series_first(series), run_series_last(series), cases);
    return run_series_goes(series, least_change, chance);
}
