// SPDX-License-Identifier: MIT
// Care, insurance and medicines are governed together. It moves no flow: it shortens the ramps of
// other reforms, and where reforms of two sectors are in force side by side it makes up part of
// what each lacks for full effect, because one no longer offsets the other. Alone it changes
// nothing.
#include "reforms/lever.h"

enum { SOONER, TOGETHER };

// clang-format off
static const LeverParameter table[] = {
    [SOONER] = {"sooner_share", "share", {0, 0.9}, {0, 0.15, 0.3},
        "assumed: of the months that other reforms take; everything about it is assumed"},
    [TOGETHER] = {"together_share", "share", {0, 0.9}, {0, 0.15, 0.3},
        "assumed: of what a reform lacks for full effect, next to a reform of another sector in "
        "full force"},
};
// clang-format on

const Lever three_medical_six_medical_synergy = {
    .info = {.name = "three_medical_six_medical_synergy",
             .zh = "三医联动、六医协同",
             .en = "synergy of the sectors",
             .about = "reforms of care, insurance and medicines take effect together and sooner",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_COORDINATION,
    .moves = {{TAKES_SHARE, EFFECT_RULE_LAG, {SOONER}}, {TAKES_SHARE, EFFECT_OFFSET, {TOGETHER}}},
};
