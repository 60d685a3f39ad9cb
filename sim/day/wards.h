// SPDX-License-Identifier: MIT
// The wards' day: who leaves, who gets a bed, who waits and who is sent on.
#ifndef HXSIM_DAY_WARDS_H
#define HXSIM_DAY_WARDS_H

#include "day/simulation.h"

// Every ward's day: discharges, then admissions in order of urgency and arrival; then hands what
// happened over to the counties of the patients.
void run_wards(Simulation *simulation);

// Ends the stay of somebody who dies in a bed today, whatever was planned: the bed is free for the
// ward's round of today, and the days lived are billed. A death of the year of admission is planned
// from the start; this is for one that only the new year brings.
void give_up_bed(Simulation *simulation, uint32_t person);

#endif
