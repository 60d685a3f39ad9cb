// SPDX-License-Identifier: MIT
// The verb compare: runs a base and its alternatives on the same luck and the same draws of the
// parameters, prints their differences, writes a folder.
#ifndef HXSIM_REPORT_COMPARE_VERB_H
#define HXSIM_REPORT_COMPARE_VERB_H

#include "config/registries.h"
#include "report/command.h"

#include <stdio.h>

// The table goes to `out`; progress and where the results are to `messages`. How it is run (draws,
// scales, replicates, seed) is the base's and the command line's for all; what neither says is 40
// draws at the scale of the draws, and 4 replicates there. After Ctrl-C draws that are whole in all
// scenarios are kept: STATUS_INTERRUPTED.
Status compare_verb(const Command *command, const Registries *registries, FILE *out, FILE *messages,
                    Report *report);

#endif
