// SPDX-License-Identifier: MIT
// The price lists of the simulated day: one for each county in which a reform has changed prices
// differently, and one for care outside the city. Lists are made once a month, so that a bill costs
// no more than without reforms.
#ifndef HXSIM_DAY_PRICING_H
#define HXSIM_DAY_PRICING_H

#include "day/simulation.h"

// Charges of the year's books up to the last month.
typedef struct Priced {
    Fen charged[KIND_COUNT][LEDGER_COUNTIES][COMPONENT_COUNT];
} Priced;

Status pricing_init(Simulation *simulation, Report *report);
void pricing_free(Simulation *simulation);

// Makes the lists of a year of the background, with the reforms of today or, as reference, without.
void pricing_set(Simulation *simulation, int year, int as_reference);

// On the last day of a month: enters the month at the prices before any reform, out of the books of
// the year so far, of which there may be several.
void pricing_close_month(Simulation *simulation, const Ledger *const *books, int count);

// At the end of a year: institutions get their part of what funds saved, in the year's ledger; the
// year is told, unless `told` is NULL, and forgotten.
void pricing_close_year(Simulation *simulation, Ledger *ledger, PriceYear *told);

#endif
