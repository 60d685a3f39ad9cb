// SPDX-License-Identifier: MIT
// Children of 3 to 17 are screened at school for obesity, short sight, autism, curvature of the
// spine and caries; some come to the county's maternal and child hospital for what was seen, whose
// doctors are missing there for the hours of screening. Demand rises at once; a burden that falls
// later is not simulated, because no count and no outcome is printed.
#include "reforms/lever.h"

enum { SCREENED, SEEN, ATTENDED, MINUTES };

// clang-format off
static const LeverParameter table[] = {
    [SCREENED] = {"screened_share", "share a year", {0, 1}, {0.1, 0.4, 0.8},
        "assumed: of children of 3 to 17, beside check-ups that schools have anyway"},
    [SEEN] = {"seen_share", "share", {0, 1}, {0.05, 0.15, 0.4},
        "assumed: something to be looked at that was not known of; short sight alone is half of "
        "pupils (recalled), most of it known"},
    [ATTENDED] = {"attended_share", "share", {0, 1}, {0.2, 0.4, 0.6},
        "assumed: of them, those who come to a hospital within a month"},
    [MINUTES] = {"minutes_per_child", "minutes", {0, 120}, {1, 3, 6},
        "assumed: of a doctor; most is done by nurses and teachers"},
};
// clang-format on

const Lever five_smalls_child_prevention = {
    .info = {.name = "five_smalls_child_prevention",
             .zh = "儿童“五小”防控",
             .en = "five smalls of children",
             .about = "children are screened at school, and some come to a hospital",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_CHILDREN_SCREENED, {SCREENED}},
              {ADDS_VOLUME, EFFECT_CHILDREN_REFERRED, {SCREENED, SEEN, ATTENDED}},
              {ADDS_PRODUCT, EFFECT_CHILDREN_MINUTES, {SCREENED, MINUTES}}},
};
