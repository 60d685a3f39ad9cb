// SPDX-License-Identifier: MIT
// The stock of village doctors under the lever village_doctor_pipeline.
#ifndef HXSIM_REFORMS_VILLAGE_DOCTOR_PIPELINE_H
#define HXSIM_REFORMS_VILLAGE_DOCTOR_PIPELINE_H

// Village doctors so many years after the start, as a share of those at the start, by the numbers
// of the lever's table.
double village_doctor_stock(const double *value, double years);

#endif
