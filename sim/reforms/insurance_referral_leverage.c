// SPDX-License-Identifier: MIT
// Insurance as a lever on referral: the ordered way is cheaper. Whoever goes to a city hospital or
// outside without a referral, and could have waited, loses points of the rate; whoever was referred
// is spared a part of the deductible of the stay. People then choose by what they expect to pay,
// and more of them ask to be referred. With no cut there is no reason to ask, and the lever is off.
#include "reforms/lever.h"

enum { RATE_CUT, DEDUCTIBLE_SPARED, ASKING };

// clang-format off
static const LeverParameter table[] = {
    [RATE_CUT] = {"unreferred_rate_cut", "share", {0, 0.5}, {0, 0.1, 0.2},
        "external: national rules cut up to 20 points for care across provinces without referral "
        "(china-not-referred-rate-cut-most-2022); half of it"},
    [DEDUCTIBLE_SPARED] = {"deductible_spared", "share", {0, 1}, {0, 0.25, 0.5},
        "assumed: places that count the deductible of a referred stay onwards spare about half "
        "of it; half of that"},
    [ASKING] = {"asking_log_odds", "log odds per share", {0, 10}, {0, 2, 4},
        "assumed: with 10 points at stake the odds of a referral rise by a fifth; rural "
        "patients' response to cost sharing is called modest"},
};
// clang-format on

const Lever insurance_referral_leverage = {
    .info = {.name = "insurance_referral_leverage",
             .zh = "医保引导转诊",
             .en = "insurance favours referral",
             .about = "rate and deductible favour those who are referred",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_INSURANCE,
    .moves = {{ADDS, EFFECT_UNREFERRED_CUT, {RATE_CUT}},
              {TAKES_SHARE, EFFECT_REFERRED_DEDUCTIBLE, {DEDUCTIBLE_SPARED}},
              {ADDS_PRODUCT, EFFECT_FORMAL_REFERRAL, {RATE_CUT, ASKING}}},
};
