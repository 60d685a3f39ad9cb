// SPDX-License-Identifier: MIT
// Township centres and village clinics are brought up to a standard of rooms and equipment: they
// can handle a wider range of cases, where a doctor is present. No doctor comes with a building, so
// that slots do not grow, and an empty clinic treats nobody more.
#include "reforms/lever.h"

enum { TOWNSHIP_SHARE, VILLAGE_SHARE, CAPABILITY };

static const LeverParameter table[] = {
    [TOWNSHIP_SHARE] = {.name = "township_share",
                        .unit = "share",
                        .lowest = 0,
                        .highest = 1,
                        .low = 0.65,
                        .central = 0.75,
                        .high = 0.85,
                        .basis = "reported count of a synthetic total: 156 township hospitals "
                                 "(huaihua-township-hospitals-standardised) "
                                 "of 208 centres of the model, whose number is not printed"},
    [VILLAGE_SHARE] = {.name = "village_share",
                       .unit = "share",
                       .lowest = 0,
                       .highest = 1,
                       .low = 0.36,
                       .central = 0.41,
                       .high = 0.5,
                       .basis = "reported count of a synthetic total: 1,200 clinics "
                                "(huaihua-village-clinics-standardised) of 2,900 "
                                "(2,400 to 3,300) of the model"},
    [CAPABILITY] =
        {.name = "capability",
         .unit = "units",
         .lowest = 0,
         .highest = 1,
         .low = 0,
         .central = 0.1,
         .high = 0.2,
         .basis =
             "assumed: rooms and equipment carry a fifth of the unit between a clinic and a centre "
             "at most: half "
             "of it; the mean over all sites, standardised or not, moves by the share that is"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_TOWNSHIP_CAPABILITY,
               strength * value[TOWNSHIP_SHARE] * value[CAPABILITY]);
    effect_add(effects, county, EFFECT_VILLAGE_CAPABILITY,
               strength * value[VILLAGE_SHARE] * value[CAPABILITY]);
}

extern const Lever primary_facility_standardisation;
const Lever primary_facility_standardisation = {
    .info = {.name = "primary_facility_standardisation",
             .zh = "基层机构标准化",
             .en = "primary care standardised",
             .about =
                 "township centres and village clinics reach a standard of rooms and equipment",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .act = act,
};
