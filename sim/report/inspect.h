// SPDX-License-Identifier: MIT
// The verbs that look at models and scenarios without running them: check, show, list, explain.
//
// Each takes the words that follow it on the command line, prints its answer on `out` and what is
// amiss into the report, and returns the exit status.
#ifndef HXSIM_REPORT_INSPECT_H
#define HXSIM_REPORT_INSPECT_H

#include "base/status.h"
#include "config/registries.h"

#include <stdio.h>

// check FILE... [--json]: every error of every file; nothing is run.
Status inspect_check(int count, char *const *words, const Registries *registries, FILE *out,
                     Report *report);

// show FILE [--diff OTHER] [--set path=value]... [--json]: each value with its passport.
Status inspect_show(int count, char *const *words, const Registries *registries, FILE *out,
                    Report *report);

// list reforms|cities|numbers|indicators|parameters|charts|... [--json|--markdown].
Status inspect_list(int count, char *const *words, const Registries *registries, FILE *out,
                    Report *report);

// explain NAME [FILE] [--json]: a parameter, reform, indicator, chart or, with a FILE, a figure.
Status inspect_explain(int count, char *const *words, const Registries *registries, FILE *out,
                       Report *report);

#endif
