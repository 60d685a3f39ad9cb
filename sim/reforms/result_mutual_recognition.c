// SPDX-License-Identifier: MIT
// A recent test of one member institution is accepted by another, instead of being repeated. Both
// must be members; whether the earlier result is seen at all is the information platform's part.
#include "reforms/lever.h"

enum { ACCEPTING_SHARE };

// clang-format off
static const LeverParameter table[] = {
    [ACCEPTING_SHARE] = {"accepting_share", "share", {0, 1}, {0, 0.5, 0.9},
        "assumed: access is not recognition and varies by specialty; no causal estimate was "
        "found; the second hospital loses the revenue under fee for service"},
};
// clang-format on

const Lever result_mutual_recognition = {
    .info = {.name = "result_mutual_recognition",
             .zh = "检查检验结果互认",
             .en = "results recognised",
             .about = "a recent test from one member institution is accepted by another",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{TAKES_SHARE, EFFECT_UNRECOGNISED, {ACCEPTING_SHARE}}},
};
