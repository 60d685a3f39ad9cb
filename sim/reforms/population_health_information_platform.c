// SPDX-License-Identifier: MIT
// Institutions on the platform can look up each other's records: an enabling layer without capacity
// of its own.
#include "reforms/lever.h"

enum { LOOKED_UP_SHARE };

// clang-format off
static const LeverParameter table[] = {
    [LOOKED_UP_SHARE] = {"looked_up_share", "share", {0, 1}, {0, 0.6, 0.9},
        "assumed: look-ups per visit are not reported; doctors do not open every record"},
};
// clang-format on

const Lever population_health_information_platform = {
    .info = {.name = "population_health_information_platform",
             .zh = "全民健康信息平台",
             .en = "information platform",
             .about = "connected institutions can look up each other's records",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{TAKES_SHARE, EFFECT_UNCONNECTED, {LOOKED_UP_SHARE}}},
};
