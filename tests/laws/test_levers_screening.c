// SPDX-License-Identifier: MIT
// What screening may and may not do, by laws that need none of our numbers.
#include "base/calendar.h"
#include "laws/compare.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "reforms/lever.h"
#include "unit/claim.h"

#include <math.h>
#include <stdlib.h>

enum { YEARS = 3 };
enum { POINTS, TESTS, AGAIN, FOUND, TEST_MINUTES, ROOM }; // of diabetes_network
enum { SITES, PERSONS, LINKED, HELPED, HOURS };           // of outreach_free_clinic

static Experiment experiment; // each claim runs in a process of its own

static Reform *begin(const char *lever, int from_year, double coverage) {
    tiny_read(&experiment, YEARS);
    return tiny_reform(&experiment, lever, from_year, coverage);
}

static Results end(void) {
    Results results;
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

TEST(nothing) {
    static const char *const names[] = {"diabetes_network", "cancer_network",
                                        "five_smalls_child_prevention", "outreach_free_clinic",
                                        "cdc_reform"};
    tiny_read(&experiment, YEARS);
    Results base = end();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        begin(names[i], 2022, 0);
        Results off = end();
        begin(names[i], 2022 + YEARS, 1);
        Results late = end();
        assert_same_results(&base, &off, YEARS);
        assert_same_results(&base, &late, YEARS);
        results_free(&off);
        results_free(&late);
    }
    results_free(&base);
}

static int64_t in_stage(const Results *results, int year, Condition condition, Stage stage) {
    int64_t sum = 0;
    for (int county = 0; county < results->counties; county++)
        sum += results->year[year].heads[county].stage[condition][stage];
    return sum;
}

static int64_t contacts(const Results *results, int year, Contact contact) {
    int64_t sum = 0;
    for (int county = 0; county < results->counties; county++)
        sum += results->year[year].county[county].contacts[contact];
    return sum;
}

static int64_t of_year(const Results *results, int year, Count count) {
    int64_t sum = 0;
    for (int county = 0; county < results->counties; county++)
        sum += results->year[year].county[county].count[count];
    return sum;
}

// ---- diabetes

static Results tested(double tests, double again) {
    Reform *reform = begin("diabetes_network", 2022, 1);
    reform->value[POINTS] = 1;
    reform->value[TESTS] = tests;
    reform->value[AGAIN] = again;
    reform->value[FOUND] = 0.6;
    reform->value[TEST_MINUTES] = 0.01;
    return end();
}

static double yield(const Results *results) {
    return (double)results_count(results, COUNT_DIABETES_FOUND) /
           (double)results_count(results, COUNT_DIABETES_TESTS);
}

// 1,500 tests a year for each 10,000 of 17,600 residents, three years: 7,920, a few fewer for those
// in beds. Where nobody is to be tested twice each test is a person.
TEST(persons_and_tests) {
    Results once = tested(1500, 0), twice = tested(1500, 0.5);
    const double tests = (double)results_count(&once, COUNT_DIABETES_TESTS);
    ck_assert_double_eq_tol(tests, 7920, 4 * sqrt(7920) + 0.03 * 7920);
    ck_assert_int_eq(results_count(&once, COUNT_DIABETES_TESTED), (int64_t)tests);
    const double again = (double)results_count(&twice, COUNT_DIABETES_TESTS);
    ck_assert_double_eq_tol(again, 7920, 4 * sqrt(7920) + 0.03 * 7920);
    const double first = (double)results_count(&twice, COUNT_DIABETES_TESTED);
    ck_assert_double_eq_tol(first / again, 0.5, 0.03);
    ck_assert_double_lt(yield(&twice), 0.8 * yield(&once));
    results_free(&once);
    results_free(&twice);
}

// Where all is found at once, tests of untested people yield the share of unknown diabetes among
// them: as many as are in that stage at the end of the year before, over all of 35 and more.
TEST(yield_of_tests) {
    Reform *reform = begin("diabetes_network", 2023, 1);
    reform->value[POINTS] = 1;
    reform->value[TESTS] = 900;
    reform->value[AGAIN] = 0;
    reform->value[FOUND] = 1;
    Results results = end();
    int64_t adults = 0;
    for (int county = 0; county < results.counties; county++)
        for (int band = AGE_35; band < AGE_BAND_COUNT; band++)
            adults += results.year[0].heads[county].by_age[band];
    const double unknown =
        (double)in_stage(&results, 0, CONDITION_DIABETES, STAGE_UNDIAGNOSED) / (double)adults;
    const double tests = (double)of_year(&results, 1, COUNT_DIABETES_TESTS);
    const double found = (double)of_year(&results, 1, COUNT_DIABETES_FOUND);
    ck_assert_double_eq_tol(found / tests, unknown, 4 * sqrt(unknown / tests) + 0.1 * unknown);
    results_free(&results);
}

