// SPDX-License-Identifier: MIT
// Stays at hospitals of level 2 and above are paid by diagnosis-related groups at a rate that is
// known beforehand; mental illness and long stays by bed-day; chosen groups of TCM hospitals by a
// package of which a part depends on the outcome, and in which cheap care is paid in full. Patients
// settle by item as before. Any change of care comes from how institutions answer
// (payment/response.h), and with all elasticities at zero only who is paid changes.
#include "payment/case_mix.h"
#include "payment/per_diem.h"
#include "reforms/lever.h"

enum {
    RETROSPECTIVE,
    RATE_GROWTH,
    RESERVE,
    PREPAID,
    KEEP_FROM,
    OVERRUN_TO,
    OVERRUN_SHARED,
    OUTLIER_LOW,
    OUTLIER_HIGH_2,
    OUTLIER_HIGH_3,
    LONG_STAY,
    LATER_DAYS_FROM,
    LATER_DAY_RATIO,
    OUTCOME_SHARE,
    OUTCOME_MET
};

// clang-format off
static const LeverParameter table[] = {
    [RETROSPECTIVE] = {"retrospective", "share", {0, 1}, {0, 0, 1},
        "assumed: the rate is known beforehand; from 0.5 on an area's budget stands instead and "
        "the value of a point is found after the year, as many cities have it. Xiangtan's rule is "
        "not printed"},
    [RATE_GROWTH] = {"rate_growth", "share", {-0.3, 0.3}, {-0.03, 0, 0.03},
        "assumed: a case of weight 1, or a bed-day, is paid what last year's cost an area, moved "
        "with prices; no rate is printed"},
    [RESERVE] = {"reserve_share", "share", {0, 0.5}, {0.02, 0.05, 0.1},
        "assumed: kept for overruns, against what the items would come to, as the rules of 2025 "
        "ask; no share is printed"},
    [PREPAID] = {"prepaid_share", "share", {0, 1}, {0.9, 0.92, 0.95},
        "recalled: monthly prepayment of 90 to 95 %, the rest at the year's end"},
    [KEEP_FROM] = {"keep_from", "ratio", {0, 1}, {0, 0.8, 0.9},
        "recalled: below this share of its entitlement an institution is paid what the items came "
        "to, above it keeps the surplus; at 0 it always keeps it, as a pure rate would have it"},
    [OVERRUN_TO] = {"overrun_to", "ratio", {1, 2}, {1.05, 1.2, 1.2},
        "recalled: up to this multiple of the entitlement the fund shares an overrun"},
    [OVERRUN_SHARED] = {"overrun_shared", "share", {0, 1}, {0, 0.6, 0.8},
        "recalled: the fund's part of such an overrun, 50 to 80 %; at a pure rate none"},
    [OUTLIER_LOW] = {"outlier_low", "ratio", {0, 1}, {0.3, 0.4, 0.5},
        "recalled: cases below 30 to 50 % of their group's mean cost count in proportion"},
    [OUTLIER_HIGH_2] = {"outlier_high_level2", "ratio", {1, 10}, {1.5, 2, 3},
        "external: cost above this multiple of the group's mean counts again, 2 at level 2 "
        "(china-drg-outlier-high-level-2)"},
    [OUTLIER_HIGH_3] = {"outlier_high_level3", "ratio", {1, 10}, {2, 3, 4},
        "external: the same at level 3, where it is 3 (china-drg-outlier-high-level-3)"},
    [LONG_STAY] = {"long_stay_days", "days", {0, 400}, {45, 60, 90},
        "external: stays of 60 days and more are left out of the groups in many cities "
        "(china-drg-long-stay-days); here they are paid by bed-day, as mental illness is"},
    [LATER_DAYS_FROM] = {"later_days_from", "days", {0, 400}, {15, 30, 60},
        "assumed: after so many days a bed-day brings less; no step is printed"},
    [LATER_DAY_RATIO] = {"later_day_ratio", "ratio", {0, 1}, {0.7, 0.85, 1},
        "assumed: what a later bed-day brings against an earlier one; not printed"},
    [OUTCOME_SHARE] = {"outcome_share", "share", {0, 1}, {0.05, 0.1, 0.3},
        "assumed: of the price of a TCM package, the part that is paid on its outcome; not printed"},
    [OUTCOME_MET] = {"outcome_met", "share", {0, 1}, {0.7, 0.9, 1},
        "assumed: packages that reach their outcome; outcomes are not simulated"},
};
// clang-format on

