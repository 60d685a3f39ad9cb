// SPDX-License-Identifier: MIT
// Insurance pays at the village clinic: the patient's price there falls to the pool's own share, and first
// contact moves to the nearest place. Clinics are switched on only as far as they are really used.
#include "reforms/lever.h"

enum { USED_SHARE };

static const LeverParameter table[] = {
    [USED_SHARE] = {.name = "used_share", .unit = "share", .lowest = 0, .highest = 1, .low = 0,
                    .central = 0.75, .high = 1.0,
                    .basis = "assumed: 'switched on' is not 'used'; terminals, network and the village doctor's "
                             "habit of taking cash leave a part of settled clinics unsettled in practice"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_VILLAGE_UNSETTLED,
               log_share_without(strength * value[USED_SHARE]));
}

extern const Lever village_clinic_insurance_coverage;
const Lever village_clinic_insurance_coverage = {
    .info = {.name = "village_clinic_insurance_coverage",
             .zh = "村卫生室医保结算",
             .en = "village clinics insured",
             .about = "insurance settles at the village clinic, so the patient's price there falls",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_INSURANCE,
    .act = act,
};
