// SPDX-License-Identifier: MIT
#include "unit/report/run_bench.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const LeverInfo levers[] = {{.name = "joined", .zh = "联合", .en = "joined hospitals"},
                                   {.name = "shared", .zh = "共享", .en = "shared results"}};

static void enlarge(Tally *tally) {
    int64_t *number = (int64_t *)tally;
    for (size_t i = 0; i < sizeof *tally / sizeof *number; i++)
        number[i] *= RUN_BENCH_TIMES;
}

static void fill_ways(Tally *tally) {
    memset(tally->way_to_bed, 0, sizeof tally->way_to_bed);
    tally->way_to_bed[HOME_COUNTRY][KIND_VILLAGE_CLINIC][KIND_COUNTY_GENERAL] = 37;
    tally->way_to_bed[HOME_COUNTRY][KIND_COUNTY_GENERAL][KIND_COUNTY_GENERAL] = 61;
    tally->way_to_bed[HOME_TOWN][KIND_CITY_HOSPITAL][KIND_CITY_HOSPITAL] = 53;
    tally->way_to_bed[HOME_TOWN][KIND_CITY_HOSPITAL][KIND_OUTSIDE_CITY] = 3;
    tally->way_to_bed[HOME_ELSEWHERE][KIND_OUTSIDE_PROVINCE][KIND_OUTSIDE_PROVINCE] = 29;
}

// In 2023 the people of Hill went to the village less often, and stayed outside less often.
static void fill_years(Results *results) {
    fill_ways(&results->year[1].county[HILL]);
    for (int shard = 0; shard < results->shards; shard++) {
        Tally *now = &results->year[1].county[shard], *before = &results->year[0].county[shard];
        *before = *now;
        if (shard == HILL) {
            before->visit_at[PRESENT][HILL][KIND_VILLAGE_CLINIC].visits -= 90;
            before->stay_at[ABSENT][OUTSIDE][KIND_OUTSIDE_PROVINCE].discharges -= 10;
            before->way_to_bed[HOME_ELSEWHERE][KIND_OUTSIDE_PROVINCE][KIND_OUTSIDE_PROVINCE] -= 10;
        }
        enlarge(now);
        enlarge(before);
    }
}

static Figure figure(const char *id, const char *indicator, double value, const char *qualifier) {
    return (Figure){.id = id,
                    .place = "made-up",
                    .indicator = indicator,
                    .unit = "percent",
                    .qualifier = qualifier,
                    .period = "2024",
                    .kind = "reported",
                    .role = "state",
                    .source = "document 7: provincial health newspaper, issue 41, 2026-03-07",
                    .note = "",
                    .confidence = "printed",
                    .value = value,
                    .low = value,
                    .high = value};
}

static void fill_figures(RunBench *bench) {
    City *city = &bench->experiment.city;
    bench->figures[0] = figure("change", "primary_care_visit_share", 1.3, "change");
    bench->figures[0].role = "effect";
    bench->figures[0].unit = "percentage_points";
    bench->figures[1] = figure("bound", "in_city_inpatient_rate", 90.0, "at_least");
    bench->figures[2] = figure("drift", "primary_visit_share_drift", 0.45, "about");
    bench->figures[2].low = 0.4;
    bench->figures[2].high = 0.5;
    bench->figures[2].place = "china";
    bench->figures[0].place = bench->figures[1].place = city->id;
    city->figures = bench->figures;
    city->figure_count = 3;
}

void run_bench_open(RunBench *bench) {
    made_up_results_open(&bench->made);
    report_init(&bench->report);
    workshop_open(&bench->workshop);
    fill_years(&bench->made.results);
    bench->experiment = (Experiment){.id = "made-up",
                                     .city = *bench->made.city,
                                     .base_year = 2023,
                                     .years = 2,
                                     .seed = 7,
                                     .replicates = 1,
                                     .scale = MADE_UP_SCALE};
    fill_figures(bench);
    ck_assert_int_eq(
        indicator_values_init(&bench->values, &bench->experiment.city, 2023, 2, 1, &bench->report),
        STATUS_OK);
    bench->source = (ChartSource){&bench->experiment, levers, &bench->values, &bench->made.results};
}

void run_bench_count(RunBench *bench) {
    ck_assert_int_eq(indicator_values_fill(&bench->values, 0, &bench->made.results, &bench->report),
                     STATUS_OK);
}

void run_bench_draw(RunBench *bench, const char *indicator, double level, double change) {
    IndicatorValues *values = &bench->values;
    if (values->draws == 0)
        ck_assert_int_eq(indicator_values_expect_draws(values, RUN_BENCH_DRAWS, &bench->report),
                         STATUS_OK);
    for (int draw = 0; draw <= RUN_BENCH_DRAWS; draw++) {
        const double step = draw ? draw - 11 : 0;
        values->draw_is_whole[draw] = true;
        for (size_t i = 0; i < values->count; i++) {
            const IndicatorCell *cell = &values->cells[i];
            double *drawn = &values->draw[(size_t)draw * values->count + i];
            if (isnan(*drawn)) *drawn = values->central[i];
            if (cell->indicator != indicator_find(indicator) || cell->scope.by != BY_NOTHING ||
                cell->scope.place != WHOLE_CITY)
                continue;
            *drawn = values->central[i] + step * (level + (cell->year == 2024 ? change : 0.0));
        }
    }
    ck_assert_int_eq(indicator_values_sum_up_draws(values, &bench->report), STATUS_OK);
}

void run_bench_close(RunBench *bench) {
    indicator_values_free(&bench->values);
    made_up_results_close(&bench->made);
    workshop_close(&bench->workshop);
    report_free(&bench->report);
}

// ---- what is drawn of it

double run_bench_value(const RunBench *bench, const char *indicator, int place, int year) {
    return indicator_values_of(&bench->values, indicator, place, year);
}

char *run_bench_drawn(RunBench *bench, const RunChart *chart, const char *size, Language language,
                      const char *ending) {
    const ChartStyle style = {chart_size_find(size), language, CHART_SVG, "plots"};
    const Status status =
        chart->draw(&bench->source, &style, bench->workshop.folder, "chart", &bench->report);
    ck_assert_msg(bench->report.count == 0, "%s",
                  bench->report.count ? bench->report.messages[0] : "");
    ck_assert_int_eq(status, STATUS_OK);
    char name[32];
    size_t length;
    snprintf(name, sizeof name, "chart.%s", ending);
    return workshop_read(&bench->workshop, name, &length);
}

char *run_bench_headline(RunBench *bench, const RunChart *chart, Language language) {
    char *svg = run_bench_drawn(bench, chart, "print18cm", language, "svg");
    char *begin = strstr(svg, "<title>"), *end = strstr(svg, "</title>");
    ck_assert(begin && end);
    begin += strlen("<title>");
    memmove(svg, begin, (size_t)(end - begin));
    svg[end - begin] = '\0';
    return svg;
}

void run_bench_has(const char *text, const char *words) {
    ck_assert_msg(strstr(text, words) != NULL, "\"%s\" is not in \"%.400s\"", words, text);
}

double run_bench_row(const char *table, const char *begins, const char *mark) {
    for (const char *row = table; (row = strchr(row, '\n')) != NULL;) {
        row++;
        if (strncmp(row, begins, strlen(begins)) != 0) continue;
        const char *at = strstr(row, mark), *end = strchr(row, '\n');
        if (at && at < end) return strtod(at + strlen(mark), NULL);
    }
    return NAN;
}
