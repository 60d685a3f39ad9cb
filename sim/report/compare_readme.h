// SPDX-License-Identifier: MIT
// What the folder of a comparison says of its files, in Chinese and English.
#ifndef HXSIM_REPORT_COMPARE_README_H
#define HXSIM_REPORT_COMPARE_README_H

#include "config/experiment.h"
#include "report/charts_left_out.h"

#include <stdio.h>

// `named` has the titles of all scenarios; charts that were left out are told with the reasons.
void compare_readme_write(FILE *stream, const Experiment *named, const ChartsLeftOut *left_out);

#endif
