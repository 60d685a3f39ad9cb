// SPDX-License-Identifier: MIT
// A run with made-up results, and a folder to write it into.
#ifndef HXSIM_TESTS_UNIT_REPORT_RESULT_BENCH_H
#define HXSIM_TESTS_UNIT_REPORT_RESULT_BENCH_H

#include "config/experiment.h"
#include "report/folder_files.h"
#include "unit/report/made_up_results.h"
#include "unit/report/workshop.h"

typedef struct ResultBench {
    MadeUpResults made;
    Experiment experiment;
    Workshop workshop;
    Report report;
} ResultBench;

void result_bench_open(ResultBench *bench);
void result_bench_close(ResultBench *bench);

// The path of a file in the folder, and what it holds, to be freed.
char *result_bench_path(const ResultBench *bench, const char *name, char path[WORKSHOP_PATH]);
char *result_bench_text(const ResultBench *bench, const char *name);

#endif
