// SPDX-License-Identifier: MIT
// Two sums that a reader can check, below the headline table: the visits of a year by what kind of
// contact they are, and the beds in use from admissions and stay beside those counted each night.
#ifndef HXSIM_REPORT_HEADLINE_PARTS_H
#define HXSIM_REPORT_HEADLINE_PARTS_H

#include "report/indicator_values.h"
#include "report/typeset.h"

#include <stdio.h>

// Prints both for the whole city and one year, means over replicates.
void headline_parts_print(const IndicatorValues *values, int year, Language language, FILE *out);

#endif
