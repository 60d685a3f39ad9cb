// SPDX-License-Identifier: MIT
// Serve: who gets a slot, what the institution finds, and what follows.
//
// The order of a day is part of the model. Requests are put in this order: those who wait since yesterday, in the
// order in which they were told to wait; those put down for today, in the order in which they were put down; new
// needs by person; visitors. In each round institutions see theirs one after another, in the order of the city's
// table, and each in the order in which requests were put; what they put for the next round, for tomorrow or for a
// bed keeps that order. Who gets a slot is decided by key alone. The order matters where one person is seen twice on
// a day (the year's ceilings, the last test, the last kind, a bed), and for who still finds room in a full queue
// for a bed: there county goes before county, and who was sent on or moved down yesterday before who asks today.
#ifndef HXSIM_DAY_SERVE_H
#define HXSIM_DAY_SERVE_H

#include "day/simulation.h"

// Sorts the requests of a shard by institution, for one round.
void sort_requests(const Simulation *simulation, Shard *shard);

// The last request of one institution that still gets a slot in this round: its key and person. Everybody up to
// it is served. All shards' requests are looked at in one order that no thread moves.
typedef struct Threshold {
    uint32_t key, person;
    uint16_t ordinal;
    uint8_t everybody, nobody;
} Threshold;

// Who of these requests gets one of `slots`: the first in the order of service. May sort them.
Threshold threshold_of(Request *requests, uint32_t count, uint32_t slots);

// Gives out the slots of every institution for one round.
void resolve_round(Simulation *simulation, Threshold *threshold, int round);

// Serves those of a shard's requests that got a slot; the others try again, wait, or give up.
void serve_round(Simulation *simulation, Shard *shard, const Threshold *threshold, int round);

// 1 if an institution with this share of free beds (1/255) judges that the case needs a bed.
int calls_for_bed(const Simulation *simulation, const Request *request, unsigned age,
                  unsigned free_share);

#endif
