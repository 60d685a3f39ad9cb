// SPDX-License-Identifier: MIT
// The contracts of the reforms in the simulated day: stays and visits are put to them, months and
// years closed, and the answers of institutions brought up to date.
#ifndef HXSIM_DAY_CONTRACTS_H
#define HXSIM_DAY_CONTRACTS_H

#include "day/simulation.h"
#include "payment/portfolio.h"

// The contracts of the experiment's reforms and the groups of cases; without such reforms there is
// no portfolio and everything is paid by item.
Status contracts_init(Simulation *simulation, Report *report);
void contracts_free(Simulation *simulation);

// On the first day of a month, after the levers: who is bound, and what institutions make of it.
void contracts_open_month(Simulation *simulation);

// On the last day: what is not prepaid goes back to the funds; in December the year is cleared.
void contracts_close_month(Simulation *simulation);

// The laws of contracts and their books.
Status contracts_check(const Simulation *simulation, Report *report);

// How an institution answers to the way it is paid.
static inline const Answer *answer_of(const Simulation *simulation, unsigned facility) {
    return simulation->answer ? &simulation->answer[facility] : &USUAL_ANSWER;
}

// Whether a stay is billed as two, as its own words have it.
int is_split(const Simulation *simulation, const Request *request);

// Of a stay that is billed as two, the part that each half has of everything.
static const double SPLIT_SHARE = 0.5;

// Puts the stay of somebody insured here to the contracts, coded as the institution codes it, and
// counts the weight of its group.
void claim_stay(const Simulation *simulation, Shard *shard, const Stay *stay, int days,
                const Bill *bill, const Payment *payment);

#endif
