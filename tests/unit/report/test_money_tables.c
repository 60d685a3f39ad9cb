// SPDX-License-Identifier: MIT
#include "report/money_tables.h"

#include "report/indicator.h"
#include "unit/claim.h"
#include "unit/report/result_bench.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// The value of an indicator in the second of the made-up years.
static double value_of(const char *name, Scope scope) {
    MadeUpResults made;
    Report report;
    IndicatorYear year;
    made_up_results_open(&made);
    report_init(&report);
    ck_assert_int_eq(indicator_year_init(&year, &made.results, made.city, 1, &report), STATUS_OK);
    const int index = indicator_find(name);
    ck_assert_msg(index >= 0, "there is no indicator %s", name);
    const double value = indicator_value(indicator_at(index), &year, scope);
    indicator_year_free(&year);
    report_free(&report);
    made_up_results_close(&made);
    return value;
}

static void expect(const char *name, Scope scope, double expected) {
    const double value = value_of(name, scope);
    ck_assert_msg(fabs(value - expected) <= 1e-9 * fabs(expected), "%s is %.10g, not %.10g", name,
                  value, expected);
}

static const Scope city = {WHOLE_CITY, BY_NOTHING, 0}, hill = {HILL, BY_NOTHING, 0},
                   river = {RIVER, BY_NOTHING, 0};

// Hill took in 167,415.83 and paid 166,700.09 yuan, River 9,000.07 and 13,000.21, of one in three.
TEST(balances) {
    expect("resident_fund_balance", hill, 3 * 715.74);
    expect("resident_fund_balance", river, 3 * -4000.14);
    expect("resident_fund_balance", city, 3 * (715.74 - 4000.14));
    expect("employee_fund_balance", city, 3 * (13116.13 - 10000.14));
}

TEST(cover) {
    expect("resident_fund_months", hill, 12 * 57715.74 / 166700.09);
    expect("resident_fund_months", river, 12 * -3000.11 / 13000.21);
    expect("resident_fund_months", city, 12 * (57715.74 - 3000.11) / (166700.09 + 13000.21));
    expect("employee_fund_months", city, 12 * 73116.02 / 10000.14);
}

TEST(places_of_claims) {
    expect("resident_claims_elsewhere_share", hill, 100 * 59000.10 / 150000.17);
    expect("resident_claims_elsewhere_share", river, 0);
    expect("resident_claims_of_absent_share", city, 100 * 7000.01 / (150000.17 + 13000.21));
}

TEST(shares_of_institutions) {
    const Scope general = {WHOLE_CITY, BY_KIND, KIND_COUNTY_GENERAL};
    expect("surplus_share", general, 100 * 500.0 / 10000);
    expect("surplus_share", river, 100 * -400.0 / 11700);
    expect("surplus_share", city, 100 * 100.0 / 21700);
    expect("subsidy_share", general, 100 * 930.0 / 10000);
    expect("staff_cost_share", general, 100 * 3300.0 / 9500);
    expect("staff_cost_share", city, 100 * 7400.0 / 21600);
    ck_assert(isnan(value_of("surplus_share", (Scope){HILL, BY_KIND, KIND_CITY_HOSPITAL})));
}

static void expect_rows(const char *text, const char *const *rows, size_t count) {
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(strstr(text, rows[i]) != NULL, "this row is missing: %s", rows[i]);
}

TEST(fund_rows) {
    static const char *const rows[] = {
        "trial,central,2024,residents,hill,53133,171000.39,207831.33,333302.79,-38886.63,"
        "273000.21,102000.27,75000.03,21000.03,51000.09,-900.33,173147.22,2147.22,4.155\r\n",
        "trial,central,2024,residents,river,69027,3000.09,27000.21,0.00,0.00,39000.63,0.00,0.00,"
        "0.00,0.00,0.00,-9000.33,-12000.42,-2.769\r\n",
        "trial,central,2024,residents,,122160,174000.48,234831.54,333302.79,-38886.63,312000.84,"
        "102000.27,75000.03,21000.03,51000.09,-900.33,164146.89,-9853.20,3.654\r\n",
        "trial,central,2024,major_illness,made-up,0,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,"
        "0.00,0.00,0.00,0.00,\r\n"};
    ResultBench bench;
    char path[WORKSHOP_PATH];
    result_bench_open(&bench);
    ck_assert_int_eq(money_tables_funds(&bench.made.results, &bench.experiment,
                                        result_bench_path(&bench, "funds.csv", path),
                                        &bench.report),
                     STATUS_OK);
    char *text = result_bench_text(&bench, "funds.csv");
    expect_rows(text, rows, sizeof rows / sizeof *rows);
    free(text);
    result_bench_close(&bench);
}

TEST(account_rows) {
    static const char *const rows[] = {
        "trial,central,2024,city_hospital,river,receipts,drug,90.00\r\n",
        "trial,central,2024,city_hospital,river,payer,personal_account,24870.00\r\n",
        "trial,central,2024,outside_province_city,outside,payer,personal_account,9000.00\r\n",
        "trial,central,2024,county_general,hill,operation,clearing,2.10\r\n",
        "trial,central,2024,city_hospital,river,operation,surplus,-12.00\r\n"};
    ResultBench bench;
    char path[WORKSHOP_PATH];
    result_bench_open(&bench);
    ck_assert_int_eq(money_tables_accounts(&bench.made.results, &bench.experiment,
                                           result_bench_path(&bench, "accounts.csv", path),
                                           &bench.report),
                     STATUS_OK);
    char *text = result_bench_text(&bench, "accounts.csv");
    expect_rows(text, rows, sizeof rows / sizeof *rows);
    ck_assert_ptr_null(strstr(text, ",0.00\r\n"));
    free(text);
    result_bench_close(&bench);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a fund's balance is income less spending, clearing among it, weighted", balances),
        CLAIM("months of cover are the reserve in months of what was spent", cover),
        CLAIM("claims are told by where they arose, and whose they were", places_of_claims),
        CLAIM("surplus, subsidy and staff are shares of income and of cost, by kind",
              shares_of_institutions),
        CLAIM("each fund and area is a row, and all residents are one", fund_rows),
        CLAIM("what institutions received is told by component and by payer, then their operation",
              account_rows),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
