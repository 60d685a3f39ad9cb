// SPDX-License-Identifier: MIT
// The verb run: reads a scenario, simulates it, prints the headline table, writes the folder.
#ifndef HXSIM_REPORT_RUN_VERB_H
#define HXSIM_REPORT_RUN_VERB_H

#include "config/registries.h"
#include "report/command.h"

#include <stdio.h>

// The table goes to `out`; progress, times and where the results are to `messages`.
Status run_verb(const Command *command, const Registries *registries, FILE *out, FILE *messages,
                Report *report);

#endif
