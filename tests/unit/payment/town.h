// SPDX-License-Identifier: MIT
// A made-up table of three groups and terms of contracts in round numbers, small enough to follow
// by hand: what the tests of payment rest on.
#ifndef HXSIM_TESTS_TOWN_H
#define HXSIM_TESTS_TOWN_H

#include "payment/contract.h"

enum { TOWN_FEVER, TOWN_LUNG, TOWN_KNEE, TOWN_GROUPS };

// A yuan amount as printed on a bill, in fen.
static inline Fen yuan(Fen whole, Fen cents) {
    return 100 * whole + cents;
}

// Weights 0.5, 0.8, 3.25; mean costs of level 2: 2,500, 4,000, 16,250 yuan, of level 3 twice that.
const CaseGroups *town_groups(void);

// Retrospective, budget 10,000 yuan, no reserve, no bands, nothing paid before the year ends; k 0.8
// at level 2 and 1 at level 3; cases deviate below 0.5, and above 2 (level 3: 3).
Terms town_case_mix(void);

// Bands: claims below 0.8 F as they are; 70 % of the excess to 1.1 F, 50 % of that to 1.2 F.
void town_add_bands(Terms *terms);

// A stay of 8 days at level 2 whose in-scope part is 90 % of the charge, of which the fund pays
// 60 % by item.
PaidCase town_stay(int group, Fen charge);

// The year of an institution: points in thousandths, what patients and others paid, what the items
// made the fund pay.
ContractYear town_year(int64_t points, Fen others, Fen fund_by_items);

#endif
