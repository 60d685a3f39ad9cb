// SPDX-License-Identifier: MIT
// Contracts in a run: what institutions make of them.
#include "laws/contract_runs.h"
#include "unit/claim.h"

static int64_t counted(const Results *results, Count count) {
    int64_t sum = 0;
    for (int y = 0; y < results->years; y++)
        for (int s = 0; s < results->shards; s++)
            sum += results->year[y].county[s].count[count];
    return sum;
}

// ---- of one margin at a time

static Results answering(void (*set)(Response *), const char *lever) {
    Experiment experiment;
    unanswering_city(&experiment);
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
    unanswering_city(&experiment);
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
