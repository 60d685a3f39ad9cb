// SPDX-License-Identifier: MIT
// A settlement as three lists: cases, institutions, contracts. Amounts are yuan with two decimals.
#ifndef HXSIM_REPORT_SETTLE_TABLES_H
#define HXSIM_REPORT_SETTLE_TABLES_H

#include "payment/settlement.h"
#include "report/listing.h"
#include "report/typeset.h"

// How columns are headed: by name, as in JSON, or in the words of a language.
typedef enum Heads { HEADS_NAMES, HEADS_ZH, HEADS_EN, HEADS } Heads;

enum { SETTLE_CASES, SETTLE_INSTITUTIONS, SETTLE_CONTRACTS, SETTLE_TABLES };

// The name of a table and its title.
const char *settle_table_name(int table, Heads heads);

// Fills one of the three lists.
void settle_table(Listing *listing, int table, const Settlement *settlement,
                  const ListedCase *cases, Heads heads, Arena *arena);

#endif
