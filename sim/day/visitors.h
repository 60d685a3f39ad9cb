// SPDX-License-Identifier: MIT
// People from neighbouring areas who come here for care; they pay by item and are no residents.
#ifndef HXSIM_DAY_VISITORS_H
#define HXSIM_DAY_VISITORS_H

#include "day/simulation.h"

// Puts the day's arrivals of all origins as requests: Poisson, by log-logistic decay with the
// minutes to the city's hospitals and to the nearest county's general hospital.
void visitors_arrive(Simulation *simulation, Shard *shard);

// Expected arrivals a day of one origin at the city's hospitals (0) or the nearest county's (1), at
// scale 1.
double visitors_expected(const Simulation *simulation, const Origin *origin, int at_county);

// Share of them whose insurance settles here directly: all from other cities of the province; from
// other provinces what the background gives, and what levers add to it.
double visitors_settled(const Simulation *simulation, const Origin *origin, int at_county);

#endif
