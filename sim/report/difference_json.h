// SPDX-License-Identifier: MIT
// The table of a comparison for programs: differences.json, which compare --json prints.
#ifndef HXSIM_REPORT_DIFFERENCE_JSON_H
#define HXSIM_REPORT_DIFFERENCE_JSON_H

#include "report/attribution.h"

// The indicators of the table in the whole city, alternative by alternative and year by year, with
// what the difference of the last year rests on. What is not estimated has no years.
Status difference_json_write(const Compared *compared, const Attributions *attributions,
                             const char *path, Report *report);

#endif
