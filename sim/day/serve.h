// SPDX-License-Identifier: MIT
// Serve: who gets a slot, what the institution finds, and what follows.
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

// Gives out the slots of every institution for one round.
void resolve_round(Simulation *simulation, Threshold *threshold);

// Serves those of a shard's requests that got a slot; the others try again, wait, or give up.
void serve_round(Simulation *simulation, Shard *shard, const Threshold *threshold, int round);

// 1 if an institution with this share of free beds (1/255) judges that the case needs a bed.
int calls_for_bed(const Simulation *simulation, const Request *request, unsigned age,
                  unsigned free_share);

#endif
