// SPDX-License-Identifier: MIT
// Linked claims and records show upcoding, split stays and false claims. It acts only on the bad
// answers of providers to how they are paid: the share that stays undetected is for sim/payment to
// read, and where providers do not answer to payment it does nothing at all.
#include "reforms/lever.h"

enum { DETECTED };

static const LeverParameter table[] = {
    [DETECTED] = {.name = "detected_share",
                  .unit = "share",
                  .lowest = 0,
                  .highest = 1,
                  .low = 0,
                  .central = 0.15,
                  .high = 0.3,
                  .basis = "assumed: no case and no sum recovered is printed; three in ten "
                           "improper claims at most: half of it"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_UNDETECTED, log_share_without(strength * value[DETECTED]));
}

extern const Lever data_zone_supervision;
const Lever data_zone_supervision = {
    .info = {.name = "data_zone_supervision",
             .zh = "医保数据专区监管",
             .en = "supervision by data",
             .about = "linked claims and records show improper claims",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_INSURANCE,
    .act = act,
};
