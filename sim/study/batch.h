// SPDX-License-Identifier: MIT
// Many runs that share nothing: replicates and draws of one or several experiments.
//
// Small runs go one to a thread; of large ones each takes the whole team, so that memory holds one
// of them at a time. Which way, and on how many threads, moves no bit.
#ifndef HXSIM_STUDY_BATCH_H
#define HXSIM_STUDY_BATCH_H

#include "config/draws.h"
#include "study/run.h"

#include <stdbool.h>

// One run to be made. With a factor, only that one is moved, to a place of its law.
typedef struct BatchRun {
    const Experiment *experiment;
    const Draws *draws; // of the experiment; may be NULL if draw is 0
    int draw, replicate, scale;
    int factor; // index in draws, or NO_FACTOR
    double place;
    bool done; // set when it is whole; one that is done before is not made
} BatchRun;

enum { NO_FACTOR = -1 };

// Takes the results of run `index`; called from the thread that made it, in any order.
typedef Status (*BatchTake)(void *context, size_t index, const Results *results, Report *report);

// Told once a simulated day by one thread, with the share of the batch that is done; returns 0 to
// stop. Other threads only ask.
typedef int (*BatchWatcher)(void *context, double share, int thread);

typedef struct Batch {
    BatchRun *run;
    size_t count;
    BatchTake take;
    BatchWatcher watch; // or NULL
    void *context;
} Batch;

// Makes all runs. Stopped by the watcher it returns STATUS_INTERRUPTED without a message: runs that
// were whole have been taken. Any other failure is told with the draw that failed.
Status batch_run(const Batch *batch, Team *team, Report *report);

#endif
