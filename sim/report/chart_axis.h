// SPDX-License-Identifier: MIT
// An axis of values: the round numbers between which the data lie. Nothing may lie outside, because
// it would be drawn outside of its panel.
#ifndef HXSIM_REPORT_CHART_AXIS_H
#define HXSIM_REPORT_CHART_AXIS_H

#include "report/chart.h"

typedef struct ChartAxis {
    double low, high; // the edges of the panel; they may lie a little beyond the ticks
    double first, step;
    size_t ticks; // at first, first + step, ...
} ChartAxis;

// An axis for data from `low` to `high` with about `ticks` round numbers. It begins at zero when
// that wastes less than half of the panel, and has its first tick there if they pass it by a
// little.
ChartAxis chart_axis(double low, double high, double ticks);

// Widens a range about its middle to a span at least, so that what hardly moves does not fill a
// panel; one of positive numbers stays positive.
void chart_axis_widen(double *low, double *high, double least_span);

// The value at a tick, from 0.
double chart_axis_tick(const ChartAxis *axis, size_t tick);

// The text at a tick; only the topmost one carries the unit.
void chart_axis_text(char out[4 * TYPESET_NUMBER], const ChartAxis *axis, size_t tick,
                     ChartFormat format, Language language);

// Where a value stands between `bottom` and `top`, in pixels.
double chart_axis_place(const ChartAxis *axis, double value, double bottom, double top);

#endif
