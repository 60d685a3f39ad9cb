// SPDX-License-Identifier: MIT
// A transplant for programs: the matrix and the blocks of the last year.
#ifndef HXSIM_REPORT_TRANSPLANT_JSON_H
#define HXSIM_REPORT_TRANSPLANT_JSON_H

#include "report/transplant_tables.h"

Status transplant_json_write(const Transplant *transplant, const Swaps *swaps, const char *path,
                             Report *report);

#endif
