// SPDX-License-Identifier: MIT
// Seek: whether to go for care at all, to which kind of institution, and to which one.
#ifndef HXSIM_DAY_SEEK_H
#define HXSIM_DAY_SEEK_H

#include "day/candidate.h"
#include "day/simulation.h"

// Opens a case for a new need and puts its first request, or closes it without care.
// `draw` holds the words of PURPOSE_SEEK at the need's ordinal.
void seek_care(const Simulation *simulation, Shard *shard, uint32_t person, uint16_t ordinal,
               const Need *need, const Draw *draw);

// Asks memory early for the cell that this need will read.
void seek_ahead(const Simulation *simulation, uint32_t person, const Need *need);

// Puts requests of earlier days that are due today, and those who wait since yesterday.
void take_up_agenda(Simulation *simulation, Shard *shard);

// A new request for a case that is already open: another visit, or a way on from a place that refused.
// `kinds` is a mask of the kinds that come into question; `not_at` is a facility to leave out or NO_FACILITY.
// Returns 0 if nobody is in reach.
int seek_again(const Simulation *simulation, Request *request, unsigned kinds, uint16_t not_at);

enum { NO_FACILITY = 0xFFFF };

// The row of the choice tables for a person today: the township, or elsewhere for those who are away.
unsigned choice_row(const Simulation *simulation, const Resident *resident, uint32_t person);

// The cell of the choice of a visit or bed for a request.
const ChoiceCell *request_cell(const Simulation *simulation, const ChoiceTable *table,
                               const Request *request, unsigned *row);

#endif
