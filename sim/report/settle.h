// SPDX-License-Identifier: MIT
// The verb settle: a list of cases under a file of contracts, printed so that a spreadsheet can
// check it.
#ifndef HXSIM_REPORT_SETTLE_H
#define HXSIM_REPORT_SETTLE_H

#include "base/status.h"
#include "report/typeset.h"

#include <stdio.h>

// settle CASES.csv --contract FILE [--out DIR] [--json|--markdown]: each case's points and payers,
// each institution's clearing, each contract's pool; with --out also as settled_cases.csv,
// settled_institutions.csv and settled_contracts.csv in that folder.
Status settle_verb(int count, char *const *words, Language language, FILE *out, Report *report);

#endif
