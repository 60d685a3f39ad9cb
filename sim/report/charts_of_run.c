// SPDX-License-Identifier: MIT
#include "report/charts_of_run.h"

#include "base/share.h"

#include <string.h>

static const RunChart *const charts[] = {
    &run_chart_primary, &run_chart_flows, &run_chart_counties, &run_chart_inpatient,
    &run_chart_village, &run_chart_money, &run_chart_cost,     &run_chart_funds};
enum { CHARTS = sizeof charts / sizeof *charts, MOST_JOBS = 2 * CHARTS };
_Static_assert((int)MOST_JOBS <= (int)MOST_LEFT_OUT, "every chart may be left out");

int charts_infos(ChartInfo *infos) {
    for (int i = 0; i < CHARTS; i++)
        infos[i] = charts[i]->info;
    return CHARTS;
}

Status charts_check(const char *names, Report *report) {
    ChartInfo infos[CHARTS];
    return chart_names_check(names, infos, charts_infos(infos), report);
}

static int asks_for(const char *names, const RunChart *chart, const ChartSource *source) {
    if (strcmp(names, "auto") == 0) return !chart->applies || chart->applies(source);
    return chart_names_have(names, chart->info.name);
}

static Status draw(const ChartJob *job, const char *folder, const char *name, Report *report) {
    const RunChart *chart = job->chart;
    return chart->draw(job->what, &job->style, folder, name, report);
}

size_t charts_draw_all(const ChartSource *source, const ChartsAsked *asked, const char *folder,
                       ChartsLeftOut *left_out) {
    char plots[SHARE_PATH];
    ChartJob jobs[MOST_JOBS];
    size_t count = 0;
    share_find(plots, "plots");
    for (int i = 0; i < CHARTS; i++)
        for (int k = 0; k < asked->language_count && count < MOST_JOBS; k++) {
            if (!asks_for(asked->names, charts[i], source)) continue;
            jobs[count] = chart_job(charts[i]->info.name, asked->languages[k], plots);
            jobs[count].chart = charts[i];
            jobs[count++].what = source;
        }
    return chart_jobs_draw(jobs, count, draw, asked->team, folder, left_out);
}
