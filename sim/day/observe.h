// SPDX-License-Identifier: MIT
// Observe: moves the month's counters into the results; nothing that is observed acts back.
#ifndef HXSIM_DAY_OBSERVE_H
#define HXSIM_DAY_OBSERVE_H

#include "day/results.h"
#include "day/simulation.h"

// At the end of a month; the warm-up is forgotten.
void observe_month(Simulation *simulation, Results *results);

// At the end of a year: heads, and the books, which are closed.
void observe_year(Simulation *simulation, Results *results);

#endif
