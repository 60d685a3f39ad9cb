// SPDX-License-Identifier: MIT
#include "laws/tiny.h"
#include "report/indicator_values.h"
#include "unit/claim.h"

#include <math.h>

enum { YEARS = 4 };

// ---- stays

// Without deductible and ceiling and with 60 % for everybody everywhere, the fund pays 60 % of what
// is in scope, to half a fen a stay; of what is in the catalogue, 60 % x (1 - b theta), with b the
// share of class B in it and theta the patient's own part of that.
TEST(one_rate) {
    static const double rate = 0.6;
    Experiment experiment;
    Results results;
    Report report;
    IndicatorValues values;
    report_init(&report);
    tiny_read(&experiment, 2);
    Parameters *parameters = &experiment.city.parameters;
    parameters->money.major_illness_ceiling = 0;
    parameters->money.filed_rate_cut = parameters->money.unfiled_rate_cut = 0;
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        parameters->pool[scheme].inpatient_ceiling = 2e6;
        for (int level = 0; level < LEVEL_COUNT; level++)
            parameters->benefit[scheme][level] = (BenefitRow){0, rate};
    }
    tiny_run(&experiment, 0, &results);
    ck_assert_int_eq(indicator_values_init(&values, &experiment.city, 2022, 2, 1, &report), 0);
    ck_assert_int_eq(indicator_values_fill(&values, 0, &results, &report), 0);
    const double own = parameters->money.class_b_share * parameters->money.class_b_own_share;
    ck_assert_double_eq_tol(indicator_values_of(&values, "in_policy_fund_share", WHOLE_CITY, 2023),
                            100 * rate, 1e-4);
    ck_assert_double_eq_tol(
        indicator_values_of(&values, "in_policy_fund_share_of_catalogue", WHOLE_CITY, 2023),
        100 * rate * (1 - own), 1e-4);
    indicator_values_free(&values);
    results_free(&results);
    experiment_free(&experiment);
    report_free(&report);
}

// ---- village clinics

// Village clinics at which every scheme pays before any reform.
static const double settled_before = 0.43;

// Runs the city under one lever from the first day, or under none (NULL). The price weighs four
// times as much as in the model, or nothing, so that there is much to be moved, or nothing.
static void run(Results *results, const char *lever, double habit, double price_weight) {
    Experiment experiment;
    tiny_read(&experiment, YEARS);
    experiment.city.parameters.choice.habit_share = habit;
    experiment.city.parameters.choice.price_weight_visit *= price_weight;
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        experiment.city.parameters.pool[scheme].village_settled_share = settled_before;
    if (lever) tiny_reform(&experiment, lever, 2022, 1)->value[0] = 1;
    tiny_run(&experiment, 0, results);
    experiment_free(&experiment);
}

static const char village[] = "village_clinic_insurance_coverage";

// What became of a year's visits at village clinics, all counties.
typedef struct Villages {
    double visits, settled, recorded, shifted, fresh; // moved visits whether the fund paid or not
} Villages;

static Villages villages_of(const Results *results, int year) {
    Villages sum = {0};
    for (int c = 0; c < results->counties; c++) {
        const Tally *tally = &results->year[year].county[c];
        sum.settled += (double)tally->count[COUNT_VILLAGE_SETTLED];
        sum.recorded += (double)tally->count[COUNT_VILLAGE_RECORDED];
        for (int presence = 0; presence < PRESENCES; presence++)
            for (int place = 0; place < PLACES; place++)
                sum.visits += (double)tally->visit_at[presence][place][KIND_VILLAGE_CLINIC].visits;
        for (int kind = 0; kind < KIND_COUNT; kind++) {
            const int64_t *from = tally->village_from[kind];
            double *to = kind_nest[kind] == NEST_SELF ? &sum.fresh : &sum.shifted;
            *to += (double)(from[0] + from[1]);
        }
    }
    return sum;
}

static void assert_nothing_moved(const Results *results) {
    for (int year = 0; year < YEARS; year++) {
        const Villages villages = villages_of(results, year);
        ck_assert_double_gt(villages.visits, 1000);
        ck_assert_double_eq(villages.shifted, 0);
        ck_assert_double_eq(villages.fresh, 0);
    }
}

TEST(no_reform) {
    Results without, other;
    run(&without, NULL, 0.3, 4);
    run(&other, "county_medical_consortium", 0.3, 4);
    assert_nothing_moved(&without);
    assert_nothing_moved(&other);
    for (int year = 0; year < YEARS; year++) {
        ck_assert_double_eq(villages_of(&without, year).recorded, 0);
        ck_assert_double_eq(villages_of(&other, year).recorded, 0);
    }
    results_free(&without);
    results_free(&other);
}

// Everybody goes where he went, so that insurance only records more: 43 % of village clinics
// settled before, and all settle now.
TEST(only_recorded) {
    const double before = settled_before;
    Results results;
    run(&results, village, 0.3, 0);
    assert_nothing_moved(&results);
    for (int year = 0; year < YEARS; year++) {
        const Villages villages = villages_of(&results, year);
        const double error = sqrt(before * (1 - before) / villages.settled);
        ck_assert_double_gt(villages.settled, 1000);
        ck_assert_double_eq_tol(villages.recorded / villages.settled, 1 - before, 4 * error);
    }
    results_free(&results);
}

// One run against two: where no habit carries a visit on to the next, what is told to be moved is
// what village clinics gain by the reform, to 1 % (beds and refusals differ between the runs).
TEST(moved_is_gained) {
    Results base, reformed;
    run(&base, NULL, 0, 4);
    run(&reformed, village, 0, 4);
    for (int year = 0; year < YEARS; year++) {
        const Villages now = villages_of(&reformed, year);
        const double gain = now.visits - villages_of(&base, year).visits;
        ck_assert_double_gt(gain, 5000);
        ck_assert_double_eq_tol(now.shifted + now.fresh, gain, 0.01 * gain);
    }
    results_free(&base);
    results_free(&reformed);
}

// Habit carries on what a reform once moved, which is then told as there before: what is told to be
// moved is a lower bound, and no less than the share of visits that no habit decides.
TEST(habit_hides) {
    static const double habit = 0.3;
    Results base, reformed;
    run(&base, NULL, habit, 4);
    run(&reformed, village, habit, 4);
    for (int year = 0; year < YEARS; year++) {
        const Villages now = villages_of(&reformed, year);
        const double gain = now.visits - villages_of(&base, year).visits;
        ck_assert_double_lt(now.shifted + now.fresh, gain);
        ck_assert_double_gt(now.shifted + now.fresh, (1 - habit) * gain);
    }
    results_free(&base);
    results_free(&reformed);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("with one rate and no deductible the fund's in-policy share is that rate", one_rate),
        CLAIM("without a reform of insurance at village clinics nothing is moved or newly recorded",
              no_reform),
        CLAIM("where prices move nobody, insurance at village clinics only records more",
              only_recorded),
        CLAIM("without habit, visits told to be moved are those that village clinics gain",
              moved_is_gained),
        CLAIM("with habit they are a lower bound, above the share that no habit decides",
              habit_hides),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
