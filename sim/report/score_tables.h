// SPDX-License-Identifier: MIT
// What a score says: a table for a terminal, a table for a spreadsheet, JSON for programs.
#ifndef HXSIM_REPORT_SCORE_TABLES_H
#define HXSIM_REPORT_SCORE_TABLES_H

#include "config/experiment.h"
#include "report/score_rows.h"
#include "report/typeset.h"

#include <stdio.h>

// A city that was scored.
typedef struct ScoredCity {
    const Experiment *experiment; // as it happened
    const IndicatorValues *values;
    Roles roles;
    ScoreRow *rows;
    int count;
} ScoredCity;

// Targets, held-out figures and anchors, each beside what was simulated; then what is given, what
// cannot be simulated, and the totals of each city and of all.
void score_tables_print(const ScoredCity *cities, int count, Language language, FILE *out);

// score.csv: one row a reading.
Status score_tables_write(const ScoredCity *cities, int count, const char *path, Report *report);

// The same with the totals, as JSON (score_json.c).
Status score_tables_write_json(const ScoredCity *cities, int count, FILE *out, Report *report);

// Of a city, or of several added up.
typedef struct CityTotals {
    int inputs, not_simulatable; // of the city's own figures, each counted once
    ScoreTotals targets, held_out, anchors;
} CityTotals;

void score_add_city(CityTotals *sum, const ScoredCity *city);

#endif
