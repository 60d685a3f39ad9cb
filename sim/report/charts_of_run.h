// SPDX-License-Identifier: MIT
// All charts of a run: their names, and the drawing of those asked for in each language.
//
// Charts are asked for as "auto" (all), "none", or names parted by commas. Each is drawn by a
// gnuplot of its own, several at a time; what is drawn does not depend on how many.
#ifndef HXSIM_REPORT_CHARTS_OF_RUN_H
#define HXSIM_REPORT_CHARTS_OF_RUN_H

#include "base/team.h"
#include "report/charts_left_out.h"
#include "report/run_chart.h"

enum { MOST_CHARTS = 16 };

// What is asked for.
typedef struct ChartsAsked {
    const char *names; // "auto" or a list
    const Language *languages;
    int language_count;
    Team *team; // that draws them; NULL: one after the other
} ChartsAsked;

// The names and what is seen; room for MOST_CHARTS. Returns their number.
int charts_infos(ChartInfo *infos);

// Whether every name is that of a chart; if not: STATUS_USAGE and the nearest name.
Status charts_check(const char *names, Report *report);

// Draws them into a folder that exists, and returns how many. Those that cannot be drawn are left
// out and listed; of them only the numbers and the script may be there.
size_t charts_draw_all(const ChartSource *source, const ChartsAsked *asked, const char *folder,
                       ChartsLeftOut *left_out);

#endif
