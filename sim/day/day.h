// SPDX-License-Identifier: MIT
// One day of a city, as a table of contents.
#ifndef HXSIM_DAY_DAY_H
#define HXSIM_DAY_DAY_H

#include "day/results.h"
#include "day/simulation.h"

// Simulates the next day; at the end of a month and year its counts go to the results. A broken law fills the
// report and stops the run.
Status simulate_day(Simulation *simulation, Results *results, Report *report);

#endif
