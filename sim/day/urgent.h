// SPDX-License-Identifier: MIT
// Time to care of those who cannot wait: from the decision to go until the institution has them in
// hand that settles the case or finds that it needs a bed. Minutes are an output; nothing follows
// from them for anybody.
//
// Some call an ambulance. It comes from the county seat, or from a station at the township centre
// where there is one and its car is not out; data sent ahead shorten the reception, and severe
// cases may be taken to the county general hospital, light ones to a township centre.
#ifndef HXSIM_DAY_URGENT_H
#define HXSIM_DAY_URGENT_H

#include "day/candidate.h"
#include "day/simulation.h"

// A need that cannot wait has chosen this kind: where it is taken to, and the minutes until there.
Kind urgent_begins(const Simulation *simulation, Shard *shard, uint32_t person, uint16_t ordinal,
                   const Need *need, Kind chosen);

// So many minutes more, because it went on to another institution.
void urgent_goes_on(const Simulation *simulation, uint32_t person, int64_t minutes);

// Somebody has it in hand.
void urgent_ends(const Simulation *simulation, Shard *shard, const Request *request);

// Where an ambulance takes somebody to, if it does not go where he would.
Kind urgent_routed(Kind chosen, unsigned complexity);

#endif
