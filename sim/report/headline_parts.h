// SPDX-License-Identifier: MIT
// Below the headline table: two sums that a reader can check, the visits of a year by what kind of
// contact they are and the beds in use from admissions and stay beside those counted each night;
// and the in-city rate in its two readings, of the insured and of residents.
#ifndef HXSIM_REPORT_HEADLINE_PARTS_H
#define HXSIM_REPORT_HEADLINE_PARTS_H

#include "report/indicator_values.h"
#include "report/typeset.h"

#include <stdio.h>

// Prints them for the whole city and one year, means over replicates.
void headline_parts_print(const IndicatorValues *values, int year, Language language, FILE *out);

#endif
