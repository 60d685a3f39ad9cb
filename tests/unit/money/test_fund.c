// SPDX-License-Identifier: MIT
#include "money/fund.h"
#include "unit/claim.h"

#include <string.h>

static County counties[] = {{.id = "hill"}, {.id = "river"}};
static const City city = {.id = "shire", .counties = counties, .county_count = 2};

// Two counties; a head: residents 391.17 and 627.31, employers 4,413.19, accounts 1,310.00 and
// 1,380.00, other claims 171.30 and 611.70, premium 73.19.
static const FundRules rules = {.resident_contribution = 39117,
                                .resident_subsidy = 62731,
                                .employer_contribution = 441319,
                                .personal_account_employee = 131000,
                                .personal_account_retired = 138000,
                                .resident_other_claims = 17130,
                                .employee_other_claims = 61170,
                                .major_illness_premium = 7319,
                                .resident_reserve_months = 7.3,
                                .employee_reserve_months = 13.9};
static const Insured insured = {.counties = 2,
                                .employees = 131,
                                .retired = 47,
                                .residents = {1103, 2207},
                                .claims_of_absent = {277489, 0}};

static void settle(Ledger *ledger, Scheme scheme, int area, Kind kind, uint8_t county,
                   const Payment *payment) {
    const Parties parties = {(uint8_t)scheme, (uint8_t)area, kind, county};
    const Fen total = payment->fund + payment->major_illness + payment->assistance +
                      payment->personal_account + payment->own;
    const Bill bill = {.component = {[COMPONENT_DRUG] = total}, .total = total};
    ledger_settle(ledger, &parties, &bill, payment);
}

// A few bills of both schemes, here, in the other county, and outside.
static void some_bills(Ledger *ledger) {
    memset(ledger, 0, sizeof *ledger);
    settle(ledger, SCHEME_RESIDENT, 0, KIND_COUNTY_GENERAL, 0,
           &(Payment){.fund = 50000001, .assistance = 104560, .own = 96280});
    settle(ledger, SCHEME_RESIDENT, 0, KIND_CITY_HOSPITAL, 1,
           &(Payment){.fund = 21000003, .major_illness = 901, .own = 5});
    settle(ledger, SCHEME_RESIDENT, 0, KIND_OUTSIDE_PROVINCE, 2,
           &(Payment){.fund = 377489, .major_illness = 40007, .own = 7});
    settle(ledger, SCHEME_RESIDENT, 1, KIND_TOWNSHIP_CENTRE, 1, &(Payment){.fund = 99000017});
    settle(ledger, SCHEME_EMPLOYEE, CITY_AREA, KIND_COUNTY_TCM, 0,
           &(Payment){.fund = 20000011, .personal_account = 9000});
    settle(ledger, SCHEME_RETIRED, CITY_AREA, KIND_OUTSIDE_CITY, 2,
           &(Payment){.fund = 5310, .personal_account = 30001});
}

static void clear(Ledger *ledger, Scheme scheme, int area, Kind kind, uint8_t county, Fen due) {
    ledger_move(ledger, account_fund(scheme, area), account_operation(kind, county), due);
}

static Status checked(const FundYear *fund, const FundYear *before, const Ledger *ledger,
                      Fen cleared, const char *message) {
    Report report;
    report_init(&report);
    const Status status = funds_check(fund, before, ledger, cleared, &city, "2024", &report);
    if (message) {
        ck_assert_uint_ge(report.count, 1);
        ck_assert_str_eq(report.messages[0], message);
    }
    report_free(&report);
    return status;
}

TEST(hill) {
    Ledger ledger;
    FundYear fund[FUND_COUNT];
    some_bills(&ledger);
    funds_close_year(fund, NULL, &ledger, &rules, &insured);
    const FundYear *one = &fund[FUND_RESIDENTS];
    ck_assert_int_eq(one->insured, 1103);
    ck_assert_int_eq(one->contributions, 43146051);
    ck_assert_int_eq(one->subsidies, 69192293);
    ck_assert_int_eq(one->transfers, -8072857);
    ck_assert_int_eq(one->opening, 63428171); // 104,265,487 / 12 x 7.3 = 63,428,171.26
    ck_assert_int_eq(one->claims_in_area, 50000001);
    ck_assert_int_eq(one->claims_in_city, 21000003);
    ck_assert_int_eq(one->claims_outside, 377489);
    ck_assert_int_eq(one->claims_of_absent, 277489);
    ck_assert_int_eq(one->other_claims, 18894390);
    ck_assert_int_eq(one->clearing, 0);
    ck_assert_int_eq(one->closing, 77421775);
    ck_assert_int_eq(checked(fund, NULL, &ledger, 0, NULL), STATUS_OK);
}

