// SPDX-License-Identifier: MIT
// One person coordinates care, insurance and medicines, and departments consult each other. Like
// three_medical_six_medical_synergy it moves no flow, only the ramps of other reforms and what they
// lack beside each other. Alone it changes nothing.
#include "reforms/lever.h"

enum { SOONER, TOGETHER };

// clang-format off
static const LeverParameter table[] = {
    [SOONER] = {"sooner_share", "share", {0, 0.9}, {0, 0.1, 0.2},
        "assumed: of the months that other reforms take; everything about it is assumed"},
    [TOGETHER] = {"together_share", "share", {0, 0.9}, {0, 0.1, 0.2},
        "assumed: of what a reform lacks for full effect, next to a reform of another sector in "
        "full force"},
};
// clang-format on

const Lever reform_leadership = {
    .info = {.name = "reform_leadership",
             .zh = "医改统一领导",
             .en = "one leadership",
             .about = "care, insurance and medicines are coordinated by one person",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_COORDINATION,
    .moves = {{TAKES_SHARE, EFFECT_RULE_LAG, {SOONER}}, {TAKES_SHARE, EFFECT_OFFSET, {TOGETHER}}},
};
