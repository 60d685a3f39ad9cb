// SPDX-License-Identifier: MIT
// The laws that always hold. A broken law is a bug: the run stops with the day, the place and both sides.
#ifndef HXSIM_DAY_LAWS_H
#define HXSIM_DAY_LAWS_H

#include "day/simulation.h"

// Checked every day: no bed beyond the limit, no slot given twice, no list that was too short.
Status check_day_laws(const Simulation *simulation, Report *report);

// Checked at the end of every month, before counters are moved to the results: every case is in one state, every
// person in one place, referrals agree at both ends, the books balance.
Status check_month_laws(Simulation *simulation, Report *report);

#endif
