// SPDX-License-Identifier: MIT
// The frame of every chart: mark, headline, subtitle above the body, the note below, all on one
// left edge. It is measured first, so that the body knows its place and the picture its height.
#ifndef HXSIM_REPORT_CHART_FRAME_H
#define HXSIM_REPORT_CHART_FRAME_H

#include "report/chart.h"
#include "report/chart_script.h"

typedef struct ChartFrame {
    const ChartText *text;
    const ChartStyle *style;
    double em;                    // the size of labels, to which all distances are tuned
    double width, height;         // of the picture
    double left, right;           // edges of everything that is drawn
    double body_top, body_bottom; // where the chart itself stands
    TypesetLines headline, subtitle, note;
} ChartFrame;

// Breaks the words into lines and divides the picture; a picture of free height gets a body of
// `body_height`, another what is left.
void chart_frame_init(ChartFrame *frame, const ChartText *text, const ChartStyle *style,
                      double body_height);

// Writes what style.gp needs to know: the name, the size of the picture and of its type.
void chart_frame_write_sizes(const ChartFrame *frame, FILE *script, const char *name);

// Writes mark, headline, subtitle and note.
void chart_frame_write_text(const ChartFrame *frame, FILE *script);

#endif
