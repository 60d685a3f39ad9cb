// SPDX-License-Identifier: MIT
// A stay in a bed as it is planned on admission: days, operation, how it ends, and what its charge
// is made of.
//
// All words belong to the need (PURPOSE_STAY), so that it is the same patient in every bed.
#ifndef HXSIM_DAY_STAY_H
#define HXSIM_DAY_STAY_H

#include "day/simulation.h"

// The stay that begins today in the institution asked.
Stay planned_stay(const Simulation *simulation, const Request *request);

// Mean stay of a disease group at a kind this year, days.
double mean_stay_days(const Simulation *simulation, Disease disease, Kind kind);

// Days that a stay is longer on the mean because few leave at weekends.
double mean_days_to_monday(const Simulation *simulation);

// Factor of mean 1 by which this stay's charge differs from its group's mean; the same at every
// institution.
double stay_noise(const Simulation *simulation, const Request *request);

#endif
