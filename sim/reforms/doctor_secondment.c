// SPDX-License-Identifier: MIT
// Doctors of county general hospitals and of city hospitals live and work at township centres: they
// are missing above by as many full posts. What the centres can do grows while they are there;
// after they are called back it fades, since local doctors have learned a part. How many go is a
// share of those who could, so that no place sends more than it has.
#include "reforms/lever.h"

enum { COUNTY_SHARE, CITY_SHARE, CAPABILITY, FADING };

// clang-format off
static const LeverParameter table[] = {
    [COUNTY_SHARE] = {"county_doctor_share", "share", {0, 0.5}, {0, 0.045, 0.09},
        "assumed: more than 500 doctors (yongzhou-doctors-seconded) of the 5,585 whom the model "
        "gives Yongzhou's city and county general hospitals are 9 %; half of their time"},
    [CITY_SHARE] = {"city_doctor_share", "share", {0, 0.5}, {0, 0.045, 0.09},
        "assumed: the same of city hospitals; who sends how many is not printed"},
    [CAPABILITY] = {"township_capability", "units", {0, 2}, {0, 0.25, 0.5},
        "assumed: as for visiting doctors of a consortium, half of the claim that a centre comes "
        "half a unit nearer to the county hospital"},
    [FADING] = {"fading_months", "months", {0, 120}, {0, 12, 24},
        "assumed: what is learned lasts a year or two after the posting; its length is not "
        "printed"},
};
// clang-format on

const Lever doctor_secondment = {
    .info = {.name = "doctor_secondment",
             .zh = "医师下沉",
             .en = "doctors posted below",
             .about = "doctors of city and county hospitals work at township centres",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{TAKES_SHARE, EFFECT_DOCTORS_SENT_DOWN, {COUNTY_SHARE}},
              {TAKES_SHARE, EFFECT_DOCTORS_POSTED, {CITY_SHARE}},
              {ADDS_FADING, EFFECT_TOWNSHIP_CAPABILITY, {CAPABILITY, FADING}}},
};
