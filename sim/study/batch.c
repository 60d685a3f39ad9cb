// SPDX-License-Identifier: MIT
#include "study/batch.h"

#include <stdatomic.h>
#include <stdlib.h>

static const double LARGE_RUN = 1e6; // persons

typedef struct Making {
    const Batch *batch;
    Team *team; // inside one run; NULL if runs are shared out
    Report *report;
    Status *status;           // [runs]
    Report *problems;         // [runs]
    atomic_ullong millionths; // of the batch that are done, all threads
    atomic_int stopped;
} Making;

// One run under way.
typedef struct RunMade {
    Making *making;
    int thread;
    unsigned long long told; // millionths of it
} RunMade;

static int watch(void *context, uint32_t day, uint32_t days) {
    RunMade *made = context;
    Making *making = made->making;
    const Batch *batch = making->batch;
    const unsigned long long whole = 1000000ull * day / days;
    const unsigned long long before = atomic_fetch_add(&making->millionths, whole - made->told);
    const double share = (double)(before + whole - made->told) / 1e6 / (double)batch->count;
    made->told = whole;
    if (!batch->watch || batch->watch(batch->context, share, made->thread)) return 1;
    atomic_store(&making->stopped, 1);
    return 0;
}

static Status make_run(RunMade *made, size_t index, Report *report) {
    const Batch *batch = made->making->batch;
    BatchRun *run = &batch->run[index];
    Experiment *laid = report_calloc(report, 1, sizeof *laid);
    if (!laid) return STATUS_NO_MEMORY;
    *laid = *run->experiment;
    laid->scale = run->scale;
    if (run->draw > 0) draws_lay(laid, run->draws, run->draw);
    if (run->factor != NO_FACTOR) draws_lay_factor(laid, run->draws, run->factor, run->place);

    Results results = {0};
    RunCost cost;
    Status status = run_replicate(laid, run->replicate, made->making->team, &results, &cost, watch,
                                  made, report);
    if (status == STATUS_OK) status = batch->take(batch->context, index, &results, report);
    run->done = status == STATUS_OK;
    results_free(&results);
    free(laid);
    return status;
}

static void turn(void *context, uint32_t index, int thread) {
    Making *making = context;
    RunMade made = {.making = making, .thread = thread};
    report_init(&making->problems[index]);
    if (making->batch->run[index].done) return;
    making->status[index] = atomic_load(&making->stopped)
                                ? STATUS_INTERRUPTED
                                : make_run(&made, index, &making->problems[index]);
    if (making->status[index] != STATUS_OK) atomic_store(&making->stopped, 1);
}

// The gravest first: a run that failed stops the others, which then count as interrupted.
static Status sum_up(const Making *making) {
    const Batch *batch = making->batch;
    Status status = STATUS_OK;
    for (size_t i = 0; i < batch->count; i++) {
        const Report *problems = &making->problems[i];
        if (making->status[i] == STATUS_INTERRUPTED) {
            status = status_first(status, STATUS_INTERRUPTED);
            continue;
        }
        if (making->status[i] == STATUS_OK) continue;
        status = making->status[i];
        for (size_t k = 0; k < problems->count; k++)
            report_problem(making->report, status, "%s, draw %d: %s", batch->run[i].experiment->id,
                           batch->run[i].draw, problems->messages[k]);
        break;
    }
    for (size_t i = 0; i < batch->count; i++)
        report_free(&making->problems[i]);
    return status;
}

static bool is_large(const Batch *batch) {
    const BatchRun *run = batch->run;
    return run->experiment->city.parameters.people.residents / run->scale > LARGE_RUN;
}

Status batch_run(const Batch *batch, Team *team, Report *report) {
    if (batch->count == 0) return STATUS_OK;
    const bool large = is_large(batch);
    Making making = {.batch = batch, .team = large ? team : NULL, .report = report};
    making.status = report_calloc(report, batch->count, sizeof *making.status);
    making.problems = report_calloc(report, batch->count, sizeof *making.problems);
    Status status = making.status && making.problems ? STATUS_OK : STATUS_NO_MEMORY;
    if (status == STATUS_OK) {
        team_share(large ? NULL : team, (uint32_t)batch->count, turn, &making);
        status = sum_up(&making);
    }
    free(making.status);
    free(making.problems);
    return status;
}
