// SPDX-License-Identifier: MIT
#include "base/calendar.h"
#include "laws/compare.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <stdlib.h>
#include <string.h>

// Contracts in a run: who is paid, and what follows of it.

enum { YEARS = 3, OUTSIDE_CHARGED = 5, MOVES_DOWN }; // of group_global_budget

static void silence(Experiment *experiment) {
    Response *response = &experiment->city.parameters.response;
    response->eta_days = response->eta_items = response->eta_admission = 0;
    response->eta_coding = response->eta_self_pay = 0;
}

static Results run_of(const Experiment *experiment) {
    Results results;
    tiny_run(experiment, 0, &results);
    return results;
}

static Results without_contracts(void) {
    Experiment experiment;
    tiny_read(&experiment, YEARS);
    const Results results = run_of(&experiment);
    experiment_free(&experiment);
    return results;
}

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

static StayFlow stays_in_all(const Results *results, int from_year) {
    StayFlow sum = {0};
    for (int y = from_year; y < results->years; y++)
        for (int s = 0; s < results->shards; s++)
            for (int presence = 0; presence < PRESENCES; presence++)
                for (int place = 0; place < results->counties; place++)
                    for (int kind = 0; kind < KIND_COUNT; kind++)
                        stay_flow_add(&sum,
                                      &results->year[y].county[s].stay_at[presence][place][kind]);
    return sum;
}

static int64_t counted(const Results *results, Count count) {
    int64_t sum = 0;
    for (int y = 0; y < results->years; y++)
        for (int s = 0; s < results->shards; s++)
            sum += results->year[y].county[s].count[count];
    return sum;
}

// ---- who is paid, and nothing else

