// SPDX-License-Identifier: MIT
#include "report/charts_of_run.h"

#include "report/run_chart_words.h"
#include "unit/claim.h"
#include "unit/report/run_bench.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// The same results as a run of 2024 alone.
static void keep_last_year(RunBench *bench) {
    bench->experiment.base_year = 2024;
}

TEST(one_year) {
    RunBench bench;
    static const Language languages[] = {LANGUAGE_ZH, LANGUAGE_EN};
    const ChartsAsked asked = {"auto", languages, 2, NULL};
    ChartsLeftOut left_out;
    ChartInfo infos[MOST_CHARTS];
    run_bench_open(&bench);
    run_bench_count(&bench);
    keep_last_year(&bench);
    ck_assert_uint_eq(charts_draw_all(&bench.source, &asked, bench.workshop.folder, &left_out),
                      2u * (size_t)charts_infos(infos));
    ck_assert_uint_eq(left_out.count, 0);
    run_bench_close(&bench);
}

// Made-up visits of 2024 at institutions of the two counties: 410 + 11 at village clinics, 73 at
// private clinics, 291 + 233 at township centres, 187 + 149 + 7 at county hospitals, 59 + 317 + 29
// at the city's: 1018 of 1766 are primary care.
TEST(primary_of_one_year) {
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    keep_last_year(&bench);
    char *en = run_bench_headline(&bench, &run_chart_primary, LANGUAGE_EN);
    run_bench_has(en, "In 2024, 58 of 100 visits in");
    free(en);
    char *zh = run_bench_headline(&bench, &run_chart_primary, LANGUAGE_ZH);
    run_bench_has(zh, "2024年");
    run_bench_has(zh, "每100次就诊有58次在基层");
    free(zh);
    char *table = run_bench_drawn(&bench, &run_chart_primary, "web", LANGUAGE_EN, "csv");
    ck_assert_double_eq_tol(run_bench_row(table, "1,simulated,Village", "clinics,"),
                            100 * 421 / 1766.0, 1e-6);
    ck_assert_double_eq_tol(run_bench_row(table, "1,simulated,Private c", "linics,"),
                            100 * 73 / 1766.0, 1e-6);
    ck_assert_double_eq_tol(run_bench_row(table, "1,simulated,Township", "centres,"),
                            100 * 524 / 1766.0, 1e-6);
    ck_assert_double_eq_tol(run_bench_row(table, "1,simulated,County", "hospitals,"),
                            100 * 343 / 1766.0, 1e-6);
    ck_assert_double_eq_tol(run_bench_row(table, "1,simulated,City", "hospitals,"),
                            100 * 405 / 1766.0, 1e-6);
    free(table);
    run_bench_close(&bench);
}

TEST(others_of_one_year) {
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    keep_last_year(&bench);
    char words[256], name[RUN_NAME],
        *en = run_bench_headline(&bench, &run_chart_inpatient, LANGUAGE_EN);
    const double rate = run_bench_value(&bench, "in_city_inpatient_rate", WHOLE_CITY, 2024);
    snprintf(words, sizeof words, "insured is %.1f%% in 2024; only that of residents", rate);
    run_bench_has(en, words);
    free(en);
    char *table = run_bench_drawn(&bench, &run_chart_inpatient, "web", LANGUAGE_EN, "csv");
    const double stays = RUN_BENCH_TIMES * MADE_UP_SCALE;
    ck_assert_double_eq_tol(run_bench_row(table, "2,simulated,Out", "flow,"), 25 * stays, 1e-6);
    ck_assert_double_eq_tol(run_bench_row(table, "2,simulated,In", "flow,"), 8 * stays, 1e-6);
    ck_assert_double_eq_tol(run_bench_row(table, "1,reported,", "at least 90%,"), 90.0, 1e-9);
    free(table);

    en = run_bench_headline(&bench, &run_chart_flows, LANGUAGE_EN);
    run_bench_has(en, "In 2024, 17 of 100 admissions");
    run_bench_has(en, "outside the city; 91% of these");
    free(en);

    char *zh = run_bench_headline(&bench, &run_chart_counties, LANGUAGE_ZH);
    const double hill = run_bench_value(&bench, "primary_care_visit_share_county", HILL, 2024);
    const double river = run_bench_value(&bench, "primary_care_visit_share_county", RIVER, 2024);
    run_county(name, &bench.experiment.city,
               &bench.experiment.city.counties[hill > river ? HILL : RIVER], LANGUAGE_ZH);
    snprintf(words, sizeof words, "各县市区基层诊疗占比：最高%s（%.0f%%），最低", name,
             fmax(hill, river));
    run_bench_has(zh, words);
    free(zh);
    run_bench_close(&bench);
}

// Eleven replicates of one value, which differ by tenths: the median is the sixth, and so few are
// shown from the first to the last.
TEST(replicates) {
    RunBench bench;
    run_bench_open(&bench);
    indicator_values_free(&bench.values);
    ck_assert_int_eq(
        indicator_values_init(&bench.values, &bench.experiment.city, 2023, 2, 11, &bench.report),
        STATUS_OK);
    bench.experiment.replicates = 11;
    for (int r = 0; r < 11; r++)
        ck_assert_int_eq(
            indicator_values_fill(&bench.values, r, &bench.made.results, &bench.report), STATUS_OK);
    const IndicatorCell cell = {
        indicator_find("primary_care_visit_share"), 2024, {.place = WHOLE_CITY}};
    for (int r = 0; r < 11; r++)
        *indicator_values_find(&bench.values, r, &cell) = 53.72 + 0.1 * ((r * 7) % 11);
    char *table = run_bench_drawn(&bench, &run_chart_primary, "web", LANGUAGE_EN, "csv");
    ck_assert_ptr_nonnull(strstr(table, "1,simulated,Simulated,2024,54.22,,,53.72,54.72"));
    free(table);
    char *script = run_bench_drawn(&bench, &run_chart_primary, "web", LANGUAGE_EN, "gp");
    run_bench_has(script, "54.2% (53.7–54.7)");
    free(script);
    run_bench_close(&bench);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a run of one year has every chart", one_year),
        CLAIM("of one year, primary care's share is told by kind of institution",
              primary_of_one_year),
        CLAIM("of one year, nothing is said to move", others_of_one_year),
        CLAIM("of a few replicates a chart shows the median, the least and the greatest",
              replicates),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
