// SPDX-License-Identifier: MIT
// What the charts of a run draw of an indicator: its values by year with their bands, and which way
// it goes so far as that can be told.
#ifndef HXSIM_REPORT_RUN_SERIES_H
#define HXSIM_REPORT_RUN_SERIES_H

#include "report/chart_fan.h"
#include "report/run_chart.h"

enum { RUN_YEARS = 32 };

// Points of per cent that the axis of a share spans at least (ours): below, chance looks like a
// trend.
static const double RUN_LEAST_SPAN = 5.0;

// One value with its bands: over the draws of the parameters where there are any, else over the
// replicates; NaN where there is only one run, and the inner band of fewer than 20 replicates.
typedef struct RunSpread {
    double median, low_50, high_50, low_90, high_90;
} RunSpread;

RunSpread run_spread(const ChartSource *source, const IndicatorCell *cell);

// One indicator of one place, by year; years without a value are left out.
typedef struct RunSeries {
    size_t count;
    double year[RUN_YEARS], value[RUN_YEARS], low_50[RUN_YEARS], high_50[RUN_YEARS];
    double low[RUN_YEARS], high[RUN_YEARS]; // of the 90 % band
    // Nine in ten draws lie between these with their change from the first year to the last; NaN
    // without draws.
    double change_low, change_high;
} RunSeries;

// From the base year to the last; `place` is a county or WHOLE_CITY.
void run_series(RunSeries *series, const ChartSource *source, const char *indicator, int place);

// The same of a part of a breakdown.
void run_series_of(RunSeries *series, const ChartSource *source, const char *indicator,
                   Scope scope);

// The line of a chart that draws it.
FanSeries run_line(const RunSeries *series, const char *name, ChartTone tone);

// Widens a range to hold every value and interval.
void run_reach(const RunSeries *series, double *low, double *high);

// The value of a year, or NaN; of the first and the last year.
double run_series_at(const RunSeries *series, int year);
double run_series_first(const RunSeries *series);
double run_series_last(const RunSeries *series);

// Whether the run has draws of the parameters, so that bands are over them.
int run_has_draws(const ChartSource *source);

// The last year of the run.
int run_last_year(const ChartSource *source);

// Whether there is only one year to be drawn, so that nothing moves.
int run_is_one_year(const ChartSource *source);

// Which way something went. What the draws leave open is unsure, which is not the same as holding.
typedef enum RunMove { RUN_FALLS = -1, RUN_HOLDS, RUN_RISES, RUN_UNSURE } RunMove;

// Simulated cases that bear on a share as much as if no two were of one person (VISITS_ALIKE,
// STAYS_ALIKE).
double run_independent_visits(double visits, int scale);
double run_independent_stays(double stays, int scale);

// How far chance moves the difference between two shares in per cent: three standard errors.
double run_chance(double from, double to, double cases);

// A change between two shares in per cent: none below half a point or within chance.
RunMove run_move(double from, double to, double cases);

// The change from the first year to the last: none below `least` or within chance. With draws it
// goes one way if nine in ten draws do, and holds if nine in ten stay within `least`; chance is in
// them.
RunMove run_series_goes(const RunSeries *series, double least, double chance);

// The same of a share in per cent, with half a point and the chance of its cases.
RunMove run_series_move(const RunSeries *series, double cases);

#endif
