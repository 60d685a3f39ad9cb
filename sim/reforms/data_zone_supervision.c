// SPDX-License-Identifier: MIT
// Linked claims and records show upcoding, split stays and false claims. It acts only on the bad
// answers of providers to how they are paid: the share that stays undetected is for sim/payment to
// read, and where providers do not answer to payment it does nothing at all.
#include "reforms/lever.h"

enum { DETECTED };

// clang-format off
static const LeverParameter table[] = {
    [DETECTED] = {"detected_share", "share", {0, 1}, {0, 0.15, 0.3},
        "assumed: no case and no sum recovered is printed; three in ten improper claims at most: "
        "half of it"},
};
// clang-format on

const Lever data_zone_supervision = {
    .info = {.name = "data_zone_supervision",
             .zh = "医保数据专区监管",
             .en = "supervision by data",
             .about = "linked claims and records show improper claims",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_INSURANCE,
    .moves = {{TAKES_SHARE, EFFECT_UNDETECTED, {DETECTED}}},
};
