// SPDX-License-Identifier: MIT
// Runs of the tiny city under contracts, and what is read off their results.
#ifndef HXSIM_TESTS_LAWS_CONTRACT_RUNS_H
#define HXSIM_TESTS_LAWS_CONTRACT_RUNS_H

#include "laws/tiny.h"

enum { YEARS = 3, OUTSIDE_CHARGED = 5, MOVES_DOWN }; // of group_global_budget

// The tiny city, without contracts, whose institutions answer to no margin.
void unanswering_city(Experiment *experiment);

// Of this experiment; of the city as it stands; free the results with results_free.
Results run_of(const Experiment *experiment);
Results without_contracts(void);

// Stays of all counties and kinds from this year of the results on, of 0.
StayFlow stays_in_all(const Results *results, int from_year);

#endif
