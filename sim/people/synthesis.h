// SPDX-License-Identifier: MIT
// The first population: who lives in each township, drawn so that the city's margins are met.
//
// The province's five-year pyramid is raked to the city's shares of 0-15, 60+ and 65+ and tilted to
// each county's share of 60+. Scheme, contract and conditions follow from age, sex and place;
// stages of care from the stationary law of their rates. Ages are those of the day on which the
// simulation starts, after the warm-up.
#ifndef HXSIM_PEOPLE_SYNTHESIS_H
#define HXSIM_PEOPLE_SYNTHESIS_H

#include "base/draw.h"
#include "base/team.h"
#include "people/residents.h"

// The words of a population, and when it begins: on the first day of the clock. Ages are drawn for
// the calendar day `start`; until then they are counted on `ages_on`, 1 January or, with fixed
// demography, the start as well.
typedef struct Opening {
    const Clock *clock;
    DrawKey key;
    int32_t start, ages_on;
} Opening;

// Shares of adults, 18 and over and here, in the employee scheme: in the country and in town.
typedef struct EmployeeShares {
    double of[2];
} EmployeeShares;
EmployeeShares population_employee_shares(const City *city);

// Fills the slots with the first population of the city and sets everybody's first due day; the
// team shares the townships.
void population_synthesise(Residents *residents, const City *city, const Hazards *hazards,
                           const Opening *opening, Team *team);

#endif
