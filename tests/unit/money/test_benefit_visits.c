// SPDX-License-Identifier: MIT
// Visits, by hand and to the fen. P, what is in scope, is the charge x its share in the catalogue x
// 0.97: class B items are 30 % of the catalogue and 10 % of them is the patient's own.
#include "money/benefit.h"
#include "unit/claim.h"
#include "unit/money/hunan.h"

static Payment settled(Annual *annual, InsuredCharge insured) {
    const Benefits benefits = hunan_benefits();
    return benefit_visit(&benefits, annual, &insured);
}

static InsuredCharge township_visit(Fen charge) {
    return insured_charge(SCHEME_RESIDENT, KIND_TOWNSHIP_CENTRE, LEVEL_PRIMARY, charge);
}

static InsuredCharge employee_at_level2(Fen charge) {
    return insured_charge(SCHEME_EMPLOYEE, KIND_COUNTY_GENERAL, LEVEL_TWO, charge);
}

static InsuredCharge employee_at_level3(Fen charge) {
    return insured_charge(SCHEME_EMPLOYEE, KIND_CITY_HOSPITAL, LEVEL_THREE, charge);
}

// 87.35: in the catalogue 96 % = 83.856 -> 83.86; P = 83.856 x 0.97 = 81.34032 -> 81.34. The pool
// pays 70 % = 56.938 -> 56.94, the resident 30.41.
TEST(resident_at_a_township_centre) {
    Annual annual = {0};
    const Payment payment = settled(&annual, township_visit(yuan(87, 35)));
    ck_assert_int_eq(payment.in_catalogue, yuan(83, 86));
    ck_assert_int_eq(payment.in_scope, yuan(81, 34));
    ck_assert_int_eq(payment.deductible, 0);
    ck_assert_int_eq(payment.fund, yuan(56, 94));
    ck_assert_int_eq(payment.own, yuan(30, 41));
    ck_assert_int_eq(annual.pool_paid, yuan(56, 94));
    ck_assert_int_eq(annual.own_in_scope, 0); // a visit does not count for major illness
}

// 363.06 + 56.94 = 420.00: paid in full. 379.18: 40.82 of the 56.94 are left. 420.00: nothing.
TEST(resident_pool_ceiling) {
    const Fen earlier[] = {yuan(363, 6), yuan(379, 18), yuan(420, 0)};
    const Fen paid[] = {yuan(56, 94), yuan(40, 82), 0};
    for (int i = 0; i < 3; i++) {
        Annual annual = {.pool_paid = (int32_t)earlier[i]};
        const Payment payment = settled(&annual, township_visit(yuan(87, 35)));
        ck_assert_int_eq(payment.fund, paid[i]);
        ck_assert_int_eq(payment.own, yuan(87, 35) - paid[i]);
        ck_assert_int_eq(annual.pool_paid, earlier[i] + paid[i]);
    }
}

// One condition under management: 420 + 480 = 900, of which 20.82 are left after 879.18. Two:
// 1,380, 15.15 after 1,364.85.
TEST(chronic_ceiling) {
    InsuredCharge insured = township_visit(yuan(87, 35));
    insured.managed_conditions = 1;
    Annual annual = {.pool_paid = (int32_t)yuan(879, 18)};
    ck_assert_int_eq(settled(&annual, insured).fund, yuan(20, 82));

    insured.managed_conditions = 2;
    annual.pool_paid = (int32_t)yuan(1364, 85);
    ck_assert_int_eq(settled(&annual, insured).fund, yuan(15, 15));
}

// 312.65 at a county hospital, 205.77 at a private one of level 1.
TEST(resident_at_a_hospital) {
    const InsuredCharge hospitals[] = {
        insured_charge(SCHEME_RESIDENT, KIND_COUNTY_GENERAL, LEVEL_TWO, yuan(312, 65)),
        insured_charge(SCHEME_RESIDENT, KIND_CITY_HOSPITAL, LEVEL_THREE, yuan(312, 65)),
        insured_charge(SCHEME_RESIDENT, KIND_PRIVATE_HOSPITAL, LEVEL_ONE, yuan(205, 77)),
        insured_charge(SCHEME_RESIDENT, KIND_OUTSIDE_CITY, LEVEL_PROVINCE, yuan(733, 19)),
    };
    for (int i = 0; i < 4; i++) {
        Annual annual = {0};
        const Payment payment = settled(&annual, hospitals[i]);
        ck_assert_int_eq(payment.fund, 0);
        ck_assert_int_eq(payment.own, hospitals[i].charge);
        ck_assert_int_eq(annual.pool_paid, 0);
    }
}

