// SPDX-License-Identifier: MIT
// Contracts in a run: who is paid, and from which pool.
#include "base/calendar.h"
#include "laws/compare.h"
#include "laws/contract_runs.h"
#include "unit/claim.h"

#include <stdlib.h>
#include <string.h>

// What the clearing moved is told apart, so that flows and bills can be compared alone.
static void forget_settlement(Results *results) {
    for (int y = 0; y < results->years; y++) {
        Ledger *ledger = results->year[y].ledger;
        memset(results->year[y].cleared, 0, sizeof results->year[y].cleared);
        memset(results->year[y].fund, 0, FUND_COUNT * sizeof *results->year[y].fund);
        memset(results->year[y].operations, 0, sizeof *results->year[y].operations);
        for (int account = ACCOUNT_FUND; account < ACCOUNT_MAJOR_ILLNESS; account++)
            ledger->account[account] = 0;
        for (int account = ACCOUNT_OPERATION; account < ACCOUNT_COUNT; account++)
            ledger->account[account] = 0;
    }
}

static void assert_same(const Results *one, const Results *other) {
    char text[DIFFERENCE_TEXT];
    const uint64_t differences = results_differ(one, other, YEARS, text);
    ck_assert_msg(differences == 0, "%llu numbers differ, first %s",
                  (unsigned long long)differences, text);
}

static const ClearedYear *stays_of_year(const Results *results, int year) {
    return &results->year[year].cleared[CLEARED_STAYS];
}

static Fen operation_of(const Results *results, int year) {
    Fen sum = 0;
    for (int account = ACCOUNT_OPERATION; account < ACCOUNT_COUNT; account++)
        sum += results->year[year].ledger->account[account];
    return sum;
}

// ---- who is paid, and nothing else

static void assert_no_flow_changes(const char *lever) {
    Results base = without_contracts();
    Experiment experiment;
    unanswering_city(&experiment);
    Reform *reform = tiny_reform(&experiment, lever, 2022, 0.9);
    reform->ramp_months = 14;
    if (strcmp(lever, "group_global_budget") == 0) reform->value[MOVES_DOWN] = 0;
    tiny_reform(&experiment, "outpatient_capitation", 2023, 1);
    Results paid = run_of(&experiment);
    ck_assert_int_gt(stays_of_year(&paid, 2)->items, 0);
    ck_assert_int_gt(paid.year[2].cleared[CLEARED_HEADS].items, 0);
    ck_assert_int_ne(operation_of(&paid, 2), operation_of(&base, 2));
    forget_settlement(&base);
    forget_settlement(&paid);
    assert_same(&paid, &base);
    results_free(&base);
    results_free(&paid);
    experiment_free(&experiment);
}

TEST(no_flow_changes) {
    assert_no_flow_changes("dip_payment");
    assert_no_flow_changes("drg_multi_payment");
    assert_no_flow_changes("group_global_budget");
}

TEST(placebo) {
    Results base = without_contracts();
    for (int turn = 0; turn < 2; turn++) {
        Experiment experiment;
        tiny_read(&experiment, YEARS);
        tiny_reform(&experiment, "dip_payment", turn ? 2022 + YEARS : 2022, turn ? 1 : 0);
        tiny_reform(&experiment, "drg_multi_payment", turn ? 2022 + YEARS : 2022, turn ? 1 : 0);
        tiny_reform(&experiment, "outpatient_capitation", turn ? 2022 + YEARS : 2022, turn ? 1 : 0);
        Results results = run_of(&experiment);
        assert_same(&results, &base);
        results_free(&results);
        experiment_free(&experiment);
    }
    results_free(&base);
}

TEST(any_order) {
    static const char *const all[] = {"dip_payment", "outpatient_capitation", "drg_multi_payment"};
    Results results[2];
    for (int turn = 0; turn < 2; turn++) {
        Experiment experiment;
        tiny_read(&experiment, YEARS);
        for (int i = 0; i < 3; i++)
            tiny_reform(&experiment, all[turn ? 2 - i : i], 2022, 0.45);
        results[turn] = run_of(&experiment);
        experiment_free(&experiment);
    }
    assert_same(&results[0], &results[1]);
    results_free(&results[0]);
    results_free(&results[1]);
}

// ---- the money of a pool

static Results under_dip(int from_year, int month, double coverage) {
    Experiment experiment;
    unanswering_city(&experiment);
    tiny_reform(&experiment, "dip_payment", from_year, coverage)->start_day =
        calendar_day(from_year, month, 1);
    const Results results = run_of(&experiment);
    experiment_free(&experiment);
    return results;
}

TEST(budget_kept) {
    Results results = under_dip(2022, 1, 1);
    for (int y = 0; y < YEARS; y++) {
        const ClearedYear *told = stays_of_year(&results, y);
        ck_assert_int_gt(told->budget, 0);
        ck_assert_int_gt(told->paid, 0);
        ck_assert_int_le(told->paid, told->budget + told->reserve);
        ck_assert_int_eq(told->paid + told->budget_left + told->reserve_left,
                         told->budget + told->reserve);
        ck_assert_int_eq(told->paid - told->items, told->kept - told->unpaid);
    }
    results_free(&results);
}

