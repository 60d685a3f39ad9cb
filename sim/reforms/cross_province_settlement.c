// SPDX-License-Identifier: MIT
// Patients of other provinces settle their bill here. Two things apart: those who would come anyway
// become visible, because they no longer pay first and claim at home; and a lower price at the desk
// draws others, by the model's own `visitors.settlement_attraction`. The other way, people of the
// place who seek care outside the city file it more easily.
//
// The nation's own growth of settlement is in the background; this is what a place adds to it.
#include "reforms/lever.h"

enum { REGISTERED_SHARE, FILING };

static const LeverParameter table[] = {
    [REGISTERED_SHARE] = {.name = "registered_share",
                          .unit = "share",
                          .lowest = 0,
                          .highest = 1,
                          .low = 0,
                          .central = 0.05,
                          .high = 0.1,
                          .basis = "calibrated: the count rose 7.5-fold from 2022 to 2025 "
                                   "(huaihua-cross-province-inbound-2022, "
                                   "huaihua-cross-province-inbound-2025), of which the background "
                                   "gives about 6.4; the rest would be one in ten of those who do "
                                   "not settle: half of it. That the count comes out nearer is "
                                   "then no evidence"},
    [FILING] = {.name = "filing_log_odds",
                .unit = "log odds",
                .lowest = -3,
                .highest = 3,
                .low = 0,
                .central = 0.25,
                .high = 0.5,
                .basis = "assumed: filing by telephone came with direct settlement; no count of "
                         "filings was found"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_INBOUND_UNSETTLED,
               log_share_without(strength * value[REGISTERED_SHARE]));
    effect_add(effects, county, EFFECT_SELF_FILING, strength * value[FILING]);
}

extern const Lever cross_province_settlement;
const Lever cross_province_settlement = {
    .info = {.name = "cross_province_settlement",
             .zh = "跨省异地就医结算",
             .en = "settlement across provinces",
             .about =
                 "patients of other provinces settle here, and care elsewhere is filed more easily",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_INSURANCE,
    .act = act,
};
