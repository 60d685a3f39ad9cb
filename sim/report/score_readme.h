// SPDX-License-Identifier: MIT
// What the folder of a score says of its files, in Chinese and English.
#ifndef HXSIM_REPORT_SCORE_README_H
#define HXSIM_REPORT_SCORE_README_H

#include "report/charts_left_out.h"

#include <stdio.h>

// Charts that were left out are told with the reasons.
void score_readme_print(FILE *stream, const ChartsLeftOut *left_out);

#endif
