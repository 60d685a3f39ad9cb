// SPDX-License-Identifier: MIT
// The wards' day: who leaves, who gets a bed, who waits and who is sent on.
#ifndef HXSIM_DAY_WARDS_H
#define HXSIM_DAY_WARDS_H

#include "day/simulation.h"

// Every ward's day: discharges, then admissions in order of urgency and arrival; then hands what
// happened over to the counties of the patients.
void run_wards(Simulation *simulation);

#endif
