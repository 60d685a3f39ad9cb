// SPDX-License-Identifier: MIT
// Charts of a run that tell places apart: flows of inpatients, counties, village clinics.
#include "report/charts_of_run.h"

#include "report/run_chart_words.h"
#include "unit/claim.h"
#include "unit/report/labels.h"
#include "unit/report/run_bench.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

int main(void) {
    const Claim claims[] = {
        CLAIM("flows of inpatients are those counted on the way to a bed", flows),
        CLAIM("counties stand in the order in which primary care gains", counties),
        CLAIM("a city of one county has no chart of its counties", one_county),
        CLAIM("what insurance records at village clinics is told as found there, moved or new, and "
              "not at all where nothing is",
              villages),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
