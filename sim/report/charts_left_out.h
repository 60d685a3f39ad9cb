// SPDX-License-Identifier: MIT
// Charts of a run that could not be drawn, and why: the others are drawn all the same.
#ifndef HXSIM_REPORT_CHARTS_LEFT_OUT_H
#define HXSIM_REPORT_CHARTS_LEFT_OUT_H

#include "base/status.h"

enum { MOST_LEFT_OUT = 64 };

typedef struct ChartLeftOut {
    char name[96]; // "counties-zh"
    char why[400]; // one line
    Status status; // STATUS_INVALID: the results have nothing that it could show
} ChartLeftOut;

typedef struct ChartsLeftOut {
    size_t count;
    ChartLeftOut chart[MOST_LEFT_OUT];
} ChartsLeftOut;

// Adds a chart with the messages about it, in which paths below `folder` are cut to the file: the
// folder that charts are made in is gone, or has another name, when the message is read.
void charts_leave_out(ChartsLeftOut *left_out, const char *name, Status status,
                      const Report *report, const char *folder);

// Writes one line for each reason: `before`, the charts that share it, and why.
void charts_tell_left_out(const ChartsLeftOut *left_out, const char *before, FILE *out);

// Whether one of them may be drawn if it is tried again: it failed, and not for want of results.
int charts_may_be_drawn_later(const ChartsLeftOut *left_out);

#endif
