// SPDX-License-Identifier: MIT
// What one township's people ask for: from their first choices up the ladder of referral, and to
// beds.
#ifndef HXSIM_DAY_EXPECTED_LADDER_H
#define HXSIM_DAY_EXPECTED_LADDER_H

#include "day/expected.h"

// Requests for beds: all, and of people signed with a family doctor.
typedef struct Beds {
    double all, signed_up;
} Beds;

static inline Beds beds_part(Beds beds, double share) {
    return (Beds){share * beds.all, share * beds.signed_up};
}

static inline void beds_add(Beds *sum, Beds beds) {
    sum->all += beds.all;
    sum->signed_up += beds.signed_up;
}

// Numbers a day, by kind and class of case.
typedef struct Flows {
    double first[KIND_COUNT][CHOICE_CLASSES];    // visits that were the first choice
    double visits[KIND_COUNT][CHOICE_CLASSES];   // and those of people who were sent or went up
    double referred[KIND_COUNT][CHOICE_CLASSES]; // of these: sent
    Beds beds[KIND_COUNT][CHOICE_CLASSES];       // of visits: need a bed
    Beds dormant[KIND_COUNT][CHOICE_CLASSES];    // of first visits: routine, need one if they go on
    double bed_share[CHOICE_CLASSES][KIND_COUNT]; // of the choice of a bed, mean over the needs
    double again[KIND_COUNT][KIND_COUNT];         // first visits that can wait, by kind tried next
    double again_beds[KIND_COUNT];                // beds needed, by kind chosen for one
    double home; // needs of those at home for the festival, per present need
    // Filled on the way up.
    Beds sent[KIND_COUNT][CHOICE_CLASSES]; // to look for a bed at this kind, from other kinds
    Beds above[CHOICE_CLASSES];            // beds asked for above the township
    double ends[KIND_COUNT];               // visits after which nobody went on to another kind
} Flows;

typedef struct Place {
    const Simulation *simulation;
    const NeedMasses *masses;
    int township;
    double share;  // of its stratum's people
    double *habit; // [KIND_COUNT] of its people: their last visit was there
} Place;

// Carries first choices up and adds what each institution is asked for.
void expected_climb(Expected *expected, Flows *flows, const Place *place);

// Share of a route's cases that go to its i-th institution.
static inline double route_share(const Route *route, int i) {
    return (route->way[i].cumulative - (i > 0 ? route->way[i - 1].cumulative : 0)) / (double)SHARE_ONE;
}

#endif
