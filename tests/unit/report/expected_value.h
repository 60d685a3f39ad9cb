// SPDX-License-Identifier: MIT
// What an indicator is of the made-up results.
#ifndef HXSIM_TESTS_EXPECTED_VALUE_H
#define HXSIM_TESTS_EXPECTED_VALUE_H

#include "report/indicator.h"
#include "unit/report/made_up_results.h"

extern const Scope city, hill, river;

// The value of an indicator in 2023 (`at` is 0) or 2024 (1); in 2024.
double value_of_year(const MadeUpResults *made, const char *name, Scope scope, int at);
double value_of(const MadeUpResults *made, const char *name, Scope scope);

// Fails the test unless the value of 2024 is that expected, to 9 digits, or missing as NAN is.
void expect_value_of(const MadeUpResults *made, const char *name, Scope scope, double expected);

// The same of the results as they are made up.
void expect_value(const char *name, Scope scope, double expected);

#endif
