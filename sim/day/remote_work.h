// SPDX-License-Identifier: MIT
// Remote work from month to month: how much is asked for, how much of it can be done, and whose
// time it takes at the county general hospitals.
#ifndef HXSIM_DAY_REMOTE_WORK_H
#define HXSIM_DAY_REMOTE_WORK_H

#include "day/simulation.h"

// What could have been asked for in this month, by county of the site and as simulated: enters the
// expectation with the weight that crowding has too (choice.crowding_memory).
void remote_close_month(Simulation *simulation, int64_t asked[MOST_COUNTIES][REMOTES]);

// Before institutions are staffed: what of it is done from today on, and by how many doctors. Their
// time is taken as far as it is needed, and not beyond those who may be called.
void remote_plan(Simulation *simulation);

// Share of what could be asked for that a reform asks for.
double remote_asked_share(const Effects *effects, int county, Remote remote);

#endif
