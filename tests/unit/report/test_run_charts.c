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

TEST(flows) {
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    char *en = run_bench_headline(&bench, &run_chart_flows, LANGUAGE_EN);
    run_bench_has(en, "In 2024, 17 of 100 admissions"); // 32 of 183
    run_bench_has(en, ", up from 13 in 2023; 91% of these are of people who live elsewhere");
    free(en);
    char *table = run_bench_drawn(&bench, &run_chart_flows, "web", LANGUAGE_EN, "csv");
    const double stays = RUN_BENCH_TIMES * MADE_UP_SCALE;
    const char *const bed = ",Admitted at,Outside the city,";
    ck_assert_double_eq_tol(run_bench_row(table, "Last seen at,City hospital", bed), 3 * stays,
                            1e-6);
    ck_assert_double_eq_tol(run_bench_row(table, "Last seen at,Outside the city", bed), 29 * stays,
                            1e-6);
    ck_assert_double_eq_tol(
        run_bench_row(table, "Home,Country residents", ",Last seen at,County hospital,"),
        61 * stays, 1e-6);
    ck_assert_double_eq_tol(
        run_bench_row(table, "Home,Town residents", ",Last seen at,City hospital,"), 56 * stays,
        1e-6);
    ck_assert_ptr_null(strstr(table, "Private hospital"));
    free(table);
    run_bench_close(&bench);
}

TEST(counties) {
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    const County *hill = &bench.experiment.city.counties[HILL];
    const double gain = run_bench_value(&bench, "primary_care_visit_share_county", HILL, 2024) -
                        run_bench_value(&bench, "primary_care_visit_share_county", HILL, 2023);
    char words[512], name[RUN_NAME],
        *en = run_bench_headline(&bench, &run_chart_counties, LANGUAGE_EN);
    run_county(name, &bench.experiment.city, hill, LANGUAGE_EN);
    snprintf(words, sizeof words, "clearly rises in 1 of 2 counties, most in %s (+%.1f points)",
             name, gain);
    run_bench_has(en, words);
    free(en);
    char *table = run_bench_drawn(&bench, &run_chart_counties, "web", LANGUAGE_EN, "csv");
    snprintf(words, sizeof words, "1,simulated,%s", name);
    ck_assert_double_eq_tol(run_bench_row(table, words, ",2024,"),
                            run_bench_value(&bench, "primary_care_visit_share_county", HILL, 2024),
                            1e-9);
    free(table);

    char *script = run_bench_drawn(&bench, &run_chart_counties, "web", LANGUAGE_EN, "gp");
    snprintf(words, sizeof words, "%.0f→%.0f%%",
             run_bench_value(&bench, "primary_care_visit_share_county", HILL, 2023),
             run_bench_value(&bench, "primary_care_visit_share_county", HILL, 2024));
    run_bench_has(script, words);
    free(script);

    Tally *before = &bench.made.results.year[0].county[HILL];
    before->visit_at[PRESENT][HILL][KIND_VILLAGE_CLINIC].visits += 180 * RUN_BENCH_TIMES;
    run_bench_count(&bench);
    char *zh = run_bench_headline(&bench, &run_chart_counties, LANGUAGE_ZH);
    run_county(name, &bench.experiment.city, hill, LANGUAGE_ZH);
    snprintf(words, sizeof words, "2个县市区中1个基层诊疗占比明显下降，%s变化最大（−", name);
    run_bench_has(zh, words);
    free(zh);
    *before = bench.made.results.year[1].county[HILL];
    run_bench_count(&bench);
    zh = run_bench_headline(&bench, &run_chart_counties, LANGUAGE_ZH);
    run_bench_has(zh, "各县市区基层诊疗占比变化不大：最高");
    free(zh);
    run_bench_close(&bench);
}

