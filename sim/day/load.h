// SPDX-License-Identifier: MIT
// How busy each institution of true size would be, and what that does to the patients of a run of
// one in n.
//
// The load of an institution is expected and not counted (day/expected.h): congestion rises steeply
// with load, so chance in the load would bias it upwards. Only how far the expectation is off is
// counted, for all institutions of a kind together, over more than a year, and drawn towards 1 as
// far as the counts are few.
//
// Slots: each day each clinic's table is asked, with one word of that day, how far down the order
// of service it gets (congestion_reach); whoever stands further down finds no slot. The order is
// that of one in one: round, priority, key. Beds: each ward of true size lives its days, and a
// request gets what somebody in its place would get there (day/load_ward.h).
#ifndef HXSIM_DAY_LOAD_H
#define HXSIM_DAY_LOAD_H

#include "base/status.h"
#include "care/ward.h"
#include "day/serve.h"
#include "day/simulation.h"

#include <stdint.h>

typedef struct Load Load;

// Only for runs of one in n > 1; the table of congestion is one of the model's.
Status load_init(Load **load, const Simulation *simulation, Report *report);
void load_free(Load *load);

// At the begin of a month: before the tables adapt, learns from the counts of the month that is
// over and sets how often institutions turned people away; afterwards, expects the loads of the
// month to come.
void load_close_month(Simulation *simulation);
void load_open_month(Simulation *simulation);

// At the begin of a day: lets the wards of true size live it.
void load_open_day(Simulation *simulation);

// The last request of this round that each institution of true size would serve. Counts the round's
// requests. One thread calls it at the begin of each round.
void load_resolve(Simulation *simulation, Threshold *threshold, int round);

// What a ward answers a request that came `waited_days` ago.
WardAnswer load_answer(const Simulation *simulation, uint32_t facility, const Request *request,
                       unsigned waited_days);

// Tells the load of a request for a bed when it comes, when it is sent on, and of the stay when it
// is planned.
void load_count_request(Simulation *simulation, uint32_t facility, const Request *request);
void load_count_sent_on(Simulation *simulation, uint32_t facility);
void load_count_stay(Simulation *simulation, uint32_t facility, const Stay *stay, double mean_days);

// Share of open beds that are free today, 0-1, on the mean.
double load_free_share(const Simulation *simulation, uint32_t facility);

#endif
