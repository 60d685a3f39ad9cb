// SPDX-License-Identifier: MIT
// Need: who falls ill, needs a prescription, or dies today.
#ifndef HXSIM_DAY_NEED_H
#define HXSIM_DAY_NEED_H

#include "day/simulation.h"

// What one candidate of the clock turned out to be.
typedef struct Need {
    uint8_t exists;     // 0: thinned away
    uint8_t disease;    // Disease
    uint8_t complexity; // 1/32 unit
    uint8_t urgent;
    uint8_t contact;    // CONTACT_ACUTE, CONTACT_ROUTINE or CONTACT_FLARE
    uint8_t condition;  // of a routine visit or flare
} Need;

// What a candidate is, from the words of PURPOSE_NEED at its ordinal; `rate` is the person's of this year.
Need need_of(const Simulation *simulation, const Resident *resident, const Draw *draw, double rate,
             int half_month, unsigned age_band);

// Turns everybody of a county who is due today into requests, and sets their next due day.
void find_needs(Simulation *simulation, Shard *shard);

#endif
