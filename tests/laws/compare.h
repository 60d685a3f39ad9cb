// SPDX-License-Identifier: MIT
// Two results number by number, and all numbers of a result as one or added up.
#ifndef HXSIM_TESTS_LAWS_COMPARE_H
#define HXSIM_TESTS_LAWS_COMPARE_H

#include "day/results.h"

enum { DIFFERENCE_TEXT = 320 };

// How many numbers differ in `years` years from the first on; the first of them is told in `text`
// with its year, place and both sides.
uint64_t results_differ(const Results *one, const Results *other, int years,
                        char text[DIFFERENCE_TEXT]);

// Fails the test unless two results are the same in their first years, or but for one count: that
// of `one` is overwritten.
void assert_same_results(const Results *one, const Results *other, int years);
void assert_same_but_for(Results *one, const Results *other, Count count);

// The same where nothing but minutes of urgent cases may differ.
void assert_same_but_for_minutes(Results *one, const Results *other);

// One count over all years and places.
int64_t results_count(const Results *results, Count count);

// All numbers of a result in a fixed order (FNV-1a, 64 bits): an alarm, never evidence.
uint64_t results_hash(const Results *results);

#endif
