// SPDX-License-Identifier: MIT
// The charts of one run. Each is a file of its own that reads what it needs from the results, finds
// what is to be said, and hands a FanChart, SankeyChart or MultiplesChart to be drawn.
//
// Of several replicates, lines and bars are the median, with the middle 90 % around it, and with
// draws of the parameters the same over the draws; flows are those of the first, whose results are
// at hand. Years are those from the experiment's base year on. A value of a year stands in the
// middle above the year's name, so that the year's first day lies half a year to the left of it.
#ifndef HXSIM_REPORT_RUN_CHART_H
#define HXSIM_REPORT_RUN_CHART_H

#include "config/registries.h"
#include "report/chart.h"
#include "report/indicator_values.h"

// What a run's charts are drawn from.
typedef struct ChartSource {
    const Experiment *experiment;
    const LeverInfo *levers; // of the experiment's reforms
    const IndicatorValues *values;
    const Results *results; // of the first replicate
} ChartSource;

// One chart: its files are NAME-zh.png and so on in the folder.
typedef struct RunChart {
    ChartInfo info;
    int (*applies)(
        const ChartSource *source); // 0 if "auto" passes it over; NULL: it always applies
    Status (*draw)(const ChartSource *source, const ChartStyle *style, const char *folder,
                   const char *name, Report *report);
} RunChart;

extern const RunChart run_chart_primary, run_chart_flows, run_chart_counties, run_chart_inpatient,
    run_chart_village, run_chart_money, run_chart_cost, run_chart_funds;

#endif
