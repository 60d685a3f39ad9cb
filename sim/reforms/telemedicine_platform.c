// SPDX-License-Identifier: MIT
// A township centre that cannot settle a case asks a doctor of the county general hospital by
// video. Some cases end there instead of going up, the others are referred by appointment. The
// doctor's time is taken from his clinic, and only so many can be heard on a day. The patient pays
// nothing for it. A rank among prefectures is no effect, and none is seeded from it.
#include "reforms/lever.h"

enum { CONSULTED, REACH, CALLABLE, CONSULTATIONS };

// clang-format off
static const LeverParameter table[] = {
    [CONSULTED] = {"consulted_share", "share", {0, 1}, {0, 0.05, 0.1},
        "assumed: of cases that a township centre cannot settle and that can wait, surgical ones "
        "apart; services are not printed; one in ten at most: half of it"},
    [REACH] = {"reach_share", "share", {0, 1}, {0, 0.35, 0.7},
        "assumed: of the distance in capability between centre and hospital, what a talk bridges "
        "without examination or equipment; seven tenths at most: half of it"},
    [CALLABLE] = {"callable_doctor_share", "share", {0, 0.5}, {0.005, 0.01, 0.02},
        "assumed: of the doctors of the county general hospitals, who may be called on a day"},
    [CONSULTATIONS] = {"consultations_per_doctor_day", "per day", {0, 200}, {10, 20, 30},
        "assumed: about 24 minutes each with preparation and report"},
};
// clang-format on

const Lever telemedicine_platform = {
    .info = {.name = "telemedicine_platform",
             .zh = "远程医疗平台",
             .en = "telemedicine",
             .about = "township centres ask doctors of the county hospital by video",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_CONSULTED, {CONSULTED}},
              {ADDS_PRODUCT, EFFECT_CONSULTATION_REACH, {CONSULTED, REACH}},
              {ADDS, EFFECT_CONSULTANTS, {CALLABLE}},
              {ADDS_PRODUCT, EFFECT_CONSULTATION_CAPACITY, {CALLABLE, CONSULTATIONS}}},
};