// The found come: as many cases as were found, each of them seen, put off or closed otherwise; and
// routine visits of diabetes rise with them.
TEST(found_come) {
    Results none = tested(0, 0), many = tested(3000, 0);
    const int64_t found = results_count(&many, COUNT_DIABETES_FOUND);
    int64_t seen = 0;
    for (int year = 0; year < YEARS; year++)
        seen += contacts(&many, year, CONTACT_SCREENED);
    ck_assert_int_gt(found, 300);
    ck_assert_int_eq(results_count(&many, COUNT_SENT_BY_SCREENING), found);
    ck_assert_int_le(seen, found);
    ck_assert_int_gt(seen, found * 8 / 10);
    ck_assert_int_gt(contacts(&many, 2, CONTACT_ROUTINE), contacts(&none, 2, CONTACT_ROUTINE));
    ck_assert_int_lt(in_stage(&many, 2, CONDITION_DIABETES, STAGE_UNDIAGNOSED),
                     in_stage(&none, 2, CONDITION_DIABETES, STAGE_UNDIAGNOSED));
    results_free(&none);
    results_free(&many);
}

// Without a place nobody is managed at once; with places no more than there are.
TEST(places) {
    int64_t managed[3];
    for (int turn = 0; turn < 3; turn++) {
        Reform *reform = begin("diabetes_network", 2022, 1);
        reform->value[POINTS] = 1;
        reform->value[TESTS] = 3000;
        reform->value[AGAIN] = 0;
        reform->value[FOUND] = 0.6;
        reform->value[ROOM] = turn == 0 ? 0 : turn == 1 ? 330 : 20000;
        Results results = end();
        managed[turn] = in_stage(&results, 0, CONDITION_DIABETES, STAGE_MANAGED) +
                        in_stage(&results, 0, CONDITION_DIABETES, STAGE_CONTROLLED);
        results_free(&results);
    }
    ck_assert_int_gt(managed[2], managed[0] + 50);
    ck_assert_int_ge(managed[1], managed[0]);
    if (managed[1] > managed[0]) ck_assert_int_le(managed[1], (int64_t)(17600 * 0.033) + 10);
}

// ---- cancer and children

// Of those assessed 0.4 x 0.3 are sent to a clinical screening.
TEST(funnel) {
    Reform *reform = begin("cancer_network", 2022, 1);
    reform->value[0] = 600;
    reform->value[1] = 0.4;
    reform->value[2] = 0.3;
    Results results = end();
    const double assessed = (double)results_count(&results, COUNT_CANCER_ASSESSED);
    const double screened = (double)results_count(&results, COUNT_CANCER_SCREENED);
    ck_assert_double_eq_tol(assessed, 3 * 17600 * 0.06, 4 * sqrt(3168) + 0.03 * 3168);
    ck_assert_double_eq_tol(screened / assessed, 0.12, 4 * sqrt(0.12 * 0.88 / assessed));
    results_free(&results);
}

static int64_t deaths_of(const Results *results) {
    return results_count(results, COUNT_DIED_IN_BED) + results_count(results, COUNT_DIED_ELSEWHERE);
}

// Demand rises, and nobody lives or dies by it; nor does a condition change its stage.
TEST(demand_only) {
    static const char *const names[] = {"cancer_network", "five_smalls_child_prevention"};
    tiny_read(&experiment, YEARS);
    Results base = end();
    for (int i = 0; i < 2; i++) {
        Reform *reform = begin(names[i], 2022, 1);
        reform->value[0] = levers[reform->lever]->info.parameters[0].high;
        Results results = end();
        ck_assert_int_gt(contacts(&results, 0, CONTACT_SCREENED), 0);
        ck_assert_int_eq(deaths_of(&results), deaths_of(&base));
        for (int c = 0; c < CONDITION_COUNT; c++)
            for (int stage = 0; stage < STAGE_COUNT; stage++)
                ck_assert_int_eq(in_stage(&results, YEARS - 1, (Condition)c, (Stage)stage),
                                 in_stage(&base, YEARS - 1, (Condition)c, (Stage)stage));
        results_free(&results);
    }
    results_free(&base);
}

