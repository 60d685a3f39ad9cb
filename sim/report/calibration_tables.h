// SPDX-License-Identifier: MIT
// What a calibration says: tables for a terminal, the fitted model and its sample.
#ifndef HXSIM_REPORT_CALIBRATION_TABLES_H
#define HXSIM_REPORT_CALIBRATION_TABLES_H

#include "report/calibration.h"
#include "report/typeset.h"

// Numbers with their spreads and what moved them, targets with the run at the centre, the identity
// of occupancy, and how much of the range is left.
void calibration_print(const Calibration *calibration, Language language, FILE *out);

// `model` is the file that was fitted, by its name alone.
Status calibration_write_fitted(const Calibration *calibration, const char *model,
                                const char *sample, const char *path, Report *report);
Status calibration_write_sample(const Calibration *calibration, const char *path, Report *report);

#endif
