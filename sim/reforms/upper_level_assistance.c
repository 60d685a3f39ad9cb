// SPDX-License-Identifier: MIT
// Help from above: doctors of city hospitals work at the general hospitals of the counties, where
// they raise what can be treated and are missing in the city; experts of the province, who are
// outside the model, visit the city hospitals. What is printed breaks off before any effect.
#include "reforms/lever.h"

enum { LENT_SHARE, COUNTY_CAPABILITY, CITY_CAPABILITY };

static const LeverParameter table[] = {
    [LENT_SHARE] = {.name = "lent_doctor_share",
                    .unit = "share",
                    .lowest = 0,
                    .highest = 0.5,
                    .low = 0,
                    .central = 0.01,
                    .high = 0.02,
                    .basis = "assumed: of the doctors of city hospitals, one in fifty at most is "
                             "away at any time, each county "
                             "having the same part"},
    [COUNTY_CAPABILITY] = {.name = "county_capability",
                           .unit = "units",
                           .lowest = 0,
                           .highest = 2,
                           .low = 0,
                           .central = 0.1,
                           .high = 0.2,
                           .basis = "assumed: county hospitals stand at 4.2 units and city "
                                    "hospitals at 5.7; visits and training close "
                                    "an eighth of that at most: half of it"},
    [CITY_CAPABILITY] = {.name = "city_capability",
                         .unit = "units",
                         .lowest = 0,
                         .highest = 2,
                         .low = 0,
                         .central = 0.05,
                         .high = 0.1,
                         .basis = "assumed: visits of experts of the province, a tenth of the "
                                  "distance to them at most: half of it"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_DOCTORS_LENT,
               log_share_without(strength * value[LENT_SHARE]));
    effect_add(effects, county, EFFECT_COUNTY_CAPABILITY, strength * value[COUNTY_CAPABILITY]);
    effect_add(effects, county, EFFECT_CITY_CAPABILITY, strength * value[CITY_CAPABILITY]);
}

extern const Lever upper_level_assistance;
const Lever upper_level_assistance = {
    .info = {.name = "upper_level_assistance",
             .zh = "上级医院帮扶",
             .en = "help from above",
             .about = "doctors of city hospitals work at the county's, experts of the province at "
                      "the city's",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .act = act,
};
