// SPDX-License-Identifier: MIT
// The words after a verb that inspects: operands, and the few options that these verbs share.
#ifndef HXSIM_REPORT_INSPECT_WORDS_H
#define HXSIM_REPORT_INSPECT_WORDS_H

#include "base/status.h"
#include "report/listing.h"

enum { MOST_OPERANDS = 256 };

typedef struct InspectWords {
    const char *operands[MOST_OPERANDS];
    int operand_count;
    const char *sets[MOST_OPERANDS]; // of --set, in order
    int set_count;
    const char *other;    // of --diff, or NULL
    const char *contract; // of --contract, or NULL
    const char *out;      // of --out, or NULL
    ListingForm form;  // --json, --markdown
} InspectWords;

// What a verb takes; options that it does not take are refused.
typedef struct InspectUsage {
    const char *verb, *usage; // "show", "show FILE [--diff OTHER] ..."
    int fewest, most;         // operands
    const char *options[5];   // those it takes, NULL after the last
} InspectUsage;

// Sorts the words after a verb; STATUS_USAGE after a report for those that it does not take.
Status inspect_words_read(InspectWords *words, const InspectUsage *usage, int count,
                          char *const *given, Report *report);

#endif
