// SPDX-License-Identifier: MIT
// What the charts of a run say in common: numbers and changes in words, names of places, the note
// below, and the dates of reforms.
#ifndef HXSIM_REPORT_RUN_CHART_WORDS_H
#define HXSIM_REPORT_RUN_CHART_WORDS_H

#include "report/chart_markers.h"
#include "report/chart_fan.h"
#include "report/reported.h"
#include "report/run_chart.h"

enum { RUN_YEARS = 32, RUN_WORDS = 1024, RUN_NAME = 96 };

// Points of per cent that the axis of a share spans at least (ours): below, chance looks like a
// trend.
static const double RUN_LEAST_SPAN = 5.0;

// One indicator of one place, by year: the median of the replicates; years without a value are left
// out. Nine in ten replicates lie from low to high, which are NaN where there is only one.
typedef struct RunSeries {
    size_t count;
    double year[RUN_YEARS], value[RUN_YEARS], low[RUN_YEARS], high[RUN_YEARS];
} RunSeries;

// The value below which this share of the replicates lies, or NaN.
double run_quantile(const ChartSource *source, const IndicatorCell *cell, double share);

// From the base year to the last; `place` is a county or WHOLE_CITY.
void run_series(RunSeries *series, const ChartSource *source, const char *indicator, int place);

// Widens a range to hold every value and interval.
void run_reach(const RunSeries *series, double *low, double *high);

// The value of a year, or NaN.
double run_series_at(const RunSeries *series, int year);

// The last year of the run.
int run_last_year(const ChartSource *source);

// Whether there is only one year to be drawn, so that nothing moves.
int run_is_one_year(const ChartSource *source);

// Which way something went, so far as chance and rounding let it be told.
typedef enum RunMove { RUN_FALLS = -1, RUN_HOLDS, RUN_RISES } RunMove;

// Simulated cases that bear on a share as much as if no two were of one person (VISITS_ALIKE,
// STAYS_ALIKE).
double run_independent_visits(double visits, int scale);
double run_independent_stays(double stays, int scale);

// How far chance moves the difference between two shares in per cent: three standard errors.
double run_chance(double from, double to, double cases);

// A change between two shares in per cent: none below half a point or within chance.
RunMove run_move(double from, double to, double cases);

// The text of the language.
const char *run_in(Language language, const char *zh, const char *en);

// Appends to a text of RUN_WORDS bytes, printf style.
void run_say(char text[RUN_WORDS], const char *format, ...) __attribute__((format(printf, 2, 3)));

// A change with its sign: +0.6, −1.2.
void run_signed(char out[TYPESET_NUMBER], double change);

// The city, and a county as a newspaper calls it: 麻阳县 for 麻阳苗族自治县, Mayang for Mayang Miao
// Autonomous County. What a name says in brackets is for the subtitle alone.
void run_city(char out[RUN_NAME], const ChartSource *source, Language language);
void run_county(char out[RUN_NAME], const County *county, Language language);

// Appends what every note begins with: how it stands with the truth, and how it was made. Of
// several replicates a chart shows the first, or their median with intervals.
typedef enum RunShows { RUN_SHOWS_FIRST, RUN_SHOWS_MEDIAN } RunShows;
void run_note(char note[RUN_WORDS], const ChartSource *source, RunShows shows, Language language);

// Appends where a figure was printed.
void run_cite(char note[RUN_WORDS], const Figure *figure, Language language);

// Appends what every subtitle ends with: where, when, and that it is simulated.
void run_tell_place_and_years(char text[RUN_WORDS], const ChartSource *source, Language language);

// Appends that the axis of values between these is cut, if it is.
void run_tell_cut_axis(char text[RUN_WORDS], double low, double high, Language language);

// The starts of reforms within the years drawn, those of one day together.
typedef struct RunMarkers {
    FanMarker markers[CHART_MARKERS];
    char labels[CHART_MARKERS][RUN_WORDS];
    size_t count;
} RunMarkers;

// Named in this language, in the order of their dates.
void run_markers(RunMarkers *markers, const ChartSource *source, Language language);

#endif