static void agree_on_stays(Deal *deal, const double *value) {
    Terms *terms = &deal->agreement.terms;
    deal->agreement.scope.stays = true;
    deal->agreement.scope.levels = 1u << LEVEL_TWO | 1u << LEVEL_THREE;
    deal->budget_growth = millionths(value[RATE_GROWTH]);
    deal->reserve_share = millionths(value[RESERVE]);
    terms->prepayment = millionths(value[PREPAID]);
    terms->keep_from = millionths(value[KEEP_FROM]);
    terms->overrun[0] =
        (OverrunBand){millionths(value[OVERRUN_TO]), millionths(value[OVERRUN_SHARED])};
    terms->overrun_count = 1;
}

static void agree_on_groups(Deal *deal, const double *value) {
    Terms *terms = &deal->agreement.terms;
    agree_on_stays(deal, value);
    deal->agreement.contract = &payment_drg;
    deal->grouping = GROUPING_DRG;
    terms->retrospective = value[RETROSPECTIVE] >= 0.5;
    for (int level = 0; level < LEVEL_COUNT; level++) {
        terms->outlier_low[level] = millionths(value[OUTLIER_LOW]);
        terms->outlier_high[level] =
            millionths(value[level < LEVEL_THREE ? OUTLIER_HIGH_2 : OUTLIER_HIGH_3]);
    }
}

// Bed-days are in proportion; what one brings is found with the prices of the area.
static void agree_on_days(Deal *deal, const double *value) {
    static const Fen DAY = 10000;
    Terms *terms = &deal->agreement.terms;
    agree_on_stays(deal, value);
    deal->agreement.contract = &payment_per_diem;
    terms->steps[0] = (DayStep){(int32_t)value[LATER_DAYS_FROM], DAY};
    terms->steps[1] = (DayStep){INT32_MAX, fen_part(DAY, millionths(value[LATER_DAY_RATIO]))};
    terms->step_count = 2;
}

static void agree_on_mental_illness(Deal *deal, const double *value) {
    agree_on_days(deal, value);
    deal->agreement.scope.diseases = 1u << DISEASE_MENTAL;
}

static void agree_on_long_stays(Deal *deal, const double *value) {
    agree_on_days(deal, value);
    deal->agreement.scope.days_from = (int32_t)value[LONG_STAY];
}

static void agree_on_tcm(Deal *deal, const double *value) {
    const double missed = value[OUTCOME_SHARE] * (1 - value[OUTCOME_MET]);
    agree_on_groups(deal, value);
    deal->agreement.scope.kinds = 1u << KIND_COUNTY_TCM;
    deal->agreement.scope.diseases = 1u << DISEASE_MUSCULOSKELETAL;
    deal->budget_growth = millionths((1 + value[RATE_GROWTH]) * (1 - missed) - 1);
    for (int level = 0; level < LEVEL_COUNT; level++)
        deal->agreement.terms.outlier_low[level] = 0;
}

const Lever drg_multi_payment = {
    .info = {.name = "drg_multi_payment",
             .zh = "DRG付费为主的多元复合支付",
             .en = "payment by group, bed-day and package",
             .about = "stays are paid by group, long and mental ones by day, TCM by package",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table,
             .contract_for = "stays"},
    .sector = SECTOR_INSURANCE,
    .agree = {agree_on_mental_illness, agree_on_long_stays, agree_on_tcm, agree_on_groups},
};
