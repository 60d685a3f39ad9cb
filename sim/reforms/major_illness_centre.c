// SPDX-License-Identifier: MIT
// City teams for one illness each, with outside experts on call, plan the care of the severe and
// support the county's sub-centre. What a hospital can do counts for those whose case exceeds it,
// so that only the severe are moved; the teams' time is missing for everybody else. Paid
// special-demand services have no printed price and are not simulated.
#include "reforms/lever.h"

enum { TEAMS, CITY, COUNTY, TIME };

// clang-format off
static const LeverParameter table[] = {
    [TEAMS] = {"teams", "teams", {0, 1000}, {6, 12, 12},
        "reported: xiangtan-major-illness-teams; patients are not printed, some teams may exist in "
        "name only"},
    [CITY] = {"city_capability", "units a team", {0, 0.5}, {0, 0.005, 0.01},
        "assumed: what expert and plan add for the severe at city hospitals, 0.06 units by all "
        "twelve; a tenth of the distance to hospitals of the province at most: half of it"},
    [COUNTY] = {"county_capability", "units a team", {0, 0.5}, {0, 0.0025, 0.005},
        "assumed: at general hospitals of counties, by sub-centre and remote talk; half of it"},
    [TIME] = {"team_doctor_share", "share a team", {0, 0.05}, {0.0001, 0.0003, 0.0025},
        "assumed: of the time of the city hospitals' doctors; ten doctors a team, a tenth of their "
        "time, nearly all of it at the high end, of some 3,500"},
};
// clang-format on

const Lever major_illness_centre = {
    .info = {.name = "major_illness_centre",
             .zh = "大病管理和特需医疗服务中心",
             .en = "major-illness centre",
             .about = "teams plan the care of the severe, who need not leave; their time is short",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS_PRODUCT, EFFECT_CITY_CAPABILITY, {TEAMS, CITY}},
              {ADDS_PRODUCT, EFFECT_COUNTY_CAPABILITY, {TEAMS, COUNTY}},
              {TAKES_PRODUCT, EFFECT_CITY_DOCTORS_SEEING, {TEAMS, TIME}}},
};
