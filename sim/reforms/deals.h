// SPDX-License-Identifier: MIT
// The contracts that the reforms of an experiment switch on.
#ifndef HXSIM_REFORMS_DEALS_H
#define HXSIM_REFORMS_DEALS_H

#include "config/experiment.h"
#include "payment/deal.h"
#include "reforms/lever.h"

enum { MOST_DEALS = MOST_CONTRACTS * MOST_AGREED + MOST_CONTRACTS };

// Lists them, at most MOST_DEALS - MOST_CONTRACTS, and returns how many; groups of cases are left
// to whoever runs them. A contract covers what its reform covers: `coverage` is its share of the
// fund, and institutions join over the ramp.
int deals_of_experiment(Deal *deals, const Experiment *experiment);

// Adds those of the scenario's contract file after the `count` there are, at most MOST_CONTRACTS,
// at the experiment's scale, and returns how many there are now. What is amiss is told: a file that
// pays stays beside a reform that does so, too.
int deals_of_contract_file(Deal *deals, int count, const Experiment *experiment, Reader *reader);

// Reads the contract file, if there is one, only to tell what is amiss.
Status contract_file_check(const Experiment *experiment, Report *report);

// The share of a county's institutions that have joined on a day; `effects` are of that day.
Millionths deal_joined(const Deal *deal, const Experiment *experiment, const Effects *effects,
                       int county, int32_t day);

#endif
