// SPDX-License-Identifier: MIT
// What reforms build at public hospitals, from month to month: beds are a matter of staffing, the
// money is that of the year's books.
#ifndef HXSIM_DAY_BUILDING_H
#define HXSIM_DAY_BUILDING_H

#include "day/simulation.h"

// On the last day of a month: what has been spent since the last one, and what buildings cost.
void building_close_month(Simulation *simulation);

// At the end of a year, which is told unless `told` is NULL, and forgotten.
void building_close_year(Simulation *simulation, Works *told);

#endif
