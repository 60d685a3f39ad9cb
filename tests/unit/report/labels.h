// SPDX-License-Identifier: MIT
// The labels of a chart, as its script places them.
#ifndef HXSIM_TESTS_LABELS_H
#define HXSIM_TESTS_LABELS_H

// Asserts that every label of a script lies within the picture and none covers another; `what` is
// told if not.
void labels_assert_clear(const char *script, const char *what);

#endif
