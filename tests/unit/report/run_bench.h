// SPDX-License-Identifier: MIT
// The results of a made-up run for charts to be drawn from: the made-up results of 2024, and of
// 2023 with some visits and stays less; many times all of it, so that chance is small beside the
// changes.
//
// Figures: a change of primary care's share by 1.3 points, an in-city rate of at least 90 %, and a
// national drift of 0.4 to 0.5 points a year.
#ifndef HXSIM_TESTS_RUN_BENCH_H
#define HXSIM_TESTS_RUN_BENCH_H

#include "report/run_chart.h"
#include "unit/report/made_up_results.h"
#include "unit/report/workshop.h"

enum { RUN_BENCH_TIMES = 500 };

typedef struct RunBench {
    MadeUpResults made;
    Experiment experiment;
    IndicatorValues values;
    ChartSource source;
    Figure figures[4];
    Workshop workshop;
    Report report;
} RunBench;

// Fills the results; they may be changed before they are counted.
void run_bench_open(RunBench *bench);
void run_bench_close(RunBench *bench);

// After run_bench_count: RUN_BENCH_DRAWS draws of which draw 1 + i says of this indicator of the
// whole city its central value plus (i - 10) * `level`, and in 2024 (i - 10) * `change` more. Of 21
// numbers in a row the quantiles 5, 25, 50, 75 and 95 % are the numbers 1, 5, 10, 15 and 19. All
// other cells are in every draw as they are at the central parameters.
enum { RUN_BENCH_DRAWS = 21 };
void run_bench_draw(RunBench *bench, const char *indicator, double level, double change);

// Computes the values that the charts are drawn from.
void run_bench_count(RunBench *bench);

// The value of the first replicate.
double run_bench_value(const RunBench *bench, const char *indicator, int place, int year);

// Draws one chart, asserts that nothing is complained of, and returns the file of it that ends so
// ("csv"), or what its SVG gives to be read aloud first, the headline. To be freed.
char *run_bench_drawn(RunBench *bench, const RunChart *chart, const char *size, Language language,
                      const char *ending);
char *run_bench_headline(RunBench *bench, const RunChart *chart, Language language);

void run_bench_has(const char *text, const char *words);

// The value behind `mark` in the row of a table that begins with these words and has the mark; NaN
// if there is none.
double run_bench_row(const char *table, const char *begins, const char *mark);

#endif
