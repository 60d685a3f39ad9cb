// SPDX-License-Identifier: MIT
#include "money/ledger.h"
#include "unit/claim.h"

#include <stdlib.h>
#include <string.h>

static County counties[] = {{.id = "hecheng"}, {.id = "hongjiang"}, {.id = "xupu"}};
static const City city = {.counties = counties, .county_count = 3};

// A stay of 4,783.29 as test_benefit_stays.c pays it, and a visit of 161.59.
static const Bill stay = {.component = {57400, 110016, 148282, 43050, 119581}, .total = 478329};
static const Payment stay_paid = {.fund = 277489, .assistance = 104560, .own = 96280};
static const Bill visit = {.component = {0, 3729, 11187, 1243, 0}, .total = 16159};
static const Payment visit_paid = {.fund = 5310, .personal_account = 9000, .own = 1849};

static const Parties resident_in_xupu = {SCHEME_RESIDENT, 2, KIND_COUNTY_GENERAL, 2};
static const Parties retired_outside = {SCHEME_RETIRED, CITY_AREA, KIND_OUTSIDE_CITY, NO_COUNTY};

static void three_bills(Ledger *ledger) {
    memset(ledger, 0, sizeof *ledger);
    ledger_settle(ledger, &resident_in_xupu, &stay, &stay_paid);
    ledger_settle(ledger, &retired_outside, &visit, &visit_paid);
    ledger_settle_visitor(ledger, KIND_CITY_HOSPITAL, 0, &visit);
}

static Status checked(const Ledger *ledger, Report *report) {
    report_init(report);
    return ledger_check(ledger, &city, "2023-04-17", report);
}

static void expect_whole(const Ledger *ledger) {
    Report report;
    ck_assert_int_eq(checked(ledger, &report), STATUS_OK);
    ck_assert_uint_eq(report.count, 0);
    report_free(&report);
}

// Breaks one number of the books and expects exactly these messages.
static void expect_breach(Fen *number, const Ledger *ledger, const char *first,
                          const char *second) {
    *number += 1;
    Report report;
    ck_assert_int_eq(checked(ledger, &report), STATUS_LAW_BROKEN);
    ck_assert_uint_eq(report.count, second ? 2 : 1);
    ck_assert_str_eq(report.messages[0], first);
    if (second) ck_assert_str_eq(report.messages[1], second);
    report_free(&report);
    *number -= 1;
}

TEST(moves) {
    Ledger ledger = {0};
    ledger_move(&ledger, account_fund(SCHEME_RESIDENT, 2), account_operation(KIND_CITY_HOSPITAL, 0),
                123457);
    ledger_move(&ledger, account_operation(KIND_CITY_HOSPITAL, 0), ACCOUNT_STAFF, 99999);
    ck_assert_int_eq(ledger.account[account_fund(SCHEME_RESIDENT, 2)], -123457);
    ck_assert_int_eq(ledger.account[account_operation(KIND_CITY_HOSPITAL, 0)], 23458);
    ck_assert_int_eq(ledger.account[ACCOUNT_STAFF], 99999);
    expect_whole(&ledger);
}

TEST(payers) {
    Ledger ledger;
    three_bills(&ledger);
    ck_assert_int_eq(ledger.account[account_fund(SCHEME_RESIDENT, 2)], -277489);
    ck_assert_int_eq(ledger.account[account_fund(SCHEME_EMPLOYEE, CITY_AREA)], -5310);
    ck_assert_int_eq(ledger.account[ACCOUNT_ASSISTANCE], -104560);
    ck_assert_int_eq(ledger.account[account_personal(SCHEME_RETIRED)], -9000);
    ck_assert_int_eq(ledger.account[account_own(SCHEME_RESIDENT)], -96280);
    ck_assert_int_eq(ledger.account[account_own(SCHEME_RETIRED)], -1849);
    ck_assert_int_eq(ledger.account[ACCOUNT_VISITORS], -16159);
    ck_assert_int_eq(ledger.account[account_receipts(KIND_COUNTY_GENERAL, 2)], 478329);
    ck_assert_int_eq(ledger.account[account_receipts(KIND_OUTSIDE_CITY, NO_COUNTY)], 16159);
    ck_assert_int_eq(ledger.account[account_receipts(KIND_CITY_HOSPITAL, 0)], 16159);
    ck_assert_int_eq(ledger.charged[KIND_COUNTY_GENERAL][2][COMPONENT_DRUG], 148282);
    expect_whole(&ledger);
}

