// SPDX-License-Identifier: MIT
// The operation of institutions, year by year, for each kind and county: what they received, what
// their work cost, and what is left.
//
//     receipts + clearing + subsidy = staff + inputs + fixed + unpaid + surplus
//
// Receipts are in the ledger, by component and by payer. Staff and the fixed part go with the
// doctors on the register, so that who is sent to work elsewhere is paid at home; inputs are goods
// used up: a share of each component's charge, drugs and consumables without their mark-up. Fen are
// those simulated: at one in n each stands for n. Institutions outside the city have no accounts.
#ifndef HXSIM_MONEY_OPERATION_H
#define HXSIM_MONEY_OPERATION_H

#include "money/price_change.h"

// clang-format off
//    name       meaning
#define OPERATION_COLUMNS(X) \
    X(receipts,  "charges paid for patients") \
    X(clearing,  "from the funds when contracts are cleared; negative: given back") \
    X(subsidy,   "from government") \
    X(staff,     "pay of all staff") \
    X(inputs,    "goods used up") \
    X(fixed,     "buildings, equipment, energy, administration") \
    X(unpaid,    "of receipts, what patients treated on credit never pay") \
    X(owed,      "of receipts, what patients treated on credit owe at the end of the year") \
    X(surplus,   "what is left; negative: a deficit")
// clang-format on

#define MEMBER(name, meaning) Fen name;
typedef struct Operation {
    OPERATION_COLUMNS(MEMBER)
} Operation;
#undef MEMBER

// What reforms build at the public hospitals of county and city, by county: their fixed cost
// against before, the mean of the year, and what was spent in the year, in yuan for the whole city.
// And where they let patients pay later: of a year's own payments to public institutions, the share
// that is never made, the mean of the year, and the share that is owed at its end.
typedef struct Works {
    double running[MOST_COUNTIES], capital[MOST_COUNTIES];
    double never_paid[MOST_COUNTIES], owed[MOST_COUNTIES];
} Works;

typedef struct Operations {
    Operation at[KIND_COUNT][LEDGER_COUNTIES];
} Operations;

// Closes a year: the ledger has the year's bills and clearing, before the funds' own income is
// booked or after; subsidies and costs are booked to it. `prices` tells what the same care had
// cost before any reform of prices: a service whose price rises uses up no more goods, while drugs
// and consumables are bought at their new price. What is spent on `works` comes from government and
// is cost of the year, shared among public hospitals by doctors. `scale` is the persons that one
// stands for.
void operations_close_year(Operations *operations, Ledger *ledger, const PriceYear *prices,
                           const Works *works, const City *city, int scale);

// Adds up.
void operation_add(Operation *sum, const Operation *operation);

// What was cleared to all institutions.
Fen operations_cleared(const Operations *operations, const City *city);

// The law: each account balances and holds what the ledger holds. A breach is told with `when`, the
// place and both sides.
Status operations_check(const Operations *operations, const Ledger *ledger, const City *city,
                        const char *when, Report *report);

#endif
