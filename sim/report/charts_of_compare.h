// SPDX-License-Identifier: MIT
// All charts of a comparison: each kind for each indicator of its table and each alternative, as
// KIND-INDICATOR-zh.png, from the second alternative on KIND-INDICATOR-2-zh.png.
#ifndef HXSIM_REPORT_CHARTS_OF_COMPARE_H
#define HXSIM_REPORT_CHARTS_OF_COMPARE_H

#include "report/charts_of_run.h"
#include "report/compare_chart.h"

// The kinds and what is seen; room for MOST_CHARTS. Returns their number.
int compare_charts_infos(ChartInfo *infos);

// Whether every name is that of a kind; if not: STATUS_USAGE and the nearest name.
Status compare_charts_check(const char *names, Report *report);

// Draws them into a folder that exists, and returns how many. Those that cannot be drawn are left
// out and listed.
size_t compare_charts_draw_all(const CompareSource *source, const ChartsAsked *asked,
                               const char *folder, ChartsLeftOut *left_out);

#endif
