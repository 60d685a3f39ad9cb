// SPDX-License-Identifier: MIT
// How institutions answer to what they are paid by item when prices of services change: goods are
// sold at what they cost, so that a cut of theirs leaves nothing more and nothing less, while a
// dearer bed-day or service leaves what it rises by.
#ifndef HXSIM_DAY_PRICE_ANSWERS_H
#define HXSIM_DAY_PRICE_ANSWERS_H

#include "day/simulation.h"
#include "payment/response.h"

// Where a reform changes prices of services and no reform makes a contract, institutions answer by
// tables of this module's; contracts answer for both (contracts.h), whose portfolio comes first.
Status price_answers_init(Simulation *simulation, Report *report);
void price_answers_free(Simulation *simulation);

// What one more day and one more stay bring by item at this month's prices, of what they brought
// before.
Incentive price_incentive(const Simulation *simulation, Kind kind, uint8_t county);

// On the first of a month: moves a month on the way to where prices lead.
void price_answers_move(Simulation *simulation);

#endif
