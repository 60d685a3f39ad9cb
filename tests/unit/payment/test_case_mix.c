// SPDX-License-Identifier: MIT
// Points of a case, by hand: lung at level 2 has weight 0.8, k 0.8, mean cost 4,000 yuan, so that
// the full case is 640 points.
#include "payment/case_mix.h"
#include "unit/claim.h"
#include "unit/payment/town.h"

static int64_t points_at(Fen charge) {
    const Terms terms = town_case_mix();
    const PaidCase stay = town_stay(TOWN_LUNG, charge);
    return payment_dip.price(&terms, &stay).points;
}

TEST(inside) {
    ck_assert_int_eq(points_at(yuan(4000, 0)), 640000);
    ck_assert_int_eq(points_at(yuan(2000, 0)), 640000);
    ck_assert_int_eq(points_at(yuan(8000, 0)), 640000);
    ck_assert_int_eq(points_at(yuan(7999, 99)), 640000);
}

TEST(low) {
    ck_assert_int_eq(points_at(yuan(1600, 0)), 256000);  // 640 x 0.4
    ck_assert_int_eq(points_at(yuan(1999, 99)), 319998); // 640 x 0.4999975 = 319.9984
    ck_assert_int_eq(points_at(yuan(0, 1)), 2);          // 640 x 1 / 400,000 = 0.0016
}

TEST(high) {
    ck_assert_int_eq(points_at(yuan(10000, 0)), 960000);   // 640 x (2.5 - 1)
    ck_assert_int_eq(points_at(yuan(8000, 1)), 640002);    // 640 x 1.0000025 = 640.0016
    ck_assert_int_eq(points_at(yuan(80000, 0)), 12160000); // 640 x (20 - 1)
}

// At level 3: weight 0.8, k 1, mean 8,000; the high end is 3, so that the hospital bears 2 means.
TEST(drg_levels) {
    const Terms terms = town_case_mix();
    PaidCase stay = town_stay(TOWN_LUNG, yuan(24000, 0));
    stay.level = LEVEL_THREE;
    stay.coefficient = WHOLE;
    ck_assert_int_eq(payment_drg.price(&terms, &stay).points, 800000);
    stay.charge = yuan(28000, 0);
    ck_assert_int_eq(payment_drg.price(&terms, &stay).points, 1200000); // 800 x (3.5 - 2)
    ck_assert_int_eq(payment_drg.price(&terms, &stay).ratio, 3500000);
}

TEST(short_and_long) {
    Terms terms = town_case_mix();
    terms.stay_least = 3;
    terms.stay_most = 60;
    terms.prepayment = 900000;
    PaidCase stay = town_stay(TOWN_KNEE, yuan(16250, 0));
    const struct {
        int days;
        bool by_items;
    } cases[] = {{2, true}, {3, false}, {60, false}, {61, true}};
    for (int i = 0; i < 4; i++) {
        stay.days = cases[i].days;
        const CaseClaim claim = payment_drg.price(&terms, &stay);
        ck_assert_int_eq(claim.by_items, cases[i].by_items);
        ck_assert_int_eq(claim.points, cases[i].by_items ? 0 : 2600000);
        ck_assert_int_eq(claim.prepaid, 789750); // 90 % of 60 % of 90 % of 16,250 yuan
    }
}

TEST(price_index) {
    Terms terms = town_case_mix();
    terms.price_index = 1250000; // the mean is 5,000 yuan now, and 2,400 yuan a low case
    const PaidCase stay = town_stay(TOWN_LUNG, yuan(2400, 0));
    ck_assert_int_eq(payment_dip.price(&terms, &stay).points, 307200); // 640 x 0.48
}

TEST(left_to_items) {
    const Terms terms = town_case_mix();
    PaidCase stay = town_stay(TOWN_LUNG, yuan(9000, 0));
    stay.reviewed = true;
    ck_assert(payment_dip.price(&terms, &stay).by_items);
    stay = town_stay(NO_GROUP, yuan(9000, 0));
    ck_assert(payment_dip.price(&terms, &stay).by_items);
}

TEST(same_price) {
    CaseGroup rows[1] = {{.code = "cold", .weight = 300000, .same_price = true}};
    uint16_t by_code[1] = {0};
    const CaseGroups groups = {.rows = rows, .by_code = by_code, .count = 1};
    const InstitutionTerms own[] = {{.id = "north", .coefficient = 930000}, {.id = "west"}};
    Terms terms = town_case_mix();
    terms.institutions = own;
    terms.institution_count = 2;
    ck_assert_int_eq(terms_coefficient(&terms, "north", LEVEL_TWO, TOWN_LUNG), 930000);
    ck_assert_int_eq(terms_coefficient(&terms, "west", LEVEL_TWO, TOWN_LUNG), 800000);
    ck_assert_int_eq(terms_coefficient(&terms, "south", LEVEL_TWO, TOWN_LUNG), 800000);
    ck_assert_int_eq(terms_coefficient(&terms, "south", LEVEL_PRIMARY, NO_GROUP), 600000);
    terms.groups = &groups;
    ck_assert_int_eq(terms_coefficient(&terms, "north", LEVEL_TWO, 0), WHOLE);
    ck_assert_int_eq(terms_coefficient(&terms, "south", LEVEL_PRIMARY, 0), WHOLE);
}

// Three parts of a case add up to it: 1/3 of 4,321.09 yuan and of 640.001 points is no whole
// number.
TEST(parts) {
    const PaidCase stay = town_stay(TOWN_LUNG, yuan(4321, 9));
    const CaseClaim claim = {.prepaid = 77777, .points = 640001, .value = 33331};
    ContractYear years[3] = {0}, whole = {0};
    const Millionths cuts[] = {0, 333333, 666667, WHOLE};
    for (int i = 0; i < 3; i++)
        contract_year_add(&years[i], &stay, &claim, (CasePart){cuts[i], cuts[i + 1]});
    contract_year_add(&whole, &stay, &claim, (CasePart){0, WHOLE});
    ck_assert_int_eq(years[0].in_scope + years[1].in_scope + years[2].in_scope, whole.in_scope);
    ck_assert_int_eq(years[0].points + years[1].points + years[2].points, 640001);
    ck_assert_int_eq(years[0].value + years[1].value + years[2].value, 33331);
    ck_assert_int_eq(years[0].prepaid + years[1].prepaid + years[2].prepaid, 77777);
    ck_assert_int_eq(years[0].points, 213333);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("from half to twice the mean of its group a case has full points", inside),
        CLAIM("a case below half the mean counts what it cost", low),
        CLAIM("a case above twice the mean counts one mean less than it cost", high),
        CLAIM("DRG has a high end by level, above which the excess counts", drg_levels),
        CLAIM("stays shorter or longer than the terms say are paid by item", short_and_long),
        CLAIM("the price index moves the means by which cases deviate", price_index),
        CLAIM("cases without a group, and those that review grants, are paid by item",
              left_to_items),
        CLAIM("the same disease has the same price everywhere if it is listed", same_price),
        CLAIM("the parts of a case shared by contracts add up to it, fen for fen", parts),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
