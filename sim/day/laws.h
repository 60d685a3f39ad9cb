// SPDX-License-Identifier: MIT
// The laws that always hold. A broken law is a bug: the run stops with the day, the place and both
// sides.
#ifndef HXSIM_DAY_LAWS_H
#define HXSIM_DAY_LAWS_H

#include "day/simulation.h"

// Checked every day: no bed beyond the limit, no slot beyond the limit, no list that was too short.
Status check_day_laws(const Simulation *simulation, Report *report);

// Checked at the end of every month, before counters are moved to the results: every need is in one
// state, every person in one place and every bed with one person, referrals agree at both ends,
// every visit had one slot, doctors sent down are missing above, every fen has a payer and the
// books balance.
Status check_month_laws(Simulation *simulation, Report *report);

// The laws of what is counted and booked in one county (the last is the visitors'): part of the
// month's.
Status check_flow_laws(Simulation *simulation, uint32_t shard, Report *report);

// The laws of the institutions: part of the month's.
Status check_institution_laws(const Simulation *simulation, Report *report);

// Tells of a law that does not hold today: what is on its left side, and what on its right.
Status law_broken(const Simulation *simulation, const char *place, const char *law, int64_t left,
                  int64_t right, Report *report);

// What the place of a shard is called.
const char *law_place(const Simulation *simulation, uint32_t shard);

#endif
