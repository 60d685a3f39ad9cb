// SPDX-License-Identifier: MIT
// What is expected to be asked of each institution on a mean day of this month, from the choice
// tables: the sum over townships, schemes, contracts and classes of case of needs x choice
// probability, carried up the referral ladder. Nothing here is counted, so nothing here is chance.
//
// What refusals move is left out, and those still ill are taken to come again to the same place;
// load.h learns what is missing from the counts of all institutions of a kind together.
#ifndef HXSIM_DAY_EXPECTED_H
#define HXSIM_DAY_EXPECTED_H

#include "day/need_mass.h"
#include "day/simulation.h"

// Numbers a day at full scale.
typedef struct Expected {
    double visits;                  // of those who are present, times day_pace
    double climbs;                  // of these, urgent ones who go up, on the same day
    double referred, own_way;       // and others who go up: on referral, and on the next day
    double home_visits;             // the same, of absent insured while they are at home
    double put_off, put_off_beds;   // of visits and beds, on a day of Spring Festival
    double later[CASE_CLASS_COUNT]; // later visits of the same episodes that these bring
    double steady;                  // of visitors
    double beds, urgent_beds; // first requests, of those present; moves down from above are in them
    double before_beds;       // of these, those not urgent of people signed with a family doctor
    double steady_beds;       // of visitors
    double bed_days;          // stays of all these requests, as their disease groups have it
    double moved_days;        // of these: spent in a township centre, after a move down
} Expected;

// Where those try next who were turned away at each kind and are not urgent, and those whom a ward
// sent on.
typedef struct Again {
    double share[KIND_COUNT][KIND_COUNT], beds[KIND_COUNT];
} Again;

// Fills one row for each institution. `habit` holds for each township, of its people who have been
// seen, the shares whose last visit was at each kind; it is 0 in the beginning and is brought
// forward by a month.
void expected_fill(Expected *expected, Again *again, double (*habit)[KIND_COUNT],
                   const NeedMasses *masses, const Simulation *simulation);

#endif
