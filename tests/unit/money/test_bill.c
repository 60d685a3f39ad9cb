// SPDX-License-Identifier: MIT
#include "money/bill.h"
#include "unit/claim.h"

#include "base/curves.h"

#include <string.h>

static void fill_kind(KindRow *row) {
    row->visit_cost = 248.6;
    row->visit_share_service = 0.15;
    row->visit_share_drug = 0.45;
    row->visit_share_consumable = 0.05;
    row->visit_share_test = 0.35;
    row->admission_cost = 5417.3;
    row->test_ratio = 1.1;
}

static void fill_disease(DiseaseRow *row) {
    row->visit_cost_weight = 0.8;
    row->admission_cost_weight = 1.3;
    row->complexity_mean = 2.6;
    row->admission_share_bed = 0.12;
    row->admission_share_service = 0.23;
    row->admission_share_drug = 0.31;
    row->admission_share_consumable = 0.09;
    row->admission_share_test = 0.25;
    row->tested_share = 0.4;
    row->imaging_share = 0.35;
    row->scan_share = 0.15;
}

static Parameters some_parameters(void) {
    Parameters parameters;
    memset(&parameters, 0, sizeof parameters);
    parameters.money.price_level = 1;
    parameters.money.complexity_cost_slope = 0.31;
    parameters.money.registration_fee = 8.5;
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        fill_kind(&parameters.kind[kind]);
    for (int disease = 0; disease < DISEASE_COUNT; disease++)
        fill_disease(&parameters.disease[disease]);
    parameters.test[TEST_LABORATORY].price = 63.3;
    parameters.test[TEST_IMAGING].price = 88.75;
    parameters.test[TEST_SCAN].price = 247.9;
    return parameters;
}

static Prices some_prices(void) {
    const Parameters parameters = some_parameters();
    PriceIndex index;
    price_index_init(&index, &parameters, 0);
    Prices prices;
    prices_init(&prices, &parameters, &index);
    return prices;
}

static void check_components(const Bill *bill, Fen bed, Fen service, Fen drug, Fen consumable,
                             Fen test) {
    ck_assert_int_eq(bill->component[COMPONENT_BED], bed);
    ck_assert_int_eq(bill->component[COMPONENT_SERVICE], service);
    ck_assert_int_eq(bill->component[COMPONENT_DRUG], drug);
    ck_assert_int_eq(bill->component[COMPONENT_CONSUMABLE], consumable);
    ck_assert_int_eq(bill->component[COMPONENT_TEST], test);
    ck_assert_int_eq(bill->total, bed + service + drug + consumable + test);
}

// 248.6 x 0.8 = 198.88, noise 1.25: 248.60. Services 15 % = 37.29, drugs 45 % = 111.87, consumables
// 5 % = 12.43, no tests yet: 161.59. A scan adds 247.90.
TEST(visit_by_hand) {
    const Prices prices = some_prices();
    Bill bill;
    bill_visit(&bill, &prices, KIND_COUNTY_GENERAL, DISEASE_HEART, 2.6, 1.25);
    check_components(&bill, 0, 3729, 11187, 1243, 0);
    ck_assert_int_eq(bill.total, 16159);

    ck_assert_int_eq(bill_add_test(&bill, &prices, KIND_COUNTY_GENERAL, TEST_SCAN), 24790);
    check_components(&bill, 0, 3729, 11187, 1243, 24790);
}

// 5,417.3 x 1.3 = 7,042.49, noise 0.85: 5,986.1165. Bed 12 % = 718.33398, for 9 days of a mean
// of 7.5 862.000776; services 23 % = 1,376.806795; drugs 31 % = 1,855.696115; consumables 9 % =
// 538.750485; tests 25 % = 1,496.529125.
TEST(stay_by_hand) {
    const Prices prices = some_prices();
    Bill bill;
    bill_admission(&bill, &prices, KIND_COUNTY_TCM, DISEASE_STROKE, 2.6, 0.85, 9, 7.5);
    check_components(&bill, 86200, 137681, 185570, 53875, 149653);
}

