// SPDX-License-Identifier: MIT
// What the parameters say, turned into the small tables that the day looks up.
#ifndef HXSIM_DAY_TABLES_H
#define HXSIM_DAY_TABLES_H

#include "day/simulation.h"

// Fills the tables for a year of the background (admission propensity changes from year to year).
void day_tables_init(DayTables *tables, const City *city, int background_year);

// The intercept a for which logistic(a + slope x sd x Z) has this mean over a standard normal Z.
double admission_intercept(double mean, double slope_times_sd);

#endif
