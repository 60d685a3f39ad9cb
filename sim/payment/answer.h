// SPDX-License-Identifier: MIT
// How an institution answers to the way it is paid, as the day reads it: factors and shares that
// are found once a month (response.h).
#ifndef HXSIM_PAYMENT_ANSWER_H
#define HXSIM_PAYMENT_ANSWER_H

#include "base/money.h"

enum { ANSWER_ONE = 65536 };

typedef struct Answer {
    double days;          // factor of the days of a stay
    double items;         // of its drugs, consumables and tests
    double visit_items;   // of the drugs and consumables of a visit
    uint32_t visit_tests; // of the share of visits with a test, in 1/ANSWER_ONE
    int32_t admission;    // added to the log odds of an admission, in 1/ANSWER_ONE
    uint32_t coded_up;    // share of cases coded into the next dearer group, in 1/ANSWER_ONE
    uint32_t split;       // share of stays billed as two, in 1/ANSWER_ONE
    Millionths moved_out; // of what is in the catalogue, billed outside it; negative: the reverse
} Answer;

// Payment by item of everything: as the parameters stand.
static const Answer USUAL_ANSWER = {
    .days = 1, .items = 1, .visit_items = 1, .visit_tests = ANSWER_ONE};

#endif