TEST(payers_at_an_institution) {
    Ledger ledger;
    three_bills(&ledger);
    const Fen *general = ledger.paid[KIND_COUNTY_GENERAL][2];
    const Fen *outside = ledger.paid[KIND_OUTSIDE_CITY][OUTSIDE_COUNTY];
    const Fen *city_hospital = ledger.paid[KIND_CITY_HOSPITAL][0];
    ck_assert_int_eq(general[PAYER_RESIDENT_FUND], 277489);
    ck_assert_int_eq(general[PAYER_EMPLOYEE_FUND], 0);
    ck_assert_int_eq(general[PAYER_ASSISTANCE], 104560);
    ck_assert_int_eq(general[PAYER_OWN], 96280);
    ck_assert_int_eq(outside[PAYER_EMPLOYEE_FUND], 5310);
    ck_assert_int_eq(outside[PAYER_PERSONAL_ACCOUNT], 9000);
    ck_assert_int_eq(city_hospital[PAYER_VISITORS], 16159);
    ck_assert_int_eq(city_hospital[PAYER_OWN], 0);
    ck_assert_str_eq(payer_name(PAYER_PERSONAL_ACCOUNT), "personal_account");
}

TEST(corrupted_account) {
    Ledger ledger;
    three_bills(&ledger);
    expect_breach(&ledger.account[account_fund(SCHEME_RESIDENT, 2)], &ledger,
                  "2023-04-17: ledger: accounts gave 5106.46 yuan and received 5106.47 yuan, "
                  "expected the same",
                  NULL);
    expect_breach(&ledger.account[account_receipts(KIND_COUNTY_GENERAL, 2)], &ledger,
                  "2023-04-17: ledger: accounts gave 5106.47 yuan and received 5106.48 yuan, "
                  "expected the same",
                  "2023-04-17: ledger: county_general in xupu: charged 4783.29, paid 4783.29, "
                  "received 4783.30 yuan, expected the same");
    expect_whole(&ledger);
}

TEST(corrupted_counts) {
    Ledger ledger;
    three_bills(&ledger);
    expect_breach(&ledger.charged[KIND_CITY_HOSPITAL][0][COMPONENT_TEST], &ledger,
                  "2023-04-17: ledger: city_hospital in hecheng: charged 161.60, paid 161.59, "
                  "received 161.59 yuan, expected the same",
                  NULL);
    expect_breach(&ledger.paid[KIND_OUTSIDE_CITY][OUTSIDE_COUNTY][PAYER_OWN], &ledger,
                  "2023-04-17: ledger: outside_province_city in outside: charged 161.59, paid "
                  "161.60, received 161.59 yuan, expected the same",
                  NULL);
}

// Every account, one after the other.
TEST(any_corrupted_account) {
    Ledger ledger;
    three_bills(&ledger);
    for (int account = 0; account < ACCOUNT_COUNT; account++) {
        ledger.account[account] -= 1;
        Report report;
        ck_assert_int_eq(checked(&ledger, &report), STATUS_LAW_BROKEN);
        report_free(&report);
        ledger.account[account] += 1;
    }
    expect_whole(&ledger);
}

// Two wrongs of one fen that cancel in the sum of the accounts.
TEST(misdirected_receipt) {
    Ledger ledger;
    three_bills(&ledger);
    ledger_move(&ledger, account_receipts(KIND_COUNTY_GENERAL, 2),
                account_receipts(KIND_COUNTY_GENERAL, 1), 1);
    Report report;
    ck_assert_int_eq(checked(&ledger, &report), STATUS_LAW_BROKEN);
    ck_assert_uint_eq(report.count, 2);
    ck_assert_str_eq(report.messages[0],
                     "2023-04-17: ledger: county_general in hongjiang: charged 0.00, paid 0.00, "
                     "received 0.01 yuan, expected the same");
    report_free(&report);
}

TEST(payment_that_misses_the_bill) {
    Ledger ledger = {0};
    Payment payment = stay_paid;
    payment.own -= 1;
    ledger_settle(&ledger, &resident_in_xupu, &stay, &payment);
    Report report;
    ck_assert_int_eq(checked(&ledger, &report), STATUS_LAW_BROKEN);
    ck_assert_str_eq(report.messages[1],
                     "2023-04-17: ledger: county_general in xupu: charged 4783.29, paid 4783.28, "
                     "received 4783.29 yuan, expected the same");
    report_free(&report);
}

TEST(shards) {
    Ledger whole = {0}, one = {0}, other = {0}, sum = {0};
    three_bills(&whole);
    ledger_settle(&one, &resident_in_xupu, &stay, &stay_paid);
    ledger_settle_visitor(&one, KIND_CITY_HOSPITAL, 0, &visit);
    ledger_settle(&other, &retired_outside, &visit, &visit_paid);
    ledger_add(&sum, &other);
    ledger_add(&sum, &one);
    ck_assert_mem_eq(&sum, &whole, sizeof sum);
}

