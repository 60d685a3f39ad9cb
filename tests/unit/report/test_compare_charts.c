// SPDX-License-Identifier: MIT
#include "report/charts_of_compare.h"

#include "base/calendar.h"
#include "reforms/lever.h"
#include "report/factor_words.h"
#include "study/batch.h"
#include "unit/claim.h"
#include "unit/report/labels.h"
#include "unit/report/run_bench.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char share[] = "primary_care_visit_share";

// Two runs with draws; in 2024 the people of Hill go to the village clinic more often in the
// second.
typedef struct CompareBench {
    RunBench base, other;
    Experiment experiment[2];
    IndicatorValues values[2];
    Draws draws[2];
    DrawnNumber number[4];
    Factor factor[3];
    SharedFactor shared[3];
    Attribution row;
    Attributions attributions;
    Compared compared;
    CompareSource source;
} CompareBench;

static void join(CompareBench *bench) {
    bench->experiment[0] = bench->base.experiment;
    bench->experiment[1] = bench->other.experiment;
    bench->experiment[0].title_zh = "虚构：现状";
    bench->experiment[0].title_en = "Made up: as it is";
    bench->experiment[1].title_zh = "虚构：改革";
    bench->experiment[1].title_en = "Made up: the reform";
    bench->values[0] = bench->base.values;
    bench->values[1] = bench->other.values;
    bench->compared = (Compared){.experiment = bench->experiment,
                                 .values = bench->values,
                                 .count = 2,
                                 .indicator = {indicator_find(share)},
                                 .indicator_count = 1};
    bench->source = (CompareSource){.compared = &bench->compared,
                                    .draws = bench->draws,
                                    .attributions = &bench->attributions,
                                    .levers = bench->base.source.levers,
                                    .lever_count = 2};
}

// Draws move the share of both by `level` a step, and that of the second by `apart` more.
static void bench_open(CompareBench *bench, double level, double apart) {
    *bench = (CompareBench){0};
    run_bench_open(&bench->base);
    run_bench_open(&bench->other);
    bench->other.made.results.year[1]
        .county[HILL]
        .visit_at[PRESENT][HILL][KIND_VILLAGE_CLINIC]
        .visits += 120 * RUN_BENCH_TIMES;
    run_bench_count(&bench->base);
    run_bench_count(&bench->other);
    run_bench_draw(&bench->base, share, level, 0.0);
    run_bench_draw(&bench->other, share, level, apart);
    join(bench);
}

static void bench_close(CompareBench *bench) {
    run_bench_close(&bench->base);
    run_bench_close(&bench->other);
}

static ComparePair pair_of(const CompareBench *bench, Language language) {
    return (ComparePair){&bench->source, 1, bench->compared.indicator[0], language};
}

static char *drawn(CompareBench *bench, const CompareChart *chart, const char *size,
                   Language language, const char *ending) {
    const ChartStyle style = {chart_size_find(size), language, CHART_SVG, "plots"};
    const ComparePair pair = pair_of(bench, language);
    Report *report = &bench->base.report;
    const Status status = chart->draw(&pair, &style, bench->base.workshop.folder, "chart", report);
    ck_assert_msg(report->count == 0, "%s", report->count ? report->messages[0] : "");
    ck_assert_int_eq(status, STATUS_OK);
    char name[32];
    size_t length;
    snprintf(name, sizeof name, "chart.%s", ending);
    return workshop_read(&bench->base.workshop, name, &length);
}

static void headline_has(CompareBench *bench, const CompareChart *chart, Language language,
                         const char *words) {
    char *svg = drawn(bench, chart, "print18cm", language, "svg"), *end = strstr(svg, "</title>");
    ck_assert_ptr_nonnull(end);
    *end = '\0';
    run_bench_has(strstr(svg, "<title>"), words);
    free(svg);
}

static double gap_of(const CompareBench *bench) {
    return run_bench_value(&bench->other, share, WHOLE_CITY, 2024) -
           run_bench_value(&bench->base, share, WHOLE_CITY, 2024);
}

// ---- differences

