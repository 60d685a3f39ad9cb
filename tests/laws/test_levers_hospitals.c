// SPDX-License-Identifier: MIT
// What levers that build up hospitals may and may not do, by laws that need none of our numbers.
#include "laws/compare.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <math.h>

enum { YEARS = 2, TREATMENT = 2 }; // treatment_growth of key_specialty_investment

static double induced; // demand.supply_induced_admission of the next run

// One lever in force since the year before the first one, one number of it set, the others 0; or
// none.
static Results live(const char *lever, int row, double value) {
    Experiment experiment;
    Results results;
    tiny_read(&experiment, YEARS);
    Parameters *parameters = &experiment.city.parameters;
    parameters->demand.supply_induced_admission = induced;
    parameters->choice.price_weight_visit = parameters->choice.price_weight_admission = 0;
    if (lever) {
        Reform *reform = tiny_reform(&experiment, lever, 2021, 1);
        for (int i = 0; i < MOST_LEVER_PARAMETERS; i++)
            reform->value[i] = i == row ? value : 0;
    }
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

typedef struct Beds {
    double open, occupied, discharges;
} Beds;

static Beds beds_of(const Results *results) {
    static const Kind kinds[] = {KIND_COUNTY_GENERAL, KIND_COUNTY_TCM, KIND_COUNTY_MATERNAL,
                                 KIND_CITY_HOSPITAL};
    Beds beds = {0};
    for (int k = 0; k < 4; k++)
        for (int place = 0; place < results->counties; place++) {
            const Capacity *capacity = &results->year[0].capacity[place][kinds[k]];
            beds.open += (double)capacity->open_days;
            beds.occupied += (double)capacity->occupied_days;
            for (int m = 0; m < 12; m++)
                beds.discharges += (double)results->month[m].discharges[place][kinds[k]];
        }
    return beds;
}

// Twice the beds: with no demand induced the share occupied falls by about as much, with some of it
// more are admitted than without.
TEST(beds) {
    induced = 0;
    Results as_before = live(NULL, 0, 0), built = live("infrastructure_investment", 0, log(2));
    induced = 2;
    Results lured_before = live(NULL, 0, 0), lured = live("infrastructure_investment", 0, log(2));
    const Beds few = beds_of(&as_before), many = beds_of(&built),
               few_lured = beds_of(&lured_before), many_lured = beds_of(&lured);
    ck_assert_double_eq_tol(many.open / few.open, 2, 0.02);
    ck_assert_double_lt(many.occupied / many.open, 0.75 * few.occupied / few.open);
    ck_assert_double_gt(many_lured.discharges / few_lured.discharges,
                        many.discharges / few.discharges);
    results_free(&as_before);
    results_free(&built);
    results_free(&lured_before);
    results_free(&lured);
}

static Fen subsidies(const Results *results) {
    Fen sum = 0;
    for (int kind = 0; kind < KIND_OUTSIDE_CITY; kind++)
        for (int county = 0; county < results->counties; county++)
            sum += results->year[0].operations->at[kind][county].subsidy;
    return sum;
}

// 24 million over two years, half of them in each, in whole fen for each kind and county.
TEST(capital) {
    Experiment experiment;
    Results results, without = live(NULL, 0, 0);
    tiny_read(&experiment, YEARS);
    Reform *reform = tiny_reform(&experiment, "infrastructure_investment", 2022, 1);
    reform->value[0] = reform->value[1] = 0;
    reform->value[2] = 24;
    reform->ramp_months = 24;
    tiny_run(&experiment, 0, &results);
    ck_assert_double_eq_tol((double)(subsidies(&results) - subsidies(&without)) / 100, 12e6, 2e4);
    experiment_free(&experiment);
    results_free(&results);
    results_free(&without);
}

// A quarter of the drugs is saved at county general hospitals, and nowhere else.
TEST(drugs) {
    Results without = live(NULL, 0, 0), with = live("county_specialty_development", 1, 0.25);
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        for (int county = 0; county < LEDGER_COUNTIES; county++)
            for (int c = 0; c < COMPONENT_COUNT; c++) {
                const double before = (double)without.year[0].ledger->charged[kind][county][c];
                const int saved = kind == KIND_COUNTY_GENERAL && c == COMPONENT_DRUG;
                const double expected = saved ? 0.75 * before : before;
                ck_assert_double_eq_tol((double)with.year[0].ledger->charged[kind][county][c],
                                        expected, 1e-3 * (before - expected) + 0.5);
            }
    results_free(&without);
    results_free(&with);
}

// A quarter more services and consumables are used at city hospitals, and nothing else anywhere.
TEST(treatment) {
    const double more = log(1.25);
    Results without = live(NULL, 0, 0), with = live("key_specialty_investment", TREATMENT, more);
    double moved = 0;
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        for (int county = 0; county < LEDGER_COUNTIES; county++)
            for (int c = 0; c < COMPONENT_COUNT; c++) {
                const double before = (double)without.year[0].ledger->charged[kind][county][c];
                const int used = c == COMPONENT_SERVICE || c == COMPONENT_CONSUMABLE;
                const double expected = kind == KIND_CITY_HOSPITAL && used ? 1.25 * before : before;
                ck_assert_double_eq_tol((double)with.year[0].ledger->charged[kind][county][c],
                                        expected, 4e-3 * (expected - before) + 0.5);
                moved += expected - before;
            }
    ck_assert_double_gt(moved, 1e6);
    results_free(&without);
    results_free(&with);
}

static Lived city; // each claim runs in a process of its own

// Eleven teams take 0.44 of the time of the city's 13 doctors: they stay there, and visits fall.
TEST(teams) {
    static const double away[] = {0, 0.04};
    uint32_t slots[2] = {0};
    for (int turn = 0; turn < 2; turn++) {
        lived_begin(&city, YEARS);
        Reform *reform = tiny_reform(&city.experiment, "major_illness_centre", 2022, 1);
        reform->value[0] = 11;
        reform->value[3] = away[turn];
        lived_until(&city, 400);
        double doctors = 0;
        for (uint32_t f = 0; f < city.simulation.facilities.count; f++) {
            const Facility *facility = &city.simulation.facilities.row[f];
            if (facility->kind != KIND_CITY_HOSPITAL) continue;
            doctors += facility->doctors;
            slots[turn] += facility->slots;
        }
        ck_assert_double_eq_tol(doctors, 13, 1e-9);
        lived_end(&city);
    }
    ck_assert_double_eq_tol(slots[1], 0.56 * slots[0], 1 + 0.01 * slots[0]);
}

int main(void) {
    const Claim claims[] = {
        CLAIM_WITHIN(120, "beds that are built stand empty, unless free beds invite admissions",
                     beds),
        CLAIM_WITHIN(120, "what is spent on buildings comes from government, as it is spent",
                     capital),
        CLAIM_WITHIN(120, "drugs are saved where they are managed", drugs),
        CLAIM_WITHIN(120, "what is used more of at city hospitals is so nowhere else", treatment),
        CLAIM("the time of teams is missing for patients, and nobody is made or lost", teams),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
