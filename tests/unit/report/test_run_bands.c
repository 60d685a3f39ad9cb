// SPDX-License-Identifier: MIT
// Charts of a run with draws: bands, and what a headline may say of them.
#include "report/run_chart_words.h"
#include "unit/claim.h"
#include "unit/report/labels.h"
#include "unit/report/run_bench.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char share[] = "primary_care_visit_share", rate[] = "in_city_inpatient_rate";

static void open_with_draws(RunBench *bench, const char *indicator, double level, double change) {
    run_bench_open(bench);
    run_bench_count(bench);
    run_bench_draw(bench, indicator, level, change);
}

// ---- claims

TEST(bands) {
    RunBench bench;
    open_with_draws(&bench, share, 0.7, 0.013);
    const double to = run_bench_value(&bench, share, WHOLE_CITY, 2024);
    char *table = run_bench_drawn(&bench, &run_chart_primary, "web", LANGUAGE_EN, "csv");
    const char *at = strstr(table, "1,simulated,Simulated,2024,");
    ck_assert_ptr_nonnull(at);
    at += strlen("1,simulated,Simulated,2024,");
    const double steps[] = {0, -5, 5, -9, 9};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        char *end;
        ck_assert_double_eq_tol(strtod(at, &end), to + steps[i] * 0.713, 1e-8);
        at = end + 1;
    }
    free(table);
    run_bench_close(&bench);
}

TEST(change_of_a_draw) {
    RunBench bench;
    RunSeries series;
    open_with_draws(&bench, share, 3.1, 0.013);
    run_series(&series, &bench.source, share, WHOLE_CITY);
    const double gain = run_series_last(&series) - run_series_first(&series);
    ck_assert_double_eq_tol(series.change_low, gain - 9 * 0.013, 1e-8);
    ck_assert_double_eq_tol(series.change_high, gain + 9 * 0.013, 1e-8);
    char *en = run_bench_headline(&bench, &run_chart_primary, LANGUAGE_EN);
    run_bench_has(en, "rises from");
    run_bench_has(en, ", faster than the national trend");
    free(en);
    run_bench_close(&bench);
}

TEST(open_change) {
    RunBench bench;
    open_with_draws(&bench, share, 0.0, 1.37);
    const double gain = run_bench_value(&bench, share, WHOLE_CITY, 2024) -
                        run_bench_value(&bench, share, WHOLE_CITY, 2023);
    char low[TYPESET_NUMBER], high[TYPESET_NUMBER], words[256];
    run_signed(low, gain - 9 * 1.37);
    run_signed(high, gain + 9 * 1.37);
    snprintf(words, sizeof words, "rises by 2024 cannot be told: %s to %s points", low, high);
    char *text = run_bench_headline(&bench, &run_chart_primary, LANGUAGE_EN);
    run_bench_has(text, words);
    ck_assert_ptr_null(strstr(text, "national"));
    free(text);
    text = run_bench_headline(&bench, &run_chart_primary, LANGUAGE_ZH);
    run_bench_has(text, "到2024年是升是降尚难断定");
    free(text);
    run_bench_close(&bench);
}

TEST(open_against_nation) {
    RunBench bench;
    open_with_draws(&bench, share, 0.0, 0.05);
    const double gain = run_bench_value(&bench, share, WHOLE_CITY, 2024) -
                        run_bench_value(&bench, share, WHOLE_CITY, 2023);
    bench.figures[2].low = bench.figures[2].high = gain + 0.4; // within 9 * 0.05
    char *text = run_bench_headline(&bench, &run_chart_primary, LANGUAGE_EN);
    run_bench_has(text, "; whether faster than the nation's cannot be told");
    free(text);
    run_bench_close(&bench);
}

TEST(open_bound) {
    RunBench bench;
    open_with_draws(&bench, rate, 0.5, 0.0);
    bench.figures[1].value = run_bench_value(&bench, rate, WHOLE_CITY, 2024) + 9 * 0.5 - 0.1;
    char *text = run_bench_headline(&bench, &run_chart_inpatient, LANGUAGE_EN);
    run_bench_has(text, "; whether it reaches the rate reported cannot be told");
    free(text);
    bench.figures[1].value += 0.2;
    text = run_bench_headline(&bench, &run_chart_inpatient, LANGUAGE_ZH);
    ck_assert_ptr_null(strstr(text, "能否达到报道的水平尚难断定"));
    free(text);
    run_bench_close(&bench);
}

