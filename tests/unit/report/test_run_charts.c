// SPDX-License-Identifier: MIT
#include "report/charts_of_run.h"

#include "base/calendar.h"
#include "report/run_chart_words.h"
#include "unit/claim.h"
#include "unit/report/labels.h"
#include "unit/report/run_bench.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- claims

TEST(all_files) {
    RunBench bench;
    static const Language languages[] = {LANGUAGE_ZH, LANGUAGE_EN};
    const ChartsAsked asked = {"auto", languages, 2, NULL}, one = {"flows", languages + 1, 1, NULL};
    ChartInfo infos[MOST_CHARTS];
    run_bench_open(&bench);
    run_bench_count(&bench);
    const int charts = charts_infos(infos);
    ChartsLeftOut left_out;
    const char *folder = bench.workshop.folder;
    ck_assert_uint_eq(charts_draw_all(&bench.source, &one, folder, &left_out), 1);
    ck_assert_uint_eq(workshop_count(&bench.workshop), 4);
    ck_assert(workshop_has(&bench.workshop, "flows-en.png"));
    ck_assert_uint_eq(charts_draw_all(&bench.source, &asked, folder, &left_out),
                      2u * (size_t)charts);
    ck_assert_uint_eq(workshop_count(&bench.workshop), 4u * 2u * (size_t)charts);
    ck_assert_uint_eq(left_out.count, 0);
    run_bench_close(&bench);
}

TEST(names) {
    Report report;
    report_init(&report);
    ck_assert_int_eq(charts_check("auto", &report), STATUS_OK);
    ck_assert_int_eq(charts_check("none", &report), STATUS_OK);
    ck_assert_int_eq(charts_check("counties,primary", &report), STATUS_OK);
    ck_assert_int_eq(charts_check("primary,flow", &report), STATUS_USAGE);
    ck_assert_str_eq(report.messages[0],
                     "there is no chart flow, did you mean flows; see hxsim list charts");
    ck_assert_int_eq(charts_check("primary,", &report), STATUS_USAGE);
    report_free(&report);
}

TEST(labels) {
    static const RunChart *const charts[] = {&run_chart_primary, &run_chart_flows,
                                             &run_chart_counties, &run_chart_inpatient,
                                             &run_chart_village};
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    for (const char *const *size = chart_size_names(); *size; size++)
        for (int language = LANGUAGE_ZH; language <= LANGUAGE_EN; language++)
            for (size_t i = 0; i < sizeof charts / sizeof *charts; i++) {
                char *script = run_bench_drawn(&bench, charts[i], *size, (Language)language, "gp");
                labels_assert_clear(script, charts[i]->info.name);
                free(script);
            }
    run_bench_close(&bench);
}

TEST(moves) {
    ck_assert_int_eq(run_move(52.13, 54.37, 1e6), RUN_RISES);
    ck_assert_int_eq(run_move(54.37, 52.13, 1e6), RUN_FALLS);
    ck_assert_int_eq(run_move(52.13, 52.61, 1e9), RUN_HOLDS);
    const double chance = run_chance(52.13, 54.37, 1000);
    ck_assert_double_eq_tol(chance, 3 * 100 * sqrt(2 * 0.5325 * 0.4675 / 1000), 1e-9);
    ck_assert_int_eq(run_move(52.13, 54.37, 1000), RUN_HOLDS);
    ck_assert_int_eq(run_move(52.13, 52.13 + 1.01 * chance, 1000), RUN_RISES);
}

TEST(primary_headline) {
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    const double from = run_bench_value(&bench, "primary_care_visit_share", WHOLE_CITY, 2023);
    const double to = run_bench_value(&bench, "primary_care_visit_share", WHOLE_CITY, 2024);
    ck_assert_double_gt(to, from + 1.0);
    char words[128], *zh = run_bench_headline(&bench, &run_chart_primary, LANGUAGE_ZH);
    snprintf(words, sizeof words, "由2023年的%.1f%%升至2024年的%.1f%%，快于全国趋势", from, to);
    run_bench_has(zh, words);
    free(zh);

    bench.figures[2].low = to - from - 0.1;
    bench.figures[2].high = to - from + 0.1;
    char *en = run_bench_headline(&bench, &run_chart_primary, LANGUAGE_EN);
    snprintf(words, sizeof words, "rises from %.1f%% in 2023 to %.1f%% in 2024, in step", from, to);
    run_bench_has(en, words);
    free(en);
    bench.figures[2].low = bench.figures[2].high = to - from + 9.0;
    en = run_bench_headline(&bench, &run_chart_primary, LANGUAGE_EN);
    run_bench_has(en, ", slower than the national trend");
    free(en);
    run_bench_close(&bench);
}

