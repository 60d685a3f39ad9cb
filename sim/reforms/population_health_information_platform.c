// SPDX-License-Identifier: MIT
// Institutions on the platform can look up each other's records: an enabling layer without capacity of its own.
#include "reforms/lever.h"

enum { LOOKED_UP_SHARE };

static const LeverParameter table[] = {
    [LOOKED_UP_SHARE] = {.name = "looked_up_share", .unit = "share", .lowest = 0, .highest = 1,
                         .low = 0, .central = 0.6, .high = 0.9,
                         .basis = "assumed: look-ups per visit are not reported; doctors do not open every record"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_UNCONNECTED,
               log_share_without(strength * value[LOOKED_UP_SHARE]));
}

extern const Lever population_health_information_platform;
const Lever population_health_information_platform = {
    .info = {.name = "population_health_information_platform",
             .zh = "全民健康信息平台",
             .en = "information platform",
             .about = "connected institutions can look up each other's records",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .act = act,
};
