// SPDX-License-Identifier: MIT
// What a score says: a table for a terminal, a table for a spreadsheet, JSON for programs.
#ifndef HXSIM_REPORT_SCORE_TABLES_H
#define HXSIM_REPORT_SCORE_TABLES_H

#include "report/scored_city.h"
#include "report/typeset.h"

#include <stdio.h>

// Targets, held-out figures and anchors, each beside what was simulated; then what is given, what
// cannot be simulated, and the totals of each city and of all.
void score_tables_print(ScoredCity *const *cities, int count, Language language, FILE *out);

// score.csv: one row a reading.
Status score_tables_write(ScoredCity *const *cities, int count, const char *path, Report *report);

// The same with the totals, as JSON (score_json.c).
Status score_tables_write_json(ScoredCity *const *cities, int count, FILE *out, Report *report);

// Of a city, or of several added up.
typedef struct CityTotals {
    int inputs, not_simulatable; // of the city's own figures, each counted once
    ScoreTotals targets, held_out, anchors;
} CityTotals;

void score_add_city(CityTotals *sum, const ScoredCity *city);

#endif
