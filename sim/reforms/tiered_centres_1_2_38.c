// SPDX-License-Identifier: MIT
// The largest township centres of a county become sub-centres, one city centre and two border
// centres take the severe. Doctors of the other centres work at the sub-centres, doctors of the
// counties at the city's; none is made. A sub-centre can do more only as far as it has the doctors
// for it, so that many at once are thin.
#include "reforms/lever.h"

enum { CENTRES, CAPABILITY, DOCTORS, DRAWN, CITY_CAPABILITY, DRAWN_UP };

// clang-format off
static const LeverParameter table[] = {
    [CENTRES] = {"centres_per_county", "centres", {0, 50}, {0, 3, 4},
        "reported: 38 (yongzhou-county-sub-centres) in eleven counties; which towns, and whether "
        "they are built or planned, is not printed"},
    [CAPABILITY] = {"capability", "units", {0, 2}, {0, 0.3, 0.6},
        "assumed: half of the 1.2 units between a township centre and a county general hospital "
        "at most: half of it"},
    [DOCTORS] = {"doctors_needed", "persons", {0, 100}, {2, 4, 8},
        "assumed: a theatre, an emergency room and imaging need four doctors more"},
    [DRAWN] = {"drawn_doctor_share", "share", {0, 0.5}, {0, 0.05, 0.1},
        "assumed: of the doctors of the other township centres, those who work at sub-centres; a "
        "tenth at most: half of it"},
    [CITY_CAPABILITY] = {"city_capability", "units", {0, 2}, {0, 0.1, 0.2},
        "assumed: as for another border centre, a sixth of the distance to the hospitals of the "
        "province at most: half of it; none of the city's hospitals is among the province's "
        "twenty foremost (yongzhou-tertiary-hospitals-in-top20)"},
    [DRAWN_UP] = {"drawn_up_share", "share", {0, 0.5}, {0, 0.01, 0.02},
        "assumed: larger departments recruit from the counties; one doctor in fifty at most"},
};
// clang-format on

const Lever tiered_centres_1_2_38 = {
    .info = {.name = "tiered_centres_1_2_38",
             .zh = "“1+2+38”中心",
             .en = "tiered centres",
             .about =
                 "large township centres and city hospitals are built up, staffed by the others",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_SUBCENTRES, {CENTRES}},
              {ADDS, EFFECT_SUBCENTRE_CAPABILITY, {CAPABILITY}},
              {ADDS_PRODUCT, EFFECT_SUBCENTRE_DOCTORS, {CENTRES, DOCTORS}},
              {TAKES_SHARE, EFFECT_SUBCENTRE_KEPT, {DRAWN}},
              {ADDS, EFFECT_CITY_CAPABILITY, {CITY_CAPABILITY}},
              {TAKES_SHARE, EFFECT_DOCTORS_DRAWN_UP, {DRAWN_UP}}},
};
