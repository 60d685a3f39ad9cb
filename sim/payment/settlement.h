// SPDX-License-Identifier: MIT
// A list of cases settled under a file of contracts: each case's points and claims, each
// institution's clearing, each contract's pool.
//
// The same contracts as in a simulation, on cases that somebody lists: nothing is drawn. A case
// goes to the agreements that cover its cell, each for its coverage, and for the rest to payment by
// item. An agreement clears each calendar year by itself, all its institutions together.
#ifndef HXSIM_PAYMENT_SETTLEMENT_H
#define HXSIM_PAYMENT_SETTLEMENT_H

#include "payment/agreement.h"

// A case as listed. Of `charge`, `fund` is what the item rules make the fund pay; the payers add
// up to it.
typedef struct ListedCase {
    Where where;
    const char *id, *institution;
    const char *enrolled_at; // institution at which the patient is enrolled, "" for none
    const char *group;       // code, or ""
    Cell cell;
    Fen charge, in_scope;
    Fen fund, major_illness, assistance, personal_account, own;
    int32_t days;
    int disease;       // Disease, or UNKNOWN
    double complexity; // units, if the disease is known
    bool review;       // asked for
} ListedCase;

// A part of a case under one agreement.
typedef struct SettledPart {
    uint32_t listed; // index of the case
    uint32_t account;
    uint16_t group;
    CasePart part;
    CaseClaim claim;
    Fen fund; // what the contract makes of the part: for an institution that is paid in full
    bool reviewed;
} SettledPart;

// One institution's year under one agreement.
typedef struct Account {
    int agreement, year; // year 0: cases without dates
    const char *institution;
} Account;

typedef struct Settlement {
    const Agreements *agreements;
    SettledPart *parts;
    Account *accounts; // in the order of agreement, year, and first case of the institution
    ContractYear *years;
    Clearing *clearings;
    Pool *pools; // of each account's agreement and year: the same for neighbours
    uint32_t part_count, account_count;
} Settlement;

// Settles; what cannot be settled is told with the line of the case. Memory is the reader's arena.
void settlement_make(Settlement *settlement, const ListedCase *cases, uint32_t count,
                     const Agreements *agreements, Reader *reader);

#endif
