// SPDX-License-Identifier: MIT
// What the values of indicators have of their draws, beside report/indicator_values.h.
#ifndef HXSIM_REPORT_INDICATOR_DRAWS_H
#define HXSIM_REPORT_INDICATOR_DRAWS_H

#include "report/indicator_values.h"

// Orders numbers for qsort.
int compare_numbers(const void *a, const void *b);

// Gives back the memory of the draws.
void indicator_values_forget_draws(IndicatorValues *values);

#endif