static void expect_info(int account, const char *name, int scheme, int area, int kind, int county) {
    const AccountInfo info = account_info(account);
    ck_assert_str_eq(info.name, name);
    ck_assert_int_eq(info.scheme, scheme);
    ck_assert_int_eq(info.area, area);
    ck_assert_int_eq(info.kind, kind);
    ck_assert_int_eq(info.county, county);
}

TEST(accounts_tell_what_they_are) {
    expect_info(account_own(SCHEME_RETIRED), "own_pocket", SCHEME_RETIRED, -1, -1, -1);
    expect_info(account_personal(SCHEME_RESIDENT), "personal_account", SCHEME_RESIDENT, -1, -1, -1);
    expect_info(account_fund(SCHEME_RETIRED, 7), "fund", SCHEME_EMPLOYEE, 7, -1, -1);
    expect_info(account_fund(SCHEME_RESIDENT, CITY_AREA), "fund", SCHEME_RESIDENT, CITY_AREA, -1,
                -1);
    expect_info(ACCOUNT_MAJOR_ILLNESS, "major_illness", -1, -1, -1, -1);
    expect_info(ACCOUNT_ASSISTANCE, "assistance", -1, -1, -1, -1);
    expect_info(ACCOUNT_VISITORS, "visitors", -1, -1, -1, -1);
    expect_info(ACCOUNT_SUBSIDY, "subsidy", -1, -1, -1, -1);
    expect_info(ACCOUNT_STAFF, "staff", -1, -1, -1, -1);
    expect_info(ACCOUNT_INPUTS, "inputs", -1, -1, -1, -1);
    expect_info(ACCOUNT_FIXED, "fixed", -1, -1, -1, -1);
    expect_info(ACCOUNT_UNPAID, "unpaid", -1, -1, -1, -1);
    expect_info(ACCOUNT_OWED, "owed", -1, -1, -1, -1);
    expect_info(ACCOUNT_DEFERRED, "deferred", -1, -1, -1, -1);
    expect_info(ACCOUNT_CONTRIBUTORS, "contributors", -1, -1, -1, -1);
    expect_info(ACCOUNT_OTHER_CLAIMS, "other_claims", -1, -1, -1, -1);
    expect_info(account_receipts(KIND_OUTSIDE_PROVINCE, NO_COUNTY), "receipts", -1, -1,
                KIND_OUTSIDE_PROVINCE, OUTSIDE_COUNTY);
    expect_info(account_operation(KIND_TOWNSHIP_CENTRE, 12), "operation", -1, -1,
                KIND_TOWNSHIP_CENTRE, 12);
}

// Families do not overlap: every account is found by exactly one name and its members.
TEST(accounts_are_apart) {
    int found[ACCOUNT_COUNT] = {0};
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        found[account_own((Scheme)scheme)]++;
        found[account_personal((Scheme)scheme)]++;
    }
    for (int area = 0; area < POOLING_AREAS; area++) {
        found[account_fund(SCHEME_EMPLOYEE, area)]++;
        found[account_fund(SCHEME_RESIDENT, area)]++;
    }
    for (int account = ACCOUNT_MAJOR_ILLNESS; account <= ACCOUNT_OTHER_CLAIMS; account++)
        found[account]++;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int county = 0; county < LEDGER_COUNTIES; county++) {
            const uint8_t place = county == OUTSIDE_COUNTY ? NO_COUNTY : (uint8_t)county;
            found[account_receipts((Kind)kind, place)]++;
            found[account_operation((Kind)kind, place)]++;
        }
    for (int account = 0; account < ACCOUNT_COUNT; account++)
        ck_assert_int_eq(found[account], 1);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("what leaves one account enters another", moves),
        CLAIM("each part of a payment leaves the account of its payer", payers),
        CLAIM("each payer's part is counted at the institution that was paid",
              payers_at_an_institution),
        CLAIM("a corrupted account is caught, with day, place and both sides", corrupted_account),
        CLAIM("a corrupted charge or payment is caught with its place", corrupted_counts),
        CLAIM("one fen missing in any account is caught", any_corrupted_account),
        CLAIM("a receipt booked in the wrong county is caught though the accounts balance",
              misdirected_receipt),
        CLAIM("a payment that misses its bill by a fen is caught", payment_that_misses_the_bill),
        CLAIM("the books of shards add up to the books of the whole", shards),
        CLAIM("an account tells what it is", accounts_tell_what_they_are),
        CLAIM("no two families share an account", accounts_are_apart),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
