// SPDX-License-Identifier: MIT
#include "report/charts_left_out.h"

#include <string.h>

// What a message says after the path of a file below `folder`: the file, and no more than what is
// wrong if it is one of the chart's own.
static const char *after_path(const char *path, const char *name) {
    const char *file = path;
    for (const char *at = path; *at && *at != ':' && *at != ' '; at++)
        if (*at == '/') file = at + 1;
    const char *wrong = strstr(file, ": ");
    const int own = strncmp(file, name, strlen(name)) == 0 && file[strlen(name)] == '.';
    return own && wrong ? wrong + strlen(": ") : file;
}

static void append_message(ChartLeftOut *chart, const char *message, const char *folder) {
    char line[sizeof chart->why];
    const char *path = strstr(message, folder);
    snprintf(line, sizeof line, "%.*s%s", (int)(path ? path - message : 0), message,
             path ? after_path(path, chart->name) : message);
    const size_t length = strlen(chart->why);
    if (strstr(chart->why, line)) return; // said of another file of the chart
    snprintf(chart->why + length, sizeof chart->why - length, "%s%s", length ? "; " : "", line);
}

void charts_leave_out(ChartsLeftOut *left_out, const char *name, Status status,
                      const Report *report, const char *folder) {
    if (left_out->count == MOST_LEFT_OUT) return;
    ChartLeftOut *chart = &left_out->chart[left_out->count++];
    *chart = (ChartLeftOut){.status = status};
    snprintf(chart->name, sizeof chart->name, "%s", name);
    for (size_t i = 0; i < report->count; i++)
        append_message(chart, report->messages[i], folder);
    if (!chart->why[0]) snprintf(chart->why, sizeof chart->why, "out of memory");
}

static int is_told_before(const ChartsLeftOut *left_out, size_t chart) {
    for (size_t i = 0; i < chart; i++)
        if (strcmp(left_out->chart[i].why, left_out->chart[chart].why) == 0) return 1;
    return 0;
}

void charts_tell_left_out(const ChartsLeftOut *left_out, const char *before, FILE *out) {
    for (size_t i = 0; i < left_out->count; i++) {
        const char *why = left_out->chart[i].why;
        if (is_told_before(left_out, i)) continue;
        fprintf(out, "%s%s", before, left_out->chart[i].name);
        for (size_t k = i + 1; k < left_out->count; k++)
            if (strcmp(left_out->chart[k].why, why) == 0)
                fprintf(out, ", %s", left_out->chart[k].name);
        fprintf(out, ": %s\n", why);
    }
}

int charts_may_be_drawn_later(const ChartsLeftOut *left_out) {
    for (size_t i = 0; i < left_out->count; i++)
        if (left_out->chart[i].status != STATUS_INVALID) return 1;
    return 0;
}
