// SPDX-License-Identifier: MIT
#ifndef HXSIM_TESTS_LAWS_TWIN_NEED_H
#define HXSIM_TESTS_LAWS_TWIN_NEED_H

#include "day/simulation.h"

typedef struct TwinNeed {
    uint8_t exists;     // 0: thinned away
    uint8_t disease;    // Disease
    uint8_t complexity; // 1/32 unit
    uint8_t urgent;
    uint8_t contact;   // CONTACT_ACUTE, CONTACT_ROUTINE or CONTACT_FLARE
    uint8_t condition; // of a routine visit or flare
} TwinNeed;

// What a candidate is, from the words of PURPOSE_NEED at its ordinal; `rate` is the person's of
// this year.
TwinNeed twin_need(const Simulation *world, const Resident *resident, const Draw *draw, double rate,
                   int half_month, int32_t age_band);

#endif
