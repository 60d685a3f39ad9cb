// SPDX-License-Identifier: MIT
// README.txt of a result folder: what each file is, in Chinese and English.
#ifndef HXSIM_REPORT_RESULT_README_H
#define HXSIM_REPORT_RESULT_README_H

#include "config/experiment.h"
#include "report/charts_left_out.h"

// Writes the README; `has_charts` if there are charts to be told of, and which were left out.
Status result_readme_write(const Experiment *experiment, int has_charts,
                           const ChartsLeftOut *left_out, const char *path, Report *report);

#endif
