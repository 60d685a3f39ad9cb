// SPDX-License-Identifier: MIT
// Two steps: the risk of cancer of people of 45 to 74 is assessed near home, and some of those at
// high risk come to a county hospital for a clinical screening, whose findings are referred like
// any other. Demand and referrals only: that a cancer found earlier is treated otherwise, lead time
// and over-diagnosis are left out openly, and no death is moved.
#include "reforms/lever.h"

enum { ASSESSED, HIGH, ATTENDED, MINUTES };

// clang-format off
static const LeverParameter table[] = {
    [ASSESSED] = {"assessed_per_10000", "persons a year", {0, 1000}, {4, 11, 30},
        "assumed: one centre of the city and one of each of eleven counties "
        "(yongzhou-cancer-centre-levels) with ten assessments a week each, for 5.26 million; the "
        "printed count is held out"},
    [HIGH] = {"high_risk_share", "share", {0, 1}, {0.15, 0.35, 0.5},
        "recalled: in urban programmes about half of those assessed are at high risk of one of "
        "five cancers; fewer by stricter lists"},
    [ATTENDED] = {"attended_share", "share", {0, 1}, {0.2, 0.35, 0.5},
        "recalled: a third or so of those at high risk come to the clinical screening"},
    [MINUTES] = {"minutes_per_assessment", "minutes", {0, 120}, {5, 10, 15},
        "assumed: a questionnaire and what it says"},
};
// clang-format on

const Lever cancer_network = {
    .info = {.name = "cancer_network",
             .zh = "癌症防治网络",
             .en = "cancer network",
             .about = "risk of cancer is assessed, and some at high risk come to be screened",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_CANCER_ASSESSED, {ASSESSED}},
              {ADDS_VOLUME, EFFECT_CANCER_CLINICAL, {ASSESSED, HIGH, ATTENDED}},
              {ADDS_PRODUCT, EFFECT_CANCER_MINUTES, {ASSESSED, MINUTES}}},
};
