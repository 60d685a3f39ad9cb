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

// A yuan amount as printed on a bill, in fen: yuan(4783, 29).
static inline Fen yuan(Fen whole, Fen cents) {
    return 100 * whole + cents;
}

#endif
