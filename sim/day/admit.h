// SPDX-License-Identifier: MIT
// Admit: who needs a bed asks for one, here or where the patient chooses.
#ifndef HXSIM_DAY_ADMIT_H
#define HXSIM_DAY_ADMIT_H

#include "day/simulation.h"

enum { WAITING_FOR_BED = 0xFFFE }; // instead of an institution, as where a person lies

// Asks for a bed where the patient was seen, or where the patient chooses.
void ask_for_bed(const Simulation *simulation, Shard *shard, const Request *request);

// Where a patient who is not kept here looks for a bed, but `not_at` one institution; `draw` holds
// the words of PURPOSE_ADMIT. Returns 0 if there is none.
int choose_bed(const Simulation *simulation, Request *request, const Draw *draw, uint16_t not_at);

// Sorts the day's requests for beds by institution.
void sort_bed_requests(const Simulation *simulation, Shard *shard);

#endif
