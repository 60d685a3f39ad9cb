// SPDX-License-Identifier: MIT
// What moves a result: bars on both sides of where it stands, one for each number that is moved to
// the low and to the high end of its range, the longest first, with the ends in words.
#ifndef HXSIM_REPORT_CHART_TORNADO_H
#define HXSIM_REPORT_CHART_TORNADO_H

#include "report/chart.h"

enum { TORNADO_MOST = 16 };

typedef struct TornadoBar {
    const char *name;
    double low, high;                   // the result at the low and at the high end
    const char *low_words, *high_words; // of the ends
    ChartTone tone; // TONE_GREY: something to be seen against; else by the side of the centre
} TornadoBar;

typedef struct TornadoChart {
    ChartText text;
    const TornadoBar *bars;
    size_t bar_count;
    double centre;            // the result with every number where it is
    const char *centre_words; // above the axis, at the centre
    const char *less, *more;  // which way is which, on either side of it
    const char *zero_words;   // at 0, if that lies among the values
    ChartFormat format;       // of the values, which are written with their sign
} TornadoChart;

// Draws NAME.gp, NAME.csv and the images of the style into a folder. Numbers that make no chart, a
// gnuplot that does not draw and a disk that is full have each their status, after a report.
Status chart_draw_tornado(const TornadoChart *chart, const ChartStyle *style, const char *folder,
                          const char *name, Report *report);

#endif
