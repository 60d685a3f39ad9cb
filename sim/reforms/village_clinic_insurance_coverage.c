// SPDX-License-Identifier: MIT
// Insurance pays at the village clinic: the patient's price there falls to the pool's own share,
// and first contact moves to the nearest place. Clinics are switched on only as far as they are
// really used.
#include "reforms/lever.h"

enum { USED_SHARE };

// clang-format off
static const LeverParameter table[] = {
    [USED_SHARE] = {"used_share", "share", {0, 1}, {0, 0.75, 1.0},
        "assumed: 'switched on' is not 'used'; terminals, network and the village doctor's habit "
        "of taking cash leave a part of settled clinics unsettled in practice"},
};
// clang-format on

const Lever village_clinic_insurance_coverage = {
    .info = {.name = "village_clinic_insurance_coverage",
             .zh = "村卫生室医保结算",
             .en = "village clinics insured",
             .about = "insurance settles at the village clinic, so the patient's price there falls",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_INSURANCE,
    .moves = {{TAKES_SHARE, EFFECT_VILLAGE_UNSETTLED, {USED_SHARE}}},
};
