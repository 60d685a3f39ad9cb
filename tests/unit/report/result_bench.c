// SPDX-License-Identifier: MIT
#include "unit/report/result_bench.h"

#include <string.h>

static const char hash[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

void result_bench_open(ResultBench *bench) {
    made_up_results_open(&bench->made);
    bench->experiment = (Experiment){.id = "trial",
                                     .title_zh = "试验",
                                     .title_en = "Trial",
                                     .city = *bench->made.city,
                                     .years = 2,
                                     .base_year = 2024,
                                     .replicates = 1,
                                     .scale = MADE_UP_SCALE,
                                     .seed = 7};
    memcpy(bench->experiment.inputs_hash, hash, sizeof hash);
    workshop_open(&bench->workshop);
    report_init(&bench->report);
}

void result_bench_close(ResultBench *bench) {
    folder_remove(bench->workshop.folder);
    report_free(&bench->report);
    made_up_results_close(&bench->made);
}

char *result_bench_path(const ResultBench *bench, const char *name, char path[WORKSHOP_PATH]) {
    workshop_path(&bench->workshop, name, path);
    return path;
}

char *result_bench_text(const ResultBench *bench, const char *name) {
    size_t length;
    return workshop_read(&bench->workshop, name, &length);
}
