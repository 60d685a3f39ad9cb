// SPDX-License-Identifier: MIT
// National TCM specialties and the pilot on curvature of the spine: county TCM hospitals can do
// more for chronic and rehabilitation cases, draw more of those who choose for themselves, and are
// referred more. Screening at schools is not simulated: neither children screened nor found are
// printed, and the benefit of treatment is unknown, here none.
#include "reforms/lever.h"

enum { CAPABILITY, PULL, REFERRAL };

// clang-format off
static const LeverParameter table[] = {
    [CAPABILITY] = {"chronic_capability", "units", {0, 2}, {0, 0.1, 0.2},
        "assumed: three specialties (huaihua-national-tcm-advantage-specialties, "
        "huaihua-national-tcm-key-specialties) at a few of the hospitals; a fifth of a unit at "
        "most"},
    [PULL] = {"pull", "utility", {-1, 1}, {0, 0.05, 0.1},
        "assumed: a name known nationally; a tenth more visits of those who choose a TCM "
        "hospital at most"},
    [REFERRAL] = {"referral_log_odds", "log odds", {-3, 3}, {0, 0.1, 0.2},
        "assumed: the odds that a township centre refers a chronic case there rise by a fifth at "
        "most"},
};
// clang-format on

const Lever tcm_specialties_scoliosis_pilot = {
    .info = {.name = "tcm_specialties_scoliosis_pilot",
             .zh = "中医优势专科与脊柱侧弯试点",
             .en = "TCM specialties",
             .about = "TCM specialties draw and receive more chronic and rehabilitation cases",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_TCM_CAPABILITY, {CAPABILITY}},
              {ADDS, EFFECT_TCM_PULL, {PULL}},
              {ADDS, EFFECT_TCM_REFERRAL, {REFERRAL}}},
};
