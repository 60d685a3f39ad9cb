// SPDX-License-Identifier: MIT
// Rules like Hunan's of 2023, small enough to follow by hand: what the tests of bills rest on.
//
// Outside the catalogue: village clinic 2 %, township centre 4 %, private hospital 11 %, county
// hospital 8 %, city hospital 13 %, outside the city 17 %. Of the catalogue 30 % is class B, of
// which 10 % is the patient's own. No personal account, unless a test gives one.
#ifndef HXSIM_TESTS_HUNAN_H
#define HXSIM_TESTS_HUNAN_H

#include "config/parameters.h"
#include "money/benefit.h"

void hunan_rules(Parameters *parameters);

// The same as the money module reads them.
Benefits hunan_benefits(void);

// A charge at an institution of a level; a resident's stay at a county hospital and at a city one.
InsuredCharge insured_charge(Scheme scheme, Kind kind, Level level, Fen charge);
InsuredCharge county_stay(Fen charge);
InsuredCharge city_stay(Fen charge);

// What such a stay is paid by these rules, in what is left of a year.
Payment settled_stay(Annual *annual, InsuredCharge insured);

// A yuan amount as printed on a bill, in fen: yuan(4783, 29).
static inline Fen yuan(Fen whole, Fen cents) {
    return 100 * whole + cents;
}

#endif
