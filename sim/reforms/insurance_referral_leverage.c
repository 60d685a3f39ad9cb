// SPDX-License-Identifier: MIT
// Insurance as a lever on referral: the ordered way is cheaper. Whoever goes to a city hospital or
// outside without a referral, and could have waited, loses points of the rate; whoever was referred
// is spared a part of the deductible of the stay. People then choose by what they expect to pay,
// and more of them ask to be referred. With no cut there is no reason to ask, and the lever is off.
#include "reforms/lever.h"

enum { RATE_CUT, DEDUCTIBLE_SPARED, ASKING };

static const LeverParameter table[] = {
    [RATE_CUT] = {.name = "unreferred_rate_cut",
                  .unit = "share",
                  .lowest = 0,
                  .highest = 0.5,
                  .low = 0,
                  .central = 0.1,
                  .high = 0.2,
                  .basis = "external: national rules cut up to 20 points for care across provinces "
                           "without referral (china-not-referred-rate-cut-most-2022); half of it"},
    [DEDUCTIBLE_SPARED] = {.name = "deductible_spared",
                           .unit = "share",
                           .lowest = 0,
                           .highest = 1,
                           .low = 0,
                           .central = 0.25,
                           .high = 0.5,
                           .basis = "assumed: places that count the deductible of a referred stay "
                                    "onwards spare about half of it; half of that"},
    [ASKING] = {.name = "asking_log_odds",
                .unit = "log odds per share",
                .lowest = 0,
                .highest = 10,
                .low = 0,
                .central = 2,
                .high = 4,
                .basis = "assumed: with 10 points at stake the odds of a referral rise by a fifth; "
                         "rural patients' response to cost sharing is called modest"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    const double cut = strength * value[RATE_CUT];
    effect_add(effects, county, EFFECT_UNREFERRED_CUT, cut);
    effect_add(effects, county, EFFECT_REFERRED_DEDUCTIBLE,
               log_share_without(strength * value[DEDUCTIBLE_SPARED]));
    effect_add(effects, county, EFFECT_FORMAL_REFERRAL, cut * value[ASKING]);
}

extern const Lever insurance_referral_leverage;
const Lever insurance_referral_leverage = {
    .info = {.name = "insurance_referral_leverage",
             .zh = "医保引导转诊",
             .en = "insurance favours referral",
             .about = "rate and deductible favour those who are referred",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_INSURANCE,
    .act = act,
};
