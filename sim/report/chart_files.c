// SPDX-License-Identifier: MIT
#include "report/chart_files.h"

#include "report/chart_font.h"
#include "report/chart_image.h"
#include "report/gnuplot.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DRAW_SECONDS = 60 };

static const char *const endings[] = {"gp", "csv", "png", "svg"};
enum { GP, CSV, PNG, SVG, ENDINGS };

static Status join(char path[CHART_PATH], const char *folder, const char *name, const char *ending,
                   Report *report) {
    const int length = snprintf(path, CHART_PATH, "%s/%s%s%s", folder, name, ending ? "." : "",
                                ending ? ending : "");
    if (length > 0 && length < CHART_PATH) return STATUS_OK;
    return report_problem(report, STATUS_NO_OUTPUT,
                          "%.80s...: the path is too long; use a folder nearer to the root",
                          folder);
}

static Status open_one(FILE **stream, const ChartFiles *files, const char *ending, Report *report) {
    char path[CHART_PATH];
    const Status status = join(path, files->work, files->name, ending, report);
    if (status != STATUS_OK) return status;
    *stream = fopen(path, "wb");
    if (*stream) return STATUS_OK;
    return report_problem(report, STATUS_NO_OUTPUT,
                          "%s: cannot be created: %s; make room or another folder", path,
                          strerror(errno));
}

static bool is_plain(const char *name) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    return name[0] != '\0' && name[0] != '-' && name[strspn(name, plain)] == '\0';
}

static Status make_work_folder(ChartFiles *files, Report *report) {
    Status status = join(files->work, files->folder, ".chart-XXXXXX", NULL, report);
    if (status == STATUS_OK && !mkdtemp(files->work)) {
        status = report_problem(report, STATUS_NO_OUTPUT,
                                "%s: a chart cannot be written there: %s; give a folder that can "
                                "be written",
                                files->folder, strerror(errno));
        files->work[0] = '\0';
    }
    return status;
}

Status chart_files_open(ChartFiles *files, const char *folder, const char *name,
                        const ChartStyle *style, Report *report) {
    *files = (ChartFiles){.style = style, .folder = folder, .name = name};
    if (!is_plain(name))
        return report_problem(report, STATUS_USAGE,
                              "'%s' cannot name a chart's files; use letters, digits, - and _",
                              name);

    Status status = make_work_folder(files, report);
    if (status == STATUS_OK) status = open_one(&files->script, files, endings[GP], report);
    if (status == STATUS_OK) status = open_one(&files->table, files, endings[CSV], report);
    if (status != STATUS_OK) return status;

    fprintf(files->script,
            "# Drawn by hxsim. Redraw in this folder, beside %s.csv: gnuplot %s.gp\n"
            "# (gnuplot 5.4 or later, the font %s).\n\n",
            name, name, GNUPLOT_FONT);
    fputs("\xEF\xBB\xBF", files->table);
    return STATUS_OK;
}

Status chart_files_copy(ChartFiles *files, const char *plot, Report *report) {
    char path[CHART_PATH], piece[CHART_PATH];
    const Status status = join(path, files->style->plots_folder, plot, NULL, report);
    if (status != STATUS_OK) return status;
    FILE *source = fopen(path, "rb");
    if (!source)
        return report_problem(report, STATUS_NO_INPUT,
                              "%s: cannot be read: %s; the plots folder of hxsim is needed to draw",
                              path, strerror(errno));
    fputc('\n', files->script);
    for (size_t length; (length = fread(piece, 1, sizeof piece, source)) > 0;)
        fwrite(piece, 1, length, files->script);
    fputc('\n', files->script);
    fclose(source);
    return STATUS_OK;
}

static Status close_one(FILE **stream, const ChartFiles *files, Report *report) {
    if (!*stream) return STATUS_OK;
    const bool failed = ferror(*stream) != 0;
    const bool closed = fclose(*stream) == 0;
    *stream = NULL;
    if (closed && !failed) return STATUS_OK;
    return report_problem(report, STATUS_IO,
                          "%s: a chart could not be written to its end: %s; make room on the disk",
                          files->folder, strerror(errno));
}

// The whole script is looked at, because every text of the chart is in it.
static Status check_font(const ChartFiles *files, Report *report) {
    char path[CHART_PATH], *text = NULL;
    size_t size = 0;
    Status status = join(path, files->work, files->name, endings[GP], report);
    if (status != STATUS_OK) return status;
    FILE *stream = fopen(path, "rb");
    if (!stream || getdelim(&text, &size, '\0', stream) < 0)
        status = report_problem(report, STATUS_IO, "%s: cannot be read again: %s; draw again", path,
                                strerror(errno));
    if (stream) fclose(stream);
    if (status == STATUS_OK) status = chart_font_check(GNUPLOT_FONT, text, report);
    free(text);
    return status;
}

static Status draw(const ChartFiles *files, const ChartText *text, Report *report) {
    char script[CHART_PATH], png[CHART_PATH], svg[CHART_PATH];
    Status status = join(png, files->work, files->name, endings[PNG], report);
    if (status == STATUS_OK) status = join(svg, files->work, files->name, endings[SVG], report);
    snprintf(script, sizeof script, "%s.gp", files->name);

    if (status == STATUS_OK) status = gnuplot_run(files->work, script, DRAW_SECONDS, report);
    if (status == STATUS_OK && files->style->formats & CHART_PNG)
        status = chart_image_finish_png(png, report);
    if (status == STATUS_OK && files->style->formats & CHART_SVG)
        status = chart_image_finish_svg(svg, text->headline, text->subtitle, report);
    return status;
}

// Moves a file out of the work folder to its place. What was not drawn is not there.
static Status keep(const ChartFiles *files, const char *ending, Report *report) {
    char from[CHART_PATH], to[CHART_PATH];
    Status status = join(from, files->work, files->name, ending, report);
    if (status == STATUS_OK) status = join(to, files->folder, files->name, ending, report);
    if (status == STATUS_OK && rename(from, to) != 0 && errno != ENOENT)
        status = report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be replaced: %s; remove it",
                                to, strerror(errno));
    return status;
}

static void clear(const ChartFiles *files) {
    char path[CHART_PATH];
    Report unread;
    report_init(&unread);
    for (size_t i = 0; i < ENDINGS; i++)
        if (join(path, files->work, files->name, endings[i], &unread) == STATUS_OK) unlink(path);
    if (join(path, files->work, GNUPLOT_COMPLAINTS, NULL, &unread) == STATUS_OK) unlink(path);
    report_free(&unread);
    rmdir(files->work);
}

Status chart_files_close(ChartFiles *files, const ChartText *text, Status status, Report *report) {
    status = status_first(status, close_one(&files->script, files, report));
    status = status_first(status, close_one(&files->table, files, report));
    if (status == STATUS_OK) {
        Status drawn = check_font(files, report);
        if (drawn == STATUS_OK) drawn = draw(files, text, report);
        const size_t kept = drawn == STATUS_OK ? ENDINGS : CSV + 1;
        for (size_t i = 0; i < kept; i++)
            status = status_first(status, keep(files, endings[i], report));
        status = status_first(drawn, status);
    }
    if (files->work[0]) clear(files);
    return status;
}
