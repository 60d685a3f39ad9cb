// SPDX-License-Identifier: MIT
// The tables of a result folder: indicators.csv, flows.csv and ledger.csv.
//
// `draw` is "central" for the mean over the replicates at the central parameters and "se" for its
// standard error; where there are several replicates, "p05", "p50" and "p95" are quantiles over
// them, and "min" and "max" stand for the outer two of fewer than twenty: chance alone.
#ifndef HXSIM_REPORT_RESULT_TABLES_H
#define HXSIM_REPORT_RESULT_TABLES_H

#include "config/experiment.h"
#include "day/results.h"
#include "report/indicator_values.h"

// One value a row: scenario, draw, place, kind, scheme, group, age, period, indicator, value, unit.
Status result_tables_indicators(const IndicatorValues *values, const Experiment *experiment,
                                const char *path, Report *report);

// Reads means and standard errors back from such a file, in the order in which it was written.
Status result_tables_read_indicators(IndicatorValues *values, const char *path, Report *report);

// Visits, admissions and first choices by residence, place of insurance, place of the institution
// and kind, by year, and the kind from which people came to a bed; visits and admissions by
// institution's place and kind also by month.
Status result_tables_flows(const Results *results, const Experiment *experiment, const char *path,
                           Report *report);

// The books: what was charged, by kind, place and component, and what each account gave (negative)
// or received, by year, in yuan.
Status result_tables_ledger(const Results *results, const Experiment *experiment, const char *path,
                            Report *report);

#endif
