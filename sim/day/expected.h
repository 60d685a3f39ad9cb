// SPDX-License-Identifier: MIT
// What is expected to be asked of each institution on a mean day of this month, from the choice tables: the sum
// over townships, schemes, contracts and classes of case of needs x choice probability, carried up the referral
// ladder. Nothing here is counted, so nothing here is chance.
//
// Habit, later visits of an episode, refusals and readmissions are left out; load.h learns what they add from
// the counts of all institutions of a kind together.
#ifndef HXSIM_DAY_EXPECTED_H
#define HXSIM_DAY_EXPECTED_H

#include "day/need_mass.h"
#include "day/simulation.h"

// Numbers a day at full scale.
typedef struct Expected {
    double visits;      // of those who are present, times day_pace
    double home_visits; // the same, of absent insured while they are at home
    double steady;      // of visitors
    double beds, urgent_beds; // requests, of those present and visitors
    double bed_days;    // stays of these requests
} Expected;

// Fills one row for each institution.
void expected_fill(Expected *expected, const NeedMasses *masses, const Simulation *simulation);

#endif
