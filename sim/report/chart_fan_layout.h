// SPDX-License-Identifier: MIT
// Where everything on a chart of lines stands: panels, axes, marks and labels, in pixels.
#ifndef HXSIM_REPORT_CHART_FAN_LAYOUT_H
#define HXSIM_REPORT_CHART_FAN_LAYOUT_H

#include "report/chart_axis.h"
#include "report/chart_fan.h"
#include "report/chart_frame.h"
#include "report/chart_markers.h"

// The words at the end of a line: its name over its last value.
typedef struct FanEnd {
    TypesetLines name, value;
    char words[4 * TYPESET_NUMBER]; // that `value` points into
    double point_y;                 // where the line ends
    double centre_y;                // where the words stand
    double height;
} FanEnd;

typedef struct FanPanelLayout {
    ChartAxis axis;
    double heading_y;
    double top, bottom;
    FanEnd ends[FAN_SERIES];
} FanPanelLayout;

typedef struct FanLayout {
    const FanChart *chart;
    ChartFrame frame;
    double first, last;           // years
    double data_left, data_right; // where they stand
    double label_left;
    FanPanelLayout panels[FAN_PANELS];
    ChartMark marks[CHART_MARKERS];
} FanLayout;

// Where everything of a chart stands, in pixels, at the size of the style.
void fan_lay_out(FanLayout *layout, const FanChart *chart, const ChartStyle *style);

// The place of a year and a value of a panel.
ScriptPlace fan_place(const FanLayout *layout, size_t panel, double time, double value);

// Whether a line reaches the last year, so that its name stands at the right edge.
int fan_reaches_end(const FanLayout *layout, const FanSeries *series);

// The text at a tick of a panel.
void fan_tick_text(char out[4 * TYPESET_NUMBER], const FanLayout *layout, size_t panel,
                   size_t tick);

#endif
