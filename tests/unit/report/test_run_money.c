// SPDX-License-Identifier: MIT
// The charts of money of a run: who pays for what, and what a stay costs.
#include "report/run_chart_words.h"
#include "unit/claim.h"
#include "unit/report/labels.h"
#include "unit/report/run_bench.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Books of 2024 in millions of yuan, a third of it in the slots of one in three: county hospital
// 45, city hospital 60, village clinic 15; of 120 in all patients pay 66, and 48 are for drugs.
enum { MILLION = 100000000 / MADE_UP_SCALE };
static void fill_books(RunBench *bench) {
    Ledger *ledger = bench->made.results.year[1].ledger;
    memset(ledger, 0, sizeof *ledger);
    ledger->charged[KIND_COUNTY_GENERAL][HILL][COMPONENT_DRUG] = 33 * (Fen)MILLION;
    ledger->charged[KIND_COUNTY_GENERAL][HILL][COMPONENT_TEST] = 12 * (Fen)MILLION;
    ledger->charged[KIND_CITY_HOSPITAL][RIVER][COMPONENT_SERVICE] = 39 * (Fen)MILLION;
    ledger->charged[KIND_CITY_HOSPITAL][RIVER][COMPONENT_BED] = 21 * (Fen)MILLION;
    ledger->charged[KIND_VILLAGE_CLINIC][HILL][COMPONENT_DRUG] = 15 * (Fen)MILLION;
    ledger->paid[KIND_COUNTY_GENERAL][HILL][PAYER_OWN] = 27 * (Fen)MILLION;
    ledger->paid[KIND_COUNTY_GENERAL][HILL][PAYER_RESIDENT_FUND] = 18 * (Fen)MILLION;
    ledger->paid[KIND_CITY_HOSPITAL][RIVER][PAYER_OWN] = 24 * (Fen)MILLION;
    ledger->paid[KIND_CITY_HOSPITAL][RIVER][PAYER_EMPLOYEE_FUND] = 26 * (Fen)MILLION;
    ledger->paid[KIND_CITY_HOSPITAL][RIVER][PAYER_MAJOR_ILLNESS] = 3 * (Fen)MILLION;
    ledger->paid[KIND_CITY_HOSPITAL][RIVER][PAYER_ASSISTANCE] = 2 * (Fen)MILLION;
    ledger->paid[KIND_CITY_HOSPITAL][RIVER][PAYER_VISITORS] = 5 * (Fen)MILLION;
    ledger->paid[KIND_VILLAGE_CLINIC][HILL][PAYER_OWN] = 15 * (Fen)MILLION;
}

static StayFlow *county_stays_before(RunBench *bench) {
    return &bench->made.results.year[0].county[HILL].stay_at[PRESENT][HILL][KIND_COUNTY_GENERAL];
}

// The value of 2024 in a panel of lines.
static double last_of(const char *table, const char *line) {
    return run_bench_row(table, line, ",2024,");
}

// ---- who pays

TEST(payers) {
    RunBench bench;
    run_bench_open(&bench);
    fill_books(&bench);
    run_bench_count(&bench);
    char *text = run_bench_headline(&bench, &run_chart_money, LANGUAGE_EN);
    run_bench_has(text, "in 2024, patients pay 55 in cash; most, 40, is for drugs");
    free(text);
    text = run_bench_headline(&bench, &run_chart_money, LANGUAGE_ZH);
    run_bench_has(text, "每100元医疗费，患者自付55元；花费最多的是药品，40元");
    free(text);
    char *table = run_bench_drawn(&bench, &run_chart_money, "web", LANGUAGE_EN, "csv");
    static const struct {
        const char *from, *to;
        double millions;
    } flows[] = {
        {"Charged for,Drugs", ",Charged by,County hospital,", 33},
        {"Charged for,Drugs", ",\"Village, private clinic\",", 15},
        {"Charged for,Tests and imaging", ",Charged by,County hospital,", 12},
        {"Charged by,County hospital", ",Paid by,Patients in cash,", 27},
        {"Charged by,City hospital", ",\"Major illness, assistance\",", 5},
        {"Charged by,City hospital", ",Paid by,People from elsewhere,", 5},
        {"Charged by,City hospital", ",Paid by,Employee fund,", 26},
    };
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++)
        ck_assert_double_eq_tol(run_bench_row(table, flows[i].from, flows[i].to), flows[i].millions,
                                1e-5);
    ck_assert_ptr_null(strstr(table, "Private hospital"));
    ck_assert_ptr_null(strstr(table, "Personal accounts"));
    free(table);
    run_bench_close(&bench);
}

TEST(nothing_charged) {
    RunBench bench;
    const ChartStyle style = {chart_size_find("web"), LANGUAGE_EN, CHART_SVG, "plots"};
    run_bench_open(&bench);
    memset(bench.made.results.year[1].ledger, 0, sizeof(Ledger));
    run_bench_count(&bench);
    ck_assert_int_eq(
        run_chart_money.draw(&bench.source, &style, bench.workshop.folder, "chart", &bench.report),
        STATUS_INVALID);
    run_bench_has(bench.report.messages[0], "nothing is charged in 2024");
    run_bench_close(&bench);
}

