// SPDX-License-Identifier: MIT
#include "report/charts_of_compare.h"

#include "base/share.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const CompareChart *const charts[] = {&compare_chart_difference, &compare_chart_tornado};
enum { CHARTS = sizeof charts / sizeof *charts };

int compare_charts_infos(ChartInfo *infos) {
    for (int i = 0; i < CHARTS; i++)
        infos[i] = charts[i]->info;
    return CHARTS;
}

Status compare_charts_check(const char *names, Report *report) {
    ChartInfo infos[CHARTS];
    return chart_names_check(names, infos, compare_charts_infos(infos), report);
}

static int asks_for(const char *names, const CompareChart *chart, const ComparePair *pair) {
    return strcmp(names, "auto") == 0 ? chart->applies(pair)
                                      : chart_names_have(names, chart->info.name);
}

static Status draw(const ChartJob *job, const char *folder, const char *name, Report *report) {
    const CompareChart *chart = job->chart;
    return chart->draw(job->what, &job->style, folder, name, report);
}

static void name_chart(char name[96], const CompareChart *chart, const ComparePair *pair) {
    const char *indicator = indicator_at(pair->indicator)->info.name;
    if (pair->alternative == 1)
        snprintf(name, 96, "%s-%s", chart->info.name, indicator);
    else
        snprintf(name, 96, "%s-%s-%d", chart->info.name, indicator, pair->alternative);
}

typedef struct List {
    ChartJob *jobs;
    ComparePair *pairs;
    size_t count;
} List;

static void list_pair(List *list, const ComparePair *pair, const ChartsAsked *asked,
                      const char *plots) {
    for (int i = 0; i < CHARTS; i++) {
        if (!asks_for(asked->names, charts[i], pair)) continue;
        char name[96];
        name_chart(name, charts[i], pair);
        ChartJob *job = &list->jobs[list->count];
        list->pairs[list->count] = *pair;
        *job = chart_job(name, pair->language, plots);
        job->chart = charts[i];
        job->what = &list->pairs[list->count++];
    }
}

static size_t draw_list(List *list, const CompareSource *source, const ChartsAsked *asked,
                        const char *folder, ChartsLeftOut *left_out) {
    const Compared *compared = source->compared;
    char plots[SHARE_PATH];
    share_find(plots, "plots");
    for (int a = 1; a < compared->count; a++)
        for (int i = 0; i < compared->indicator_count; i++)
            for (int k = 0; k < asked->language_count; k++)
                list_pair(list,
                          &(ComparePair){source, a, compared->indicator[i], asked->languages[k]},
                          asked, plots);
    return chart_jobs_draw(list->jobs, list->count, draw, asked->team, folder, left_out);
}

size_t compare_charts_draw_all(const CompareSource *source, const ChartsAsked *asked,
                               const char *folder, ChartsLeftOut *left_out) {
    const size_t most = (size_t)source->compared->count *
                        (size_t)source->compared->indicator_count * CHARTS *
                        (size_t)asked->language_count;
    List list = {.jobs = calloc(most, sizeof *list.jobs),
                 .pairs = calloc(most, sizeof *list.pairs)};
    Report report;
    size_t drawn = 0;
    left_out->count = 0;
    report_init(&report);
    if (list.jobs && list.pairs)
        drawn = draw_list(&list, source, asked, folder, left_out);
    else
        charts_leave_out(left_out, "all", STATUS_NO_MEMORY, &report, folder);
    report_free(&report);
    free(list.jobs);
    free(list.pairs);
    return drawn;
}
