// SPDX-License-Identifier: MIT
// Where the bars, ribbons and labels of a flow chart stand, in pixels. One scale holds for all
// columns.
#ifndef HXSIM_REPORT_CHART_SANKEY_LAYOUT_H
#define HXSIM_REPORT_CHART_SANKEY_LAYOUT_H

#include "report/chart_frame.h"
#include "report/chart_sankey.h"

typedef struct SankeyBar {
    double value; // the larger of what comes and what goes
    double top, bottom;
    double label_y; // the middle of its label
    TypesetLines name;
    char words[5 * TYPESET_NUMBER]; // its value
    double words_em;                // their width
} SankeyBar;

// A ribbon from the right edge of one bar to the left edge of another.
typedef struct SankeyRibbon {
    double from_top, from_bottom, to_top, to_bottom;
} SankeyRibbon;

// How the labels of a column are set.
typedef struct SankeyWay {
    enum { SANKEY_BESIDE, SANKEY_BELOW } words;         // than the name
    enum { SANKEY_VALUE_AND_SHARE, SANKEY_SHARE } says; // where room is short, the share only
    enum { SANKEY_WHOLE, SANKEY_BROKEN } name;          // into lines
} SankeyWay;

typedef struct SankeyColumn {
    double left, right; // edges of its bars
    double total;
    size_t bars;
    SankeyWay way;
    double name_em, words_em; // widest of its labels
    double lines;             // of its highest label
} SankeyColumn;

typedef struct SankeyLayout {
    const SankeyChart *chart;
    ChartFrame frame;
    double heading_y;
    double scale; // pixels a person
    SankeyColumn columns[SANKEY_COLUMNS];
    SankeyBar bars[SANKEY_NODES];
    SankeyRibbon ribbons[SANKEY_FLOWS];
} SankeyLayout;

// Where everything of a chart stands, in pixels, at the size of the style.
void sankey_lay_out(SankeyLayout *layout, const SankeyChart *chart, const ChartStyle *style);

// Whether a column has labels above its bars, because others stand on both sides.
int sankey_is_middle(const SankeyLayout *layout, size_t column);

// To which side the label above a bar keeps, clear of what the headline is about: 1 to the right of
// what arrives, -1 to the left of what leaves; where a column has both, a bar at which it arrives
// keeps to the right and the others over the middle, 0.
int sankey_label_side(const SankeyLayout *layout, size_t node);

#endif
