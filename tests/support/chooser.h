// SPDX-License-Identifier: MIT
// The people of one township of the made-up city before a choice: what each kind costs them, how
// far it is, what it can do and how crowded it is, all untidy numbers.
#ifndef HXSIM_TESTS_SUPPORT_CHOOSER_H
#define HXSIM_TESTS_SUPPORT_CHOOSER_H

#include "care/choice.h"
#include "support/city.h"

typedef struct Chooser {
    MadeUpCity made;
    Routes routes;
    ChoicePrices prices; // not weighed yet: the question does that
    ChoiceInputs inputs;
} Chooser;

// Fills the inputs for a township; the city may be changed afterwards, but for what routes rest on.
void chooser_begin(Chooser *chooser, int township);
void chooser_end(Chooser *chooser);

// Words of 15 bits for draw number `i`; independent of each other and from number to number.
ChoiceWords chooser_words(uint32_t i);

// A cell with these shares of 1/SHARE_ONE, of which there are KIND_COUNT.
ChoiceCell chooser_cell(const uint16_t *reference, const uint16_t *now);

#endif
