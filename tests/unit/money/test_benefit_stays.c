// SPDX-License-Identifier: MIT
// Stays, by hand and to the fen. P, what is in scope, is the charge x its share in the catalogue x
// 0.97: class B items are 30 % of the catalogue and 10 % of them is the patient's own.
#include "money/benefit.h"
#include "unit/claim.h"
#include "unit/money/hunan.h"

// 640.55: in the catalogue 92 % = 589.306 -> 589.31; P = 640.55 x 0.8924 = 571.62682 -> 571.63,
// below the 800 of level 2: all of it is deductible, the fund pays nothing.
TEST(below_the_deductible) {
    Annual annual = {0};
    const Payment payment = settled_stay(&annual, county_stay(yuan(640, 55)));
    ck_assert_int_eq(payment.in_catalogue, yuan(589, 31));
    ck_assert_int_eq(payment.in_scope, yuan(571, 63));
    ck_assert_int_eq(payment.deductible, yuan(571, 63));
    ck_assert_int_eq(payment.fund, 0);
    ck_assert_int_eq(payment.own, yuan(640, 55));
    ck_assert_int_eq(annual.stay_deductible_met, yuan(571, 63));
    ck_assert_int_eq(annual.own_in_scope, yuan(571, 63));
}

// 896.46 x 0.8924 = 800.000904 -> P = 800.00. 896.49 x 0.8924 = 800.027676 -> P = 800.03; fund 80 %
// of 0.03 = 0.024 -> 0.02.
TEST(at_the_deductible) {
    Annual annual = {0};
    Payment payment = settled_stay(&annual, county_stay(yuan(896, 46)));
    ck_assert_int_eq(payment.in_scope, yuan(800, 0));
    ck_assert_int_eq(payment.fund, 0);

    annual = (Annual){0};
    payment = settled_stay(&annual, county_stay(yuan(896, 49)));
    ck_assert_int_eq(payment.in_scope, yuan(800, 3));
    ck_assert_int_eq(payment.fund, 2);
    ck_assert_int_eq(payment.own, yuan(896, 47));
}

// 4,783.29: P = 4,783.29 x 0.8924 = 4,268.607996 -> 4,268.61. Fund 80 % of (4,268.61 - 800) =
// 2,774.888 -> 2,774.89; own 4,783.29 - 2,774.89 = 2,008.40.
TEST(above_the_deductible) {
    Annual annual = {0};
    const Payment payment = settled_stay(&annual, county_stay(yuan(4783, 29)));
    ck_assert_int_eq(payment.in_scope, yuan(4268, 61));
    ck_assert_int_eq(payment.deductible, yuan(800, 0));
    ck_assert_int_eq(payment.fund, yuan(2774, 89));
    ck_assert_int_eq(payment.own, yuan(2008, 40));
    ck_assert_int_eq(annual.fund_paid, yuan(2774, 89));
    ck_assert_int_eq(annual.own_in_scope, yuan(1493, 72)); // 4,268.61 - 2,774.89
    ck_assert_int_eq(annual.stays, 1);
}

// The same bill again: deductible 400; fund 80 % of 3,868.61 = 3,094.888 -> 3,094.89; own 1,688.40.
TEST(second_stay) {
    Annual annual = {0};
    settled_stay(&annual, county_stay(yuan(4783, 29)));
    const Payment payment = settled_stay(&annual, county_stay(yuan(4783, 29)));
    ck_assert_int_eq(payment.deductible, yuan(400, 0));
    ck_assert_int_eq(payment.fund, yuan(3094, 89));
    ck_assert_int_eq(payment.own, yuan(1688, 40));
    ck_assert_int_eq(annual.stay_deductible_met, yuan(1200, 0));
    ck_assert_int_eq(annual.stays, 2);
}

// 9,107.43 at level 3: P = 9,107.43 x 0.87 x 0.97 = 7,685.760177 -> 7,685.76.
// Deductibles met 2,750 of 3,000: 250 of the 600 are left, fund 65 % of 7,435.76 = 4,833.244 ->
// 4,833.24. Then none is left: fund 65 % of 7,685.76 = 4,995.744 -> 4,995.74.
TEST(deductible_ceiling) {
    Annual annual = {.stay_deductible_met = (int32_t)yuan(2750, 0), .stays = 4};
    Payment payment = settled_stay(&annual, city_stay(yuan(9107, 43)));
    ck_assert_int_eq(payment.deductible, yuan(250, 0));
    ck_assert_int_eq(payment.fund, yuan(4833, 24));
    ck_assert_int_eq(annual.stay_deductible_met, yuan(3000, 0));

    payment = settled_stay(&annual, city_stay(yuan(9107, 43)));
    ck_assert_int_eq(payment.deductible, 0);
    ck_assert_int_eq(payment.fund, yuan(4995, 74));
    ck_assert_int_eq(payment.own, yuan(4111, 69));
}

