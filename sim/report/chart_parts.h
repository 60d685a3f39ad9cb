// SPDX-License-Identifier: MIT
// What a sum is put together from: for each of several sums a strip with a bar for the whole and
// one for each part below it, to either side of zero, all strips on one scale. Names stand once
// before the strips, values behind each bar; a thin rule is how sure a bar is.
#ifndef HXSIM_REPORT_CHART_PARTS_H
#define HXSIM_REPORT_CHART_PARTS_H

#include "report/chart.h"

enum { PARTS_ROWS = 12, PARTS_STRIPS = 8 };

typedef struct PartsCell {
    double value;
    double low, high;  // the ends of its rule, or NaN
    const char *words; // the value as it is to be read
    ChartTone tone;
} PartsCell;

typedef struct PartsChart {
    ChartText text;
    const char *rows[PARTS_ROWS]; // the first is the whole
    size_t row_count;
    const char *strips[PARTS_STRIPS];
    PartsCell cells[PARTS_STRIPS][PARTS_ROWS];
    size_t strip_count;
    const char *accent_words, *grey_words; // the key: what tells the parts apart
} PartsChart;

// Draws NAME.gp, NAME.csv and the images of the style into a folder. Numbers that make no chart, a
// gnuplot that does not draw and a disk that is full have each their status, after a report.
Status chart_draw_parts(const PartsChart *chart, const ChartStyle *style, const char *folder,
                        const char *name, Report *report);

#endif
