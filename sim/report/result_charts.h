// SPDX-License-Identifier: MIT
// The charts of a result folder, from what the command line asks for to what became of them.
// No result is lost for want of a chart: that is told at once, and after the results are written it
// is a failure only if charts were asked for by name.
#ifndef HXSIM_REPORT_RESULT_CHARTS_H
#define HXSIM_REPORT_RESULT_CHARTS_H

#include "report/chart_jobs.h"
#include "report/command.h"
#include "report/manifest.h"

typedef struct ResultCharts {
    ManifestCharts manifest; // that are drawn, or were
    ChartsLeftOut left_out;
    size_t drawn;
    Status status; // why not, if charts were asked for by name
} ResultCharts;

// Draws what is asked for into a folder that exists; returns how many.
typedef size_t ResultChartsDraw(const void *what, const ChartsAsked *asked, const char *folder,
                                ChartsLeftOut *left_out);

// Takes down what is asked for, by names that are known, and tells if nothing can draw it.
void result_charts_prepare(ResultCharts *charts, const Command *command, FILE *messages);

// Draws them into WORK/charts, which is there only if something is in it.
Status result_charts_draw(ResultCharts *charts, const Command *command, ResultChartsDraw *draw,
                          const void *what, const char *work, Team *team, FILE *messages,
                          Report *report);

#endif