TEST(payers_with_draws) {
    RunBench bench;
    run_bench_open(&bench);
    fill_books(&bench);
    run_bench_count(&bench);
    run_bench_draw(&bench, "out_of_pocket_share", 0.7, 0.0);
    const double own = run_bench_value(&bench, "out_of_pocket_share", WHOLE_CITY, 2024);
    char words[128];
    snprintf(words, sizeof words, "90%%区间为%.0f%%—%.0f%%（21组抽样）", own - 9 * 0.7,
             own + 9 * 0.7);
    char *script = run_bench_drawn(&bench, &run_chart_money, "web", LANGUAGE_ZH, "gp");
    run_bench_has(script, words);
    free(script);
    run_bench_close(&bench);
}

// ---- a stay

TEST(factors) {
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    char *table = run_bench_drawn(&bench, &run_chart_cost, "web", LANGUAGE_EN, "csv");
    double day = 0.0;
    static const char *const items[] = {"3,simulated,Bed", "3,simulated,Services",
                                        "3,simulated,Drugs", "3,simulated,Consumables",
                                        "3,simulated,Tests"};
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        day += last_of(table, items[i]);
    ck_assert_double_eq_tol(last_of(table, "1,simulated,"), last_of(table, "2,simulated,") * day,
                            1e-4);
    ck_assert_double_eq_tol(last_of(table, items[2]), 113700 / 1374.0, 1e-5);
    free(table);
    run_bench_close(&bench);
}

TEST(shorter_stays) {
    RunBench bench;
    run_bench_open(&bench);
    county_stays_before(&bench)->bed_days += 300 * RUN_BENCH_TIMES; // 1674 of 1374
    run_bench_count(&bench);
    char *text = run_bench_headline(&bench, &run_chart_cost, LANGUAGE_ZH);
    run_bench_has(text, "次均住院费用变化不大：住院缩短18%，每天费用上升22%");
    free(text);
    county_stays_before(&bench)->charge_fen += 25000000 * (Fen)RUN_BENCH_TIMES; // 22 % more
    run_bench_count(&bench);
    text = run_bench_headline(&bench, &run_chart_cost, LANGUAGE_EN);
    run_bench_has(text,
                  "costs 18% less than in 2023: it is 18% shorter, a day costs about the same");
    free(text);
    run_bench_close(&bench);
}

TEST(chance_of_a_stay) {
    RunBench bench;
    run_bench_open(&bench);
    county_stays_before(&bench)->charge_fen += 3000000 * (Fen)RUN_BENCH_TIMES; // 2.6 %
    run_bench_count(&bench);
    char *text = run_bench_headline(&bench, &run_chart_cost, LANGUAGE_EN);
    run_bench_has(text, "costs about the same as");
    free(text);
    county_stays_before(&bench)->charge_fen += 3000000 * (Fen)RUN_BENCH_TIMES; // 5.2 %
    run_bench_count(&bench);
    text = run_bench_headline(&bench, &run_chart_cost, LANGUAGE_EN);
    run_bench_has(text, "costs 5% less than");
    free(text);
    run_bench_close(&bench);
}

TEST(open_stay) {
    RunBench bench;
    run_bench_open(&bench);
    county_stays_before(&bench)->charge_fen += 25000000 * (Fen)RUN_BENCH_TIMES;
    run_bench_count(&bench);
    const double fall = run_bench_value(&bench, "cost_per_admission", WHOLE_CITY, 2023) -
                        run_bench_value(&bench, "cost_per_admission", WHOLE_CITY, 2024);
    run_bench_draw(&bench, "cost_per_admission", 0.0, fall / 8.7);
    char *text = run_bench_headline(&bench, &run_chart_cost, LANGUAGE_EN);
    run_bench_has(text, "may cost more or less than in 2023");
    free(text);
    run_bench_draw(&bench, "cost_per_admission", 0.0, fall / 9.3);
    text = run_bench_headline(&bench, &run_chart_cost, LANGUAGE_EN);
    run_bench_has(text, "costs 18% less than in 2023");
    free(text);
    run_bench_close(&bench);
}

TEST(foremost_item) {
    RunBench bench;
    run_bench_open(&bench);
    int64_t *charged =
        bench.made.results.year[0].county[HILL].stay_charged_fen[KIND_COUNTY_GENERAL];
    charged[COMPONENT_BED] += 27480000 * (int64_t)RUN_BENCH_TIMES; // 200 yuan a day
    charged[COMPONENT_DRUG] += 13740000 * (int64_t)RUN_BENCH_TIMES;
    run_bench_count(&bench);
    char *script = run_bench_drawn(&bench, &run_chart_cost, "web", LANGUAGE_EN, "gp");
    run_bench_has(script, "moves most: bed and nursing, −200");
    free(script);
    run_bench_close(&bench);
}

