// SPDX-License-Identifier: MIT
// Expert teams of the county general hospital visit ordinary township centres on their market days:
// doctors and what they can do are there on that day, and missing at home. A day has so many teams
// and no more; a centre that leads a courtyard needs none. Demand is not bunched on market days
// here.
#include "reforms/lever.h"

enum { TEAMS, TEAM_DOCTORS, CAPABILITY };

static const LeverParameter table[] = {
    [TEAMS] = {.name = "teams",
               .unit = "teams",
               .lowest = 0,
               .highest = 200,
               .low = 8,
               .central = 11,
               .high = 11,
               .basis = "reported: 11 teams in Hongjiang (hongjiang-circuit-teams); fewer may go "
                        "out on one day"},
    [TEAM_DOCTORS] = {.name = "doctors_per_team",
                      .unit = "persons",
                      .lowest = 0,
                      .highest = 20,
                      .low = 1,
                      .central = 2,
                      .high = 3,
                      .basis = "assumed: the size of a team is not printed"},
    [CAPABILITY] = {.name = "capability",
                    .unit = "units",
                    .lowest = 0,
                    .highest = 2,
                    .low = 0,
                    .central = 0.3,
                    .high = 0.6,
                    .basis = "assumed: half of the 1.2 units between a township centre and a "
                             "county general hospital at most, "
                             "because specialists come without their equipment: half of it"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_CIRCUIT_TEAMS, strength * value[TEAMS]);
    effect_add(effects, county, EFFECT_CIRCUIT_DOCTORS,
               strength * value[TEAMS] * value[TEAM_DOCTORS]);
    effect_add(effects, county, EFFECT_CIRCUIT_CAPABILITY, strength * value[CAPABILITY]);
}

extern const Lever circuit_clinics;
const Lever circuit_clinics = {
    .info = {.name = "circuit_clinics",
             .zh = "巡回医疗赶集",
             .en = "market-day clinics",
             .about = "teams of the county hospital visit township centres on market days",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .act = act,
};
