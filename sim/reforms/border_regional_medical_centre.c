// SPDX-License-Identifier: MIT
// City hospitals are built up into the centre of the border region. They can do more, so that
// severe cases stay, outsiders come (by `visitors.capability_attraction`) and the mix of operations
// becomes heavier. The price of it: doctors are drawn from the county hospitals, and beds fill at
// the top.
#include "reforms/lever.h"

enum { CAPABILITY, DRAWN_SHARE };

// clang-format off
static const LeverParameter table[] = {
    [CAPABILITY] = {"city_capability", "units", {0, 2}, {0, 0.1, 0.2},
        "assumed: city hospitals stand at 5.7 units and hospitals of the province at 7; the rank "
        "printed for complex cases (huaihua-severe-care-rank) says that they catch up, by a "
        "sixth at most: half of it. More would raise the share of admissions kept in the city, "
        "which is said to hold"},
    [DRAWN_SHARE] = {"drawn_doctor_share", "share", {0, 0.5}, {0, 0.01, 0.02},
        "assumed: larger departments recruit from the counties; one doctor in fifty at most"},
};
// clang-format on

const Lever border_regional_medical_centre = {
    .info = {.name = "border_regional_medical_centre",
             .zh = "五省边区区域医疗中心",
             .en = "border medical centre",
             .about = "city hospitals become the referral centre of the border region",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_CITY_CAPABILITY, {CAPABILITY}},
              {TAKES_SHARE, EFFECT_DOCTORS_DRAWN_UP, {DRAWN_SHARE}}},
};
