// SPDX-License-Identifier: MIT
// Patients of other provinces settle their bill here. Two things apart: those who would come anyway
// become visible, because they no longer pay first and claim at home; and a lower price at the desk
// draws others, by the model's own `visitors.settlement_attraction`. The other way, people of the
// place who seek care outside the city file it more easily.
//
// The nation's own growth of settlement is in the background; this is what a place adds to it.
#include "reforms/lever.h"

enum { REGISTERED_SHARE, FILING };

// clang-format off
static const LeverParameter table[] = {
    [REGISTERED_SHARE] = {"registered_share", "share", {0, 1}, {0, 0.05, 0.1},
        "calibrated: the count rose 7.5-fold from 2022 to 2025 "
        "(huaihua-cross-province-inbound-2022, huaihua-cross-province-inbound-2025), of which "
        "the background gives about 6.4; the rest would be one in ten of those who do not "
        "settle: half of it. That the count comes out nearer is then no evidence"},
    [FILING] = {"filing_log_odds", "log odds", {-3, 3}, {0, 0.25, 0.5},
        "assumed: filing by telephone came with direct settlement; no count of filings was found"},
};
// clang-format on

const Lever cross_province_settlement = {
    .info = {.name = "cross_province_settlement",
             .zh = "跨省异地就医结算",
             .en = "settlement across provinces",
             .about =
                 "patients of other provinces settle here, and care elsewhere is filed more easily",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_INSURANCE,
    .moves = {{TAKES_SHARE, EFFECT_INBOUND_UNSETTLED, {REGISTERED_SHARE}},
              {ADDS, EFFECT_SELF_FILING, {FILING}}},
};
