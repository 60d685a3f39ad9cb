// SPDX-License-Identifier: MIT
// What levers that close a door, join a specialty or bring a team may and may not do, by laws that
// need none of our numbers.
#include "base/calendar.h"
#include "day/simulation.h"
#include "laws/compare.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { YEARS = 1 };

static Experiment experiment; // each claim runs in a process of its own

// Only this lever, on since the year before, with these numbers; the others are 0.
static Results with_lever(const char *lever, int row, double value) {
    Results results;
    tiny_read(&experiment, YEARS);
    experiment.city.parameters.disease[DISEASE_HEART].complexity_mean += 2; // hard ones
    Reform *reform = tiny_reform(&experiment, lever, 2021, 1);
    for (int i = 0; i < MOST_LEVER_PARAMETERS; i++)
        reform->value[i] = 0;
    reform->value[row] = value;
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

static int64_t first_choices(const Results *results, int kind) {
    int64_t sum = 0;
    for (int c = 0; c <= results->counties; c++)
        sum += results->year[0].county[c].first_choice[kind];
    return sum;
}

static int64_t stays_at(const Results *results, int kind) {
    int64_t sum = 0;
    for (int home = 0; home <= results->counties; home++)
        for (int presence = 0; presence < PRESENCES; presence++)
            for (int place = 0; place < PLACES; place++)
                sum += results->year[0].county[home].stay_at[presence][place][kind].discharges;
    return sum;
}

// ---- five_level_linkage

// Whoever no longer goes to the city hospital goes somewhere else or nowhere: first choices add up
// to the same, and each other way is taken at least as often. Care that is foregone is among them.
TEST(displaced) {
    Results open = with_lever("five_level_linkage", 0, 0);
    Results closed = with_lever("five_level_linkage", 0, 1);
    int64_t moved = 0, all[2] = {0};
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const int64_t before = first_choices(&open, kind), now = first_choices(&closed, kind);
        all[0] += before;
        all[1] += now;
        if (kind == KIND_CITY_HOSPITAL) moved = before - now;
    }
    ck_assert_int_gt(moved, first_choices(&open, KIND_CITY_HOSPITAL) / 20);
    ck_assert_int_gt(first_choices(&closed, KIND_TOWNSHIP_CENTRE),
                     first_choices(&open, KIND_TOWNSHIP_CENTRE));
    ck_assert_int_gt(first_choices(&closed, KIND_COUNTY_GENERAL),
                     first_choices(&open, KIND_COUNTY_GENERAL));
    ck_assert_int_ge(first_choices(&closed, KIND_NONE), first_choices(&open, KIND_NONE));
    ck_assert_int_eq(llabs(all[1] - all[0]) <= all[0] / 200, 1); // who lies in a bed opens no case
    results_free(&open);
    results_free(&closed);
}

// Probabilities of the kinds of one class with the door open and shut.
static void shut(double share, int class, double p[2][KIND_COUNT]) {
    Experiment city;
    Routes routes;
    ChoicePrices prices = {0};
    Report report;
    report_init(&report);
    tiny_read(&city, YEARS);
    ck_assert_int_eq(routes_init(&routes, &city.city, &report), STATUS_OK);
    choice_weigh_prices(&prices, CHOICE_OF_VISIT, &city.city.parameters.choice);
    ChoiceInputs inputs = {.city = &city.city, .route = routes.row[0], .prices = &prices};
    choice_probabilities(CHOICE_OF_VISIT, &inputs, 0, 0, class, p[0]);
    inputs.log_listed = log(share);
    choice_probabilities(CHOICE_OF_VISIT, &inputs, 0, 0, class, p[1]);
    routes_free(&routes);
    experiment_free(&city);
}

