// SPDX-License-Identifier: MIT
#include "report/result_charts.h"

#include "report/folder_files.h"
#include "report/gnuplot.h"

#include <string.h>
#include <unistd.h>

static bool are_named(const Command *command) {
    return strcmp(command->charts, "auto") != 0;
}

static void do_without(ResultCharts *charts, const Command *command, Status status,
                       const Report *why, FILE *messages) {
    report_print(why, messages);
    if (are_named(command))
        charts->status = status;
    else
        fputs("hxsim: the results come without charts\n", messages);
    charts_leave_out(&charts->left_out, are_named(command) ? command->charts : "all", status, why,
                     "charts");
    charts->manifest.asked = "none";
}

void result_charts_prepare(ResultCharts *charts, const Command *command, FILE *messages) {
    charts->manifest.asked = command->charts;
    for (int i = 0; i < command->language_count; i++)
        charts->manifest.in_language[command->languages[i]] = true;
    if (strcmp(command->charts, "none") == 0) return;
    Report why;
    report_init(&why);
    const Status status = gnuplot_available(&why);
    if (status != STATUS_OK) do_without(charts, command, status, &why, messages);
    report_free(&why);
}

Status result_charts_draw(ResultCharts *charts, const Command *command, ResultChartsDraw *draw,
                          const void *what, const char *work, Team *team, FILE *messages,
                          Report *report) {
    const ChartsAsked asked = {charts->manifest.asked, command->languages, command->language_count,
                               team};
    char path[FOLDER_PATH];
    if (strcmp(asked.names, "none") == 0) return STATUS_OK;
    snprintf(path, sizeof path, "%.*s/charts", FOLDER_PATH - 16, work);
    const Status status = folder_make(path, report);
    if (status != STATUS_OK) return status;
    charts->drawn = draw(what, &asked, path, &charts->left_out);
    if (charts->drawn == 0) rmdir(path); // if nothing at all is in it
    charts_tell_left_out(&charts->left_out, "hxsim: left out chart ", messages);
    charts->manifest.failed = charts_may_be_drawn_later(&charts->left_out);
    if (charts->left_out.count > 0 && are_named(command))
        charts->status = charts->left_out.chart[0].status;
    return STATUS_OK;
}
