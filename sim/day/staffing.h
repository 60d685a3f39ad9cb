// SPDX-License-Identifier: MIT
// Staffing: who works where, and what institutions can do, after what levers have added.
//
// Doctors move and are never made: those whom townships gain are missing at the county's general
// hospital, those whom city hospitals gain come from the counties, and those lent to a county are
// missing in the city. Capability is added only where doctors are.
#ifndef HXSIM_DAY_STAFFING_H
#define HXSIM_DAY_STAFFING_H

#include "day/simulation.h"

// Sets capabilities, doctors and slots of all institutions of the city, on the first day of a
// month.
void staffing_set(Simulation *simulation);

#endif
