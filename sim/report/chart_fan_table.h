// SPDX-License-Identifier: MIT
// The table of a chart of lines, one row for each value that is drawn, and what its script must
// know to find a line in it.
#ifndef HXSIM_REPORT_CHART_FAN_TABLE_H
#define HXSIM_REPORT_CHART_FAN_TABLE_H

#include "report/chart_fan.h"

#include <stdio.h>

// Rows are counted from 0, without the header.
typedef struct FanRows {
    double first[FAN_PANELS * 2 * FAN_SERIES], last[FAN_PANELS * 2 * FAN_SERIES];
    const char *tone[FAN_PANELS * 2 * FAN_SERIES];
    size_t lines;
    double end[FAN_PANELS * FAN_SERIES]; // rows at which a dot ends a line
    const char *end_tone[FAN_PANELS * FAN_SERIES];
    size_t ends;
    double up[FAN_PANELS * FAN_BOUNDS]; // 1 for at least, -1 for at most
    size_t bounds, points;
    double bound_first, point_first;
    double written;
} FanRows;

// Writes the table; `rows` begins zeroed.
void fan_write_table(FanRows *rows, FILE *table, const FanChart *chart);

// Writes into the script which rows are which line.
void fan_write_rows(FILE *script, const FanRows *rows);

#endif
