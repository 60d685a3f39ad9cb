// SPDX-License-Identifier: MIT
// The list of cases that `hxsim settle` reads: a CSV table, amounts in yuan with at most two
// decimals.
#ifndef HXSIM_REPORT_SETTLE_CASES_H
#define HXSIM_REPORT_SETTLE_CASES_H

#include "payment/settlement.h"

typedef struct CaseList {
    ListedCase *rows;
    uint32_t count;
} CaseList;

// A column of the list and what it holds, for help and documentation.
typedef struct CaseColumn {
    const char *name, *about;
    unsigned known, needed; // BILLS_...
} CaseColumn;

// Whether the list says who paid each bill, or the rules of a model's schemes do.
enum { BILLS_LISTED = 1, BILLS_BY_RULES = 2 };

// The columns, `*count` of them.
const CaseColumn *case_columns(int *count);

// Reads the list, and lets the rules pay its bills if they are not NULL; all that is amiss is told
// with its line.
void case_list_read(CaseList *list, const char *file, const Parameters *rules, Reader *reader);

#endif
