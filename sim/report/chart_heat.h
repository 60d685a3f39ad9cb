// SPDX-License-Identifier: MIT
// A matrix of differences as coloured cells: rows against columns, the number in each cell with its
// interval below; orange is less, blue is more, grey is what is not to be leaned on.
#ifndef HXSIM_REPORT_CHART_HEAT_H
#define HXSIM_REPORT_CHART_HEAT_H

#include "report/chart.h"

enum { HEAT_ROWS = 12, HEAT_COLUMNS = 8 };

typedef struct HeatCell {
    double value, low, high;      // low and high are NAN without an interval
    const char *words, *interval; // as they stand in the cell; "" for none
    int grey;                     // 1: shown without colour
} HeatCell;

typedef struct HeatChart {
    ChartText text;
    const char *rows[HEAT_ROWS], *columns[HEAT_COLUMNS];
    HeatCell cells[HEAT_ROWS][HEAT_COLUMNS];
    size_t row_count, column_count;
    const char *less, *more, *grey; // what the colours mean
} HeatChart;

// Draws NAME.png and NAME.svg with NAME.csv and NAME.gp into a folder.
Status chart_draw_heat(const HeatChart *chart, const ChartStyle *style, const char *folder,
                       const char *name, Report *report);

#endif
