// SPDX-License-Identifier: MIT
// National TCM specialties and the pilot on curvature of the spine: county TCM hospitals can do
// more for chronic and rehabilitation cases, draw more of those who choose for themselves, and are
// referred more. Screening at schools is not simulated: neither children screened nor found are
// printed, and the benefit of treatment is unknown, here none.
#include "reforms/lever.h"

enum { CAPABILITY, PULL, REFERRAL };

static const LeverParameter table[] = {
    [CAPABILITY] = {.name = "chronic_capability",
                    .unit = "units",
                    .lowest = 0,
                    .highest = 2,
                    .low = 0,
                    .central = 0.1,
                    .high = 0.2,
                    .basis =
                        "assumed: three specialties (huaihua-national-tcm-advantage-specialties, "
                        "huaihua-national-tcm-key-specialties) at a few of the hospitals; a fifth "
                        "of a unit at most"},
    [PULL] = {.name = "pull",
              .unit = "utility",
              .lowest = -1,
              .highest = 1,
              .low = 0,
              .central = 0.05,
              .high = 0.1,
              .basis = "assumed: a name known nationally; a tenth more visits of those who choose "
                       "a TCM hospital at most"},
    [REFERRAL] = {.name = "referral_log_odds",
                  .unit = "log odds",
                  .lowest = -3,
                  .highest = 3,
                  .low = 0,
                  .central = 0.1,
                  .high = 0.2,
                  .basis = "assumed: the odds that a township centre refers a chronic case there "
                           "rise by a fifth at most"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_TCM_CAPABILITY, strength * value[CAPABILITY]);
    effect_add(effects, county, EFFECT_TCM_PULL, strength * value[PULL]);
    effect_add(effects, county, EFFECT_TCM_REFERRAL, strength * value[REFERRAL]);
}

extern const Lever tcm_specialties_scoliosis_pilot;
const Lever tcm_specialties_scoliosis_pilot = {
    .info = {.name = "tcm_specialties_scoliosis_pilot",
             .zh = "中医优势专科与脊柱侧弯试点",
             .en = "TCM specialties",
             .about = "TCM specialties draw and receive more chronic and rehabilitation cases",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .act = act,
};
