// SPDX-License-Identifier: MIT
// Expert teams of the county general hospital visit ordinary township centres on their market days:
// doctors and what they can do are there on that day, and missing at home. A day has so many teams
// and no more; a centre that leads a courtyard needs none. Demand is not bunched on market days
// here.
#include "reforms/lever.h"

enum { TEAMS, TEAM_DOCTORS, CAPABILITY };

// clang-format off
static const LeverParameter table[] = {
    [TEAMS] = {"teams", "teams", {0, 200}, {8, 11, 11},
        "reported: 11 teams in Hongjiang (hongjiang-circuit-teams); fewer may go out on one day"},
    [TEAM_DOCTORS] = {"doctors_per_team", "persons", {0, 20}, {1, 2, 3},
        "assumed: the size of a team is not printed"},
    [CAPABILITY] = {"capability", "units", {0, 2}, {0, 0.3, 0.6},
        "assumed: half of the 1.2 units between a township centre and a county general hospital "
        "at most, because specialists come without their equipment: half of it"},
};
// clang-format on

const Lever circuit_clinics = {
    .info = {.name = "circuit_clinics",
             .zh = "巡回医疗赶集",
             .en = "market-day clinics",
             .about = "teams of the county hospital visit township centres on market days",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_CIRCUIT_TEAMS, {TEAMS}},
              {ADDS_PRODUCT, EFFECT_CIRCUIT_DOCTORS, {TEAMS, TEAM_DOCTORS}},
              {ADDS, EFFECT_CIRCUIT_CAPABILITY, {CAPABILITY}}},
};
