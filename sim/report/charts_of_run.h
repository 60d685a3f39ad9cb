// SPDX-License-Identifier: MIT
// All charts of a run: their names, and the drawing of those asked for in each language.
#ifndef HXSIM_REPORT_CHARTS_OF_RUN_H
#define HXSIM_REPORT_CHARTS_OF_RUN_H

#include "report/chart_jobs.h"
#include "report/run_chart.h"

enum { MOST_CHARTS = 24 };

// The names and what is seen; room for MOST_CHARTS. Returns their number.
int charts_infos(ChartInfo *infos);

// Whether every name is that of a chart; if not: STATUS_USAGE and the nearest name.
Status charts_check(const char *names, Report *report);

// Draws them into a folder that exists, and returns how many. Those that cannot be drawn are left
// out and listed; of them only the numbers and the script may be there.
size_t charts_draw_all(const ChartSource *source, const ChartsAsked *asked, const char *folder,
                       ChartsLeftOut *left_out);

#endif
