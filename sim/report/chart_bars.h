// SPDX-License-Identifier: MIT
// Horizontal bars from zero, each with its name before it and its value behind it: amounts of one
// year, where there is no line to be drawn. Several panels stand above one another, each with an
// axis of its own; a reported figure is a rule across the bars with its words above.
#ifndef HXSIM_REPORT_CHART_BARS_H
#define HXSIM_REPORT_CHART_BARS_H

#include "report/chart.h"

enum { BARS_PANELS = 4, BARS_MOST = 32 };

typedef struct Bar {
    const char *name;
    ChartTone tone;
    double value;     // 0 or more
    double low, high; // its 90 % interval, or NaN
} Bar;

typedef struct BarsPanel {
    const char *heading; // measure and unit where panels differ, or NULL
    ChartFormat format;
    const Bar *bars;
    size_t bar_count;
    double reported;            // a figure from a source, in the unit of the bars; NaN: none
    const char *reported_label; // its words
} BarsPanel;

typedef struct BarsChart {
    ChartText text;
    const BarsPanel *panels;
    size_t panel_count;
} BarsChart;

// Draws NAME.gp, NAME.csv and the images of the style into a folder. Numbers that make no chart, a
// gnuplot that does not draw and a disk that is full have each their status, after a report.
Status chart_draw_bars(const BarsChart *chart, const ChartStyle *style, const char *folder,
                       const char *name, Report *report);

#endif
