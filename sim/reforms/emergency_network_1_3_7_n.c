// SPDX-License-Identifier: MIT
// Emergency network 1 + 3 + 7 + N: as the circles, with stations at nodes, and graded: severe cases
// are taken to the county general hospital, light ones to township centres. So the share of severe
// cases there may rise by the one or the other; both counts are told. N is not said.
#include "reforms/lever.h"

enum { STATIONS, BUSY, CREW, SAVED, ROUTED };

// clang-format off
static const LeverParameter table[] = {
    [STATIONS] = {"station_share", "share", {0, 1}, {0.3, 0.5, 0.7},
        "reported count of a synthetic total: three and seven nodes beside the first "
        "(xiangtan-county-emergency-tier2-nodes, xiangtan-county-emergency-tier3-nodes), of some "
        "twenty townships of the model"},
    [BUSY] = {"busy_minutes", "minutes", {0, 1440}, {60, 90, 150},
        "assumed: from the call until the car is back at its station"},
    [CREW] = {"crew_doctors", "persons", {0, 5}, {0.2, 0.5, 1},
        "assumed: doctors of the county general hospital whom one station keeps from their "
        "clinics on the mean day, nights made up for"},
    [SAVED] = {"saved_share", "share", {0, 0.9}, {0, 0.25, 0.5},
        "assumed: of the minutes from door to team, by data sent ahead; no time is printed"},
    [ROUTED] = {"routed_share", "share", {0, 1}, {0, 0.35, 0.7},
        "assumed: of those carried, who are taken to the node that fits their case; seven in ten "
        "at most: half of it"},
};
// clang-format on

const Lever emergency_network_1_3_7_n = {
    .info = {.name = "emergency_network_1_3_7_n",
             .zh = "1+3+7+N急救网络",
             .en = "emergency network",
             .about =
                 "nodes of graded ability take severe cases to the county and light ones elsewhere",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_STATIONS, {STATIONS}},
              {ADDS_PRODUCT, EFFECT_STATION_MINUTES, {STATIONS, BUSY}},
              {ADDS_PRODUCT, EFFECT_CREWS, {STATIONS, CREW}},
              {TAKES_SHARE, EFFECT_RECEPTION, {SAVED}},
              {TAKES_SHARE, EFFECT_UNROUTED, {ROUTED}}},
};