TEST(employees) {
    Ledger ledger;
    FundYear fund[FUND_COUNT];
    some_bills(&ledger);
    funds_close_year(fund, NULL, &ledger, &rules, &insured);
    const FundYear *pool = &fund[FUND_EMPLOYEES], *own = &fund[FUND_PERSONAL_ACCOUNTS];
    ck_assert_int_eq(pool->insured, 178);
    ck_assert_int_eq(pool->contributions, 57812789);
    ck_assert_int_eq(pool->transfers, -6486000);
    ck_assert_int_eq(pool->opening, 59453531); // 51,326,789 / 12 x 13.9 = 59,453,530.6
    ck_assert_int_eq(pool->claims_in_area, 20000011);
    ck_assert_int_eq(pool->claims_in_city, 0);
    ck_assert_int_eq(pool->claims_outside, 5310);
    ck_assert_int_eq(pool->other_claims, 10888260);
    ck_assert_int_eq(own->contributions, 17161000);
    ck_assert_int_eq(own->transfers, 6486000);
    ck_assert_int_eq(own->claims_in_area, 9000);
    ck_assert_int_eq(own->claims_outside, 30001);
    ck_assert_int_eq(own->closing, 17161000 + 6486000 - 39001);
}

TEST(insurance_on_top) {
    Ledger ledger;
    FundYear fund[FUND_COUNT];
    some_bills(&ledger);
    funds_close_year(fund, NULL, &ledger, &rules, &insured);
    ck_assert_int_eq(fund[FUND_MAJOR_ILLNESS].insured, 3310);
    ck_assert_int_eq(fund[FUND_MAJOR_ILLNESS].transfers, 24225890);
    ck_assert_int_eq(fund[FUND_MAJOR_ILLNESS].claims_in_area, 901);
    ck_assert_int_eq(fund[FUND_MAJOR_ILLNESS].claims_outside, 40007);
    ck_assert_int_eq(fund[FUND_MAJOR_ILLNESS].closing, 24225890 - 40908);
    ck_assert_int_eq(fund[FUND_ASSISTANCE].subsidies, 104560);
    ck_assert_int_eq(fund[FUND_ASSISTANCE].closing, 0);
}

TEST(second_year) {
    Ledger ledger;
    FundYear first[FUND_COUNT], second[FUND_COUNT];
    some_bills(&ledger);
    funds_close_year(first, NULL, &ledger, &rules, &insured);
    some_bills(&ledger);
    clear(&ledger, SCHEME_RESIDENT, 0, KIND_COUNTY_GENERAL, 0, 1234567);
    clear(&ledger, SCHEME_EMPLOYEE, CITY_AREA, KIND_CITY_HOSPITAL, 1, -765);
    funds_close_year(second, first, &ledger, &rules, &insured);
    ck_assert_int_eq(second[FUND_RESIDENTS].opening, 77421775);
    ck_assert_int_eq(second[FUND_RESIDENTS].clearing, 1234567);
    ck_assert_int_eq(second[FUND_RESIDENTS].closing, 77421775 + 13993604 - 1234567);
    ck_assert_int_eq(second[FUND_EMPLOYEES].clearing, -765);
    ck_assert_int_eq(checked(second, first, &ledger, 1234567 - 765, NULL), STATUS_OK);
    ck_assert_int_eq(checked(second, first, &ledger, 1234567,
                             "2024: funds: employees of shire: clearing of all "
                             "funds = cleared to institutions: 12338.02 yuan "
                             "against 12345.67 yuan, expected the same"),
                     STATUS_LAW_BROKEN);
}

// Each column of each fund, one after the other, one fen more.
TEST(any_column) {
    Ledger ledger;
    FundYear first[FUND_COUNT], fund[FUND_COUNT];
    some_bills(&ledger);
    funds_close_year(first, NULL, &ledger, &rules, &insured);
    some_bills(&ledger);
    funds_close_year(fund, first, &ledger, &rules, &insured);
    for (int f = 0; f < FUND_RESIDENTS + 2; f++) {
#define SPOIL(name, unit, meaning)                                                         \
    if (&fund[f].name != &fund[f].insured && &fund[f].name != &fund[f].claims_of_absent) { \
        fund[f].name++;                                                                    \
        ck_assert_int_eq(checked(fund, first, &ledger, 0, NULL), STATUS_LAW_BROKEN);       \
        fund[f].name--;                                                                    \
    }
        FUND_COLUMNS(SPOIL)
#undef SPOIL
    }
    ck_assert_int_eq(checked(fund, first, &ledger, 0, NULL), STATUS_OK);
}

