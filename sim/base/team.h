// SPDX-License-Identifier: MIT
// A few threads that share the turns of a loop.
//
// The turns of a loop, over counties say, touch nothing in common. Each thread takes the next turn
// until none is left; which thread takes which is chance, and no result may depend on it. Between
// loops the threads wait awake for a moment and then asleep: a simulated day has a dozen loops, and
// on a busy machine a thread that waits awake keeps the processor from the very thread that it
// waits for.
#ifndef HXSIM_BASE_TEAM_H
#define HXSIM_BASE_TEAM_H

#include "base/status.h"

#include <stdint.h>

enum { MOST_THREADS = 1024 };

typedef struct Team Team;

// One turn of a loop; `thread` counts from 0 and is below team_size.
typedef void (*Turn)(void *context, uint32_t index, int thread);

// Starts a team of this many threads, the caller's among them; 0 for as many as there are
// processors that we may use. Returns NULL after a report if there is no memory; where a thread
// cannot be had, the team is smaller.
Team *team_start(int threads, Report *report);

// Waits until the threads have ended and gives back the team; NULL is accepted.
void team_end(Team *team);

// Threads of the team; NULL is the caller alone.
int team_size(const Team *team);

// Takes every turn from 0 to count - 1, in any order, and returns when all are done. Not from
// within a turn.
void team_share(Team *team, uint32_t count, Turn turn, void *context);

#endif
