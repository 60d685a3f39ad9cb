// SPDX-License-Identifier: MIT
// Township centres and village clinics are brought up to a standard of rooms and equipment: they
// can handle a wider range of cases, where a doctor is present. No doctor comes with a building, so
// that slots do not grow, and an empty clinic treats nobody more.
#include "reforms/lever.h"

enum { TOWNSHIP_SHARE, VILLAGE_SHARE, CAPABILITY };

// clang-format off
static const LeverParameter table[] = {
    [TOWNSHIP_SHARE] = {"township_share", "share", {0, 1}, {0.65, 0.75, 0.85},
        "reported count of a synthetic total: 156 township hospitals "
        "(huaihua-township-hospitals-standardised) of 208 centres of the model, whose number is "
        "not printed"},
    [VILLAGE_SHARE] = {"village_share", "share", {0, 1}, {0.36, 0.41, 0.5},
        "reported count of a synthetic total: 1,200 clinics "
        "(huaihua-village-clinics-standardised) of 2,900 (2,400 to 3,300) of the model"},
    [CAPABILITY] = {"capability", "units", {0, 1}, {0, 0.1, 0.2},
        "assumed: rooms and equipment carry a fifth of the unit between a clinic and a centre at "
        "most: half of it; the mean over all sites, standardised or not, moves by the share "
        "that is"},
};
// clang-format on

const Lever primary_facility_standardisation = {
    .info = {.name = "primary_facility_standardisation",
             .zh = "基层机构标准化",
             .en = "primary care standardised",
             .about =
                 "township centres and village clinics reach a standard of rooms and equipment",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS_PRODUCT, EFFECT_TOWNSHIP_CAPABILITY, {TOWNSHIP_SHARE, CAPABILITY}},
              {ADDS_PRODUCT, EFFECT_VILLAGE_CAPABILITY, {VILLAGE_SHARE, CAPABILITY}}},
};
