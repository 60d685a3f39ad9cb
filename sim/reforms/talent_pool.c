// SPDX-License-Identifier: MIT
// A fund of the city hospitals recruits doctors and trains its own. What counts is the net: of
// those recruited, those who stay and would not have come anyway; some of them come out of the
// county hospitals and are missing there. The training makes what is done harder.
#include "reforms/lever.h"

enum { RECRUITED, STAYING, DRAWN, CAPABILITY };

// clang-format off
static const LeverParameter table[] = {
    [RECRUITED] = {"recruited_share", "share", {0, 1}, {0.04, 0.085, 0.085},
        "reported gross: 236 persons (xiangtan-talent-recruited) of the 2,763 doctors whom the "
        "model gives Xiangtan's city hospitals; scarce staff may be less than doctors"},
    [STAYING] = {"net_share", "share", {0, 1}, {0, 0.4, 0.8},
        "assumed: of the recruited, those from outside the city, beyond who leaves and who would "
        "have come anyway; no exit is printed"},
    [DRAWN] = {"drawn_doctor_share", "share", {0, 0.5}, {0, 0.005, 0.01},
        "assumed: of the doctors of county general hospitals, those whom the pool draws up"},
    [CAPABILITY] = {"city_capability", "units", {0, 2}, {0, 0.05, 0.1},
        "assumed: 50 trained (xiangtan-talent-cultivated), two doctors in a hundred; a tenth of "
        "a unit at most: half of it"},
};
// clang-format on

const Lever talent_pool = {
    .info = {.name = "talent_pool",
             .zh = "人才“引育用留”",
             .en = "talent pool",
             .about = "city hospitals recruit doctors, keep and train them",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS_PRODUCT, EFFECT_DOCTORS_JOINED, {RECRUITED, STAYING}},
              {TAKES_SHARE, EFFECT_DOCTORS_DRAWN_UP, {DRAWN}},
              {ADDS, EFFECT_CITY_CAPABILITY, {CAPABILITY}}},
};
