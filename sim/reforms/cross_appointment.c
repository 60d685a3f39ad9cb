// SPDX-License-Identifier: MIT
// Officials of health and insurance sit in each other's party group: what is seen in care reaches
// the rule of payment sooner. It shortens the ramps of other reforms and does nothing else. Alone
// it changes nothing.
#include "reforms/lever.h"

enum { SOONER };

// clang-format off
static const LeverParameter table[] = {
    [SOONER] = {"sooner_share", "share", {0, 0.9}, {0, 0.05, 0.1},
        "assumed: of the months that other reforms take; one deputy of each department sits with "
        "the other (xiangtan-cross-appointed-deputies)"},
};
// clang-format on

const Lever cross_appointment = {
    .info = {.name = "cross_appointment",
             .zh = "交叉任职",
             .en = "cross-appointment",
             .about = "rules of payment follow sooner on what is seen in care",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_COORDINATION,
    .moves = {{TAKES_SHARE, EFFECT_RULE_LAG, {SOONER}}},
};
