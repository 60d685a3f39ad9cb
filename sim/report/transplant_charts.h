// SPDX-License-Identifier: MIT
// The charts of a transplant, for each indicator of its table: heat-INDICATOR, the matrix of
// differences, slope-INDICATOR, where each city stands without and with all reforms, and
// blocks-INDICATOR, why cities differ.
#ifndef HXSIM_REPORT_TRANSPLANT_CHARTS_H
#define HXSIM_REPORT_TRANSPLANT_CHARTS_H

#include "report/charts_of_run.h"
#include "report/transplant_swaps.h"

// The kinds and what is seen; room for MOST_CHARTS. Returns their number.
int transplant_charts_infos(ChartInfo *infos);

// Whether every name is that of a kind; if not: STATUS_USAGE and the nearest name.
Status transplant_charts_check(const char *names, Report *report);

// Draws them into a folder that exists, and returns how many. Those that cannot be drawn are left
// out and listed.
size_t transplant_charts_draw_all(const Transplant *transplant, const Swaps *swaps,
                                  const ChartsAsked *asked, const char *folder,
                                  ChartsLeftOut *left_out);

#endif
