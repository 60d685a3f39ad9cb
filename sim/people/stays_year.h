// SPDX-License-Identifier: MIT
// What inpatients have used up of the year's insurance rules: a side table, because most people
// never lie in a bed in a given year. It grows in a year with more of them than it began with;
// emptied on 1 January.
#ifndef HXSIM_PEOPLE_STAYS_YEAR_H
#define HXSIM_PEOPLE_STAYS_YEAR_H

#include "base/status.h"

#include <stdint.h>

typedef struct StayAccount {
    uint32_t person; // slot + 1, 0 for a free row
    int32_t deductible_met_fen, fund_paid_fen, own_in_scope_fen, major_illness_paid_fen,
        assistance_paid_fen, stays;
} StayAccount;

typedef struct StayAccounts {
    StayAccount *row;              // open addressing, linear probing
    uint32_t capacity, used, lost; // lost: asked for in vain, in the whole run
} StayAccounts;

// Room for `persons` inpatients a year to begin with.
Status stay_accounts_init(StayAccounts *accounts, uint32_t persons, Report *report);
void stay_accounts_free(StayAccounts *accounts);

// Forgets every account, for a new year; the room stays.
void stay_accounts_clear(StayAccounts *accounts);

// The account of a person, new if there was none, until the next is asked for; NULL if there is no
// memory for a new one, which is counted.
StayAccount *stay_account(StayAccounts *accounts, uint32_t person);

// Asks memory for the account of a person who is about to need it.
void stay_account_ahead(const StayAccounts *accounts, uint32_t person);

#endif
