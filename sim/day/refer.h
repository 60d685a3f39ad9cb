// SPDX-License-Identifier: MIT
// Refer: where a case goes that an institution could not settle.
#ifndef HXSIM_DAY_REFER_H
#define HXSIM_DAY_REFER_H

#include "day/simulation.h"

// Sends an unsettled case up by appointment, lets it find its own way, or closes it.
void refer(const Simulation *simulation, Shard *shard, const Request *request);

// The institution one step up from here for this person and class of case, or NO_FACILITY at the
// top; `draw` holds the words of PURPOSE_REFER.
uint16_t one_step_up(const Simulation *simulation, const Request *request, const Draw *draw);

#endif