// ---- funds

TEST(funds_of_years) {
    RunBench bench;
    run_bench_open(&bench);
    run_bench_count(&bench);
    char *table = run_bench_drawn(&bench, &run_chart_funds, "web", LANGUAGE_ZH, "csv");
    ck_assert_double_eq_tol(run_bench_row(table, "1,simulated,居民医保", ",2024,"),
                            run_bench_value(&bench, "resident_fund_balance", WHOLE_CITY, 2024),
                            1e-4);
    ck_assert_double_eq_tol(run_bench_row(table, "2,simulated,职工医保统筹", ",2024,"),
                            run_bench_value(&bench, "employee_fund_months", WHOLE_CITY, 2024),
                            1e-6);
    free(table);
    run_bench_close(&bench);
}

// Hill's fund takes in so many fen more than it pays and ends with that reserve; there is no other
// one of residents.
static void set_fund(RunBench *bench, Fen more, Fen reserve) {
    for (int year = 0; year < 2; year++) {
        FundYear *fund = bench->made.results.year[year].fund;
        fund[FUND_RESIDENTS + RIVER] = (FundYear){0};
        fund[FUND_RESIDENTS + HILL] = (FundYear){.insured = 100,
                                                 .contributions = 12000000000 + more,
                                                 .claims_in_area = 12000000000,
                                                 .closing = reserve};
        fund[FUND_EMPLOYEES] =
            (FundYear){.insured = 10, .contributions = 900, .claims_in_area = 800, .closing = 500};
    }
    run_bench_count(bench);
}

TEST(surplus_and_deficit) {
    RunBench bench;
    run_bench_open(&bench);
    set_fund(&bench, 1100000000, 4300000000);
    char *text = run_bench_headline(&bench, &run_chart_funds, LANGUAGE_ZH);
    run_bench_has(text, "居民医保基金2024年结余3300万元，累计结存可支付4.3个月");
    free(text);
    set_fund(&bench, -1100000000, -100);
    text = run_bench_headline(&bench, &run_chart_funds, LANGUAGE_EN);
    run_bench_has(text, "pay 33 million yuan more than they take in; the reserve is used up");
    free(text);
    set_fund(&bench, 119000000, 4300000000);
    text = run_bench_headline(&bench, &run_chart_funds, LANGUAGE_EN);
    run_bench_has(text, "about break even");
    free(text);
    run_bench_close(&bench);
}

TEST(open_funds) {
    RunBench bench;
    run_bench_open(&bench);
    set_fund(&bench, 1100000000, 4300000000); // 33 million yuan, one in three
    run_bench_draw(&bench, "resident_fund_balance", 33e6 / 8.0, 0.0);
    char *text = run_bench_headline(&bench, &run_chart_funds, LANGUAGE_EN);
    run_bench_has(text, "may end in surplus or deficit (−4 to +70 million yuan)");
    free(text);
    run_bench_draw(&bench, "resident_fund_balance", 33e6 / 9.5, 0.0);
    text = run_bench_headline(&bench, &run_chart_funds, LANGUAGE_EN);
    run_bench_has(text, "take in 33 million yuan more");
    free(text);
    run_bench_close(&bench);
}

TEST(labels) {
    static const RunChart *const charts[] = {&run_chart_money, &run_chart_cost, &run_chart_funds};
    RunBench bench;
    run_bench_open(&bench);
    fill_books(&bench);
    run_bench_count(&bench);
    for (int drawn = 0; drawn < 2; drawn++) {
        for (const char *const *size = chart_size_names(); *size; size++)
            for (int language = LANGUAGE_ZH; language <= LANGUAGE_EN; language++)
                for (size_t i = 0; i < sizeof charts / sizeof *charts; i++) {
                    char *script =
                        run_bench_drawn(&bench, charts[i], *size, (Language)language, "gp");
                    labels_assert_clear(script, charts[i]->info.name);
                    free(script);
                }
        run_bench_draw(&bench, "cost_per_admission", 31.7, 17.3);
    }
    run_bench_close(&bench);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("who pays, and for what, are the books of the last year", payers),
        CLAIM("books in which nothing is charged make no chart", nothing_charged),
        CLAIM("the note tells how far the draws leave open what patients pay", payers_with_draws),
        CLAIM("the cost of a stay is its days times the sum of the items of a day", factors),
        CLAIM("a headline tells the change of a stay's cost and of both its factors",
              shorter_stays),
        CLAIM("a change of cost within chance is none", chance_of_a_stay),
        CLAIM("a change of cost is open where draws go both ways", open_stay),
        CLAIM("the item that moves most is named", foremost_item),
        CLAIM("balance and reserve of the funds are those of the run", funds_of_years),
        CLAIM("a headline tells surplus, deficit or neither, and a reserve that is used up",
              surplus_and_deficit),
        CLAIM("and that the draws leave it open", open_funds),
        CLAIM("no label of the charts of money covers another at any size", labels),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
