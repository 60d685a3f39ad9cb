// SPDX-License-Identifier: MIT
#include "config/draws.h"
#include "laws/tiny.h"
#include "reforms/lever.h"
#include "unit/claim.h"

#include <glob.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { COUNT = 40 };

static Status place(Draws *draws, const Experiment *experiment, Report *report) {
    LeverInfo known[MOST_REFORMS];
    for (int i = 0; i < lever_count; i++)
        known[i] = levers[i]->info;
    report_init(report);
    return draws_init(draws, experiment, known, lever_count, report);
}

static void place_tiny(Draws *draws, Experiment *experiment) {
    Report report;
    tiny_read(experiment, 2);
    experiment->draws = COUNT;
    ck_assert_int_eq(place(draws, experiment, &report), STATUS_OK);
    report_free(&report);
}

static void end(Draws *draws, Experiment *experiment) {
    draws_free(draws);
    experiment_free(experiment);
}

static int number_named(const Draws *draws, const char *name) {
    int i = 0;
    while (i < draws->numbers && strcmp(draws->number[i].name, name) != 0)
        i++;
    return i;
}

// On [2, 7] with its peak at 3, F(3) = 1/5.
TEST(triangle_by_hand) {
    const DrawnNumber number = {.unit = "share", .low = 2, .central = 3, .high = 7};
    const double known[][2] = {{0, 2}, {0.05, 2.5}, {0.2, 3}, {0.8, 5}, {0.95, 6}, {1, 7}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        ck_assert_double_eq_tol(drawn_number_at(&number, known[i][0]), known[i][1], 1e-9);
    const DrawnNumber rising = {.unit = "share", .low = 0.6, .central = 1, .high = 1};
    ck_assert_double_eq_tol(drawn_number_at(&rising, 0.25), 0.8, 1e-9);
    const DrawnNumber day = {.unit = "day", .low = 100, .central = 110, .high = 151};
    for (int i = 0; i <= 77; i++)
        ck_assert_double_eq(fmod(drawn_number_at(&day, i / 77.0), 1), 0);
}

static double triangle_share(const DrawnNumber *number, double value) {
    const double low = number->low, peak = number->central, high = number->high;
    return value < peak ? (value - low) * (value - low) / ((high - low) * (peak - low))
                        : 1 - (high - value) * (high - value) / ((high - low) * (high - peak));
}

TEST(one_in_each_part) {
    Experiment experiment;
    Draws draws;
    place_tiny(&draws, &experiment);
    ck_assert_int_gt(draws.numbers, 1000);
    for (int i = 0; i < draws.numbers; i++) {
        const DrawnNumber *number = &draws.number[i];
        int met[COUNT] = {0};
        for (int draw = 1; draw <= COUNT; draw++) {
            const double value = draws_value(&draws, i, draw);
            ck_assert(value >= number->low && value <= number->high);
            const double share = triangle_share(number, value);
            // Ten digits of a number near the end of its range are worth less than 1e-4 of its law.
            const double at = draws.at[number->factor * COUNT + draw - 1];
            ck_assert_double_eq_tol(share, at, 1e-4);
            met[(int)(at * COUNT)]++;
        }
        for (int part = 0; part < COUNT; part++)
            ck_assert_msg(met[part] == 1, "%s has %d draws in part %d", number->name, met[part],
                          part);
    }
    end(&draws, &experiment);
}

// Two random orders of N things have correlations of mean 0 and variance 1 / (N - 1).
TEST(no_two_alike) {
    enum { PAIRS = 1200 };
    Experiment experiment;
    Draws draws;
    place_tiny(&draws, &experiment);
    ck_assert_int_gt(draws.factors, PAIRS);
    double sum = 0, squares = 0;
    for (int i = 0; i < PAIRS; i++) {
        const double *one = &draws.at[i * COUNT], *other = &draws.at[(i + 1) * COUNT];
        double product = 0;
        for (int k = 0; k < COUNT; k++)
            product += (one[k] - 0.5) * (other[k] - 0.5);
        const double correlation = product / (COUNT / 12.0);
        sum += correlation;
        squares += correlation * correlation;
    }
    const double variance = 1.0 / (COUNT - 1);
    ck_assert_double_eq_tol(sum / PAIRS, 0, 4 * sqrt(variance / PAIRS));
    ck_assert_double_eq_tol(squares / PAIRS, variance, 4 * variance * sqrt(2.0 / PAIRS));
    end(&draws, &experiment);
}

TEST(one_reform_more) {
    Experiment plain, reformed;
    Draws before, after;
    Report report;
    place_tiny(&before, &plain);
    tiny_read(&reformed, 2);
    reformed.draws = COUNT;
    Reform *reform = tiny_reform(&reformed, "result_mutual_recognition", 2022, 0.8);
    reform->evidence[REFORM_COVERAGE] =
        (Evidence){.kind = EVIDENCE_ASSUMED, .low = 0.3, .high = 0.9};
    ck_assert_int_eq(place(&after, &reformed, &report), STATUS_OK);
    ck_assert_int_eq(after.numbers, before.numbers + 1);
    for (int i = 0; i < before.numbers; i++)
        for (int draw = 0; draw <= COUNT; draw++)
            ck_assert_double_eq(
                draws_value(&before, i, draw),
                draws_value(&after, number_named(&after, before.number[i].name), draw));
    const int coverage = number_named(&after, "reforms.result_mutual_recognition.coverage");
    draws_lay(&reformed, &after, 7);
    ck_assert_double_eq(reform->coverage, draws_value(&after, coverage, 7));
    ck_assert_double_ne(reform->coverage, 0.8);
    end(&before, &plain);
    end(&after, &reformed);
}

TEST(years_of_a_series) {
    Experiment experiment;
    Draws draws;
    place_tiny(&draws, &experiment);
    const int one = number_named(&draws, "background.2026.price_log");
    const int other = number_named(&draws, "background.2029.price_log");
    ck_assert_int_lt(one, draws.numbers);
    ck_assert_int_lt(other, draws.numbers);
    ck_assert_int_eq(draws.number[one].factor, draws.number[other].factor);
    const int apart = number_named(&draws, "background.2026.stay_log");
    ck_assert_int_ne(draws.number[one].factor, draws.number[apart].factor);
    end(&draws, &experiment);
}

TEST(central) {
    Experiment experiment;
    Draws draws;
    place_tiny(&draws, &experiment);
    const Parameters before = experiment.city.parameters;
    draws_lay(&experiment, &draws, 0);
    ck_assert_mem_eq(&before, &experiment.city.parameters, sizeof before);
    draws_lay(&experiment, &draws, 1);
    ck_assert_mem_ne(&before, &experiment.city.parameters, sizeof before);
    end(&draws, &experiment);
}

TEST(set_is_fixed) {
    Experiment experiment;
    Draws draws;
    Report report;
    const char *const sets[] = {"choice.habit_share=0.41"};
    const Overrides overrides = {.years = 2, .sets = sets, .set_count = 1};
    scenario_read_file(&experiment, "tests/cities/tiny.cfg", &overrides);
    experiment.draws = COUNT;
    ck_assert_int_eq(place(&draws, &experiment, &report), STATUS_OK);
    ck_assert_int_eq(number_named(&draws, "choice.habit_share"), draws.numbers);
    ck_assert_int_lt(number_named(&draws, "choice.crowding_weight"), draws.numbers);
    end(&draws, &experiment);
}

TEST(not_valid) {
    Experiment experiment;
    Draws draws;
    Report report;
    tiny_read(&experiment, 2);
    experiment.draws = COUNT;
    experiment.city.evidence[parameter_find("people.share_60")].low = 0.05;
    ck_assert_int_eq(place(&draws, &experiment, &report), STATUS_INVALID);
    ck_assert_uint_eq(report.count, 1);
    ck_assert_ptr_nonnull(strstr(report.messages[0], "share_65 below share_60"));
    ck_assert_ptr_nonnull(strstr(report.messages[0], "of 40; narrow the ranges)"));
    report_free(&report);
    end(&draws, &experiment);
}

// Draws of every scenario that is kept here, so that none is in order at its centre alone.
TEST(every_scenario) {
    glob_t found;
    ck_assert_int_eq(glob("scenarios/*.cfg", 0, NULL, &found), 0);
    ck_assert_uint_gt(found.gl_pathc, 5);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const Overrides overrides = {.draws = COUNT, .has_draws = 1};
        Experiment experiment;
        Draws draws;
        Report report;
        scenario_read_file(&experiment, found.gl_pathv[i], &overrides);
        const Status status = place(&draws, &experiment, &report);
        ck_assert_msg(status == STATUS_OK, "%s", report.count ? report.messages[0] : "");
        report_free(&report);
        end(&draws, &experiment);
    }
    globfree(&found);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the triangular law has the quantiles computed by hand, and dates are whole days",
              triangle_by_hand),
        CLAIM("of 40 draws of each number one lies in each fortieth of its law", one_in_each_part),
        CLAIM("the draws of two unknowns are as little correlated as two random orders",
              no_two_alike),
        CLAIM("a reform more moves the draws of no other number", one_reform_more),
        CLAIM("the years of a background series are one unknown, two series are two",
              years_of_a_series),
        CLAIM("draw 0 is the central values, draw 1 is not", central),
        CLAIM("a number set on the command line is not drawn", set_is_fixed),
        CLAIM("a draw that makes no valid city is refused once, with its number", not_valid),
        CLAIM("every scenario is in order in each of 40 draws", every_scenario),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