// Working employees stop at 2,000: with 1,900 met, 100 of the 550 are left at level 3;
// fund 85 % of 7,585.76 = 6,447.896 -> 6,447.90.
TEST(deductible_ceiling_of_employees) {
    Annual annual = {.stay_deductible_met = (int32_t)yuan(1900, 0), .stays = 2};
    const Payment payment = settled_stay(
        &annual, insured_charge(SCHEME_EMPLOYEE, KIND_CITY_HOSPITAL, LEVEL_THREE, yuan(9107, 43)));
    ck_assert_int_eq(payment.deductible, yuan(100, 0));
    ck_assert_int_eq(payment.fund, yuan(6447, 90));
}

// 148,999.83 of the fund's 150,000 are used: 1,000.17 are left of the 2,774.89 it would pay; then
// nothing.
TEST(fund_ceiling) {
    Annual annual = {.fund_paid = (int32_t)yuan(148999, 83)};
    Payment payment = settled_stay(&annual, county_stay(yuan(4783, 29)));
    ck_assert_int_eq(payment.fund, yuan(1000, 17));
    ck_assert_int_eq(payment.own, yuan(3783, 12));
    ck_assert_int_eq(annual.own_in_scope, yuan(3268, 44)); // 4,268.61 - 1,000.17
    ck_assert_int_eq(annual.fund_paid, yuan(150000, 0));

    payment = settled_stay(&annual, county_stay(yuan(4783, 29)));
    ck_assert_int_eq(payment.fund, 0);
    ck_assert_int_eq(payment.own, yuan(4783, 29));
}

typedef struct Rung {
    Kind kind;
    Level level;
    Fen charge, in_scope;
    Fen fund[SCHEME_COUNT]; // working, retired, resident
} Rung;

// P: 2,314.77 x 0.96 x 0.97 = 2,155.513824; 3,958.61 x 0.89 x 0.97 = 3,417.468013; the county's and
// city's as above; 18,352.06 x 0.83 x 0.97 = 14,775.243506. Rates on P - D: level      P          D
// working, resident   rates           fund primary    2,155.51     200     200         93, 95, 85 %
// 1,818.6243  1,857.7345  1,662.1835 one        3,417.47     500     500         92, 94, 82 %
// 2,684.0724  2,742.4218  2,392.3254 two        4,268.61     800     800         90, 92, 80 %
// 3,121.749   3,191.1212  2,774.888 three      7,685.76   1,100   1,200         85, 87, 65 %
// 5,597.896   5,729.6112  4,215.744 province  14,775.24   1,600   2,000         80, 82, 60 %
// 10,540.192  10,803.6968  7,665.144
TEST(every_level_and_scheme) {
    const Rung rungs[] = {
        {KIND_TOWNSHIP_CENTRE,
         LEVEL_PRIMARY,
         yuan(2314, 77),
         yuan(2155, 51),
         {yuan(1818, 62), yuan(1857, 73), yuan(1662, 18)}},
        {KIND_PRIVATE_HOSPITAL,
         LEVEL_ONE,
         yuan(3958, 61),
         yuan(3417, 47),
         {yuan(2684, 7), yuan(2742, 42), yuan(2392, 33)}},
        {KIND_COUNTY_GENERAL,
         LEVEL_TWO,
         yuan(4783, 29),
         yuan(4268, 61),
         {yuan(3121, 75), yuan(3191, 12), yuan(2774, 89)}},
        {KIND_CITY_HOSPITAL,
         LEVEL_THREE,
         yuan(9107, 43),
         yuan(7685, 76),
         {yuan(5597, 90), yuan(5729, 61), yuan(4215, 74)}},
        {KIND_OUTSIDE_CITY,
         LEVEL_PROVINCE,
         yuan(18352, 6),
         yuan(14775, 24),
         {yuan(10540, 19), yuan(10803, 70), yuan(7665, 14)}},
    };
    for (size_t i = 0; i < sizeof rungs / sizeof *rungs; i++)
        for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
            const Rung *rung = &rungs[i];
            Annual annual = {0};
            const Payment payment = settled_stay(
                &annual, insured_charge((Scheme)scheme, rung->kind, rung->level, rung->charge));
            ck_assert_int_eq(payment.in_scope, rung->in_scope);
            ck_assert_int_eq(payment.fund, rung->fund[scheme]);
            ck_assert_int_eq(payment.own, rung->charge - rung->fund[scheme]);
        }
}

