// SPDX-License-Identifier: MIT
// Consultation from afar: a township centre that cannot settle a case that can wait asks a doctor
// of the county general hospital. Some cases are settled there and then; others are referred, by
// appointment. Surgical cases need hands and are not asked about.
#ifndef HXSIM_DAY_CONSULT_H
#define HXSIM_DAY_CONSULT_H

#include "day/simulation.h"

// Share of the unsettled cases of a class here that are taken up elsewhere, in 1/SHARE_ONE.
uint32_t consulted_share(const Simulation *simulation, const Facility *facility, CaseClass class);

// What site and doctor elsewhere can settle together, of people in this row of the routes.
unsigned consulted_capability(const Simulation *simulation, unsigned row, const Facility *facility,
                              CaseClass class);

// 1 if somebody elsewhere is heard on a case that this institution did not settle.
int is_consulted(const Simulation *simulation, const Request *request);

// The same, counted; 1 if that settles it. `word` is what decided that it was not settled here.
int consultation_settles(const Simulation *simulation, Shard *shard, const Request *request,
                         uint32_t word);

#endif