static void assert_no_flow_changes(const char *lever) {
    Results base = without_contracts();
    Experiment experiment;
    tiny_read(&experiment, YEARS);
    silence(&experiment);
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
    tiny_read(&experiment, YEARS);
    silence(&experiment);
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
    tiny_read(&experiment, YEARS);
    silence(&experiment);
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
    tiny_read(&experiment, YEARS);
    silence(&experiment);
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
    tiny_read(&experiment, YEARS);
    silence(&experiment);
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
    tiny_read(&experiment, YEARS);
    silence(&experiment);
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
    tiny_read(&experiment, YEARS);
    silence(&experiment);
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

// ---- what providers make of it

static Results answering(void (*set)(Response *), const char *lever) {
    Experiment experiment;
    tiny_read(&experiment, YEARS);
    silence(&experiment);
    experiment.city.parameters.response.relaxation_months = 2;
    set(&experiment.city.parameters.response);
    tiny_reform(&experiment, lever, 2022, 1);
    const Results results = run_of(&experiment);
    experiment_free(&experiment);
    return results;
}

static void days_answer(Response *response) {
    response->eta_days = 0.1;
}

static void items_fall(Response *response) {
    response->eta_items = 0.15;
}

static void items_rise(Response *response) {
    response->eta_items = -0.12;
}

static void coding_answers(Response *response) {
    response->eta_coding = 3;
    response->split_base_share = 0.02;
}

static void coding_is_found(Response *response) {
    coding_answers(response);
    response->detection = 1;
    response->penalty_ratio = 1;
}

static double ratio(int64_t top, int64_t bottom) {
    return (double)top / (double)bottom;
}

// Shorter, and of those sent home early more come back.
TEST(shorter_stays) {
    Results base = without_contracts(), paid = answering(days_answer, "dip_payment");
    const StayFlow before = stays_in_all(&base, 1), now = stays_in_all(&paid, 1);
    const double change =
        ratio(now.bed_days, now.discharges) / ratio(before.bed_days, before.discharges);
    ck_assert_double_lt(change, 0.97);
    ck_assert_double_gt(change, 0.80);
    ck_assert_double_gt(ratio(counted(&paid, COUNT_READMISSIONS), counted(&paid, COUNT_WENT_HOME)),
                        ratio(counted(&base, COUNT_READMISSIONS), counted(&base, COUNT_WENT_HOME)));
    results_free(&base);
    results_free(&paid);
}

// The ends of the range of one elasticity: the cost of a stay falls at one and rises at the other.
TEST(both_signs) {
    Results base = without_contracts();
    Results fall = answering(items_fall, "dip_payment"),
            rise = answering(items_rise, "dip_payment");
    const StayFlow before = stays_in_all(&base, 1);
    const StayFlow down = stays_in_all(&fall, 1), up = stays_in_all(&rise, 1);
    const double usual = ratio(before.charge_fen, before.discharges);
    ck_assert_double_lt(ratio(down.charge_fen, down.discharges), 0.98 * usual);
    ck_assert_double_gt(ratio(up.charge_fen, up.discharges), 1.02 * usual);
    ck_assert_int_eq(before.bed_days, down.bed_days);
    ck_assert_int_eq(before.bed_days, up.bed_days);
    results_free(&base);
    results_free(&fall);
    results_free(&rise);
}

TEST(dearer_groups) {
    Results coded = answering(coding_answers, "dip_payment");
    Results found = answering(coding_is_found, "dip_payment");
    ck_assert_int_gt(counted(&coded, COUNT_WEIGHT_CODED), counted(&coded, COUNT_WEIGHT));
    ck_assert_int_gt(counted(&coded, COUNT_SPLIT), 20);
    ck_assert_int_eq(counted(&found, COUNT_WEIGHT_CODED), counted(&found, COUNT_WEIGHT));
    ck_assert_int_eq(counted(&found, COUNT_SPLIT), 0);
    results_free(&coded);
    results_free(&found);
}

static void self_pay_falls(Response *response) {
    response->eta_self_pay = -0.3;
}

static void self_pay_rises(Response *response) {
    response->eta_self_pay = 0.5;
}

static double outside_share(const Results *results) {
    const StayFlow stays = stays_in_all(results, 1);
    return ratio(stays.charge_fen - stays.in_catalogue_fen, stays.charge_fen);
}

// Whoever bills more outside the catalogue shifts cost to patients; the same patients, the same
// charges.
TEST(shifted_cost) {
    Results base = without_contracts();
    Results less = answering(self_pay_falls, "dip_payment");
    Results more = answering(self_pay_rises, "dip_payment");
    const double usual = outside_share(&base);
    ck_assert_double_gt(outside_share(&less), 0.7 * usual);
    ck_assert_double_lt(outside_share(&less), 0.98 * usual);
    ck_assert_double_gt(outside_share(&more), 1.02 * usual);
    ck_assert_double_lt(outside_share(&more), 1.5 * usual);
    ck_assert_int_gt(stays_in_all(&more, 1).own_fen, stays_in_all(&less, 1).own_fen);
    results_free(&base);
    results_free(&less);
    results_free(&more);
}

static double charge_at(const Results *results, Kind kind) {
    VisitFlow sum = {0};
    for (int s = 0; s < results->shards; s++)
        for (int place = 0; place < results->counties; place++)
            visit_flow_add(&sum, &results->year[2].county[s].visit_at[PRESENT][place][kind]);
    return ratio(sum.charge_fen, sum.visits);
}

// Paid by head, what one more item brings is less: fewer of them; at hospitals nothing changes.
TEST(fewer_items_by_head) {
    Results base = without_contracts(), paid = answering(items_fall, "outpatient_capitation");
    ck_assert_double_lt(charge_at(&paid, KIND_TOWNSHIP_CENTRE),
                        0.995 * charge_at(&base, KIND_TOWNSHIP_CENTRE));
    const double hospital = charge_at(&base, KIND_CITY_HOSPITAL);
    ck_assert_double_eq_tol(charge_at(&paid, KIND_CITY_HOSPITAL), hospital, 0.02 * hospital);
    results_free(&base);
    results_free(&paid);
}

// ---- one budget for a group

static Results with_one_budget(double outside_charged) {
    Experiment experiment;
    tiny_read(&experiment, YEARS);
    silence(&experiment);
    experiment.city.parameters.response.eta_admission = 0.5;
    experiment.city.parameters.response.relaxation_months = 2;
    Reform *reform = tiny_reform(&experiment, "group_global_budget", 2022, 1);
    reform->value[OUTSIDE_CHARGED] = outside_charged;
    reform->value[MOVES_DOWN] = 0;
    const Results results = run_of(&experiment);
    experiment_free(&experiment);
    return results;
}

// A stay inside earns nothing more, but where care elsewhere is charged it spares some of that.
TEST(outside_care) {
    Results base = without_contracts();
    Results not_charged = with_one_budget(0), charged = with_one_budget(1);
    const int64_t usual = stays_in_all(&base, 1).discharges;
    ck_assert_int_gt(charged.year[2].cleared[CLEARED_STAYS].borne, 0);
    ck_assert_int_eq(not_charged.year[2].cleared[CLEARED_STAYS].borne, 0);
    ck_assert_int_lt(stays_in_all(&not_charged, 1).discharges, usual);
    ck_assert_int_gt(stays_in_all(&charged, 1).discharges,
                     stays_in_all(&not_charged, 1).discharges);
    results_free(&base);
    results_free(&not_charged);
    results_free(&charged);
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
        CLAIM("where a day brings less than it costs stays grow shorter, and more come back",
              shorter_stays),
        CLAIM("the cost of a stay falls at one end of the range of answers and rises at the other",
              both_signs),
        CLAIM("cases are coded dearer and stays split where it pays, not where it is found",
              dearer_groups),
        CLAIM("what is billed outside the catalogue rises or falls with the answer, within bounds",
              shifted_cost),
        CLAIM("paid by head, centres use fewer items", fewer_items_by_head),
        CLAIM("one budget for a group holds stays back, less where care elsewhere is charged to it",
              outside_care),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