TEST(holding) {
    RunSeries series = {.count = 2,
                        .year = {2023, 2024},
                        .value = {52.13, 52.21},
                        .change_low = -0.31,
                        .change_high = 0.47};
    ck_assert_int_eq(run_series_move(&series, 1e9), RUN_HOLDS);
    series.change_high = 0.53;
    ck_assert_int_eq(run_series_move(&series, 1e9), RUN_UNSURE);
    series.change_low = 0.01;
    ck_assert_int_eq(run_series_move(&series, 1.0), RUN_RISES);
    series.change_low = -0.72;
    series.change_high = -0.03;
    ck_assert_int_eq(run_series_move(&series, 1e9), RUN_FALLS);
}

TEST(said) {
    RunBench bench;
    open_with_draws(&bench, share, 0.7, 0.013);
    bench.experiment.draw_scale = 37;
    char *text = run_bench_drawn(&bench, &run_chart_primary, "web", LANGUAGE_EN, "gp");
    run_bench_has(text, "median, 50% and 90% bands");
    run_bench_has(text, "of 21 draws of the parameters, 1 in 37");
    free(text);
    text = run_bench_drawn(&bench, &run_chart_flows, "web", LANGUAGE_EN, "gp");
    run_bench_has(text, "central parameters, one replicate");
    free(text);
    run_bench_close(&bench);
}

TEST(labels) {
    static const RunChart *const charts[] = {&run_chart_primary, &run_chart_counties,
                                             &run_chart_inpatient, &run_chart_village};
    RunBench bench;
    open_with_draws(&bench, share, 0.7, 0.9);
    run_bench_draw(&bench, rate, 0.9, 0.3);
    for (const char *const *size = chart_size_names(); *size; size++)
        for (int language = LANGUAGE_ZH; language <= LANGUAGE_EN; language++)
            for (size_t i = 0; i < sizeof charts / sizeof *charts; i++) {
                char *script = run_bench_drawn(&bench, charts[i], *size, (Language)language, "gp");
                labels_assert_clear(script, charts[i]->info.name);
                free(script);
            }
    run_bench_close(&bench);
}

// Of the four draws that a sum moves below no visit at all, none is drawn there; a balance may be.
TEST(no_less_than_none) {
    static const char visits[] = "total_visits", balance[] = "resident_fund_balance";
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    const double level = run_bench_value(&bench, visits, WHOLE_CITY, 2024) / 6.5;
    const double left = run_bench_value(&bench, balance, WHOLE_CITY, 2024);
    run_bench_draw(&bench, visits, level, 0.0);
    run_bench_draw(&bench, balance, 0.3 * fabs(left) + 1e9, 0.0);
    const IndicatorValues *values = &bench.values;
    ck_assert_double_eq(indicator_values_band_of(values, visits, WHOLE_CITY, 2024, BAND_05), 0.0);
    ck_assert_double_eq_tol(indicator_values_band_of(values, visits, WHOLE_CITY, 2024, BAND_25),
                            1.5 * level, 1e-8 * level);
    ck_assert_double_lt(indicator_values_band_of(values, balance, WHOLE_CITY, 2024, BAND_05), 0.0);
    run_bench_draw(&bench, rate, 9.7, 0.0);
    ck_assert_double_eq(indicator_values_band_of(values, rate, WHOLE_CITY, 2024, BAND_95), 100.0);
    run_bench_close(&bench);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("with draws a line is their median, and its bands the middle 50 and 90 % of them",
              bands),
        CLAIM("a change is each draw's own: what moves all years alike does not hide it",
              change_of_a_draw),
        CLAIM("a headline claims no rise where the draws go both ways", open_change),
        CLAIM("nor a rise faster than the nation's where they lie on both sides of it",
              open_against_nation),
        CLAIM("nor that a reported bound is met or missed where they lie on both sides of it",
              open_bound),
        CLAIM("holding is told from not knowing", holding),
        CLAIM("subtitle and note say what the bands are, where there are any", said),
        CLAIM("no band reaches below no visit at all or above all stays; a balance may be below 0",
              no_less_than_none),
        CLAIM("no label of a chart with bands covers another at any size", labels),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
