// SPDX-License-Identifier: MIT
// Slopes: where each line stands before and after, with words at both ends that keep clear of one
// another.
#ifndef HXSIM_REPORT_CHART_SLOPE_H
#define HXSIM_REPORT_CHART_SLOPE_H

#include "report/chart.h"

enum { SLOPE_MOST = 16 };

typedef struct SlopeLine {
    const char *name;
    double before, after, low, high;        // low and high of `after`; NAN without an interval
    const char *before_words, *after_words; // at the ends
    ChartTone tone;
} SlopeLine;

typedef struct SlopeChart {
    ChartText text;
    const char *before, *after; // headings of both ends
    const SlopeLine *lines;
    size_t line_count;
} SlopeChart;

// Draws NAME.png and NAME.svg with NAME.csv and NAME.gp into a folder.
Status chart_draw_slope(const SlopeChart *chart, const ChartStyle *style, const char *folder,
                        const char *name, Report *report);

#endif