TEST(primary_falls_and_holds) {
    RunBench bench;
    run_bench_open(&bench);
    Tally *before = &bench.made.results.year[0].county[HILL];
    before->visit_at[PRESENT][HILL][KIND_VILLAGE_CLINIC].visits += 90 * RUN_BENCH_TIMES;
    run_bench_count(&bench);
    char *text = run_bench_headline(&bench, &run_chart_primary, LANGUAGE_ZH);
    run_bench_has(text, "变化不大");
    free(text);
    before->visit_at[PRESENT][HILL][KIND_VILLAGE_CLINIC].visits += 90 * RUN_BENCH_TIMES;
    run_bench_count(&bench);
    text = run_bench_headline(&bench, &run_chart_primary, LANGUAGE_EN);
    run_bench_has(text, "falls from");
    run_bench_has(text, "while the nation's rises");
    free(text);
    run_bench_close(&bench);
}

TEST(reported_change) {
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    const double from = run_bench_value(&bench, "primary_care_visit_share", WHOLE_CITY, 2023);
    const double to = run_bench_value(&bench, "primary_care_visit_share", WHOLE_CITY, 2024);
    char *table = run_bench_drawn(&bench, &run_chart_primary, "web", LANGUAGE_EN, "csv");
    ck_assert_double_eq_tol(run_bench_row(table, "1,reported,", ",2023,"), from, 1e-9);
    ck_assert_double_eq_tol(run_bench_row(table, "1,reported,", ",2024,"), from + 1.3, 1e-9);
    ck_assert_double_eq_tol(run_bench_row(table, "1,simulated,", ",2024,"), to, 1e-9);
    ck_assert_double_eq_tol(run_bench_row(table, "1,background,", ",2024,"), from + 0.45, 1e-9);
    char words[128];
    snprintf(words, sizeof words, "Reported: +1.3 points from 2023 to 2024 (simulated +%.1f)",
             to - from);
    run_bench_has(table, words);
    free(table);
    run_bench_close(&bench);
}

TEST(without_figures) {
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    bench.experiment.city.figure_count = 0;
    char *table = run_bench_drawn(&bench, &run_chart_primary, "web", LANGUAGE_EN, "csv");
    ck_assert(isfinite(run_bench_row(table, "1,simulated,", ",2024,")));
    ck_assert_ptr_null(strstr(table, "reported"));
    ck_assert_ptr_null(strstr(table, "background"));
    free(table);
    run_bench_close(&bench);
}

TEST(inpatient) {
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    char words[128], *en = run_bench_headline(&bench, &run_chart_inpatient, LANGUAGE_EN);
    snprintf(words, sizeof words, "falls from %.1f%% to %.1f%% by 2024; only that of residents",
             run_bench_value(&bench, "in_city_inpatient_rate", WHOLE_CITY, 2023),
             run_bench_value(&bench, "in_city_inpatient_rate", WHOLE_CITY, 2024));
    run_bench_has(en, words);
    free(en);
    bench.figures[1].value = 80.0;
    en = run_bench_headline(&bench, &run_chart_inpatient, LANGUAGE_EN);
    run_bench_has(en, ", in line with the report");
    free(en);
    bench.figures[1].value = 99.0;
    char *zh = run_bench_headline(&bench, &run_chart_inpatient, LANGUAGE_ZH);
    run_bench_has(zh, "，低于报道的水平");
    free(zh);
    run_bench_close(&bench);
}

TEST(outflow) {
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    char *table = run_bench_drawn(&bench, &run_chart_inpatient, "web", LANGUAGE_EN, "csv");
    const double stays = RUN_BENCH_TIMES * MADE_UP_SCALE;
    ck_assert_double_eq_tol(run_bench_row(table, "2,simulated,Outflow", ",2024,"), 25 * stays,
                            1e-6);
    ck_assert_double_eq_tol(run_bench_row(table, "2,simulated,Outflow", ",2023,"), 15 * stays,
                            1e-6);
    ck_assert_double_eq_tol(run_bench_row(table, "2,simulated,Inflow", ",2024,"), 8 * stays, 1e-6);
    free(table);
    run_bench_close(&bench);
}

TEST(reform_starts) {
    RunBench bench;
    RunMarkers markers;
    char words[256], hill[RUN_NAME];
    run_bench_open(&bench);
    bench.experiment.reform_count = 3;
    Reform *reforms = bench.experiment.reforms;
    for (int i = 0; i < 3; i++)
        reforms[i] = (Reform){.lever = i % 2,
                              .coverage = 1,
                              .start_day = calendar_day(i == 2 ? 2022 : 2023, 10, 1),
                              .in_county = {[HILL] = 1, [RIVER] = i > 0}};
    run_markers(&markers, &bench.source, LANGUAGE_ZH);
    run_county(hill, &bench.experiment.city, &bench.experiment.city.counties[HILL], LANGUAGE_ZH);
    snprintf(words, sizeof words, "2023年10月起：联合（%s）、共享", hill);
    ck_assert_uint_eq(markers.count, 1);
    ck_assert_str_eq(markers.labels[0], words);
    ck_assert_double_eq_tol(markers.markers[0].time, 2023.25, 1e-9);
    run_markers(&markers, &bench.source, LANGUAGE_EN);
    run_bench_has(markers.labels[0], "From Oct 2023: joined hospitals (");

    reforms[0].coverage = 0;
    run_markers(&markers, &bench.source, LANGUAGE_ZH);
    ck_assert_str_eq(markers.labels[0], "2023年10月起：共享");
    bench.experiment.reform_count = 5;
    for (int i = 0; i < 5; i++)
        reforms[i] = (Reform){.lever = 1,
                              .coverage = 1,
                              .start_day = calendar_day(2023, 10, 1),
                              .in_county = {[HILL] = 1, [RIVER] = 1}};
    run_markers(&markers, &bench.source, LANGUAGE_ZH);
    ck_assert_str_eq(markers.labels[0], "2023年10月起：共享、共享、共享等5项");
    run_markers(&markers, &bench.source, LANGUAGE_EN);
    run_bench_has(markers.labels[0], "; and 2 more");
    run_bench_close(&bench);
}

