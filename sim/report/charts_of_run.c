// SPDX-License-Identifier: MIT
#include "report/charts_of_run.h"

#include "base/share.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const RunChart *const charts[] = {
    &run_chart_primary, &run_chart_flows, &run_chart_counties, &run_chart_inpatient,
    &run_chart_village, &run_chart_money, &run_chart_cost};
enum { CHARTS = sizeof charts / sizeof *charts, MOST_JOBS = 2 * CHARTS };
_Static_assert((int)MOST_JOBS <= (int)MOST_LEFT_OUT, "every chart may be left out");

int charts_infos(ChartInfo *infos) {
    for (int i = 0; i < CHARTS; i++)
        infos[i] = charts[i]->info;
    return CHARTS;
}

// ---- names

static bool is_name(const char *name, size_t length, const char *known) {
    return strlen(known) == length && strncmp(name, known, length) == 0;
}

static bool asks_for(const char *names, const RunChart *chart, const ChartSource *source) {
    if (strcmp(names, "auto") == 0) return !chart->applies || chart->applies(source);
    for (;;) {
        const size_t length = strcspn(names, ",");
        if (is_name(names, length, chart->info.name)) return true;
        if (!names[length]) return false;
        names += length + 1;
    }
}

static Status refuse(const char *name, size_t length, Report *report) {
    const char *known[CHARTS];
    char word[64];
    for (int i = 0; i < CHARTS; i++)
        known[i] = charts[i]->info.name;
    snprintf(word, sizeof word, "%.*s", (int)length, name);
    const char *nearest = nearest_name(word, known, CHARTS);
    return report_problem(report, STATUS_USAGE, "there is no chart %s%s%s; see hxsim list charts",
                          word, nearest ? ", did you mean " : "", nearest ? nearest : "");
}

Status charts_check(const char *names, Report *report) {
    if (strcmp(names, "auto") == 0 || strcmp(names, "none") == 0) return STATUS_OK;
    Status status = STATUS_OK;
    for (const char *name = names;;) {
        const size_t length = strcspn(name, ",");
        bool known = false;
        for (int i = 0; i < CHARTS; i++)
            known = known || is_name(name, length, charts[i]->info.name);
        if (!known) status = refuse(name, length, report);
        if (!name[length]) return status;
        name += length + 1;
    }
}

// ---- drawing

// One chart in one language, and what it complains of.
typedef struct Job {
    const RunChart *chart;
    char name[48];
    ChartStyle style;
    Status status;
    Report report;
} Job;

static int list_jobs(Job jobs[MOST_JOBS], const ChartSource *source, const ChartsAsked *asked,
                     const char *plots) {
    int count = 0;
    for (int i = 0; i < CHARTS; i++)
        for (int k = 0; k < asked->language_count && count < MOST_JOBS; k++) {
            if (!asks_for(asked->names, charts[i], source)) continue;
            jobs[count++] = (Job){.chart = charts[i],
                                  .style = {.size = chart_size_find("print18cm"),
                                            .language = asked->languages[k],
                                            .formats = CHART_PNG | CHART_SVG,
                                            .plots_folder = plots}};
        }
    return count;
}

typedef struct Drawing {
    Job *job;
    const ChartSource *source;
    const char *folder;
} Drawing;

static void do_job(void *context, uint32_t index, int thread) {
    (void)thread;
    const Drawing *drawing = context;
    Job *job = &drawing->job[index];
    snprintf(job->name, sizeof job->name, "%s-%s", job->chart->info.name,
             job->style.language == LANGUAGE_ZH ? "zh" : "en");
    report_init(&job->report);
    job->status =
        job->chart->draw(drawing->source, &job->style, drawing->folder, job->name, &job->report);
}

size_t charts_draw_all(const ChartSource *source, const ChartsAsked *asked, const char *folder,
                       ChartsLeftOut *left_out) {
    char plots[SHARE_PATH];
    Job jobs[MOST_JOBS];
    share_find(plots, "plots");
    const int count = list_jobs(jobs, source, asked, plots);
    Drawing drawing = {jobs, source, folder};
    team_share(asked->team, (uint32_t)count, do_job, &drawing);

    left_out->count = 0;
    for (int i = 0; i < count; i++) {
        if (jobs[i].status != STATUS_OK)
            charts_leave_out(left_out, jobs[i].name, jobs[i].status, &jobs[i].report, folder);
        report_free(&jobs[i].report);
    }
    return (size_t)count - left_out->count;
}
