// SPDX-License-Identifier: MIT
// Care, insurance and medicines are governed together. It moves no flow: it shortens the ramps of
// other reforms, and where reforms of two sectors are in force side by side it makes up part of
// what each lacks for full effect, because one no longer offsets the other. Alone it changes
// nothing.
#include "reforms/lever.h"

enum { SOONER, TOGETHER };

static const LeverParameter table[] = {
    [SOONER] =
        {.name = "sooner_share",
         .unit = "share",
         .lowest = 0,
         .highest = 0.9,
         .low = 0,
         .central = 0.15,
         .high = 0.3,
         .basis = "assumed: of the months that other reforms take; everything about it is assumed"},
    [TOGETHER] = {.name = "together_share",
                  .unit = "share",
                  .lowest = 0,
                  .highest = 0.9,
                  .low = 0,
                  .central = 0.15,
                  .high = 0.3,
                  .basis = "assumed: of what a reform lacks for full effect, next to a reform of "
                           "another sector in full force"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_RULE_LAG, log_share_without(strength * value[SOONER]));
    effect_add(effects, county, EFFECT_OFFSET, log_share_without(strength * value[TOGETHER]));
}

extern const Lever three_medical_six_medical_synergy;
const Lever three_medical_six_medical_synergy = {
    .info = {.name = "three_medical_six_medical_synergy",
             .zh = "三医联动、六医协同",
             .en = "synergy of the sectors",
             .about = "reforms of care, insurance and medicines take effect together and sooner",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_COORDINATION,
    .act = act,
};
