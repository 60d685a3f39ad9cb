// SPDX-License-Identifier: MIT
// Dates marked on a chart: a dotted line upwards from the time axis and, above its end, a text.
// Where texts would meet they stand in rows, so that no text covers another and no line runs
// through one.
#ifndef HXSIM_REPORT_CHART_MARKERS_H
#define HXSIM_REPORT_CHART_MARKERS_H

#include "report/typeset.h"

enum { CHART_MARKERS = 16 };

// One mark. The place `x` is given, all else is laid out; heights count upwards from the panel's
// top.
typedef struct ChartMark {
    double x;
    TypesetLines text;
    double left, right; // of the text
    double base;        // height of the text's lower edge
    double height;      // of the text
    double line;        // height up to which the dotted line goes
} ChartMark;

// Lays out marks between `left` and `right`, with type of size `em` and lines `pitch` apart.
// Returns the height that they take. At most CHART_MARKERS.
double chart_markers_lay_out(ChartMark *marks, size_t count, double left, double right, double em,
                             double pitch);

#endif
