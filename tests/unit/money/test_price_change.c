// SPDX-License-Identifier: MIT
#include "money/price_change.h"
#include "unit/claim.h"

#include <string.h>

// Of drugs 37 % are procured at 53 % less: 1 - 0.1961 = 0.8039; of consumables 21 % at 69 % less:
// 0.8551. Services 6.5 % dearer, bed and nursing 3 %; 2 % more drugs, 1 % fewer consumables.
static const PriceChange changed = {.unit = {1.03, 1.065, 0.8039, 0.8551, 1},
                                    .volume = {1, 1, 1.02, 0.99, 1},
                                    .city_treatment = 1,
                                    .county_drugs = 1,
                                    .returned = 0.45};

static Parameters some_parameters(void) {
    Parameters parameters;
    memset(&parameters, 0, sizeof parameters);
    parameters.money.price_level = 1;
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        parameters.kind[kind] = (KindRow){.visit_cost = 248.6,
                                          .visit_share_service = 0.15,
                                          .visit_share_drug = 0.45,
                                          .visit_share_consumable = 0.05,
                                          .visit_share_test = 0.35,
                                          .admission_cost = 6127.3};
    parameters.disease[DISEASE_HEART] = (DiseaseRow){.visit_cost_weight = 1,
                                                     .admission_cost_weight = 1,
                                                     .admission_share_bed = 0.12,
                                                     .admission_share_service = 0.21,
                                                     .admission_share_drug = 0.34,
                                                     .admission_share_consumable = 0.09,
                                                     .admission_share_test = 0.24};
    parameters.test[TEST_SCAN].price = 247.9;
    return parameters;
}

static void make(Prices *prices) {
    const Parameters parameters = some_parameters();
    PriceIndex index;
    price_index_init(&index, &parameters, 0);
    price_index_change(&index, &changed);
    prices_init(prices, &parameters, &index);
}

static void assert_bill(const Bill *bill, const Fen expected[COMPONENT_COUNT], Fen total) {
    for (int c = 0; c < COMPONENT_COUNT; c++)
        ck_assert_int_eq(bill->component[c], expected[c]);
    ck_assert_int_eq(bill->total, total);
}

// 6,127.30 yuan are 735.276, 1,286.733, 2,083.282, 551.457 and 1,470.552; now 757.33428,
// 1,370.370645, 2,083.282 x 0.819978 = 1,708.245408, 551.457 x 0.846549 = 466.835372, as before.
// Of nine days instead of ten the bed costs 681.600852.
TEST(stay_by_hand) {
    Prices prices;
    Bill bill;
    make(&prices);
    bill_admission(&bill, &prices, KIND_COUNTY_GENERAL, DISEASE_HEART, 0, 1, 9, 10);
    assert_bill(&bill, (Fen[]){68160, 137037, 170825, 46684, 147055}, 569761);
}

// 37.29, 111.87 and 12.43; now 39.71385, 91.730939 and 10.522604; a scan as before.
TEST(visit_by_hand) {
    Prices prices;
    Bill bill;
    make(&prices);
    bill_visit(&bill, &prices, KIND_CITY_HOSPITAL, DISEASE_HEART, 0, 1);
    bill_add_test(&bill, &prices, KIND_CITY_HOSPITAL, TEST_SCAN);
    assert_bill(&bill, (Fen[]){0, 3971, 9173, 1052, 24790}, 38986);
}

TEST(others) {
    static const Kind kinds[] = {KIND_PRIVATE_CLINIC, KIND_PRIVATE_HOSPITAL, KIND_OUTSIDE_CITY,
                                 KIND_OUTSIDE_PROVINCE};
    Prices prices;
    Bill bill;
    make(&prices);
    for (int k = 0; k < 4; k++) {
        bill_admission(&bill, &prices, kinds[k], DISEASE_HEART, 0, 1, 10, 10);
        assert_bill(&bill, (Fen[]){73528, 128673, 208328, 55146, 147055}, 612730);
    }
}

// ---- what it comes to

static const Fen month[COMPONENT_COUNT] = {68160, 137037, 170825, 46684, 147055};

// 681.60 / 1.03 = 661.747573, 1,370.37 / 1.065 = 1,286.732394, 1,708.25 / 0.8039 = 2,124.953352,
// 466.84 / 0.8551 = 545.947842: saved 416.70 + 79.11 = 495.81 yuan on goods, the volumes as they
// are now, of which 45 % are 223.1145.
TEST(year_by_hand) {
    static const Fen before[COMPONENT_COUNT] = {66175, 128673, 212495, 54595, 147055};
    PriceYear year = {0};
    price_year_add(&year, KIND_COUNTY_GENERAL, 1, month, &changed);
    price_year_add(&year, KIND_COUNTY_GENERAL, 1, month, &no_price_change);
    for (int c = 0; c < COMPONENT_COUNT; c++)
        ck_assert_int_eq(year.before[KIND_COUNTY_GENERAL][1][c], before[c] + month[c]);
    ck_assert_int_eq(year.to_return[KIND_COUNTY_GENERAL][1], 22311);
    price_year_add(&year, KIND_PRIVATE_HOSPITAL, 1, month, &changed);
    for (int c = 0; c < COMPONENT_COUNT; c++)
        ck_assert_int_eq(year.before[KIND_PRIVATE_HOSPITAL][1][c], month[c]);
}

// Bills of 3,011.07 yuan, of which the employees' fund paid 1,204.41 and the residents' 730.00:
// of 223.11 yuan they give back 89.242072 and 54.090506, and patients' own part stays saved.
TEST(returned_by_hand) {
    static Ledger ledger; // each claim runs in a process of its own
    PriceYear year = {0};
    year.to_return[KIND_COUNTY_GENERAL][1] = 22311;
    ledger.paid[KIND_COUNTY_GENERAL][1][PAYER_EMPLOYEE_FUND] = 120441;
    ledger.paid[KIND_COUNTY_GENERAL][1][PAYER_RESIDENT_FUND] = 73000;
    ledger.paid[KIND_COUNTY_GENERAL][1][PAYER_OWN] = 107666;
    price_year_return(&year, &ledger, 2);
    ck_assert_int_eq(ledger.account[account_fund(SCHEME_EMPLOYEE, CITY_AREA)], -8924);
    ck_assert_int_eq(ledger.account[account_fund(SCHEME_RESIDENT, 1)], -5409);
    ck_assert_int_eq(ledger.account[account_fund(SCHEME_RESIDENT, 0)], 0);
    ck_assert_int_eq(ledger.account[account_operation(KIND_COUNTY_GENERAL, 1)], 14333);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a stay under procurement and new prices costs what it does by hand", stay_by_hand),
        CLAIM("a visit does too, and its tests cost what they did", visit_by_hand),
        CLAIM("private institutions and those outside the city keep their prices", others),
        CLAIM("a month's bills are put back to the prices before, and what was saved on goods "
              "told",
              year_by_hand),
        CLAIM("each fund gives back the part that it would have paid", returned_by_hand),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
