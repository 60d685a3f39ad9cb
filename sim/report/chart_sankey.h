// SPDX-License-Identifier: MIT
// Who goes where: columns of places, and between neighbouring columns ribbons as thick as the
// number of people who go from one to the other. Ribbons are grey but for those that the headline
// is about.
#ifndef HXSIM_REPORT_CHART_SANKEY_H
#define HXSIM_REPORT_CHART_SANKEY_H

#include "report/chart.h"

enum { SANKEY_COLUMNS = 4, SANKEY_NODES = 64, SANKEY_FLOWS = 512 };

// A place. Places of a column stand in the order in which they are given.
typedef struct SankeyNode {
    const char *name;
    size_t column; // from 0
    ChartTone tone;
} SankeyNode;

// People who go from a place to one of the next column.
typedef struct SankeyFlow {
    size_t from, to; // numbers of nodes
    double value;
    ChartTone tone;
} SankeyFlow;

typedef struct SankeyChart {
    ChartText text;
    const char *const *headings; // one for each column
    size_t column_count;         // 2 to 4
    const SankeyNode *nodes;
    size_t node_count;
    const SankeyFlow *flows;
    size_t flow_count;
    ChartFormat format; // of the values; each is followed by its share of the column
} SankeyChart;

// Draws NAME.gp, NAME.csv and the images of the style into a folder. Numbers that make no chart, a
// gnuplot that does not draw and a disk that is full have each their status, after a report.
Status chart_draw_sankey(const SankeyChart *chart, const ChartStyle *style, const char *folder,
                         const char *name, Report *report);

#endif
