// SPDX-License-Identifier: MIT
// Pay: tests, bill, insurance and books of one visit or one stay, and the counters that go with it.
#ifndef HXSIM_DAY_PAY_H
#define HXSIM_DAY_PAY_H

#include "day/simulation.h"

// Tests (repeated, or recognised from elsewhere), bill and payment of one visit.
void pay_for_visit(Simulation *simulation, Shard *shard, const Request *request, const Draw *visit,
                   unsigned age);

// Bill and payment of one stay that ended.
void pay_for_stay(Simulation *simulation, Shard *shard, const Stay *stay);

#endif
