// SPDX-License-Identifier: MIT
// A recent test of one member institution is accepted by another, instead of being repeated. Both must be
// members; whether the earlier result is seen at all is the information platform's part.
#include "reforms/lever.h"

enum { ACCEPTING_SHARE };

static const LeverParameter table[] = {
    [ACCEPTING_SHARE] = {.name = "accepting_share", .unit = "share", .lowest = 0, .highest = 1,
                         .low = 0, .central = 0.5, .high = 0.9,
                         .basis = "assumed: access is not recognition and varies by specialty; no causal estimate "
                                  "was found; the second hospital loses the revenue under fee for service"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_UNRECOGNISED,
               log_share_without(strength * value[ACCEPTING_SHARE]));
}

extern const Lever result_mutual_recognition;
const Lever result_mutual_recognition = {
    .info = {.name = "result_mutual_recognition",
             .zh = "检查检验结果互认",
             .en = "results recognised",
             .about = "a recent test from one member institution is accepted by another",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .act = act,
};
