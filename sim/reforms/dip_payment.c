// SPDX-License-Identifier: MIT
// Stays are paid by points: what a case is worth depends on its disease and complexity, and what a
// point is worth on the area's budget and the points of all institutions. Patients settle by item
// as before. Any change of care comes from how institutions answer (payment/response.h), and with
// all elasticities at zero only who is paid changes.
#include "payment/case_mix.h"
#include "reforms/lever.h"

enum {
    BUDGET_GROWTH,
    RESERVE,
    PREPAID,
    KEEP_FROM,
    OVERRUN_TO,
    OVERRUN_SHARED,
    OUTLIER_LOW,
    OUTLIER_HIGH
};

// clang-format off
static const LeverParameter table[] = {
    [BUDGET_GROWTH] = {"budget_growth", "share", {-0.3, 0.3}, {-0.03, 0, 0.03},
        "assumed: an area's budget is what the items of institutions under contract came to in "
        "the year before, moved with the background; no budget is printed"},
    [RESERVE] = {"reserve_share", "share", {0, 0.5}, {0.02, 0.05, 0.1},
        "assumed: kept beside the budget for overruns, against it, as the rules of 2025 ask; no "
        "share is printed"},
    [PREPAID] = {"prepaid_share", "share", {0, 1}, {0.9, 0.92, 0.95},
        "recalled: monthly prepayment of 90 to 95 %, the rest at the year's end"},
    [KEEP_FROM] = {"keep_from", "ratio", {0, 1}, {0.7, 0.8, 0.9},
        "recalled: below this share of its entitlement an institution is paid what the items "
        "came to, above it keeps the surplus"},
    [OVERRUN_TO] = {"overrun_to", "ratio", {1, 2}, {1.05, 1.2, 1.2},
        "recalled: up to this multiple of the entitlement the fund shares an overrun"},
    [OVERRUN_SHARED] = {"overrun_shared", "share", {0, 1}, {0.5, 0.6, 0.8},
        "recalled: the fund's part of such an overrun, 50 to 80 %"},
    [OUTLIER_LOW] = {"outlier_low", "ratio", {0, 1}, {0.4, 0.5, 0.6},
        "recalled: cases below this share of their group's mean cost have points in proportion"},
    [OUTLIER_HIGH] = {"outlier_high", "ratio", {1, 10}, {1.5, 2, 2.5},
        "recalled: cost above this multiple of the group's mean brings points again"},
};
// clang-format on

static void agree(Deal *deal, const double *value) {
    Terms *terms = &deal->agreement.terms;
    deal->agreement.contract = &payment_dip;
    deal->agreement.scope.stays = true;
    deal->grouping = GROUPING_DIP;
    deal->designated = true;
    deal->budget_growth = millionths(value[BUDGET_GROWTH]);
    deal->reserve_share = millionths(value[RESERVE]);
    terms->retrospective = true;
    terms->prepayment = millionths(value[PREPAID]);
    terms->keep_from = millionths(value[KEEP_FROM]);
    terms->overrun[0] =
        (OverrunBand){millionths(value[OVERRUN_TO]), millionths(value[OVERRUN_SHARED])};
    terms->overrun_count = 1;
    for (int level = 0; level < LEVEL_COUNT; level++) {
        terms->outlier_low[level] = millionths(value[OUTLIER_LOW]);
        terms->outlier_high[level] = millionths(value[OUTLIER_HIGH]);
    }
}

const Lever dip_payment = {
    .info = {.name = "dip_payment",
             .zh = "按病种分值付费（DIP）",
             .en = "payment by points",
             .about = "stays are paid by points for their disease, within a budget",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table,
             .contract_for = "stays"},
    .sector = SECTOR_INSURANCE,
    .agree = {agree},
};
