// SPDX-License-Identifier: MIT
// Public-health work of a county, booked on the last day of each month: what teams of family
// doctors did and whom they reached, and what there was for screening.
//
// What was in force on each day of a month is added up, so that a reform of a single day counts
// too. Doctors' hours are missing in the clinic a month later, and all of this together takes no
// more than care.public_health_share of them, teams first; the stages of care follow at the turn of
// the year.
#ifndef HXSIM_DAY_PUBLIC_HEALTH_H
#define HXSIM_DAY_PUBLIC_HEALTH_H

#include "day/tally.h"
#include "people/year.h"
#include "reforms/effects.h"

typedef struct CountyHealth {
    int64_t sum[EFFECT_COUNT]; // of the effects of the month's days, in 2^-32
    int32_t days;              // of this month so far
    int32_t months;            // of this year so far
    FollowUp year;             // sums over its months; log ratios times shares
    // Log ratios of visits for which doctors of primary care, and of maternal and child hospitals,
    // have time.
    double effort, maternal_effort;
    double continuity; // utility of primary care to those with a contract
} CountyHealth;

typedef struct PublicHealth {
    CountyHealth county[MOST_COUNTIES];
} PublicHealth;

struct Simulation;
struct ScreeningPlan;

// Adds today's effects to the month.
void public_health_day(struct Simulation *simulation);

// Books the month of one county, on its last day; counts go to `tally`, and what screening did this
// month stands in `plan`. Touches nothing of another county.
void public_health_close_month(struct Simulation *simulation, int county, Tally *tally,
                               struct ScreeningPlan *plan);

// A county's moves between stages at the turn of the year, by what was done in the year before,
// which is forgotten.
void public_health_turn_year(struct Simulation *simulation, int county, StageMoves *moves);

#endif