TEST(by_pairs) {
    CompareBench bench;
    bench_open(&bench, 2.9, 0.037);
    char *table = drawn(&bench, &compare_chart_difference, "web", LANGUAGE_EN, "csv");
    const char *at = strstr(table, "2,simulated,Difference,2024,");
    ck_assert_ptr_nonnull(at);
    at += strlen("2,simulated,Difference,2024,");
    const double steps[] = {0, -5, 5, -9, 9};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        char *end;
        ck_assert_double_eq_tol(strtod(at, &end), gap_of(&bench) + steps[i] * 0.037, 1e-7);
        at = end + 1;
    }
    ck_assert_double_eq_tol(run_bench_row(table, "1,simulated,As it is", ",2024,"),
                            run_bench_value(&bench.base, share, WHOLE_CITY, 2024), 1e-7);
    free(table);
    bench_close(&bench);
}

TEST(told) {
    CompareBench bench;
    char words[256];
    bench_open(&bench, 2.9, 0.037);
    snprintf(words, sizeof words, "2024年基层诊疗量占比：“改革”比“现状”高%.1f个百分点",
             gap_of(&bench));
    headline_has(&bench, &compare_chart_difference, LANGUAGE_ZH, words);
    snprintf(words, sizeof words, "in 2024: %.1f points higher under", gap_of(&bench));
    headline_has(&bench, &compare_chart_difference, LANGUAGE_EN, words);
    bench_close(&bench);
}

TEST(open_difference) {
    CompareBench bench;
    bench_open(&bench, 0.0, 0.0);
    const double gap = gap_of(&bench);
    run_bench_draw(&bench.other, share, 0.0, gap / 8.0);
    join(&bench);
    headline_has(&bench, &compare_chart_difference, LANGUAGE_EN, "cannot be told apart (−");
    headline_has(&bench, &compare_chart_difference, LANGUAGE_ZH, "孰高孰低尚难断定（−");
    run_bench_draw(&bench.other, share, 0.0, gap / 9.1);
    join(&bench);
    headline_has(&bench, &compare_chart_difference, LANGUAGE_EN, "points higher under");
    bench_close(&bench);
}

TEST(none) {
    CompareBench bench;
    bench_open(&bench, 1.7, 0.0);
    bench.source.compared = &bench.compared;
    bench.values[1] = bench.values[0];
    headline_has(&bench, &compare_chart_difference, LANGUAGE_ZH, "“改革”与“现状”没有差别");
    bench_close(&bench);
}

TEST(without_draws) {
    Difference difference = {.central = 0.43, .error = 0.21, .band = {NAN, NAN, NAN, NAN, NAN}};
    ck_assert_int_eq(compare_sign(&difference), COMPARE_HIGHER);
    difference.error = 0.22;
    ck_assert_int_eq(compare_sign(&difference), COMPARE_OPEN);
    difference.error = NAN;
    ck_assert_int_eq(compare_sign(&difference), COMPARE_OPEN);
    difference.central = -0.43;
    difference.error = 0.03;
    ck_assert_int_eq(compare_sign(&difference), COMPARE_LOWER);
}

TEST(not_estimated) {
    CompareBench bench;
    const ChartStyle style = {chart_size_find("web"), LANGUAGE_EN, CHART_SVG, "plots"};
    bench_open(&bench, 1.7, 0.1);
    bench.compared.indicator[0] = indicator_find("death_rate");
    const ComparePair pair = pair_of(&bench, LANGUAGE_EN);
    ck_assert_int_eq(compare_chart_difference.draw(&pair, &style, bench.base.workshop.folder,
                                                   "chart", &bench.base.report),
                     STATUS_INVALID);
    run_bench_has(bench.base.report.messages[0], "differences in death_rate are not estimated");
    ck_assert(!compare_chart_difference.applies(&pair));
    bench_close(&bench);
}

// ---- what they rest on

