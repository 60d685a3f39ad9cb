// SPDX-License-Identifier: MIT
// What one township's people ask for: from their first choices up the ladder of referral, and to
// beds.
#ifndef HXSIM_DAY_EXPECTED_LADDER_H
#define HXSIM_DAY_EXPECTED_LADDER_H

#include "day/class_row.h"
#include "day/expected.h"

// Requests for beds: all, and of people signed with a family doctor.
typedef struct Beds {
    ClassRow all, signed_up;
} Beds;

typedef struct Flows {
    ClassRow first[KIND_COUNT];     // visits that were the first choice
    ClassRow visits[KIND_COUNT];    // and those of people who were sent or went up
    ClassRow referred[KIND_COUNT];  // of these: sent
    Beds beds[KIND_COUNT];          // of visits: need a bed
    Beds dormant[KIND_COUNT];       // of first visits: routine, need one if they go on
    ClassRow bed_share[KIND_COUNT]; // of the choice of a bed, mean over the needs
    double home;                    // needs of those at home for the festival, per present need
    // Filled on the way up.
    Beds looking[KIND_COUNT]; // for a bed, having been seen at this kind
    Beds above;               // beds asked for above the township
    double ends[KIND_COUNT];  // visits after which nobody went on to another kind
} Flows;

typedef struct Place {
    const Simulation *simulation;
    const NeedMasses *masses;
    int township;
    double share;  // of its stratum's people
    double *habit; // [KIND_COUNT] of its people: their last visit was there
} Place;

// Carries first choices up and adds what each institution is asked for. `visits`, `beds`,
// `dormant`, `bed_share` and `home` are given, all else is filled.
void expected_climb(Expected *expected, Flows *flows, const Place *place);

// Share of a route's cases that go to its i-th institution.
static inline double route_share(const Route *route, int i) {
    return (route->way[i].cumulative - (i > 0 ? route->way[i - 1].cumulative : 0)) /
           (double)SHARE_ONE;
}

#endif
