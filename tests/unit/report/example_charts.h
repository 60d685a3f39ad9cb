// SPDX-License-Identifier: MIT
// Example charts with untidy numbers, for the tests: made up, in no relation to any result.
#ifndef HXSIM_TESTS_EXAMPLE_CHARTS_H
#define HXSIM_TESTS_EXAMPLE_CHARTS_H

#include "report/chart.h"

// Draws each kind of chart with example data, and lines over years once more with too much of
// everything: seven lines by month, dates close together, long names.
Status example_fan(const ChartStyle *style, const char *folder, const char *name, Report *report);
Status example_panels(const ChartStyle *style, const char *folder, const char *name,
                      Report *report);
Status example_crowd(const ChartStyle *style, const char *folder, const char *name, Report *report);
Status example_sankey(const ChartStyle *style, const char *folder, const char *name,
                      Report *report);
Status example_multiples(const ChartStyle *style, const char *folder, const char *name,
                         Report *report);
Status example_bars(const ChartStyle *style, const char *folder, const char *name, Report *report);

#endif
