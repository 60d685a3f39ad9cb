// SPDX-License-Identifier: MIT
// The files of one chart while they are made: in a folder of their own beside the others, from
// where they are moved when they are whole. The script and the table are kept also when they cannot
// be drawn.
#ifndef HXSIM_REPORT_CHART_FILES_H
#define HXSIM_REPORT_CHART_FILES_H

#include "report/chart.h"

#include <stdio.h>

enum { CHART_PATH = 4096 };

typedef struct ChartFiles {
    const ChartStyle *style;
    const char *folder, *name;
    char work[CHART_PATH]; // the folder in which gnuplot draws
    FILE *script;          // NAME.gp
    FILE *table;           // NAME.csv
} ChartFiles;

// Opens NAME.gp and NAME.csv; `name` is of letters, digits, '-' and '_'.
Status chart_files_open(ChartFiles *files, const char *folder, const char *name,
                        const ChartStyle *style, Report *report);

// Copies a file of the plots folder ("style.gp") into the script.
Status chart_files_copy(ChartFiles *files, const char *plot, Report *report);

// Draws the pictures, looks at them, and moves all files to their place. After a `status` that is
// not STATUS_OK nothing is drawn or kept. Frees everything in any case.
Status chart_files_close(ChartFiles *files, const ChartText *text, Status status, Report *report);

#endif
