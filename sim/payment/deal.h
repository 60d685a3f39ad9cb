// SPDX-License-Identifier: MIT
// A contract of a run: an agreement, the counties in which it is offered, and how institutions come
// under it one after another.
//
// What it may pay is no number of a file but follows the items: the budget of a pooling area is
// what the items of the institutions under contract came to in the year before.
#ifndef HXSIM_PAYMENT_DEAL_H
#define HXSIM_PAYMENT_DEAL_H

#include "config/city.h"
#include "payment/agreement.h"

enum { NO_REFORM = -1 };

typedef struct Deal {
    Agreement agreement; // budget, reserve and coefficients of its terms are found year by year
    Grouping grouping;   // of cases, if it values them by groups
    uint8_t in_county[MOST_COUNTIES];
    bool designated;          // only institutions that a city's table marks for it
    Millionths budget_growth; // of what it may pay, beside the background; may be negative
    Millionths reserve_share; // of the budget, kept beside it for overruns
    Millionths per_head;      // against what the items came to for a head the year before
    Millionths risk_share;    // how far an institution's sum follows its own people's past cost
    bool of_enrolled;         // stays of people of its counties alone; others' care is borne
    bool own_terms;           // those of a contract file: one pool, budget, prices and k as given
    int reform;               // of the experiment, or NO_REFORM
} Deal;

// Where an institution stands in the order in which institutions join: 0 first, below one whole.
Millionths deal_turn_of(const char *institution);

#endif
