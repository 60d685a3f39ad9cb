// SPDX-License-Identifier: MIT
// Plain words for what a model file may hold that its grammar does not.
//
// libconfig answers most slips with "syntax error", and reads some without a word as something else
// (5000000000 as 705032704, 0xFFFFFFFF as -1, 1e400 as infinity). This looks at the text first and
// tells each slip by its own name: full-width signs, `30%`, `4,587,594`, dates without quotes,
// quotes and brackets that are never closed, numbers too large, `@include`.
#ifndef HXSIM_CONFIG_SPELLING_H
#define HXSIM_CONFIG_SPELLING_H

#include "base/status.h"
#include "config/text.h"

#include <stdbool.h>

// Checks the text of a model or scenario file; one message for each slip, at most 20.
Status spelling_check(const Text *text, Report *report);

// Reads a number that stands alone, as in a cell of a table or after `--set path=`. If it is none,
// says why, and what to write.
enum { LONGEST_WHY = 256 };
bool spelling_number(const char *word, double *value, char why[LONGEST_WHY]);

#endif
