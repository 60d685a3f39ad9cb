// SPDX-License-Identifier: MIT
#include "money/operation.h"
#include "unit/claim.h"

#include <string.h>

enum { HILL, RIVER, COUNTIES };

static County counties[] = {{.id = "hill"}, {.id = "river"}};
static Institution institutions[] = {
    {.kind = KIND_COUNTY_GENERAL, .county = HILL, .doctors = 37},
    {.kind = KIND_COUNTY_GENERAL, .county = HILL, .doctors = 12.5},
    {.kind = KIND_PRIVATE_CLINIC, .county = RIVER, .doctors = 3},
    {.kind = KIND_OUTSIDE_CITY, .county = NO_COUNTY, .doctors = 0}};

static void prepare(City *city) {
    static const double input_share[COMPONENT_COUNT] = {0.23, 0.13, 1, 1, 0.37};
    memset(city, 0, sizeof *city);
    city->counties = counties;
    city->county_count = COUNTIES;
    city->institutions = institutions;
    city->institution_count = sizeof institutions / sizeof *institutions;
    for (int c = 0; c < COMPONENT_COUNT; c++)
        city->parameters.component[c].input_share = input_share[c];
    KindRow *general = &city->parameters.kind[KIND_COUNTY_GENERAL];
    general->staff_cost = 261713.37;
    general->fixed_cost = 93311;
    general->subsidy = 71917;
    KindRow *clinic = &city->parameters.kind[KIND_PRIVATE_CLINIC];
    clinic->staff_cost = 77000;
    clinic->markup = 0.25;
}

// Bed, service, drugs, consumables and tests.
static const Bill of_general = {.component = {57400, 110016, 148282, 43050, 119581},
                                .total = 478329};
static const Bill of_clinic = {.component = {0, 3729, 11187, 1243, 0}, .total = 16159};

static void some_bills(Ledger *ledger) {
    const Parties general = {SCHEME_RESIDENT, HILL, KIND_COUNTY_GENERAL, HILL};
    memset(ledger, 0, sizeof *ledger);
    ledger_settle(ledger, &general, &of_general, &(Payment){.fund = 400000, .own = 78329});
    ledger_settle_visitor(ledger, KIND_PRIVATE_CLINIC, RIVER, &of_clinic);
    ledger_settle_visitor(ledger, KIND_OUTSIDE_CITY, NO_COUNTY, &of_clinic);
    ledger_move(ledger, account_fund(SCHEME_RESIDENT, HILL),
                account_operation(KIND_COUNTY_GENERAL, HILL), 12345);
}

// At the prices and in the buildings as they always were.
static void close_year(Operations *operations, Ledger *ledger, const City *city, int scale) {
    static PriceYear prices; // each claim runs in a process of its own
    memcpy(prices.before, ledger->charged, sizeof prices.before);
    static const Works as_it_was = {.running = {1, 1}};
    operations_close_year(operations, ledger, &prices, &as_it_was, city, scale);
}

static Status checked(const Operations *operations, const Ledger *ledger, const City *city,
                      const char *message) {
    Report report;
    report_init(&report);
    const Status status = operations_check(operations, ledger, city, "2024", &report);
    if (message) {
        ck_assert_uint_ge(report.count, 1);
        ck_assert_str_eq(report.messages[0], message);
    }
    report_free(&report);
    return status;
}

// 49.5 doctors; inputs 0.23 x 574.00 + 0.13 x 1,100.16 + 1,482.82 + 430.50 + 0.37 x 1,195.81.
TEST(hospital) {
    City city;
    Ledger ledger;
    Operations operations;
    prepare(&city);
    some_bills(&ledger);
    close_year(&operations, &ledger, &city, 1);
    const Operation *one = &operations.at[KIND_COUNTY_GENERAL][HILL];
    ck_assert_int_eq(one->receipts, 478329);
    ck_assert_int_eq(one->clearing, 12345);
    ck_assert_int_eq(one->subsidy, 355989150);
    ck_assert_int_eq(one->staff, 1295481182); // 1,295,481,181.5
    ck_assert_int_eq(one->fixed, 461889450);
    ck_assert_int_eq(one->inputs, 13202 + 14302 + 148282 + 43050 + 44245);
    ck_assert_int_eq(one->surplus, 478329 + 12345 + 355989150 - 1295481182 - 461889450 - 263081);
    ck_assert_int_eq(checked(&operations, &ledger, &city, NULL), STATUS_OK);
    ck_assert_int_eq(operations_cleared(&operations, &city), 12345);
}

