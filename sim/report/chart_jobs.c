// SPDX-License-Identifier: MIT
#include "report/chart_jobs.h"

#include <stdio.h>
#include <string.h>

// ---- names

static int is_name(const char *name, size_t length, const char *known) {
    return strlen(known) == length && strncmp(name, known, length) == 0;
}

int chart_names_have(const char *names, const char *name) {
    for (;;) {
        const size_t length = strcspn(names, ",");
        if (is_name(names, length, name)) return 1;
        if (!names[length]) return 0;
        names += length + 1;
    }
}

static Status refuse(const char *name, size_t length, const ChartInfo *infos, int count,
                     Report *report) {
    enum { MOST_KNOWN = 64 };
    const char *known[MOST_KNOWN];
    char word[64];
    for (int i = 0; i < count && i < MOST_KNOWN; i++)
        known[i] = infos[i].name;
    snprintf(word, sizeof word, "%.*s", (int)length, name);
    const char *nearest =
        nearest_name(word, known, (size_t)(count < MOST_KNOWN ? count : MOST_KNOWN));
    return report_problem(report, STATUS_USAGE, "there is no chart %s%s%s; see hxsim list charts",
                          word, nearest ? ", did you mean " : "", nearest ? nearest : "");
}

Status chart_names_check(const char *names, const ChartInfo *infos, int count, Report *report) {
    if (strcmp(names, "auto") == 0 || strcmp(names, "none") == 0) return STATUS_OK;
    Status status = STATUS_OK;
    for (const char *name = names;;) {
        const size_t length = strcspn(name, ",");
        int known = 0;
        for (int i = 0; i < count; i++)
            known = known || is_name(name, length, infos[i].name);
        if (!known) status = refuse(name, length, infos, count, report);
        if (!name[length]) return status;
        name += length + 1;
    }
}

// ---- drawing

ChartJob chart_job(const char *name, Language language, const char *plots) {
    ChartJob job = {.style = {.size = chart_size_find("print18cm"),
                              .language = language,
                              .formats = CHART_PNG | CHART_SVG,
                              .plots_folder = plots}};
    snprintf(job.name, sizeof job.name, "%s", name);
    return job;
}

typedef struct Drawing {
    ChartJob *job;
    ChartDraw *draw;
    const char *folder;
} Drawing;

static void name_file(char name[128], const ChartJob *job) {
    snprintf(name, 128, "%s-%s", job->name, job->style.language == LANGUAGE_ZH ? "zh" : "en");
}

static void do_job(void *context, uint32_t index, int thread) {
    (void)thread;
    const Drawing *drawing = context;
    ChartJob *job = &drawing->job[index];
    char name[128];
    name_file(name, job);
    report_init(&job->report);
    job->status = drawing->draw(job, drawing->folder, name, &job->report);
}

size_t chart_jobs_draw(ChartJob *jobs, size_t count, ChartDraw *draw, Team *team,
                       const char *folder, ChartsLeftOut *left_out) {
    Drawing drawing = {jobs, draw, folder};
    size_t missing = 0;
    team_share(team, (uint32_t)count, do_job, &drawing);
    left_out->count = 0;
    for (size_t i = 0; i < count; i++) {
        char name[128];
        name_file(name, &jobs[i]);
        missing += jobs[i].status != STATUS_OK;
        if (jobs[i].status != STATUS_OK)
            charts_leave_out(left_out, name, jobs[i].status, &jobs[i].report, folder);
        report_free(&jobs[i].report);
    }
    return count - missing;
}
