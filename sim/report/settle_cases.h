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
    bool needed;
} CaseColumn;

// The columns, `*count` of them.
const CaseColumn *case_columns(int *count);

// Reads the list; all that is amiss is told with its line.
void case_list_read(CaseList *list, const char *file, Reader *reader);

#endif
