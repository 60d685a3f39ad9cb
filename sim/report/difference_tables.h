// SPDX-License-Identifier: MIT
// The tables of a comparison: differences.csv with every cell, and the table for a terminal.
#ifndef HXSIM_REPORT_DIFFERENCE_TABLES_H
#define HXSIM_REPORT_DIFFERENCE_TABLES_H

#include "config/experiment.h"
#include "report/differences.h"
#include "report/typeset.h"

#include <stdio.h>

enum { MOST_SCENARIOS = 8, MOST_COMPARED = 32 };

// What is compared: scenario 0 is the base.
typedef struct Compared {
    const Experiment *experiment;  // [count]
    const IndicatorValues *values; // [count]
    int count;
    int indicator[MOST_COMPARED]; // of the table for a terminal
    int indicator_count;
} Compared;

// Fills the indicators of the table: those of a list parted by commas or, if it is NULL, the ones
// of the headline. An unknown one is STATUS_USAGE with the nearest name.
Status compared_indicators(Compared *compared, const char *list, Report *report);

// The cell of the whole city without a breakdown, or the number of cells if there is none.
size_t compared_cell(const IndicatorValues *values, int indicator, int year);

// Decimals of a difference: one more than of a level, and of a small one as many as show it.
int difference_decimals(const Difference *difference, int of_level);

// Share of the draws in which a difference is better; NaN where no way is.
double difference_share_better(const Difference *difference, int indicator);

// Every cell and alternative: one row each. What is not estimated has no numbers.
Status difference_tables_write(const Compared *compared, const char *path, Report *report);

// The whole city in the last year, alternative by alternative.
Status difference_tables_print(const Compared *compared, Language language, FILE *out,
                               Report *report);

#endif