// P - D = 12,775.24. Filed: 60 - 5 = 55 % = 7,026.382 -> 7,026.38. Unfiled: 50 % = 6,387.62.
TEST(filed_and_unfiled) {
    InsuredCharge insured =
        insured_charge(SCHEME_RESIDENT, KIND_OUTSIDE_CITY, LEVEL_PROVINCE, yuan(18352, 6));
    Annual annual = {0};
    insured.away = AWAY_FILED;
    ck_assert_int_eq(settled_stay(&annual, insured).fund, yuan(7026, 38));

    annual = (Annual){0};
    insured.away = AWAY_UNFILED;
    const Payment payment = settled_stay(&annual, insured);
    ck_assert_int_eq(payment.fund, yuan(6387, 62));
    ck_assert_int_eq(payment.own, yuan(11964, 44));
}

// Not filed and not referred, where that costs 7.5 points beside: 42.5 % of 12,775.24 = 5,429.477.
// Referred, with 35 % of the deductible of 2,000 spared: 1,300; filed: 55 % of 13,475.24 =
// 7,411.382.
TEST(the_way_matters) {
    InsuredCharge insured =
        insured_charge(SCHEME_RESIDENT, KIND_OUTSIDE_CITY, LEVEL_PROVINCE, yuan(18352, 6));
    Annual annual = {0};
    insured.away = AWAY_UNFILED;
    insured.rate_cut = 75000;
    ck_assert_int_eq(settled_stay(&annual, insured).fund, yuan(5429, 48));

    annual = (Annual){0};
    insured.away = AWAY_FILED;
    insured.rate_cut = 0;
    insured.deductible_cut = 350000;
    const Payment payment = settled_stay(&annual, insured);
    ck_assert_int_eq(payment.deductible, yuan(1300, 0));
    ck_assert_int_eq(payment.fund, yuan(7411, 38));
    ck_assert_int_eq(annual.stay_deductible_met, yuan(1300, 0));
}

// The same charge: P - D = 14,775.24 - 1,200 = 13,575.24 at level 3, whose 65 % are 8,823.906.
TEST(filed_as_living_there) {
    InsuredCharge insured =
        insured_charge(SCHEME_RESIDENT, KIND_OUTSIDE_CITY, LEVEL_THREE, yuan(18352, 6));
    Annual annual = {0};
    insured.away = AWAY_LIVES_THERE;
    const Payment payment = settled_stay(&annual, insured);
    ck_assert_int_eq(payment.deductible, yuan(1200, 0));
    ck_assert_int_eq(payment.fund, yuan(8823, 91));
}

// A working employee's stay at level 2 leaves 4,783.29 - 3,121.75 = 1,661.54. With 612.40 a year in
// the account, of which 100.15 is used, it pays 512.25 and the patient 1,149.29.
TEST(account_pays_first) {
    Parameters parameters;
    hunan_rules(&parameters);
    parameters.pool[SCHEME_EMPLOYEE].personal_account = 612.40;
    Benefits benefits;
    benefits_init(&benefits, &parameters);

    Annual annual = {.account_paid = (int32_t)yuan(100, 15)};
    const InsuredCharge insured =
        insured_charge(SCHEME_EMPLOYEE, KIND_COUNTY_GENERAL, LEVEL_TWO, yuan(4783, 29));
    const Payment payment = benefit_admission(&benefits, &annual, &insured);
    ck_assert_int_eq(payment.fund, yuan(3121, 75));
    ck_assert_int_eq(payment.personal_account, yuan(512, 25));
    ck_assert_int_eq(payment.own, yuan(1149, 29));
    ck_assert_int_eq(annual.account_paid, yuan(612, 40));
}

