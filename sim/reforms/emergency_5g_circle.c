// SPDX-License-Identifier: MIT
// 5G rescue circles: cars stand at some township centres, so that they are sooner there unless they
// are out already, and data sent ahead shorten the reception. Ten and thirty minutes are standards,
// which are told beside the simulated minutes and set nothing.
#include "reforms/lever.h"

enum { STATIONS, BUSY, CREW, SAVED, ROUTED };

// clang-format off
static const LeverParameter table[] = {
    [STATIONS] = {"station_share", "share", {0, 1}, {0.1, 0.3, 0.5},
        "assumed: townships with a station; placement is our reading of the circles "
        "(yongzhou-emergency-circle-township), no count is printed"},
    [BUSY] = {"busy_minutes", "minutes", {0, 1440}, {60, 90, 150},
        "assumed: from the call until the car is back at its station"},
    [CREW] = {"crew_doctors", "persons", {0, 5}, {0.2, 0.5, 1},
        "assumed: doctors of the county general hospital whom one station keeps from their "
        "clinics on the mean day, nights made up for"},
    [SAVED] = {"saved_share", "share", {0, 0.9}, {0, 0.25, 0.5},
        "assumed: of the minutes from door to team, by data sent ahead; no time is printed"},
    [ROUTED] = {"routed_share", "share", {0, 1}, {0, 0.2, 0.4},
        "assumed: of those carried, who are taken to the hospital that fits their case; two in "
        "five at most: half of it"},
};
// clang-format on

const Lever emergency_5g_circle = {
    .info = {.name = "emergency_5g_circle",
             .zh = "5G急救圈",
             .en = "emergency circle",
             .about = "ambulances stand at township centres and send data ahead",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_STATIONS, {STATIONS}},
              {ADDS_PRODUCT, EFFECT_STATION_MINUTES, {STATIONS, BUSY}},
              {ADDS_PRODUCT, EFFECT_CREWS, {STATIONS, CREW}},
              {TAKES_SHARE, EFFECT_RECEPTION, {SAVED}},
              {TAKES_SHARE, EFFECT_UNROUTED, {ROUTED}}},
};
