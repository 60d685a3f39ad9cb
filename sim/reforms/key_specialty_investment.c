// SPDX-License-Identifier: MIT
// Money for key specialties: city hospitals and, with fewer titles, county hospitals can do more
// after some years (the ramp), so that severe cases stay and outsiders come
// (visitors.capability_attraction); a case costs more, because more is done for it. Titles are
// inputs and prove nothing.
#include "reforms/lever.h"

enum { CITY, COUNTY, TREATMENT, SPENT };

// clang-format off
static const LeverParameter table[] = {
    [CITY] = {"city_capability", "units", {0, 2}, {0, 0.1, 0.2},
        "assumed: city hospitals stand at 5.7 units and hospitals of the province at 7; 7 national "
        "and 49 provincial projects are printed (xiangtan-provincial-key-specialties), outcomes "
        "are not; a sixth of the distance at most: half of it"},
    [COUNTY] = {"county_capability", "units", {0, 2}, {0, 0.03, 0.06},
        "assumed: part of the provincial and city projects stand at county hospitals, how many is "
        "not printed; a third of the above"},
    [TREATMENT] = {"treatment_growth", "log ratio", {-0.2, 0.5}, {0, 0.01, 0.02},
        "assumed: services and consumables used for a case at city hospitals; nothing is printed"},
    [SPENT] = {"spent", "million yuan", {0, 100000}, {120, 120, 120},
        "reported: xiangtan-key-specialty-investment, in nearly three years; whether it lies "
        "inside the 3 billion of building is not said"},
};
// clang-format on

const Lever key_specialty_investment = {
    .info = {.name = "key_specialty_investment",
             .zh = "重点专科建设",
             .en = "key specialties",
             .about = "city and county hospitals can do more, for more money a case",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_CITY_CAPABILITY, {CITY}},
              {ADDS, EFFECT_COUNTY_CAPABILITY, {COUNTY}},
              {ADDS, EFFECT_CITY_TREATMENT, {TREATMENT}},
              {ADDS_FOR_GOOD, EFFECT_HOSPITAL_CAPITAL, {SPENT}}},
};
