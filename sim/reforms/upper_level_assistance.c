// SPDX-License-Identifier: MIT
// Help from above: doctors of city hospitals work at the general hospitals of the counties, where
// they raise what can be treated and are missing in the city; experts of the province, who are
// outside the model, visit the city hospitals. What is printed breaks off before any effect.
#include "reforms/lever.h"

enum { LENT_SHARE, COUNTY_CAPABILITY, CITY_CAPABILITY };

// clang-format off
static const LeverParameter table[] = {
    [LENT_SHARE] = {"lent_doctor_share", "share", {0, 0.5}, {0, 0.01, 0.02},
        "assumed: of the doctors of city hospitals, one in fifty at most is away at any time, "
        "each county having the same part"},
    [COUNTY_CAPABILITY] = {"county_capability", "units", {0, 2}, {0, 0.1, 0.2},
        "assumed: county hospitals stand at 4.2 units and city hospitals at 5.7; visits and "
        "training close an eighth of that at most: half of it"},
    [CITY_CAPABILITY] = {"city_capability", "units", {0, 2}, {0, 0.05, 0.1},
        "assumed: visits of experts of the province, a tenth of the distance to them at most: "
        "half of it"},
};
// clang-format on

const Lever upper_level_assistance = {
    .info = {.name = "upper_level_assistance",
             .zh = "上级医院帮扶",
             .en = "help from above",
             .about = "doctors of city hospitals work at the county's, experts of the province at "
                      "the city's",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{TAKES_SHARE, EFFECT_DOCTORS_LENT, {LENT_SHARE}},
              {ADDS, EFFECT_COUNTY_CAPABILITY, {COUNTY_CAPABILITY}},
              {ADDS, EFFECT_CITY_CAPABILITY, {CITY_CAPABILITY}}},
};
