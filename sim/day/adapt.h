// SPDX-License-Identifier: MIT
// Adapt: what people expect and institutions are, brought up to date once a month.
#ifndef HXSIM_DAY_ADAPT_H
#define HXSIM_DAY_ADAPT_H

#include "day/simulation.h"

// Levers, prices, capabilities and slots, crowding, and the choice tables, on the first day of a
// month.
void adapt_month(Simulation *simulation);

// The reference tables: no lever, no crowding, the first year's prices. Fixed for the run.
void adapt_reference(Simulation *simulation);

// Levers and shares that the date alone decides, every day.
void adapt_day(Simulation *simulation);

// Row of the background for a year.
int background_row(int year);

#endif