// What was bought for 100 is sold for 125: 0.13 x 37.29 + (111.87 + 12.43) / 1.25.
TEST(clinic) {
    City city;
    Ledger ledger;
    Operations operations;
    prepare(&city);
    some_bills(&ledger);
    close_year(&operations, &ledger, &city, 1);
    const Operation *one = &operations.at[KIND_PRIVATE_CLINIC][RIVER];
    ck_assert_int_eq(one->inputs, 485 + 8950 + 994);
    ck_assert_int_eq(one->staff, 23100000);
    ck_assert_int_eq(one->subsidy, 0);
    ck_assert_int_eq(one->surplus, 16159 - 10429 - 23100000);
    ck_assert_int_eq(operations.at[KIND_OUTSIDE_CITY][OUTSIDE_COUNTY].inputs, 0);
}

// Bills are those of one in n already; what goes with doctors is divided.
TEST(one_in_n) {
    City city;
    Ledger ledger;
    Operations operations;
    prepare(&city);
    some_bills(&ledger);
    close_year(&operations, &ledger, &city, 50);
    const Operation *one = &operations.at[KIND_COUNTY_GENERAL][HILL];
    ck_assert_int_eq(one->receipts, 478329);
    ck_assert_int_eq(one->subsidy, 7119783);
    ck_assert_int_eq(one->staff, 25909624); // 1,295,481,181.5 / 50 = 25,909,623.63
    ck_assert_int_eq(checked(&operations, &ledger, &city, NULL), STATUS_OK);
}

// 123,457.89 yuan in the whole city for hospitals of one county, whose 49.5 doctors are all there
// are; running costs of 93,311 x 49.5 rise by 7 %.
TEST(building) {
    static const Works works = {.running = {1.07, 1}, .capital = {123457.89, 0}};
    static PriceYear prices; // each claim runs in a process of its own
    City city;
    Ledger ledger;
    Operations operations;
    prepare(&city);
    some_bills(&ledger);
    memcpy(prices.before, ledger.charged, sizeof prices.before);
    operations_close_year(&operations, &ledger, &prices, &works, &city, 1);
    const Operation *one = &operations.at[KIND_COUNTY_GENERAL][HILL];
    ck_assert_int_eq(one->subsidy, 355989150 + 12345789);
    ck_assert_int_eq(one->fixed, 494221712 + 12345789); // 461,889,450 x 1.07 = 494,221,711.5
    ck_assert_int_eq(operations.at[KIND_PRIVATE_CLINIC][RIVER].subsidy, 0);
    ck_assert_int_eq(checked(&operations, &ledger, &city, NULL), STATUS_OK);
}

TEST(any_column) {
    City city;
    Ledger ledger;
    Operations operations;
    prepare(&city);
    some_bills(&ledger);
    close_year(&operations, &ledger, &city, 1);
    Operation *one = &operations.at[KIND_COUNTY_GENERAL][HILL];
#define SPOIL(name, meaning)                                                         \
    one->name++;                                                                     \
    ck_assert_int_eq(checked(&operations, &ledger, &city, NULL), STATUS_LAW_BROKEN); \
    one->name--;
    OPERATION_COLUMNS(SPOIL)
#undef SPOIL
    ck_assert_int_eq(checked(&operations, &ledger, &city, NULL), STATUS_OK);
}

TEST(told) {
    City city;
    Ledger ledger;
    Operations operations;
    prepare(&city);
    some_bills(&ledger);
    close_year(&operations, &ledger, &city, 1);
    operations.at[KIND_PRIVATE_CLINIC][RIVER].staff++;
    ck_assert_int_eq(
        checked(&operations, &ledger, &city,
                "2024: accounts: private_clinic in river: receipts + clearing + subsidy = cost + "
                "surplus: 161.59 yuan against 161.60 yuan, expected the same"),
        STATUS_LAW_BROKEN);
}

TEST(spoilt_books) {
    City city;
    Ledger ledger;
    Operations operations;
    prepare(&city);
    some_bills(&ledger);
    close_year(&operations, &ledger, &city, 1);
    ledger_move(&ledger, account_operation(KIND_COUNTY_GENERAL, HILL), ACCOUNT_STAFF, 1);
    ck_assert_int_eq(checked(&operations, &ledger, &city, NULL), STATUS_LAW_BROKEN);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a hospital's year is the one computed by hand, to the fen", hospital),
        CLAIM("who marks drugs up uses up less than is charged for them", clinic),
        CLAIM("what is built comes from government and is cost of the year", building),
        CLAIM("at one in n an institution has one n-th of its doctors' cost", one_in_n),
        CLAIM("a fen more in any column is caught", any_column),
        CLAIM("what is caught is told with the year, the place and both sides", told),
        CLAIM("an account touched in the books is caught", spoilt_books),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
