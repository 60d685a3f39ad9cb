// SPDX-License-Identifier: MIT
// The contracts that the reforms of an experiment switch on.
#ifndef HXSIM_REFORMS_DEALS_H
#define HXSIM_REFORMS_DEALS_H

#include "config/experiment.h"
#include "payment/deal.h"
#include "reforms/lever.h"

enum { MOST_DEALS = MOST_CONTRACTS * MOST_AGREED };

// Lists them, at most MOST_DEALS, and returns how many; groups of cases are left to whoever
// runs them. A contract covers what its reform covers: `coverage` is its share of the fund, and
// institutions join over the ramp.
int deals_of_experiment(Deal *deals, const Experiment *experiment);

// The share of a county's institutions that have joined on a day; `effects` are of that day.
Millionths deal_joined(const Deal *deal, const Experiment *experiment, const Effects *effects,
                       int county, int32_t day);

#endif