// Unit by unit the ratio is exp(0.31 x (complexity - 2.6)); between steps of 1/8 the chord lies
// above exp by at most (0.31 / 8)^2 / 8 = 0.0188 %.
TEST(complexity) {
    const Prices prices = some_prices();
    for (double complexity = 0; complexity < 9; complexity += 0.013) {
        const double ratio = prices_complexity_ratio(&prices, DISEASE_HEART, complexity);
        const double exact = curve_exp(0.31 * (complexity - 2.6));
        ck_assert_double_ge(ratio, exact * (1 - 1e-12));
        ck_assert_double_le(ratio, exact * 1.000188);
    }
    ck_assert_double_eq_tol(prices_complexity_ratio(&prices, DISEASE_HEART, 40),
                            curve_exp(0.31 * 8), 1e-9);
    ck_assert_double_eq_tol(prices_complexity_ratio(&prices, DISEASE_HEART, -40),
                            curve_exp(-0.31 * 8), 1e-9);
}

// The case of 4.6 units is exp(0.62) = 1.858928 times the mean case: 198.88 x 1.858928 =
// 369.703602; services 55.4555, drugs 166.3666, consumables 18.4852.
TEST(complex_visit) {
    const Prices prices = some_prices();
    Bill bill;
    bill_visit(&bill, &prices, KIND_CITY_HOSPITAL, DISEASE_INJURY, 4.6, 1);
    check_components(&bill, 0, 5546, 16637, 1849, 0);
}

// Of services of 37.29 the fee of 8.50 is waived; of 2.98 (noise 0.1) no more than 2.98.
TEST(waived_registration) {
    const Prices prices = some_prices();
    Bill bill;
    bill_visit(&bill, &prices, KIND_COUNTY_GENERAL, DISEASE_HEART, 2.6, 1.25);
    ck_assert_int_eq(bill_waive_registration(&bill, &prices), 850);
    check_components(&bill, 0, 2879, 11187, 1243, 0);

    bill_visit(&bill, &prices, KIND_COUNTY_GENERAL, DISEASE_HEART, 2.6, 0.1);
    ck_assert_int_eq(bill_waive_registration(&bill, &prices), 298);
    ck_assert_int_eq(bill.component[COMPONENT_SERVICE], 0);
}

// A visit without tests 198.88 x 0.65 = 129.272; tested 0.4 x 1.1 = 0.44, a test at 0.5 x 63.30 +
// 0.35 x 88.75
// + 0.15 x 247.90 = 99.8975; 129.272 + 43.9549 = 173.2269.
TEST(means) {
    const Prices prices = some_prices();
    ck_assert_int_eq(prices.mean_visit[KIND_COUNTY_GENERAL][DISEASE_HEART], 17323);
    ck_assert_int_eq(prices.mean_admission[KIND_COUNTY_GENERAL][DISEASE_HEART], 704249);
}

// Tested 0.4 x 2.7 = 1.08 of visits, which is all of them: 129.272 + 99.8975 = 229.1695.
TEST(all_tested) {
    Parameters parameters = some_parameters();
    parameters.kind[KIND_CITY_HOSPITAL].test_ratio = 2.7;
    PriceIndex index;
    price_index_init(&index, &parameters, 0);
    Prices prices;
    prices_init(&prices, &parameters, &index);
    ck_assert_int_eq(prices.mean_visit[KIND_CITY_HOSPITAL][DISEASE_HEART], 22917);
}

// Shares of 0.9 in all are taken as 0.15 / 0.9 and so on, so that the mean stays the mean.
TEST(shares_that_miss_one) {
    Parameters parameters = some_parameters();
    parameters.disease[DISEASE_SKIN].admission_share_drug = 0.21;
    PriceIndex index;
    price_index_init(&index, &parameters, 0);
    Prices prices;
    prices_init(&prices, &parameters, &index);
    ck_assert_int_eq(prices.mean_admission[KIND_COUNTY_GENERAL][DISEASE_SKIN], 704249);
}

