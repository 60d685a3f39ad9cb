// SPDX-License-Identifier: MIT
// Many charts at once: which of them are asked for by name, and their drawing, each by a gnuplot of
// its own, several at a time; what is drawn does not depend on how many.
//
// Charts are asked for as "auto" (all), "none", or names parted by commas.
#ifndef HXSIM_REPORT_CHART_JOBS_H
#define HXSIM_REPORT_CHART_JOBS_H

#include "base/team.h"
#include "config/registries.h"
#include "report/chart.h"
#include "report/charts_left_out.h"

// What is asked for.
typedef struct ChartsAsked {
    const char *names; // "auto" or a list
    const Language *languages;
    int language_count;
    Team *team; // that draws them; NULL: one after the other
} ChartsAsked;

// Whether a list names a chart; "auto" names none.
int chart_names_have(const char *names, const char *name);

// Whether every name is one of these charts; if not: STATUS_USAGE and the nearest name.
Status chart_names_check(const char *names, const ChartInfo *infos, int count, Report *report);

// One chart in one language, and what it complains of.
typedef struct ChartJob {
    char name[96];            // of its files, without the language
    const void *chart, *what; // for whoever draws it
    ChartStyle style;
    Status status;
    Report report;
} ChartJob;

typedef Status ChartDraw(const ChartJob *job, const char *folder, const char *name, Report *report);

// A job with the style that results are drawn in; `plots` must outlive it.
ChartJob chart_job(const char *name, Language language, const char *plots);

// Draws them into a folder that exists, and returns how many. Those that cannot be drawn are left
// out and listed; of them only the numbers and the script may be there.
size_t chart_jobs_draw(ChartJob *jobs, size_t count, ChartDraw *draw, Team *team,
                       const char *folder, ChartsLeftOut *left_out);

#endif
