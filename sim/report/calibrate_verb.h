// SPDX-License-Identifier: MIT
// `hxsim calibrate`: fits the six free numbers of a city to its targets.
#ifndef HXSIM_REPORT_CALIBRATE_VERB_H
#define HXSIM_REPORT_CALIBRATE_VERB_H

#include "config/registries.h"
#include "report/command.h"

// Fits a model, prints what came of it, and writes NAME.fitted.cfg and NAME.sample.csv beside it.
// The same inputs give the same files. STATUS_INVALID if the targets leave too few settings.
Status calibrate_verb(const Command *command, const Registries *registries, FILE *out,
                      FILE *messages, Report *report);

#endif