// 38.45: P = 38.45 x 0.98 x 0.97 = 36.55057 -> 36.55; 70 % = 25.585 -> 25.59, a half that goes up;
// own 12.86.
TEST(village_clinic) {
    InsuredCharge insured =
        insured_charge(SCHEME_RESIDENT, KIND_VILLAGE_CLINIC, LEVEL_PRIMARY, yuan(38, 45));
    Annual annual = {0};
    ck_assert_int_eq(settled(&annual, insured).own, yuan(38, 45));

    insured.village_settled = 1;
    const Payment payment = settled(&annual, insured);
    ck_assert_int_eq(payment.fund, yuan(25, 59));
    ck_assert_int_eq(payment.own, yuan(12, 86));
}

TEST(private_clinic) {
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        Annual annual = {0};
        const InsuredCharge insured =
            insured_charge((Scheme)scheme, KIND_PRIVATE_CLINIC, LEVEL_PRIMARY, yuan(64, 17));
        ck_assert_int_eq(settled(&annual, insured).own, yuan(64, 17));
    }
}

// 87.35 as above: 56.94. 205.77: P = 205.77 x 0.89 x 0.97 = 177.641241 -> 177.64; 70 % = 124.348 ->
// 124.35.
TEST(employee_at_primary_and_level1) {
    Annual annual = {0};
    Payment payment = settled(&annual, insured_charge(SCHEME_EMPLOYEE, KIND_TOWNSHIP_CENTRE,
                                                      LEVEL_PRIMARY, yuan(87, 35)));
    ck_assert_int_eq(payment.fund, yuan(56, 94));

    payment = settled(
        &annual, insured_charge(SCHEME_RETIRED, KIND_PRIVATE_HOSPITAL, LEVEL_ONE, yuan(205, 77)));
    ck_assert_int_eq(payment.deductible, 0);
    ck_assert_int_eq(payment.fund, yuan(124, 35));
    ck_assert_int_eq(payment.own, yuan(81, 42));
}

// P = charge x 0.8924: 47.23 gives 42.148052 -> 42.15, below 50; 56.03 gives 50.001172
// -> 50.00; 56.05 gives 50.01902 -> 50.02, of which 60 % of 0.02 = 0.012 -> 0.01; 312.65 gives
// 279.00886 -> 279.01, 60 % of 229.01 = 137.406 -> 137.41.
TEST(deductible_of_a_visit) {
    const Fen charge[] = {yuan(47, 23), yuan(56, 3), yuan(56, 5), yuan(312, 65)};
    const Fen deductible[] = {yuan(42, 15), yuan(50, 0), yuan(50, 0), yuan(50, 0)};
    const Fen paid[] = {0, 0, 1, yuan(137, 41)};
    for (int i = 0; i < 4; i++) {
        Annual annual = {0};
        const Payment payment = settled(&annual, employee_at_level2(charge[i]));
        ck_assert_int_eq(payment.deductible, deductible[i]);
        ck_assert_int_eq(payment.fund, paid[i]);
        ck_assert_int_eq(payment.own, charge[i] - paid[i]);
        ck_assert_int_eq(annual.visit_deductible_met, deductible[i]);
    }
}

// 467.31: P = 467.31 x 0.87 x 0.97 = 394.362909 -> 394.36. 60 % of 294.36 = 176.616 -> 176.62.
// After 270 of the year's 300: D = 30, 60 % of 364.36 = 218.616 -> 218.62. After 300: 60 % of
// 394.36 = 236.616 -> 236.62.
TEST(yearly_deductible_of_visits) {
    Annual annual = {0};
    Payment payment = settled(&annual, employee_at_level3(yuan(467, 31)));
    ck_assert_int_eq(payment.deductible, yuan(100, 0));
    ck_assert_int_eq(payment.fund, yuan(176, 62));

    annual = (Annual){.visit_deductible_met = (int32_t)yuan(270, 0)};
    payment = settled(&annual, employee_at_level3(yuan(467, 31)));
    ck_assert_int_eq(payment.deductible, yuan(30, 0));
    ck_assert_int_eq(payment.fund, yuan(218, 62));
    ck_assert_int_eq(annual.visit_deductible_met, yuan(300, 0));

    payment = settled(&annual, employee_at_level3(yuan(467, 31)));
    ck_assert_int_eq(payment.deductible, 0);
    ck_assert_int_eq(payment.fund, yuan(236, 62));
    ck_assert_int_eq(payment.own, yuan(230, 69));
}

