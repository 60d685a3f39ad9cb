// SPDX-License-Identifier: MIT
// Reported figures beside what a city's runs say of them: one row a reading, with its interval, the
// null's, and both scores.
//
// The interval is the middle 90 % over the draws of the parameters, widened by 1.645 standard
// errors of what chance leaves in the central line (in quadrature on each side), since that is part
// of what is not known. What cannot be compared says why.
#ifndef HXSIM_REPORT_SCORE_ROWS_H
#define HXSIM_REPORT_SCORE_ROWS_H

#include "config/roles.h"
#include "report/indicator_values.h"
#include "study/interval_score.h"

typedef enum ScoreState {
    SCORE_DONE,
    SCORE_NO_INDICATOR, // nothing in the program counts this yet
    SCORE_NO_PLACE,     // it is told of a place that is not told apart
    SCORE_NO_YEAR,      // the runs have no such year, or there is no run without reforms
    SCORE_NO_VALUE,     // no lever or drift moves it, or no case of it came about
    SCORE_STATES
} ScoreState;

extern const char *const score_state_names[SCORE_STATES];

typedef struct ScoreRow {
    const Role *role;
    const Reading *reading;
    int indicator, place; // -1 and NO_PLACE if there are none
    ScoreState state;
    bool is_first; // of the readings of its figure
    double central;
    Interval simulated, printed, null;  // the ends of the null are NaN if there is none
    double score, score_of_null, skill; // NaN where there is none
    bool is_inside;
} ScoreRow;

// The runs of a city: as it happened and, if there is one, without reforms.
typedef struct ScoreRuns {
    const IndicatorValues *values, *baseline; // baseline may be NULL
} ScoreRuns;

// Fills a row for every reading that speaks of this city or a place in it, in their order; returns
// their number. `rows` has room for all readings.
int score_rows_fill(ScoreRow *rows, const Roles *roles, ScoreRuns runs);

// The row of one reading.
ScoreRow score_row_of(const Roles *roles, const Reading *reading, ScoreRuns runs);

// What a draw says of a reading, 0 being the first row of draws; NaN if it cannot be compared.
double score_told(const Roles *roles, const Reading *reading, ScoreRuns runs, int draw);

// What was printed, in the unit of what is simulated: a bound is open, an anchor of the province
// has its own range.
Interval score_printed(const Role *role, const Reading *reading);

// What is counted of the figures of one role: a figure once, by its first reading; compared and
// inside by any if any reading of it is.
typedef struct ScoreTotals {
    int figures, compared, inside, inside_by_any, with_null, skilled; // skilled: skill > 0
} ScoreTotals;

ScoreTotals score_totals(const ScoreRow *rows, int count, FigureRole role);

#endif
