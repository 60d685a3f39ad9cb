// SPDX-License-Identifier: MIT
#include "report/reported.h"
#include "unit/claim.h"
#include "unit/report/made_up_results.h"

#include <math.h>
#include <string.h>

typedef struct Compared {
    MadeUpResults made;
    IndicatorValues values;
    Reported reported[MOST_REPORTED];
    int count;
    Reported reading[4]; // of the first
    int readings;
} Compared;

// What is found for one figure, in 2023 and 2024, at this background of operations. Recognised
// results in 2023 are 1,001.
static void compare_with(Compared *compared, Figure figure, double procedure_level) {
    Report report;
    compared->readings = 0;
    report_init(&report);
    made_up_results_open(&compared->made);
    City *city = compared->made.city;
    compared->made.results.year[0].county[HILL].count[COUNT_RECOGNISED] = 1001;
    compared->made.results.year[0].county[HILL].visit_at[PRESENT][HILL][KIND_TOWNSHIP_CENTRE] =
        (VisitFlow){.visits = 450};
    compared->made.results.year[0].county[HILL].visit_at[PRESENT][HILL][KIND_COUNTY_GENERAL] =
        (VisitFlow){.visits = 550};
    compared->made.results.year[0].county[RIVER].stay_at[PRESENT][RIVER][KIND_CITY_HOSPITAL] =
        (StayFlow){.discharges = 100, .operated = 50, .level4 = 10};
    city->parameters.background[2023 - FIRST_BACKGROUND_YEAR].primary_utility = -0.027;
    city->parameters.background[2024 - FIRST_BACKGROUND_YEAR].primary_utility = 0.041;
    city->parameters.background[2024 - FIRST_BACKGROUND_YEAR].procedure_level = procedure_level;
    city->figures = &figure;
    city->figure_count = 1;
    ck_assert_int_eq(indicator_values_init(&compared->values, city, 2023, 2, 1, &report),
                     STATUS_OK);
    ck_assert_int_eq(indicator_values_fill(&compared->values, 0, &compared->made.results, &report),
                     STATUS_OK);
    compared->count = reported_find(compared->reported, &compared->values);
    while (compared->count > 0 &&
           reported_reading(&compared->reading[compared->readings], &compared->reported[0],
                            compared->readings, &compared->values))
        compared->readings++;
    indicator_values_free(&compared->values);
    made_up_results_close(&compared->made);
    report_free(&report);
}

static void compare(Compared *compared, Figure figure) {
    compare_with(compared, figure, 0);
}

static Figure figure(const char *place, const char *indicator, const char *qualifier,
                     const char *unit, const char *period) {
    return (Figure){.id = "one",
                    .place = place,
                    .indicator = indicator,
                    .qualifier = qualifier,
                    .unit = unit,
                    .period = period,
                    .role = "effect",
                    .note = ""};
}

static void expect_one(Figure one, ReportedSort sort, int year, double simulated) {
    Compared compared;
    compare(&compared, one);
    ck_assert_int_eq(compared.count, 1);
    ck_assert_int_eq(compared.reported[0].sort, sort);
    ck_assert_int_eq(compared.reported[0].year, year);
    ck_assert_double_eq_tol(compared.reported[0].simulated, simulated, 1e-7);
}

static void expect_none(Figure one) {
    Compared compared;
    compare(&compared, one);
    ck_assert_int_eq(compared.count, 0);
}

static const double share_2024 = 100 * 1018 / 1766.0;

TEST(level) {
    expect_one(figure("hill", "occupancy", "exact", "percent", "2024"), REPORTED_LEVEL, 2024,
               100 * 2260 / 3660.0);
}

TEST(sum) {
    expect_one(figure("made-up", "mutual_recognition_events", "more_than", "person_times",
                      "cumulative to end of 2024"),
               REPORTED_SUM, 2024, 3 * (1001 + 22));
}

// No result is recognised in 2023, before the lever.
TEST(sum_begins) {
    Compared compared;
    MadeUpResults made;
    IndicatorValues values;
    Report report;
    Figure one = figure("made-up", "mutual_recognition_events", "more_than", "person_times",
                        "cumulative to end of 2024");
    report_init(&report);
    made_up_results_open(&made);
    made.city->figures = &one;
    made.city->figure_count = 1;
    ck_assert_int_eq(indicator_values_init(&values, made.city, 2023, 2, 1, &report), STATUS_OK);
    ck_assert_int_eq(indicator_values_fill(&values, 0, &made.results, &report), STATUS_OK);
    ck_assert_int_eq(reported_find(compared.reported, &values), 1);
    ck_assert_int_eq(compared.reported[0].since, 2024);
    ck_assert_double_eq_tol(compared.reported[0].simulated, 3 * 22, 1e-7);
    indicator_values_free(&values);
    made_up_results_close(&made);
    report_free(&report);
}

TEST(change) {
    expect_one(figure("made-up", "primary_care_visit_share", "change", "percentage_points", "2024"),
               REPORTED_CHANGE, 2024, share_2024 - 45);
    expect_one(figure("made-up", "primary_care_visit_share", "change", "per_cent_change", "2024"),
               REPORTED_CHANGE, 2024, 100 * (share_2024 / 45 - 1));
}

