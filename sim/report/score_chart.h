// SPDX-License-Identifier: MIT
// The chart of a score: a city's reported figures on what was simulated of them.
#ifndef HXSIM_REPORT_SCORE_CHART_H
#define HXSIM_REPORT_SCORE_CHART_H

#include "report/chart_jobs.h"
#include "report/score_tables.h"

extern const ChartInfo score_chart_info;

// Draws score-CITY-zh and -en for every city with a figure to show, into a folder that exists;
// returns how many. Those that cannot be drawn are left out and listed.
size_t score_charts_draw(ScoredCity *const *cities, int count, const ChartsAsked *asked,
                         const char *folder, ChartsLeftOut *left_out);

#endif
