// SPDX-License-Identifier: MIT
// Intervals beside the figures that they were given for: a bar from the low to the high end, a thin
// one below for what it is to be better than, and a rule where the figure lies. Each row has a
// scale of its own, since figures of many units stand together; the numbers stand behind it.
#ifndef HXSIM_REPORT_CHART_INTERVALS_H
#define HXSIM_REPORT_CHART_INTERVALS_H

#include "report/chart.h"

enum { INTERVALS_MOST = 24 };

typedef struct IntervalRow {
    const char *heading; // of a group that begins here, or NULL
    const char *name;
    double low, high;               // the interval
    double null_low, null_high;     // what it is seen against, or NaN
    double figure_low, figure_high; // they differ where it is ambiguous; one may be infinite
    const char *figure_words, *interval_words;
    ChartTone tone; // of the interval
} IntervalRow;

typedef struct IntervalsChart {
    ChartText text;
    const IntervalRow *rows;
    size_t row_count;
    const char *inside_words, *outside_words, *null_words, *figure_word; // the key
    const char *figure_head, *interval_head;                             // above the numbers
} IntervalsChart;

// Draws NAME.gp, NAME.csv and the images of the style into a folder. Numbers that make no chart, a
// gnuplot that does not draw and a disk that is full have each their status, after a report.
Status chart_draw_intervals(const IntervalsChart *chart, const ChartStyle *style,
                            const char *folder, const char *name, Report *report);

#endif
