// SPDX-License-Identifier: MIT
#include "payment/response.h"
#include "unit/claim.h"

#include <math.h>

// Untidy numbers, so that no term hides behind a round one.
static const Response response = {.eta_days = 0.04,
                                  .eta_items = -0.03,
                                  .eta_admission = 0.17,
                                  .eta_coding = 1.3,
                                  .eta_self_pay = 0.21,
                                  .marginal_cost_day = 0.5,
                                  .marginal_cost_item = 0.8,
                                  .marginal_cost_admission = 0.7,
                                  .coding_base_share = 0.05,
                                  .split_base_share = 0.002,
                                  .penalty_ratio = 2,
                                  .relaxation_months = 4};

static Stand stand_with(const Response *etas, const Incentive *stays, double detection) {
    return stand_for(etas, stays, &incentive_by_item, 0.8, detection);
}

// A case of 10,000 fen, 8,000 of them in scope, 900 points: an item brings 0.2 + 0.8 x 0.3; a point
// 2 fen, so that the stay brings 0.44 + 900 x 2 / 10,000, and a point more 0.18 of what is charged.
TEST(incentives) {
    const MeanCase mean = {
        .charge = 10000, .bed_a_day = 125, .in_scope = 8000, .points = 900000, .days = 8};
    const Incentive one = incentive_of(&(Margin){.item = 0.3, .day = 25, .point = 2}, &mean);
    ck_assert_double_eq_tol(one.item, 0.44, 1e-12);
    ck_assert_double_eq_tol(one.day, 0.44 + 0.2, 1e-12);
    ck_assert_double_eq_tol(one.stay, 0.44 + 0.18 + 0.02, 1e-12);
    ck_assert_double_eq_tol(one.coded, 0.18, 1e-12);
    ck_assert_double_eq_tol(one.moved_out, 0.7, 1e-12);
}

// x / x_base = [1 + 0.04 (0.2 - 0.5) / 0.5] / [1 + 0.04 (1 - 0.5) / 0.5] = 0.976 / 1.04.
TEST(days_by_hand) {
    Incentive stays = incentive_by_item;
    stays.day = 0.2;
    ck_assert_double_eq_tol(stand_with(&response, &stays, 0).days, 0.976 / 1.04, 1e-12);
}

// However strong the answer, nothing falls below a half or rises above twice its level.
TEST(limited) {
    Response loud = response;
    Incentive stays = incentive_by_item;
    loud.eta_days = 0.5;
    loud.eta_items = -0.49;
    stays.day = stays.item = -1;
    ck_assert_double_eq(stand_with(&loud, &stays, 0).days, 0.5);
    ck_assert_double_eq(stand_with(&loud, &stays, 0).items, 2);
}

// 1 - 0.03 (0.44 - 0.8) / 0.8 over 1 - 0.03 (1 - 0.8) / 0.8; log odds 0.17 (0.62 - 1) / 0.7.
TEST(items_and_stays_by_hand) {
    Incentive stays = incentive_by_item;
    stays.item = 0.44;
    stays.stay = 0.62;
    const Stand stand = stand_with(&response, &stays, 0);
    ck_assert_double_eq_tol(stand.items, 1.0135 / 0.9925, 1e-12);
    ck_assert_double_eq_tol(stand.admission, 0.17 * -0.38 / 0.7, 1e-12);
}

static double logistic(double log_odds) {
    return 1 / (1 + exp(-log_odds));
}

// Log odds of 0.05 and 0.002 plus 1.3 x 0.18, and with a tenth found at twice the gain 0.8 of it.
TEST(coding_by_hand) {
    Incentive stays = incentive_by_item;
    stays.coded = 0.18;
    for (int found = 0; found < 2; found++) {
        const Stand stand = stand_with(&response, &stays, found ? 0.1 : 0);
        const double gain = 1.3 * 0.18 * (found ? 0.8 : 1);
        ck_assert_double_eq_tol(stand.coded_up, logistic(log(0.05 / 0.95) + gain) - 0.05, 1e-9);
        ck_assert_double_eq_tol(stand.split, logistic(log(0.002 / 0.998) + gain) - 0.002, 1e-9);
    }
}

// A fifth lies outside; its log odds rise by 0.21 x 0.7, and what moves comes from the other 0.8.
TEST(self_pay_by_hand) {
    Incentive stays = incentive_by_item;
    stays.moved_out = 0.7;
    const double outside = logistic(log(0.2 / 0.8) + 0.21 * 0.7);
    ck_assert_double_eq_tol(stand_with(&response, &stays, 0).moved_out, (outside - 0.2) / 0.8,
                            1e-9);
}

static void assert_usual(const Stand *stand) {
    const Answer answer = stand_answer(stand);
    ck_assert_double_eq(answer.days, 1);
    ck_assert_double_eq(answer.items, 1);
    ck_assert_double_eq(answer.visit_items, 1);
    ck_assert_uint_eq(answer.visit_tests, ANSWER_ONE);
    ck_assert_int_eq(answer.admission, 0);
    ck_assert_uint_eq(answer.coded_up + answer.split, 0);
    ck_assert_int_eq(answer.moved_out, 0);
}

TEST(usual) {
    const Stand by_item = stand_for(&response, &incentive_by_item, &incentive_by_item, 0.83, 0.1);
    assert_usual(&by_item);
    Response silent = response;
    silent.eta_days = silent.eta_items = silent.eta_admission = 0;
    silent.eta_coding = silent.eta_self_pay = 0;
    const Incentive any = {0.31, 0.17, 2.3, 0.7, 0.9};
    const Stand stand = stand_for(&silent, &any, &any, 0.83, 0.1);
    assert_usual(&stand);
}

// Found for certain at more than the gain: nothing improper is done for money.
TEST(deterred) {
    Incentive stays = incentive_by_item;
    stays.coded = 0.6;
    stays.moved_out = 0.6;
    const Stand stand = stand_with(&response, &stays, 1);
    ck_assert_double_eq(stand.coded_up, 0);
    ck_assert_double_eq(stand.split, 0);
    ck_assert_double_lt(stand.moved_out, 0);
}

// A quarter of the way each month: 1 - 0.75^3 after three.
TEST(relaxes) {
    Stand stand = usual_stand;
    const Stand to = {.days = 0.8, .items = 1, .visit_items = 1, .split = 0.01};
    for (int month = 0; month < 3; month++)
        stand_move(&stand, &to, 4);
    ck_assert_double_eq_tol(stand.days, 1 - 0.2 * (1 - 0.75 * 0.75 * 0.75), 1e-12);
    ck_assert_double_eq_tol(stand.split, 0.01 * (1 - 0.75 * 0.75 * 0.75), 1e-12);
    stand_move(&stand, &to, 1);
    ck_assert_double_eq(stand.days, 0.8);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("incentives are what one more brings, of its charge, by hand", incentives),
        CLAIM("a stay grows shorter by the ratio of two linear answers", days_by_hand),
        CLAIM("an answer stays between a half and twice the level", limited),
        CLAIM("items and admissions answer with elasticities of their own",
              items_and_stays_by_hand),
        CLAIM("dearer coding and split stays answer to what a point brings, less what is found",
              coding_by_hand),
        CLAIM("items move out of scope by log odds", self_pay_by_hand),
        CLAIM("paid by item, or with all elasticities at zero, nobody answers", usual),
        CLAIM("what is always found and costs more than it brought is not done", deterred),
        CLAIM("an answer takes months", relaxes),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
