// SPDX-License-Identifier: MIT
// The verb transplant: runs the same reforms in several cities, prints the matrix of their
// differences and what the gaps between cities rest on, writes a folder.
#ifndef HXSIM_REPORT_TRANSPLANT_VERB_H
#define HXSIM_REPORT_TRANSPLANT_VERB_H

#include "config/registries.h"
#include "report/command.h"

#include <stdio.h>

// The tables go to `out`; progress and where the results are to `messages`. What the command line
// does not say of how it is run is one in 200 residents, 2 replicates, 6 draws, and four years at
// most. Interrupted, nothing is kept: STATUS_INTERRUPTED.
Status transplant_verb(const Command *command, const Registries *registries, FILE *out,
                       FILE *messages, Report *report);

#endif
