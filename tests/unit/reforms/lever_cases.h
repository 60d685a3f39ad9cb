// SPDX-License-Identifier: MIT
// What each lever adds to the effects, written a second time by the names of its numbers.
#ifndef HXSIM_TESTS_UNIT_REFORMS_LEVER_CASES_H
#define HXSIM_TESTS_UNIT_REFORMS_LEVER_CASES_H

#include "reforms/lever.h"

#define LEVER_CASE_COVERAGE 0.7

// A number of a lever, and the effect that it moves.
typedef struct LeverNumber {
    const char *name;
    double value;
} LeverNumber;

typedef struct LeverMove {
    Effect effect;
    double added; // to the sum
    double taken; // from what is left of a share, which adds ln(1 - 0.7 taken)
} LeverMove;

typedef struct LeverCase {
    const char *lever;
    LeverNumber number[MOST_LEVER_PARAMETERS];
    LeverMove moved[MOST_MOVES];
} LeverCase;

// In the order of the levers.
extern const LeverCase lever_cases[];
extern const int lever_case_count;

// Adds a reform of one county, on since the day before day 1, whose numbers are 0.
Reform *lever_put(Experiment *experiment, const char *name);

// The only reform of the experiment, with all the numbers of a case.
const Reform *lever_put_case(Experiment *experiment, const LeverCase *lever);

#endif