// Coverage of a reform from 10 to 90 %, worth 0.8; its start, worth -0.5; a series, worth 0.1.
static void attribute(CompareBench *bench) {
    static const char *const names[] = {"reforms.joined.coverage", "reforms.shared.start",
                                        "background.*.stay_log"};
    static const double slopes[] = {0.8, -0.5, 0.1};
    bench->number[0] = (DrawnNumber){.unit = "share", .factor = 0, .low = 0.1, .high = 0.9};
    bench->number[1] = (DrawnNumber){.unit = "day",
                                     .factor = 1,
                                     .low = calendar_day(2023, 2, 1),
                                     .high = calendar_day(2024, 11, 1)};
    bench->number[2] = bench->number[3] = (DrawnNumber){.unit = "log", .factor = 2, .high = 1};
    bench->draws[1] =
        (Draws){.number = bench->number, .factor = bench->factor, .numbers = 4, .factors = 3};
    bench->row = (Attribution){.alternative = 1,
                               .indicator = bench->compared.indicator[0],
                               .varies = true,
                               .fit = {.count = 3}};
    for (size_t i = 0; i < 3; i++) {
        snprintf(bench->factor[i].name, sizeof bench->factor[i].name, "%s", names[i]);
        bench->shared[i] = (SharedFactor){&bench->factor[i], NO_FACTOR, (int)i};
        bench->row.fit.term[i] = (FitTerm){.factor = i, .share = 0.2, .slope = slopes[i]};
        bench->row.factor[i] = &bench->shared[i];
    }
    bench->attributions = (Attributions){.row = &bench->row, .count = 1};
}

TEST(numbers) {
    CompareBench bench;
    bench_open(&bench, 2.9, 0.037);
    attribute(&bench);
    const double gap = gap_of(&bench);
    char words[256], *table = drawn(&bench, &compare_chart_tornado, "web", LANGUAGE_ZH, "csv");
    ck_assert_double_eq_tol(run_bench_row(table, "联合：覆盖率", ",高：90%,"), gap - 0.4, 1e-7);
    ck_assert_double_eq_tol(run_bench_row(table, "共享：开始时间", ",高：2024年11月,"), gap + 0.25,
                            1e-7);
    run_bench_has(table, "低：2023年2月");
    free(table);
    snprintf(words, sizeof words, "“联合：覆盖率”：由10%%到90%%，差值由+%.1f变为+%.1f个百分点",
             gap - 0.4, gap + 0.4);
    headline_has(&bench, &compare_chart_tornado, LANGUAGE_ZH, words);
    bench_close(&bench);
}

TEST(turned) {
    CompareBench bench;
    bench_open(&bench, 2.9, 0.037);
    attribute(&bench);
    bench.row.flip = FLIP_CONFIRMED;
    bench.row.flipping = 1;
    bench.row.low = 7.1;
    bench.row.high = -2.3;
    char *script = drawn(&bench, &compare_chart_tornado, "web", LANGUAGE_ZH, "gp");
    run_bench_has(script, "符号改变");
    free(script);
    bench.row.flip = FLIP_REFUTED;
    script = drawn(&bench, &compare_chart_tornado, "web", LANGUAGE_ZH, "gp");
    run_bench_has(script, "符号不变");
    free(script);
    bench_close(&bench);
}

TEST(nothing_stands_out) {
    CompareBench bench;
    ChartsLeftOut left_out;
    static const Language languages[] = {LANGUAGE_EN};
    ChartsAsked asked = {.names = "auto", .languages = languages, .language_count = 1};
    bench_open(&bench, 2.9, 0.037);
    attribute(&bench);
    bench.row.fit.count = 0;
    const char *folder = bench.base.workshop.folder;
    ck_assert_uint_eq(compare_charts_draw_all(&bench.source, &asked, folder, &left_out), 1);
    ck_assert(workshop_has(&bench.base.workshop, "difference-primary_care_visit_share-en.png"));
    asked.names = "tornado";
    ck_assert_uint_eq(compare_charts_draw_all(&bench.source, &asked, folder, &left_out), 0);
    run_bench_has(left_out.chart[0].why, "no single number stands out");
    bench_close(&bench);
}

// ---- words