// With a third of the clinics left, the city hospital weighs a third of what it did against the
// hospitals outside, its own nest, in simple visits; an urgent one, or one of the next band (1.5 to
// 2.75 units, in 32 parts) or above, sees no difference.
TEST(odds_within_the_nest) {
    double p[2][KIND_COUNT];
    const int simple = (int)choice_class(CLASS_SURGICAL, 20, 0);
    shut(1.0 / 3, simple, p);
    ck_assert_double_eq_tol(p[1][KIND_CITY_HOSPITAL] / p[1][KIND_OUTSIDE_CITY],
                            p[0][KIND_CITY_HOSPITAL] / p[0][KIND_OUTSIDE_CITY] / 3, 1e-9);
    for (int kind = 0; kind < KIND_CITY_HOSPITAL; kind++)
        ck_assert_double_ge(p[1][kind], p[0][kind]);
    shut(1.0 / 3, simple + 1, p);
    ck_assert_mem_eq(p[0], p[1], sizeof p[0]);
    static const uint8_t harder[] = {49, 87, 100, 150};
    for (int i = 0; i < 4; i++) {
        shut(1.0 / 3, (int)choice_class(CLASS_SURGICAL, harder[i], 0), p);
        ck_assert_mem_eq(p[0], p[1], sizeof p[0]);
    }
}

// Listed stays leave the city hospital for others.
TEST(listed) {
    Results open = with_lever("five_level_linkage", 1, 0);
    Results listed = with_lever("five_level_linkage", 1, 1);
    ck_assert_int_lt(stays_at(&listed, KIND_CITY_HOSPITAL), stays_at(&open, KIND_CITY_HOSPITAL));
    ck_assert_int_gt(stays_at(&listed, KIND_COUNTY_GENERAL), stays_at(&open, KIND_COUNTY_GENERAL));
    results_free(&open);
    results_free(&listed);
}

// ---- specialist_alliances

static double odds(double share) {
    return share / (1 - share);
}

// The odds of the maternal class alone move, over what every class has from other levers.
TEST(own_class_only) {
    Lived city;
    lived_begin(&city, 2);
    tiny_reform(&city.experiment, "county_medical_consortium", 2022, 1);
    Reform *reform = tiny_reform(&city.experiment, "specialist_alliances", 2022, 1);
    reform->value[0] = 0.7;
    reform->value[1] = 0.4;
    lived_until(&city, 400);
    const CountyToday *today = &city.simulation.today.county[1];
    for (unsigned class = 0; class < CASE_CLASS_COUNT; class ++) {
        const int own = class == CLASS_MATERNAL;
        ck_assert_double_eq_tol(odds(formal_referral_of(today, class) / 32768.0) /
                                    odds(today->formal_referral / 32768.0),
                                own ? exp(0.7) : 1, 1e-3);
        ck_assert_double_eq_tol(odds(down_referral_of(today, class)) / odds(today->down_referral),
                                own ? exp(0.4) : 1, 1e-9);
    }
    lived_end(&city);
}

// ---- ecmo_tavr

// A team that is there for a year keeps some; one that comes after the end keeps nobody. Persons
// are counted, and nobody else is touched but by the beds that they lie in.
TEST(team_for_the_heart) {
    Results without = with_lever("ecmo_tavr", 0, 0), with = with_lever("ecmo_tavr", 0, 2);
    ck_assert_int_eq(results_count(&without, COUNT_HEART_KEPT), 0);
    ck_assert_int_gt(results_count(&with, COUNT_HEART_KEPT), 0);
    ck_assert_int_gt(stays_at(&with, KIND_CITY_HOSPITAL), stays_at(&without, KIND_CITY_HOSPITAL));
    results_free(&with);

    tiny_read(&experiment, YEARS);
    experiment.city.parameters.disease[DISEASE_HEART].complexity_mean += 2;
    Reform *reform = tiny_reform(&experiment, "ecmo_tavr", 2022, 1);
    reform->start_day = calendar_day(2022, 10, 20);
    reform->end_day = reform->start_day + 1;
    reform->value[0] = 0;
    tiny_run(&experiment, 0, &with);
    assert_same_results(&without, &with, YEARS);
    experiment_free(&experiment);
    results_free(&without);
    results_free(&with);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("whoever a closed clinic turns away goes elsewhere or nowhere", displaced),
        CLAIM("a closed door weighs in simple visits only", odds_within_the_nest),
        CLAIM("listed stays leave the city hospital for the counties", listed),
        CLAIM("an alliance moves the referrals of its own class only", own_class_only),
        CLAIM("a team for the heart keeps persons who are counted", team_for_the_heart),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
