// SPDX-License-Identifier: MIT
// Lines over years: medians with their 50 % and 90 % bands, named at their ends instead of in a
// legend, with marked dates, reported figures as points, and a background to be seen against. A
// chart of one panel is a fan chart; several panels stand above one another over the same years.
#ifndef HXSIM_REPORT_CHART_FAN_H
#define HXSIM_REPORT_CHART_FAN_H

#include "report/chart.h"

enum { FAN_PANELS = 4, FAN_SERIES = 16, FAN_BOUNDS = 8 };

// One line. Times rise; bands may be NULL, and a band's missing values are NaN.
typedef struct FanSeries {
    const char *name; // stands at its end
    ChartTone tone;
    size_t count;
    const double *time; // years: 2023, or 2023.5 for the middle of it
    const double *median;
    const double *low_50, *high_50;
    const double *low_90, *high_90;
} FanSeries;

// A figure from a source, as a point with its own words.
typedef struct FanPoint {
    double time, value;
    const char *label;
} FanPoint;

typedef enum FanSide { FAN_AT_LEAST, FAN_AT_MOST } FanSide;

// A figure from a source that says only "at least" or "at most", over some time.
typedef struct FanBound {
    double from, to; // years
    double value;
    FanSide side;
    const char *label;
} FanBound;

typedef struct FanPanel {
    const char *heading; // measure and unit where panels differ, or NULL
    ChartFormat format;
    const FanSeries *series;
    size_t series_count;
    const FanPoint *points;
    size_t point_count;
    const FanBound *bounds;
    size_t bound_count;
    double least_span; // of the axis, in the unit of the values; 0: as the data have it
    int is_difference; // values are written with their sign, and 0 is on the axis
} FanPanel;

// The start of a reform, or another date to be seen.
typedef struct FanMarker {
    double time;
    const char *label;
} FanMarker;

typedef struct FanChart {
    ChartText text;
    const FanPanel *panels;
    size_t panel_count;
    const FanMarker *markers;
    size_t marker_count;
    double shared_until; // until this year all series of a panel are one, drawn once; NaN: never
} FanChart;

// Draws NAME.gp, NAME.csv and the images of the style into a folder. Numbers that make no chart, a
// gnuplot that does not draw and a disk that is full have each their status, after a report.
Status chart_draw_fan(const FanChart *chart, const ChartStyle *style, const char *folder,
                      const char *name, Report *report);

#endif
