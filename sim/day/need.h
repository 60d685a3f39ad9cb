// SPDX-License-Identifier: MIT
// Need: who falls ill, needs a prescription, or dies today.
#ifndef HXSIM_DAY_NEED_H
#define HXSIM_DAY_NEED_H

#include "day/simulation.h"

// Turns everybody of a county who is due today into requests, and sets their next due day.
void find_needs(Simulation *simulation, Shard *shard);

#endif
