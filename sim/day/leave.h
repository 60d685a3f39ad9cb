// SPDX-License-Identifier: MIT
// What the wards told of a county's patients: stays begin and end, lead home, down, to death or
// back to a bed; who was sent on looks further.
#ifndef HXSIM_DAY_LEAVE_H
#define HXSIM_DAY_LEAVE_H

#include "day/simulation.h"

// Takes discharges, moves down, deaths and diversions back to the county of the patient.
void receive_from_wards(Simulation *simulation, Shard *shard);

#endif
