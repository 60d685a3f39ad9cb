// SPDX-License-Identifier: MIT
// The same chart many times, once for each place: its own line in colour, all others grey behind
// it, on the same axes, so that each place is seen against the rest.
#ifndef HXSIM_REPORT_CHART_MULTIPLES_H
#define HXSIM_REPORT_CHART_MULTIPLES_H

#include "report/chart.h"

enum { MULTIPLES_PANELS = 32 };

// A reported figure of one place.
typedef struct MultiplesPoint {
    double time, value;
    const char *label; // a few words
} MultiplesPoint;

typedef struct MultiplesPanel {
    const char *name;
    const double *median;     // one value for each time
    const double *low, *high; // its 90 % band, or NULL
    const MultiplesPoint *points;
    size_t point_count;
    const char *value; // words at the right above it; NULL: the last value
} MultiplesPanel;

typedef struct MultiplesChart {
    ChartText text;
    const double *time; // years, rising
    size_t count;
    const MultiplesPanel *panels;
    size_t panel_count;
    ChartFormat format;
    double marker;     // a year with a dotted line in every panel, named in the subtitle; NaN: none
    double least_span; // of the axis, in the unit of the values; 0: as the data have it
} MultiplesChart;

// Draws NAME.gp, NAME.csv and the images of the style into a folder. Numbers that make no chart, a
// gnuplot that does not draw and a disk that is full have each their status, after a report.
Status chart_draw_multiples(const MultiplesChart *chart, const ChartStyle *style,
                            const char *folder, const char *name, Report *report);

#endif