// After 1,480.33, of the 137.41 due a working employee has 19.67 left of 1,500; one retired has all
// of it left of 2,000, and after 1,950.10 only 49.90.
TEST(employee_pool_ceilings) {
    InsuredCharge insured = employee_at_level2(yuan(312, 65));
    Annual annual = {.pool_paid = (int32_t)yuan(1480, 33)};
    ck_assert_int_eq(settled(&annual, insured).fund, yuan(19, 67));
    ck_assert_int_eq(settled(&annual, insured).fund, 0);

    insured.scheme = SCHEME_RETIRED;
    annual = (Annual){.pool_paid = (int32_t)yuan(1480, 33)};
    ck_assert_int_eq(settled(&annual, insured).fund, yuan(137, 41));
    annual = (Annual){.pool_paid = (int32_t)yuan(1950, 10)};
    ck_assert_int_eq(settled(&annual, insured).fund, yuan(49, 90));
}

// 733.19: P = 733.19 x 0.83 x 0.97 = 590.291269 -> 590.29; D = 100. Filed 55 % of 490.29 = 269.6595
// -> 269.66; unfiled 50 % = 245.145 -> 245.15, a half that goes up.
TEST(employee_outside_the_city) {
    InsuredCharge insured =
        insured_charge(SCHEME_EMPLOYEE, KIND_OUTSIDE_PROVINCE, LEVEL_PROVINCE, yuan(733, 19));
    Annual annual = {0};
    insured.away = AWAY_FILED;
    ck_assert_int_eq(settled(&annual, insured).fund, yuan(269, 66));

    annual = (Annual){0};
    insured.away = AWAY_UNFILED;
    ck_assert_int_eq(settled(&annual, insured).fund, yuan(245, 15));
}

// Unfiled care cut by 65 points leaves no rate: nothing of the year's deductibles is used up.
TEST(no_rate_no_deductible) {
    Parameters parameters;
    hunan_rules(&parameters);
    parameters.money.unfiled_rate_cut = 0.65;
    Benefits benefits;
    benefits_init(&benefits, &parameters);
    InsuredCharge insured =
        insured_charge(SCHEME_EMPLOYEE, KIND_OUTSIDE_PROVINCE, LEVEL_PROVINCE, yuan(733, 19));
    insured.away = AWAY_UNFILED;

    Annual annual = {0};
    const Payment payment = benefit_visit(&benefits, &annual, &insured);
    ck_assert_int_eq(payment.deductible, 0);
    ck_assert_int_eq(payment.own, yuan(733, 19));
    ck_assert_int_eq(annual.visit_deductible_met, 0);
}

// 312.65 leaves 175.24. Of an account of 612.40, 500.00 are used: it pays 112.40, the
// employee 62.84; on the next visit nothing is left.
TEST(account_pays_first) {
    Parameters parameters;
    hunan_rules(&parameters);
    parameters.pool[SCHEME_EMPLOYEE].personal_account = 612.40;
    Benefits benefits;
    benefits_init(&benefits, &parameters);
    const InsuredCharge insured = employee_at_level2(yuan(312, 65));

    Annual annual = {.account_paid = (int32_t)yuan(500, 0)};
    Payment payment = benefit_visit(&benefits, &annual, &insured);
    ck_assert_int_eq(payment.fund, yuan(137, 41));
    ck_assert_int_eq(payment.personal_account, yuan(112, 40));
    ck_assert_int_eq(payment.own, yuan(62, 84));

    payment = benefit_visit(&benefits, &annual, &insured);
    ck_assert_int_eq(payment.personal_account, 0);
    ck_assert_int_eq(payment.own, yuan(175, 24));
    ck_assert_int_eq(benefit_expected_visit(&benefits, &insured), yuan(175, 24));
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the resident pool pays 70 % of what is in scope at a township centre",
              resident_at_a_township_centre),
        CLAIM("the resident pool stops at its ceiling of the year", resident_pool_ceiling),
        CLAIM("each condition under management raises the ceiling", chronic_ceiling),
        CLAIM("a resident pays the full price of a visit to a hospital", resident_at_a_hospital),
        CLAIM("a village clinic is paid by the pool only where it settles", village_clinic),
        CLAIM("a private clinic is never paid by a pool", private_clinic),
        CLAIM("employees meet no deductible at primary and level 1 institutions",
              employee_at_primary_and_level1),
        CLAIM("the employee pool pays from the first fen above the deductible of a visit",
              deductible_of_a_visit),
        CLAIM("the deductibles of visits stop at 300 yuan a year", yearly_deductible_of_visits),
        CLAIM("the employee pool stops at 1,500 yuan, of the retired at 2,000",
              employee_pool_ceilings),
        CLAIM("an employee's visit outside the city is paid less, unfiled less than filed",
              employee_outside_the_city),
        CLAIM("where the pool pays nothing a visit uses up no deductible", no_rate_no_deductible),
        CLAIM("the personal account pays first, as far as it goes, and is the patient's money",
              account_pays_first),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
