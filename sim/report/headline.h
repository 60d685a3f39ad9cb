// SPDX-License-Identifier: MIT
// The headline table: what a run says, on one screen. A row for each year from the base year on;
// below it, the sums of report/headline_parts.h and each reported figure beside what was simulated
// for it.
#ifndef HXSIM_REPORT_HEADLINE_H
#define HXSIM_REPORT_HEADLINE_H

#include "config/experiment.h"
#include "report/indicator_values.h"
#include "report/typeset.h"

#include <stdio.h>

// Prints the table for a terminal: means over the replicates.
void headline_print(const IndicatorValues *values, const Experiment *experiment, Language language,
                    FILE *out);

// The same as one JSON object; `folder` is where the results are.
Status headline_print_json(const IndicatorValues *values, const Experiment *experiment,
                           const char *folder, FILE *out, Report *report);

#endif
