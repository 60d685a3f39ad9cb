// SPDX-License-Identifier: MIT
// Pay: tests, bill, insurance and books of one visit or one stay, and the counters that go with it.
#ifndef HXSIM_DAY_PAY_H
#define HXSIM_DAY_PAY_H

#include "day/simulation.h"

// The till of one institution: what its visits, one after the other, come to until it is closed.
typedef struct Till {
    const Facility *facility;
    Bill charged;
    Fen paid;
    VisitFlow flow[PRESENCES];
} Till;

void till_open(Till *till, const Simulation *simulation, uint16_t facility);

// Books what was charged and paid, and counts the visits, at the place of the institution.
void till_close(const Till *till, Shard *shard);

// Tests (repeated, or recognised from elsewhere), bill and payment of one visit to the institution of the till.
void pay_for_visit(Simulation *simulation, Shard *shard, Till *till, const Request *request,
                   const Draw *visit, unsigned age);

// Bill and payment of one stay that ended.
void pay_for_stay(Simulation *simulation, Shard *shard, const Stay *stay);

#endif