// Simulated visits, one in three: 1,000 in 2023 and 1,766 in 2024, of which four count as one.
TEST(chance) {
    Compared compared;
    const double p = share_2024 / 100;
    const double error = 100 * sqrt(0.45 * 0.55 / 250 + p * (1 - p) / 441.5);
    compare(&compared,
            figure("made-up", "primary_care_visit_share", "change", "percentage_points", "2024"));
    ck_assert_double_eq_tol(compared.reported[0].error, error, 1e-7);
    compare(&compared,
            figure("made-up", "primary_care_visit_share", "change", "per_cent_change", "2024"));
    const double relative = sqrt(0.55 / 0.45 / 250 + (1 - p) / p / 441.5);
    ck_assert_double_eq_tol(compared.reported[0].error, 100 * p / 0.45 * relative, 1e-7);
    compare(&compared, figure("hill", "occupancy", "exact", "percent", "2024"));
    ck_assert(isnan(compared.reported[0].error));
}

TEST(drift) {
    Compared compared;
    Figure one =
        figure("made-up", "primary_care_visit_share", "change", "percentage_points", "2024");
    compare(&compared, one);
    ck_assert_double_eq_tol(compared.reported[0].background, 1.7, 1e-9);
    ck_assert(isnan(compared.reading[0].background));
    one.unit = "per_cent_change";
    compare(&compared, one);
    ck_assert(isnan(compared.reported[0].background));
}

TEST(unmoved) {
    const char *name = "level4_surgery_share_tertiary_public";
    Compared compared;
    compare(&compared, figure("made-up", name, "change", "percentage_points", "2024"));
    ck_assert_int_eq(compared.count, 1);
    ck_assert(!compared.reported[0].is_modelled);
    compare_with(&compared, figure("made-up", name, "change", "percentage_points", "2024"), 0.021);
    ck_assert(compared.reported[0].is_modelled);
    ck_assert_double_eq_tol(compared.reported[0].background, 0.7, 1e-9);
    compare(&compared, figure("made-up", name, "exact", "percent", "2024"));
    ck_assert(compared.reported[0].is_modelled);
    compare(&compared,
            figure("made-up", "primary_care_visit_share", "change", "percentage_points", "2024"));
    ck_assert(compared.reported[0].is_modelled);
}

TEST(baseline) {
    Figure one = figure("made-up", "primary_care_visit_share", "change", "percentage_points",
                        "not stated (published 2025-03)");
    one.note = "only the change is printed; compared with 2023; reform any";
    Compared compared;
    compare(&compared, one);
    ck_assert_int_eq(compared.count, 1);
    ck_assert_int_eq(compared.reported[0].since, 2023);
    ck_assert_int_eq(compared.reported[0].year, 2024);
    ck_assert(!compared.reported[0].is_dated);
}

TEST(readings) {
    Compared compared;
    compare(&compared, figure("hill", "in_city_inpatient_rate", "at_least", "percent", "2024"));
    ck_assert_int_eq(compared.readings, 2);
    ck_assert_double_eq_tol(compared.reported[0].simulated, 100 * 121 / 143.0, 1e-7);
    ck_assert_double_eq_tol(compared.reading[0].simulated, 100 * 121 / 126.0, 1e-7);
    ck_assert_double_eq_tol(compared.reading[1].simulated, 100 * 134 / 143.0, 1e-7);
}

TEST(others) {
    expect_none(figure("elsewhere", "occupancy", "exact", "percent", "2024"));
    expect_none(figure("hill", "border_provinces_served", "exact", "provinces", "2024"));
    expect_none(figure("hill", "occupancy", "exact", "percent", "2025"));
    expect_none(figure("hill", "occupancy", "exact", "percent", "not stated"));
    Figure input = figure("hill", "occupancy", "exact", "percent", "2024");
    input.role = "input";
    expect_none(input);
}

TEST(signs) {
    Figure one = figure("hill", "occupancy", "at_least", "percent", "2024");
    ck_assert_str_eq(reported_sign(&one), "≥");
    one.qualifier = "exact";
    ck_assert_str_eq(reported_sign(&one), "");
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a reported level stands beside the value of its place and year", level),
        CLAIM("a reported total stands beside the sum from the first simulated year on", sum),
        CLAIM("a sum begins with the first year in which there was any", sum_begins),
        CLAIM("a reported change stands beside the change from the year before", change),
        CLAIM("a change of one run bears the binomial error of its simulated cases", chance),
        CLAIM("of a change of the primary-care share the national drift is told, in points", drift),
        CLAIM("a change that nothing in the model brings about is not modelled", unmoved),
        CLAIM("a change names its own baseline, and an undated figure is of the year before print",
              baseline),
        CLAIM("a figure whose base is not told stands beside every reading", readings),
        CLAIM("figures of other places and years, inputs, and what no indicator answers are left "
              "out",
              others),
        CLAIM("a figure keeps its at least", signs),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