// Level 1.07; background exp(-0.12) = 0.886920 on stays at hospitals only; drugs 20 % down by a
// lever.
TEST(indices) {
    Parameters parameters = some_parameters();
    parameters.money.price_level = 1.07;
    parameters.background[2].price_log = -0.12;
    PriceIndex index;
    price_index_init(&index, &parameters, 2);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        index.visit[kind][COMPONENT_DRUG] *= 0.8;
    Prices prices;
    prices_init(&prices, &parameters, &index);

    // 7,042.49 x 1.07 = 7,535.4643; x 0.886920437 = 6,683.3573
    ck_assert_int_eq(prices.mean_admission[KIND_TOWNSHIP_CENTRE][DISEASE_HEART], 753546);
    ck_assert_int_eq(prices.mean_admission[KIND_COUNTY_GENERAL][DISEASE_HEART], 668336);
    // 88.75 x 1.07 = 94.9625; 8.5 x 1.07 = 9.095
    ck_assert_int_eq(prices.test[KIND_COUNTY_GENERAL][TEST_IMAGING], 9496);
    ck_assert_int_eq(prices.registration, 910);

    // 198.88 x 1.07 = 212.8016: services 31.92024; drugs 95.76072 x 0.8 = 76.608576;
    // consumables 10.64008
    Bill bill;
    bill_visit(&bill, &prices, KIND_COUNTY_GENERAL, DISEASE_HEART, 2.6, 1);
    check_components(&bill, 0, 3192, 7661, 1064, 0);
}

TEST(places_without_care) {
    const Prices prices = some_prices();
    Bill bill;
    bill_visit(&bill, &prices, KIND_NONE, DISEASE_HEART, 3.9, 1.7);
    check_components(&bill, 0, 0, 0, 0, 0);
    bill_admission(&bill, &prices, KIND_PHARMACY, DISEASE_HEART, 3.9, 1.7, 6, 7.5);
    check_components(&bill, 0, 0, 0, 0, 0);
}

TEST(totals) {
    const Prices prices = some_prices();
    for (int i = 1; i < 20000; i++) {
        Bill bill;
        const double noise = 0.0137 * i, complexity = 0.00043 * i;
        bill_admission(&bill, &prices, KIND_CITY_HOSPITAL, (Disease)(i % DISEASE_COUNT), complexity,
                       noise, 1 + i % 40, 8.3);
        if (i % 3 == 0) bill_add_test(&bill, &prices, KIND_CITY_HOSPITAL, TEST_SCAN);
        if (i % 5 == 0) bill_waive_registration(&bill, &prices);
        Fen sum = 0;
        for (int component = 0; component < COMPONENT_COUNT; component++)
            sum += bill.component[component];
        ck_assert_int_eq(bill.total, sum);
        ck_assert_int_gt(bill.total, 0);
    }
}

TEST(dearest_bills) {
    Parameters parameters = some_parameters();
    parameters.kind[KIND_CITY_HOSPITAL].admission_cost = 1e6;
    parameters.kind[KIND_CITY_HOSPITAL].visit_cost = 1e4;
    parameters.money.complexity_cost_slope = 2;
    parameters.money.price_level = 10;
    PriceIndex index;
    price_index_init(&index, &parameters, 0);
    Prices prices;
    prices_init(&prices, &parameters, &index);
    for (double noise = 1; noise < 1e300; noise *= 1e30) {
        Bill stay, visit;
        bill_admission(&stay, &prices, KIND_CITY_HOSPITAL, 0, 8, noise, 180, 1);
        bill_visit(&visit, &prices, KIND_CITY_HOSPITAL, 0, 8, noise);
        const Bill *const bills[] = {&stay, &visit};
        for (int i = 0; i < 2; i++) {
            for (int component = 0; component < COMPONENT_COUNT; component++) {
                ck_assert_int_ge(bills[i]->component[component], 0);
                ck_assert_int_le(bills[i]->component[component], MOST_ITEM_FEN);
            }
            ck_assert_int_gt(bills[i]->total, 0);
            ck_assert_int_lt(bills[i]->total, MOST_FEN);
            ck_assert_int_eq(fen_share(bills[i]->total, WHOLE), bills[i]->total);
        }
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a visit is charged as by hand, a test at its list price", visit_by_hand),
        CLAIM("a stay is charged as by hand, bed and nursing by its days", stay_by_hand),
        CLAIM("cost rises with complexity as the exponential does, within 0.02 %", complexity),
        CLAIM("a visit two units above the mean is charged exp(0.62) times as much", complex_visit),
        CLAIM("a waived registration fee comes off the services", waived_registration),
        CLAIM("the mean charge of a visit holds its mean tests", means),
        CLAIM("no more visits are tested than there are", all_tested),
        CLAIM("shares that miss one leave the mean charge as it is", shares_that_miss_one),
        CLAIM("price level, background and lever multiply", indices),
        CLAIM("no care and the pharmacy charge nothing", places_without_care),
        CLAIM("a bill stops at 100 million yuan an item, of which any share can be taken",
              dearest_bills),
        CLAIM("components add up to the total of every bill", totals),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
