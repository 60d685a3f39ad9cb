// SPDX-License-Identifier: MIT
// `hxsim score`: cities as they happened, beside what was reported of them.
#ifndef HXSIM_REPORT_SCORE_VERB_H
#define HXSIM_REPORT_SCORE_VERB_H

#include "report/command.h"
#include "config/registries.h"

// Scores the models named, or every model that has a scenario of its own name, and writes a result
// folder. A model `models/NAME.cfg` is run as `scenarios/NAME.cfg` has it and, for figures from
// before the reforms, as `scenarios/NAME_baseline.cfg`. STATUS_DIFFERENT with --strict if a
// reported target is out on every reading, after the table.
Status score_verb(const Command *command, const Registries *registries, FILE *out, FILE *messages,
                  Report *report);

#endif