TEST(levers_in_words) {
    LeverInfo infos[MOST_REFORMS];
    char name[RUN_WORDS];
    for (int i = 0; i < lever_count; i++)
        infos[i] = levers[i]->info;
    for (int i = 0; i < lever_count; i++)
        for (int k = 0; k < infos[i].parameter_count; k++)
            for (int language = LANGUAGE_ZH; language <= LANGUAGE_EN; language++) {
                Factor factor = {.kind = EVIDENCE_ASSUMED};
                snprintf(factor.name, sizeof factor.name, "reforms.%.50s.%.50s", infos[i].name,
                         infos[i].parameters[k].name);
                factor_name(name, &factor, infos, lever_count, (Language)language);
                ck_assert_msg(!strchr(name, '_'), "%s has no words: %s", factor.name, name);
                if (language == LANGUAGE_ZH)
                    for (const char *at = strstr(name, "："); *at; at++)
                        ck_assert_msg(*at < 'a' || *at > 'z', "%s is not in Chinese", name);
            }
}

TEST(parameters_in_words) {
    char name[RUN_WORDS];
    const Factor habit = {.name = "time.weekend_factor"},
                 series = {.name = "background.*.stay_log"};
    factor_name(name, &habit, NULL, 0, LANGUAGE_EN);
    ck_assert_str_eq(name, "Needs for care felt");
    factor_name(name, &habit, NULL, 0, LANGUAGE_ZH);
    ck_assert_str_eq(name, "time.weekend_factor");
    factor_name(name, &series, NULL, 0, LANGUAGE_EN);
    ck_assert_str_eq(name, "Background of stays");
    factor_name(name, &series, NULL, 0, LANGUAGE_ZH);
    ck_assert_str_eq(name, "住院日的背景变化");

    const Factor items = {.name = "response.eta_items"};
    factor_name(name, &items, NULL, 0, LANGUAGE_EN);
    ck_assert_str_eq(name, "Answer of drugs, supplies and tests to payment");
    factor_name(name, &items, NULL, 0, LANGUAGE_ZH);
    ck_assert_str_eq(name, "药品耗材检查对付费的反应");
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        Factor factor = {.kind = EVIDENCE_ASSUMED};
        snprintf(factor.name, sizeof factor.name, "%s", parameter_info(i).path);
        factor_name(name, &factor, NULL, 0, LANGUAGE_EN);
        ck_assert_msg(strncmp(name, "Of ", 3) != 0 && strncmp(name, "In ", 3) != 0,
                      "%s is half a sentence: %s", factor.name, name);
    }
}

TEST(names) {
    Report report;
    report_init(&report);
    ck_assert_int_eq(compare_charts_check("tornado,difference", &report), STATUS_OK);
    ck_assert_int_eq(compare_charts_check("tornados", &report), STATUS_USAGE);
    ck_assert_str_eq(report.messages[0],
                     "there is no chart tornados, did you mean tornado; see hxsim list charts");
    report_free(&report);
}

TEST(clear_labels) {
    static const CompareChart *const charts[] = {&compare_chart_difference, &compare_chart_tornado};
    CompareBench bench;
    bench_open(&bench, 2.9, 0.037);
    attribute(&bench);
    for (const char *const *size = chart_size_names(); *size; size++)
        for (int language = LANGUAGE_ZH; language <= LANGUAGE_EN; language++)
            for (size_t i = 0; i < sizeof charts / sizeof *charts; i++) {
                char *script = drawn(&bench, charts[i], *size, (Language)language, "gp");
                labels_assert_clear(script, charts[i]->info.name);
                free(script);
            }
    bench_close(&bench);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("levels stand above their difference, which is taken draw by draw", by_pairs),
        CLAIM("a headline tells a difference that nine in ten draws make", told),
        CLAIM("and claims none where they go both ways", open_difference),
        CLAIM("scenarios that are the same in every draw are told to be", none),
        CLAIM("without draws a difference is beyond two standard errors, or open", without_draws),
        CLAIM("what is not estimated is not drawn", not_estimated),
        CLAIM("a number's bar goes from its low to its high end, with both in words", numbers),
        CLAIM("whether a number turns the sign is told as its runs say", turned),
        CLAIM("a tornado without a number that stands out is left out, with the reason",
              nothing_stands_out),
        CLAIM("every number of a lever has words in both languages", levers_in_words),
        CLAIM("a parameter is told by what it means, or by its path", parameters_in_words),
        CLAIM("an unknown chart of a comparison is answered with the nearest one", names),
        CLAIM("no label of a comparison's charts covers another at any size", clear_labels),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
