// SPDX-License-Identifier: MIT
// Staffing: who works where, and what institutions can do, after what levers have added.
//
// Doctors move and are never made: those whom townships gain are missing at the county's general
// hospital, those whom city hospitals gain come from the counties, those lent to a county are
// missing in the city, those who work at the lead of a courtyard or at a sub-centre are missing at
// the other centres, and teams at markets are missing at home that day. Only city hospitals and
// village clinics take on doctors from elsewhere. Capability is added only where doctors are.
#ifndef HXSIM_DAY_STAFFING_H
#define HXSIM_DAY_STAFFING_H

#include "day/simulation.h"

// Sets capabilities, doctors and slots of all institutions of the city, on the first day of a
// month. Teams that come on market days count with their share of the days, as people expect it.
void staffing_set(Simulation *simulation);

// Puts the teams where today's markets are, every day after that; does nothing where there are
// none.
void staffing_market_day(Simulation *simulation);

// Doctors at work who are not on the register: those who came from elsewhere, less those who left.
double staffing_joined(const Simulation *simulation);

#endif