TEST(one_county) {
    RunBench bench;
    static const Language languages[] = {LANGUAGE_EN};
    const ChartsAsked all = {.names = "auto", .languages = languages, .language_count = 1};
    const ChartsAsked one = {.names = "counties", .languages = languages, .language_count = 1};
    ChartsLeftOut left_out;
    run_bench_open(&bench);
    run_bench_count(&bench);
    const uint32_t counties = bench.experiment.city.county_count;
    bench.experiment.city.county_count = 1;
    charts_draw_all(&bench.source, &all, bench.workshop.folder, &left_out);
    ck_assert(!workshop_has(&bench.workshop, "counties-en.png"));
    ck_assert(workshop_has(&bench.workshop, "primary-en.png"));
    ck_assert_uint_eq(charts_draw_all(&bench.source, &one, bench.workshop.folder, &left_out), 0);
    run_bench_has(left_out.chart[0].why, "the city has one county");
    bench.experiment.city.county_count = counties;
    run_bench_close(&bench);
}

// 165 of 283 visits settled in Hill are recorded, shifted or new, 117 of them there before; of 31
// shifted 23 would have gone to a township centre.
TEST(villages) {
    RunBench bench;
    static const Language languages[] = {LANGUAGE_EN};
    const ChartsAsked all = {.names = "auto", .languages = languages, .language_count = 1};
    const ChartsAsked one = {.names = "village", .languages = languages, .language_count = 1};
    ChartsLeftOut left_out;
    run_bench_open(&bench);
    run_bench_count(&bench);
    char *en = run_bench_headline(&bench, &run_chart_village, LANGUAGE_EN);
    run_bench_has(en, "Insurance records 248,000 more visits");
    run_bench_has(en, "village clinics in 2024; 71% of them were there before");
    free(en);
    char *table = run_bench_drawn(&bench, &run_chart_village, "web", LANGUAGE_EN, "csv");
    const double visits = RUN_BENCH_TIMES * MADE_UP_SCALE;
    ck_assert_double_eq_tol(run_bench_row(table, "1,simulated,Settled", "reform,"), 158 * visits,
                            1e-6);
    ck_assert_double_eq_tol(run_bench_row(table, "1,simulated,Shifted", "elsewhere,"), 31 * visits,
                            1e-6);
    free(table);
    char *script = run_bench_drawn(&bench, &run_chart_village, "web", LANGUAGE_EN, "gp");
    run_bench_has(script, "74%");
    free(script);

    Tally *hill = &bench.made.results.year[1].county[HILL];
    hill->count[COUNT_VILLAGE_RECORDED] = 10 * RUN_BENCH_TIMES;
    run_bench_count(&bench);
    char *zh = run_bench_headline(&bench, &run_chart_village, LANGUAGE_ZH);
    run_bench_has(zh, "村卫生室多结算8.7万人次，其中83%是转来或新增的就诊");
    free(zh);

    hill->count[COUNT_VILLAGE_RECORDED] = 0;
    memset(hill->village_from, 0, sizeof hill->village_from);
    run_bench_count(&bench);
    charts_draw_all(&bench.source, &all, bench.workshop.folder, &left_out);
    ck_assert_uint_eq(left_out.count, 0);
    ck_assert(!workshop_has(&bench.workshop, "village-en.png"));
    ck_assert_uint_eq(charts_draw_all(&bench.source, &one, bench.workshop.folder, &left_out), 0);
    run_bench_has(left_out.chart[0].why, "no reform of insurance at village clinics acts in 2024");
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
        CLAIM("flows of inpatients are those counted on the way to a bed", flows),
        CLAIM("counties stand in the order in which primary care gains", counties),
        CLAIM("a city of one county has no chart of its counties", one_county),
        CLAIM("what insurance records at village clinics is told as found there, moved or new, and "
              "not at all where nothing is",
              villages),
        CLAIM("reforms that start on one day share a mark, with their places if few",
              reform_starts),
        CLAIM("a county is called as newspapers call it", place_names),
        CLAIM("the note tells how a run was made and where a figure was printed", note),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