// ---- hours

static int is_primary(const Facility *facility) {
    return facility->kind == KIND_VILLAGE_CLINIC || facility->kind == KIND_TOWNSHIP_CENTRE;
}

// A month later doctors who test are missing in villages and townships, those who see children in
// maternal and child hospitals, and nobody anywhere else.
TEST(missing_in_clinics) {
    static const char *const names[] = {"diabetes_network", "five_smalls_child_prevention"};
    static const int minutes_row[] = {TEST_MINUTES, 3};
    for (int i = 0; i < 2; i++) {
        static Lived base, reformed;
        lived_begin(&base, YEARS);
        lived_begin(&reformed, YEARS);
        Reform *reform = tiny_reform(&reformed.experiment, names[i], 2022, 1);
        reform->value[minutes_row[i]] = 60;
        lived_until(&base, 365 + 31 + 1);
        lived_until(&reformed, 365 + 31 + 1);
        for (uint32_t f = 0; f < base.simulation.facilities.count; f++) {
            const Facility *before = &base.simulation.facilities.row[f];
            const Facility *now = &reformed.simulation.facilities.row[f];
            if (before->slots == 0) continue;
            const int screens = i == 0 ? is_primary(before) : before->kind == KIND_COUNTY_MATERNAL;
            ck_assert_int_eq(now->slots < before->slots, screens);
        }
        lived_end(&base);
        lived_end(&reformed);
    }
}

// ---- a day of free clinics

// The effect is there at the end of the year and half of it or less a year later, when control has
// been lost and regained as usual (loss_rate 0.9 a year); it moves the year's visits by less than
// 1 in 200.
TEST(decays) {
    int64_t controlled[2][YEARS], visits[2] = {0};
    for (int turn = 0; turn < 2; turn++) {
        Reform *reform = begin("outreach_free_clinic", 2022, turn);
        reform->start_day = calendar_day(2022, 11, 3);
        reform->end_day = reform->start_day + 1;
        reform->value[SITES] = 14;
        reform->value[PERSONS] = 150;
        reform->value[LINKED] = 0.3;
        reform->value[HELPED] = 1;
        Results results = end();
        for (int year = 0; year < YEARS; year++)
            controlled[turn][year] =
                in_stage(&results, year, CONDITION_HYPERTENSION, STAGE_CONTROLLED);
        for (int contact = 0; contact < CONTACT_VISITOR; contact++)
            visits[turn] += contacts(&results, 1, (Contact)contact);
        if (turn) {
            ck_assert_int_gt(of_year(&results, 0, COUNT_OUTREACH_REACHED), 1000);
            ck_assert_int_eq(of_year(&results, 1, COUNT_OUTREACH_REACHED), 0);
        }
        results_free(&results);
    }
    const int64_t first = controlled[1][0] - controlled[0][0];
    ck_assert_int_gt(first, 30);
    ck_assert_int_le(2 * (controlled[1][1] - controlled[0][1]), first);
    ck_assert_int_le(llabs(visits[1] - visits[0]), visits[0] / 200);
}

// ---- disease control

TEST(both_ways) {
    int64_t unknown[3];
    for (int turn = 0; turn < 3; turn++) {
        Reform *reform = begin("cdc_reform", 2022, 1);
        reform->value[0] = turn == 1 ? 0.5 : 0;
        reform->value[1] = turn == 2 ? 0.5 : 0;
        Results results = end();
        unknown[turn] = in_stage(&results, 2, CONDITION_HYPERTENSION, STAGE_UNDIAGNOSED);
        results_free(&results);
    }
    ck_assert_int_lt(unknown[1], unknown[0]);
    ck_assert_int_gt(unknown[2], unknown[0]);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("at coverage 0, and after the end, they change nothing", nothing),
        CLAIM("persons and tests are counted apart, and repeated tests yield less",
              persons_and_tests),
        CLAIM("tests yield the share of unknown diabetes among those not tested before",
              yield_of_tests),
        CLAIM("whoever is found comes, and comes again", found_come),
        CLAIM("the network manages no more than it has places", places),
        CLAIM("a funnel of two steps has the ratio of its shares", funnel),
        CLAIM("screening for cancer and of children moves demand and no death", demand_only),
        CLAIM("doctors who screen are missing where they work, and nowhere else",
              missing_in_clinics),
        CLAIM("a day of free clinics decays and moves no year's total", decays),
        CLAIM("a reform of disease control can work both ways", both_ways),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