TEST(place_names) {
    static const struct {
        const char *name_zh, *name_en, *zh, *en;
    } names[] = {
        {"靖州苗族侗族自治县", "Jingzhou Miao and Dong Autonomous County", "靖州县", "Jingzhou"},
        {"沅陵县", "Yuanling County", "沅陵县", "Yuanling"},
        {"洪江市", "Hongjiang City (county-level)", "洪江市", "Hongjiang City"},
        {"北县（虚构）", "North County (made up)", "北县", "North"},
        {"鹤城区", "Hecheng District", "鹤城区", "Hecheng District"},
        {"湘潭县", "Xiangtan County", "湘潭县", "Xiangtan County"},
        {"湘县", "Xiang County", "湘县", "Xiang"}};
    const City city = {.name_zh = "湘潭市", .name_en = "Xiangtan"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const County county = {.name_zh = names[i].name_zh, .name_en = names[i].name_en};
        char name[RUN_NAME];
        run_county(name, &city, &county, LANGUAGE_ZH);
        ck_assert_str_eq(name, names[i].zh);
        run_county(name, &city, &county, LANGUAGE_EN);
        ck_assert_str_eq(name, names[i].en);
    }
}

TEST(note) {
    RunBench bench;
    char text[RUN_WORDS] = "";
    run_bench_open(&bench);
    run_note(text, &bench.source, RUN_SHOWS_MEDIAN, LANGUAGE_EN);
    ck_assert_str_eq(text, "Simulated, not a forecast: central parameters, one replicate, 1 in 3 "
                           "residents, seed 7, hxsim 0.1.0. ");
    bench.experiment.scale = 1;
    bench.experiment.replicates = bench.values.replicates = 7;
    text[0] = '\0';
    run_note(text, &bench.source, RUN_SHOWS_MEDIAN, LANGUAGE_EN);
    run_bench_has(text, "median, least and greatest of 7 replicates (chance alone)");
    bench.experiment.replicates = bench.values.replicates = 20;
    text[0] = '\0';
    run_note(text, &bench.source, RUN_SHOWS_MEDIAN, LANGUAGE_EN);
    ck_assert_str_eq(text,
                     "Simulated, not a forecast: central parameters, median and middle 50% and "
                     "90% of 20 replicates (chance alone), every resident (1:1), seed 7, hxsim "
                     "0.1.0. ");
    text[0] = '\0';
    run_note(text, &bench.source, RUN_SHOWS_FIRST, LANGUAGE_ZH);
    run_cite(text, &bench.figures[0], LANGUAGE_ZH);
    ck_assert_str_eq(text, "模拟，非预测：参数取中心值，20次重复中的第1次，1:1全体居民，种子7，"
                           "hxsim 0.1.0。省级卫生健康类报纸第41期（2026年3月7日）");
    text[0] = '\0';
    run_cite(text, &bench.figures[0], LANGUAGE_EN);
    ck_assert_str_eq(text, "provincial health newspaper, issue 41, 2026-03-07");
    run_bench_close(&bench);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("every chart of a run is drawn in every language asked for", all_files),
        CLAIM("an unknown chart is answered with the nearest one", names),
        CLAIM("no label of a run's charts is clipped or covers another, in any size and language",
              labels),
        CLAIM("a change within chance or below half a point is none", moves),
        CLAIM("the headline of primary care tells the change and the national trend beside it",
              primary_headline),
        CLAIM("a headline says so when a share falls or holds", primary_falls_and_holds),
        CLAIM("a reported change is drawn from the simulated level on", reported_change),
        CLAIM("a city without figures has charts without reported marks", without_figures),
        CLAIM("the in-city rate is held to the reported bound in both readings", inpatient),
        CLAIM("outflow is what the in-city rate leaves out", outflow),
        CLAIM("reforms that start on one day share a mark, with their places if few",
              reform_starts),
        CLAIM("a county is called as newspapers call it", place_names),
        CLAIM("the note tells how a run was made and where a figure was printed", note),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