// As for the first stay of 4,783.29 above, whatever the year has seen: own 2,008.40.
TEST(expected_is_the_first_of_the_year) {
    const Benefits benefits = hunan_benefits();
    const InsuredCharge insured = county_stay(yuan(4783, 29));
    ck_assert_int_eq(benefit_expected_admission(&benefits, &insured), yuan(2008, 40));
}

TEST(levels_of_institutions) {
    ck_assert_int_eq(benefit_level(KIND_TOWNSHIP_CENTRE, 1, AWAY_NO), LEVEL_PRIMARY);
    ck_assert_int_eq(benefit_level(KIND_VILLAGE_CLINIC, 0, AWAY_NO), LEVEL_PRIMARY);
    ck_assert_int_eq(benefit_level(KIND_PRIVATE_HOSPITAL, 0, AWAY_NO), LEVEL_ONE);
    ck_assert_int_eq(benefit_level(KIND_PRIVATE_HOSPITAL, 1, AWAY_NO), LEVEL_ONE);
    ck_assert_int_eq(benefit_level(KIND_COUNTY_TCM, 2, AWAY_NO), LEVEL_TWO);
    ck_assert_int_eq(benefit_level(KIND_COUNTY_GENERAL, 3, AWAY_NO), LEVEL_THREE);
    ck_assert_int_eq(benefit_level(KIND_CITY_HOSPITAL, 3, AWAY_NO), LEVEL_THREE);
    ck_assert_int_eq(benefit_level(KIND_OUTSIDE_PROVINCE, 3, AWAY_FILED), LEVEL_PROVINCE);
    ck_assert_int_eq(benefit_level(KIND_OUTSIDE_PROVINCE, 3, AWAY_UNFILED), LEVEL_PROVINCE);
    ck_assert_int_eq(benefit_level(KIND_OUTSIDE_PROVINCE, 3, AWAY_LIVES_THERE), LEVEL_THREE);
}

// Of 4,783.29, 4,400.63 in the catalogue and P = 4,268.61. A twentieth out: 4,180.60 and 4,055.18,
// fund 80 % of 3,255.18 = 2,604.144. A twentieth in: 4,620.66 and 4,482.04, fund 2,945.632. A fifth
// in is more than there is: all 4,783.29, fund 80 % of 3,983.29 = 3,186.632.
TEST(moved_out_of_scope) {
    static const struct {
        Millionths moved;
        Fen in_catalogue, in_scope, fund;
    } cases[] = {{50000, 418060, 405518, 260414},
                 {-50000, 462066, 448204, 294563},
                 {-200000, 478329, 478329, 318663}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Annual annual = {0};
        InsuredCharge insured = county_stay(yuan(4783, 29));
        insured.moved_out = cases[i].moved;
        const Payment payment = settled_stay(&annual, insured);
        ck_assert_int_eq(payment.in_catalogue, cases[i].in_catalogue);
        ck_assert_int_eq(payment.in_scope, cases[i].in_scope);
        ck_assert_int_eq(payment.fund, cases[i].fund);
        ck_assert_int_eq(payment.own, yuan(4783, 29) - cases[i].fund);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a stay below the deductible is the patient's own", below_the_deductible),
        CLAIM("the fund pays from the first fen above the deductible", at_the_deductible),
        CLAIM("a resident's stay at a county hospital is paid as by hand", above_the_deductible),
        CLAIM("a second stay of the year has half the deductible", second_stay),
        CLAIM("a year's deductibles stop at their ceiling", deductible_ceiling),
        CLAIM("an employee's deductibles stop at a lower ceiling", deductible_ceiling_of_employees),
        CLAIM("the fund stops at its ceiling of the year", fund_ceiling),
        CLAIM("each level pays each scheme by its own deductible and rate", every_level_and_scheme),
        CLAIM("care outside the city pays less, unfiled less than filed", filed_and_unfiled),
        CLAIM("points lost by the way and deductibles spared are those of the rule",
              the_way_matters),
        CLAIM("who has filed that he lives elsewhere is paid there by the rate of home",
              filed_as_living_there),
        CLAIM("items billed out of scope, or into it, move the fund's part and no more",
              moved_out_of_scope),
        CLAIM("the personal account pays first, as far as it goes", account_pays_first),
        CLAIM("the expected price of a stay is that of the first in a year",
              expected_is_the_first_of_the_year),
        CLAIM("institutions stand at the level of their kind and grade", levels_of_institutions),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
