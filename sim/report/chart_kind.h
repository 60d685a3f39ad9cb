// SPDX-License-Identifier: MIT
// What kinds of charts have in common: they are laid out, and then written as a table and as a
// script between style.gp and a file of plots/ of their own. A kind is a const struct of a name, a
// size and functions.
#ifndef HXSIM_REPORT_CHART_KIND_H
#define HXSIM_REPORT_CHART_KIND_H

#include "report/chart_frame.h"

#include <stdio.h>

typedef struct ChartKind {
    const char *plot;   // in plots/: "slope.gp"
    size_t layout_size; // of what lay_out fills, which begins zeroed

    // Where everything of a chart stands, in pixels; returns the frame, which is in the layout.
    const ChartFrame *(*lay_out)(void *layout, const void *chart, const ChartStyle *style);

    // Writes NAME.csv, and what stands in NAME.gp behind the words of the frame.
    void (*write)(FILE *table, FILE *script, void *layout);
} ChartKind;

// Draws NAME.gp, NAME.csv and the images of the style into a folder, from a chart of that kind
// whose numbers have been looked at.
Status chart_draw(const ChartKind *kind, const void *chart, const ChartStyle *style,
                  const char *folder, const char *name, Report *report);

#endif
