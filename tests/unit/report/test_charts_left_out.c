// SPDX-License-Identifier: MIT
#include "report/charts_of_run.h"

#include "unit/claim.h"
#include "unit/report/run_bench.h"

#include <math.h>
#include <stdlib.h>
#include <sys/stat.h>

// What the charts left out are told as, in one text.
static void told(const ChartsLeftOut *left_out, char *text, size_t room) {
    FILE *stream = fmemopen(text, room, "w");
    ck_assert_ptr_nonnull(stream);
    charts_tell_left_out(left_out, "left out ", stream);
    fclose(stream);
}

// A county without visits in one of the years has no line; if no county has one, nothing is drawn
// of them, and everything else is.
TEST(one_left_out) {
    RunBench bench;
    static const Language languages[] = {LANGUAGE_ZH, LANGUAGE_EN};
    const ChartsAsked asked = {"auto", languages, 2, NULL};
    ChartInfo infos[MOST_CHARTS];
    ChartsLeftOut left_out;
    char text[1000];
    run_bench_open(&bench);
    run_bench_count(&bench);
    for (int place = HILL; place <= RIVER; place++) {
        const IndicatorCell cell = {
            indicator_find("primary_care_visit_share_county"), 2024, {.place = place}};
        *indicator_values_find(&bench.values, 0, &cell) = (double)NAN;
    }
    const size_t all = 2u * (size_t)charts_infos(infos);
    const char *folder = bench.workshop.folder;
    ck_assert_uint_eq(charts_draw_all(&bench.source, &asked, folder, &left_out), all - 2);
    ck_assert_uint_eq(workshop_count(&bench.workshop), 4 * (all - 2));
    ck_assert(!workshop_has(&bench.workshop, "counties-zh.csv"));
    told(&left_out, text, sizeof text);
    ck_assert_str_eq(text, "left out counties-zh, counties-en: no county has visits in every year; "
                           "draw it from a larger run\n");
    ck_assert(!charts_may_be_drawn_later(&left_out));
    run_bench_close(&bench);
}

// A gnuplot that fails for one chart in one language: that chart's picture is missing, and its
// numbers are not.
TEST(one_fails) {
    RunBench bench;
    static const Language languages[] = {LANGUAGE_ZH, LANGUAGE_EN};
    const ChartsAsked asked = {"auto", languages, 2, NULL};
    ChartsLeftOut left_out;
    Workshop bin;
    char text[1000], path[WORKSHOP_PATH], script[4096], *search_path = strdup(getenv("PATH"));
    run_bench_open(&bench);
    run_bench_count(&bench);
    workshop_open(&bin);
    snprintf(script, sizeof script,
             "#!/bin/sh\nPATH=%s\ncase $2 in flows-en.gp) echo '\"flows-en.gp\" line 7: no' >&2; "
             "exit 1;; esac\nexec gnuplot \"$@\"\n",
             search_path);
    workshop_write(&bin, "gnuplot", script);
    workshop_path(&bin, "gnuplot", path);
    ck_assert_int_eq(chmod(path, 0700), 0);
    setenv("PATH", bin.folder, 1);
    const size_t drawn = charts_draw_all(&bench.source, &asked, bench.workshop.folder, &left_out);
    setenv("PATH", search_path, 1);
    free(search_path);
    ck_assert_uint_eq(left_out.count, 1);
    ck_assert_uint_gt(drawn, 6);
    ck_assert_uint_eq(workshop_count(&bench.workshop), 4 * drawn + 2);
    ck_assert(workshop_has(&bench.workshop, "flows-en.csv"));
    ck_assert(!workshop_has(&bench.workshop, "flows-en.png"));
    told(&left_out, text, sizeof text);
    ck_assert_str_eq(text, "left out flows-en: gnuplot failed: \"flows-en.gp\" line 7: no\n");
    ck_assert_int_eq(left_out.chart[0].status, STATUS_UNAVAILABLE);
    ck_assert(charts_may_be_drawn_later(&left_out));
    workshop_close(&bin);
    run_bench_close(&bench);
}

// The folder in which charts are made has a name of its own until the run is whole.
TEST(told_by_file) {
    Report report;
    ChartsLeftOut left_out = {0};
    char text[1000];
    report_init(&report);
    report_problem(&report, STATUS_IO,
                   "/out/x-1.a8Zk/charts/.chart-Ab9/flows-zh.png: the picture is not whole: no");
    charts_leave_out(&left_out, "flows-zh", STATUS_IO, &report, "/out/x-1.a8Zk/charts");
    report_free(&report);
    report_problem(&report, STATUS_IO,
                   "/out/x-1.a8Zk/charts/.chart-7xu/counties-zh.svg: the picture is not whole: no");
    charts_leave_out(&left_out, "counties-zh", STATUS_IO, &report, "/out/x-1.a8Zk/charts");
    report_free(&report);
    report_problem(&report, STATUS_IO, "one");
    report_problem(&report, STATUS_IO, "two");
    report_problem(&report, STATUS_IO, "two");
    report_problem(&report, STATUS_IO, "/out/x-1.a8Zk/charts/style.gp: missing");
    charts_leave_out(&left_out, "flows-en", STATUS_IO, &report, "/out/x-1.a8Zk/charts");
    report_free(&report);
    charts_leave_out(&left_out, "primary-en", STATUS_NO_MEMORY, &report, "/out/x-1.a8Zk/charts");
    told(&left_out, text, sizeof text);
    ck_assert_str_eq(text, "left out flows-zh, counties-zh: the picture is not whole: no\n"
                           "left out flows-en: one; two; style.gp: missing\n"
                           "left out primary-en: out of memory\n");
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a chart that the results have nothing for is left out, and the others are drawn",
              one_left_out),
        CLAIM("a chart that gnuplot fails on is left out, and the others are drawn", one_fails),
        CLAIM("what is left out is told by file, once for each reason", told_by_file),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
