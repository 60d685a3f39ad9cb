// SPDX-License-Identifier: MIT
// The verb settle: a list of cases under a file of contracts, printed so that a spreadsheet can
// check it.
#ifndef HXSIM_REPORT_SETTLE_H
#define HXSIM_REPORT_SETTLE_H

#include "base/status.h"
#include "report/typeset.h"

#include <stdio.h>

// settle CASES.csv --contract FILE [--json]: each case's points and payers, each institution's
// clearing, each contract's pool.
Status settle_verb(int count, char *const *words, Language language, FILE *out, Report *report);

#endif
