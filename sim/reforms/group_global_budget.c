// SPDX-License-Identifier: MIT
// One sum pays a group of institutions for the stays of the people of its places: savings are kept,
// reasonable overruns shared, and care outside the group is charged to it or not. A stay that
// goes down once it is stable is worth the group's while. Any other change of care comes from how
// institutions answer (payment/response.h). Visits stay with the outpatient pool.
#include "payment/global_budget.h"
#include "reforms/lever.h"

enum {
    BUDGET_GROWTH,
    RESERVE,
    PREPAID,
    SAVINGS_KEPT,
    LOSSES_SHARED,
    OUTSIDE_CHARGED,
    DOWN_REFERRAL
};

// clang-format off
static const LeverParameter table[] = {
    [BUDGET_GROWTH] = {"budget_growth", "share", {-0.3, 0.3}, {-0.03, 0, 0.03},
        "assumed: the sum is what the fund paid by item for the enrolled in the year before, moved "
        "with the background; the sum is not printed"},
    [RESERVE] = {"reserve_share", "share", {0, 0.5}, {0.02, 0.05, 0.1},
        "assumed: beside the sum, for overruns that are shared"},
    [PREPAID] = {"prepaid_share", "share", {0, 1}, {0.8, 0.9, 1},
        "assumed: paid as bills come, the rest at the year's end"},
    [SAVINGS_KEPT] = {"savings_kept", "share", {0, 1}, {0.5, 1, 1},
        "assumed: savings are kept in words; which part is not printed"},
    [LOSSES_SHARED] = {"losses_shared", "share", {0, 1}, {0, 0.5, 0.8},
        "assumed: reasonable overruns are shared in words; the part is not printed"},
    [OUTSIDE_CHARGED] = {"outside_charged", "share", {0, 1}, {0, 0.5, 1},
        "assumed: whether care outside the group is charged to it is not printed; 0 is no, 1 all "
        "of what the fund pays there"},
    [DOWN_REFERRAL] = {"down_referral_log_odds", "log odds", {0, 2}, {0, 0.13, 0.26},
        "assumed: a bed-day below costs the group less; national down-referrals grew 30 % in 2023, "
        "a log odds of 0.26 with all causes: half of it"},
};
// clang-format on

static void agree(Deal *deal, const double *value) {
    Terms *terms = &deal->agreement.terms;
    deal->agreement.contract = &payment_global_budget;
    deal->agreement.scope.stays = true;
    deal->of_enrolled = true;
    deal->budget_growth = millionths(value[BUDGET_GROWTH]);
    deal->reserve_share = millionths(value[RESERVE]);
    terms->retrospective = true;
    terms->prepayment = millionths(value[PREPAID]);
    terms->savings_kept = millionths(value[SAVINGS_KEPT]);
    terms->losses_shared = millionths(value[LOSSES_SHARED]);
    terms->up_referrals_borne = millionths(value[OUTSIDE_CHARGED]);
}

const Lever group_global_budget = {
    .info = {.name = "group_global_budget",
             .zh = "医疗集团总额付费",
             .en = "one budget for the group",
             .about = "one sum pays a group for the stays of the people of its places",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table,
             .contract_for = "stays"},
    .sector = SECTOR_INSURANCE,
    .moves = {{ADDS, EFFECT_DOWN_REFERRAL, {DOWN_REFERRAL}}},
    .agree = {agree},
};
