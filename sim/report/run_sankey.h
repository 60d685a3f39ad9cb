// SPDX-License-Identifier: MIT
// What charts of a run from somewhere through an institution to somewhere else have in common: the
// kinds of institution as readers tell them apart, and bars and ribbons, of which empty ones are
// not drawn.
#ifndef HXSIM_REPORT_RUN_SANKEY_H
#define HXSIM_REPORT_RUN_SANKEY_H

#include "report/chart_sankey.h"
#include "report/run_chart_words.h"

enum { RUN_GROUPS = 6, RUN_GROUP_OUTSIDE = RUN_GROUPS - 1 };

typedef struct RunGroup {
    const char *name[2]; // Chinese, English
    unsigned kinds;      // KIND_BITs
} RunGroup;

// From the village upwards; the last is outside the city.
extern const RunGroup run_groups[RUN_GROUPS];

enum { RUN_SANKEY_COLUMNS = 3, RUN_SANKEY_NODES = 24, RUN_SANKEY_FLOWS = 72 };

typedef struct RunSankey {
    Language language;
    SankeyNode nodes[RUN_SANKEY_NODES];
    size_t node_count;
    SankeyFlow flows[RUN_SANKEY_FLOWS];
    size_t flow_count;
} RunSankey;

// Adds a bar, if anything passes it; returns its number. The name is kept, not copied.
size_t run_sankey_add_node(RunSankey *sankey, const char *name, size_t column, ChartTone tone,
                           double passing);

// The same with the name of a group.
size_t run_sankey_add_group(RunSankey *sankey, int group, size_t column, ChartTone tone,
                            double passing);

// Adds a ribbon between two bars, if anything goes from one to the other.
void run_sankey_add_flow(RunSankey *sankey, size_t from, size_t to, double value, ChartTone tone);

// Draws them under one heading a column, as chart_draw_sankey does.
Status run_sankey_draw(const RunSankey *sankey, ChartText text,
                       const char *const headings[RUN_SANKEY_COLUMNS], const ChartStyle *style,
                       const char *folder, const char *name, Report *report);

#endif