// The budget is what the items of the year before came to, where the background stands still; here
// nobody answers, so that they are those of the same year paid by item.
TEST(budget_of_last_year) {
    Experiment experiment;
    unanswering_city(&experiment);
    for (int year = 0; year < BACKGROUND_YEAR_COUNT; year++)
        experiment.city.parameters.background[year] =
            (BackgroundRow){.visits_factor = 1, .settlement_coverage = 0.5};
    Reform *reform = tiny_reform(&experiment, "dip_payment", 2022, 1);
    reform->value[0] = 0.01;
    Results results = run_of(&experiment);
    for (int y = 1; y < YEARS; y++) {
        const Fen items = stays_of_year(&results, y - 1)->items;
        const Fen budget = stays_of_year(&results, y)->budget;
        ck_assert_int_le(llabs(budget - fen_round(1.01 * (double)items)),
                         12 * 2 * 3 * 30); // each institution's month is rounded
    }
    results_free(&results);
    experiment_free(&experiment);
}

// From July the same cases' half: twelve twelfths against six of the same monthly sums.
TEST(prorated) {
    Results whole = under_dip(2022, 1, 1), half = under_dip(2022, 7, 1);
    const Fen year = stays_of_year(&whole, 0)->budget, part = stays_of_year(&half, 0)->budget;
    ck_assert_int_eq(2 * part, year);
    ck_assert_int_lt(stays_of_year(&half, 0)->cases, stays_of_year(&whole, 0)->cases);
    ck_assert_int_eq(stays_of_year(&half, 1)->budget, stays_of_year(&whole, 1)->budget);
    results_free(&whole);
    results_free(&half);
}

// Institutions join one after another: at half of the ramp some are bound and some are not.
TEST(joining) {
    Experiment experiment;
    unanswering_city(&experiment);
    tiny_reform(&experiment, "dip_payment", 2022, 1)->ramp_months = 24;
    Results ramped = run_of(&experiment), whole = under_dip(2022, 1, 1);
    for (int y = 0; y < 2; y++) {
        ck_assert_int_gt(stays_of_year(&ramped, y)->cases, 0);
        ck_assert_int_lt(stays_of_year(&ramped, y)->cases, stays_of_year(&whole, y)->cases);
    }
    ck_assert_int_eq(stays_of_year(&ramped, 2)->cases, stays_of_year(&whole, 2)->cases);
    results_free(&ramped);
    results_free(&whole);
    experiment_free(&experiment);
}

// Residents and employees have pools of their own: two contracts, one for each, are one for both.
TEST(parted_by_scheme) {
    Results whole = under_dip(2022, 1, 1);
    Experiment experiment;
    unanswering_city(&experiment);
    const uint32_t residents = 1u << SCHEME_RESIDENT;
    tiny_reform(&experiment, "dip_payment", 2022, 1)->only[REFORM_SCHEMES] = residents;
    tiny_reform(&experiment, "dip_payment", 2022, 1)->only[REFORM_SCHEMES] = 7u & ~residents;
    Results parted = run_of(&experiment);
    assert_same(&whole, &parted);
    results_free(&whole);
    results_free(&parted);
    experiment_free(&experiment);
}

// Two contracts of a half each share every case fen for fen: nothing is paid twice or lost.
TEST(halves) {
    Results whole = under_dip(2022, 1, 1);
    Experiment experiment;
    unanswering_city(&experiment);
    for (int i = 0; i < 2; i++)
        tiny_reform(&experiment, "dip_payment", 2022, 0.5);
    Results shared = run_of(&experiment);
    for (int y = 0; y < YEARS; y++) {
        ck_assert_int_eq(stays_of_year(&shared, y)->items, stays_of_year(&whole, y)->items);
        ck_assert_int_eq(stays_of_year(&shared, y)->cases, 2 * stays_of_year(&whole, y)->cases);
    }
    results_free(&whole);
    results_free(&shared);
    experiment_free(&experiment);
}

// One institution, one class of case: a part of the whole, and nothing of the rest.
TEST(narrowed) {
    static const char *const ids[] = {"general-north"};
    Results whole = under_dip(2022, 1, 1);
    Experiment experiment;
    unanswering_city(&experiment);
    Reform *reform = tiny_reform(&experiment, "dip_payment", 2022, 1);
    reform->only[REFORM_CLASSES] = 1u << CLASS_SURGICAL;
    reform->facilities = ids;
    reform->facility_count = 1;
    Results part = run_of(&experiment);
    for (int y = 0; y < YEARS; y++) {
        const ClearedYear *told = stays_of_year(&part, y);
        ck_assert_int_gt(told->cases, 30);
        ck_assert_int_lt(told->cases, stays_of_year(&whole, y)->cases / 4);
        ck_assert_int_le(told->institutions, 3); // in two counties' areas and the city's
        for (int kind = 0; kind < KIND_OUTSIDE_CITY; kind++)
            for (int county = 0; county < part.counties; county++) {
                const Operation *one = &part.year[y].operations->at[kind][county];
                if (kind != KIND_COUNTY_GENERAL || county != 0) ck_assert_int_eq(one->clearing, 0);
            }
    }
    results_free(&whole);
    results_free(&part);
    experiment_free(&experiment);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("with all elasticities at zero a contract changes who is paid and no flow, bit for "
              "bit",
              no_flow_changes),
        CLAIM("a contract that covers nothing, or starts after the end, changes nothing", placebo),
        CLAIM("contracts in either order give the same bits", any_order),
        CLAIM("an area never pays more than budget and reserve, and every fen of them is told",
              budget_kept),
        CLAIM("a budget is last year's items, moved as its contract says", budget_of_last_year),
        CLAIM("a contract from July has half of the year's budget", prorated),
        CLAIM("institutions join one after another", joining),
        CLAIM("contracts for residents and for employees are one contract for both, bit for bit",
              parted_by_scheme),
        CLAIM("two contracts of a half each share every case to the fen", halves),
        CLAIM("a contract binds the institutions and classes that it names alone", narrowed),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