TEST(told) {
    Ledger ledger;
    FundYear fund[FUND_COUNT];
    some_bills(&ledger);
    funds_close_year(fund, NULL, &ledger, &rules, &insured);
    fund[FUND_RESIDENTS + 1].contributions++;
    const FundYear *one = &fund[FUND_RESIDENTS + 1];
    char message[200];
    snprintf(message, sizeof message,
             "2024: funds: residents of river: opening + income = spending + closing: %s yuan "
             "against %s yuan, expected the same",
             fen_text(one->opening + fund_income(one)).text,
             fen_text(fund_spending(one) + one->closing).text);
    ck_assert_int_eq(checked(fund, NULL, &ledger, 0, message), STATUS_LAW_BROKEN);
}

// Two errors of a fen that cancel within each fund's own account.
TEST(hidden_claims) {
    Ledger ledger;
    FundYear fund[FUND_COUNT];
    some_bills(&ledger);
    funds_close_year(fund, NULL, &ledger, &rules, &insured);
    fund[FUND_RESIDENTS].claims_in_area++;
    fund[FUND_RESIDENTS].other_claims--;
    ck_assert_int_eq(checked(fund, NULL, &ledger, 0, NULL), STATUS_LAW_BROKEN);
}

TEST(spoilt_books) {
    Ledger ledger;
    FundYear fund[FUND_COUNT];
    some_bills(&ledger);
    funds_close_year(fund, NULL, &ledger, &rules, &insured);
    ledger_move(&ledger, account_fund(SCHEME_RESIDENT, 1), account_own(SCHEME_RESIDENT), 1);
    ck_assert_int_eq(checked(fund, NULL, &ledger, 0, NULL), STATUS_LAW_BROKEN);
}

// The accounts of the ledger sum to 0 after a year is closed as before.
TEST(double_entry) {
    Ledger ledger;
    FundYear fund[FUND_COUNT];
    Report report;
    some_bills(&ledger);
    funds_close_year(fund, NULL, &ledger, &rules, &insured);
    report_init(&report);
    ck_assert_int_eq(ledger_check(&ledger, &city, "2024", &report), STATUS_OK);
    report_free(&report);
    ck_assert_int_eq(ledger.account[ACCOUNT_CONTRIBUTORS],
                     -(57812789 + 17161000 + 43146051 + 2207 * (Fen)39117));
}

// exp(0.021) x 391.17 = 399.47; exp(-0.037) x 627.31 = 604.52; 0.0773 x 57,111 = 4,414.68.
TEST(a_head) {
    Parameters parameters = {0};
    parameters.funding = (Funding){.resident_contribution = 391.17,
                                   .resident_contribution_growth = 0.021,
                                   .resident_subsidy = 627.31,
                                   .resident_subsidy_growth = 0.037,
                                   .employer_rate = 0.0773,
                                   .wage_base = 57111,
                                   .major_illness_premium = 73.19};
    FundRules in_2024, in_2022;
    fund_rules_init(&in_2024, &parameters, 2024);
    fund_rules_init(&in_2022, &parameters, 2022);
    ck_assert_int_eq(in_2024.resident_contribution, 39947);
    ck_assert_int_eq(in_2022.resident_subsidy, 60452);
    ck_assert_int_eq(in_2024.employer_contribution, 441468);
    ck_assert_int_eq(in_2022.employer_contribution, 441468);
    ck_assert_int_eq(in_2024.major_illness_premium, 7595); // 73.19 x exp(0.037) = 75.95
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a county's fund year is the one computed by hand, to the fen", hill),
        CLAIM("the employees' fund pays into the accounts of the retired", employees),
        CLAIM("residents' funds pay the premium of major-illness insurance, government assistance",
              insurance_on_top),
        CLAIM("a year begins with the reserve that the last one left, and clearing moves it",
              second_year),
        CLAIM("a fen more in any column of any fund is caught", any_column),
        CLAIM("what is caught is told with the year, the fund and both sides", told),
        CLAIM("claims that were paid to nobody are caught though the fund balances", hidden_claims),
        CLAIM("a fund whose account in the books was touched is caught", spoilt_books),
        CLAIM("closing the funds leaves the books in balance", double_entry),
        CLAIM("contributions a head grow from 2023 and are rounded to fen once", a_head),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
