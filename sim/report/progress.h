// SPDX-License-Identifier: MIT
// How far a run is: a bar on a terminal after two seconds, elsewhere a line every 10 %; and whether
// somebody pressed Ctrl-C.
//
// Ctrl-C is not handled but held back, and looked for once a day, so that no state is needed and
// whatever is being written can be taken away. A closed pipe is then a write that fails.
#ifndef HXSIM_REPORT_PROGRESS_H
#define HXSIM_REPORT_PROGRESS_H

#include <stdbool.h>
#include <stdio.h>

typedef struct Progress {
    FILE *stream; // NULL to say nothing
    bool terminal, shown;
    int tenths;            // told last
    double began, told_at; // seconds
} Progress;

// Begins now. Nothing is said if `stream` is NULL.
void progress_begin(Progress *progress, FILE *stream);

// Tells that this share (0-1) is done.
void progress_tell(Progress *progress, double share);

// Takes the bar away.
void progress_end(Progress *progress);

// Holds Ctrl-C, the request to end and the end of the terminal back from now on; call it before
// there are threads. And lets them through again.
void interruption_hold_back(void);
void interruption_let_through(void);

// True if one of them came; and forgets it, so that another one is told from it.
bool interruption_came(void);
void interruption_forget(void);

#endif
