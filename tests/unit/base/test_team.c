// SPDX-License-Identifier: MIT
#define _GNU_SOURCE // sched_setaffinity
#include "base/team.h"

#include "unit/claim.h"

#include <sched.h>
#include <stdatomic.h>
#include <time.h>

enum { TURNS = 1000, LOOPS = 3000 };

typedef struct Tally {
    int taken[TURNS];   // how often each turn was taken
    atomic_int by[4];   // turns of each thread
    atomic_int outside; // turns of a thread that is none of the team's
    int size;
} Tally;

static void count(void *context, uint32_t index, int thread) {
    Tally *tally = context;
    tally->taken[index]++;
    sched_yield(); // so that threads come between each other
    if (thread < 0 || thread >= tally->size)
        atomic_fetch_add(&tally->outside, 1);
    else
        atomic_fetch_add(&tally->by[thread], 1);
}

static void assert_each_once(int threads, uint32_t turns) {
    Report report;
    report_init(&report);
    Team *team = team_start(threads, &report);
    Tally tally = {.size = threads};
    ck_assert_int_eq(team_size(team), threads);
    team_share(team, turns, count, &tally);
    for (uint32_t i = 0; i < TURNS; i++)
        ck_assert_int_eq(tally.taken[i], i < turns);
    ck_assert_int_eq(tally.outside, 0);
    team_end(team);
    report_free(&report);
}

TEST(each_turn_once) {
    for (int threads = 1; threads <= 4; threads++)
        for (uint32_t turns = 0; turns <= TURNS; turns = turns * 10 + (turns == 0))
            assert_each_once(threads, turns);
}

TEST(loop_after_loop) {
    Report report;
    report_init(&report);
    Team *team = team_start(3, &report);
    Tally tally = {.size = 3};
    for (int loop = 0; loop < LOOPS; loop++)
        team_share(team, 14, count, &tally);
    for (int i = 0; i < 14; i++)
        ck_assert_int_eq(tally.taken[i], LOOPS);
    team_end(team);
    report_free(&report);
}

// A turn that waits for another thread to take one: it comes only if two work at the same time.
static void wait_for_other(void *context, uint32_t index, int thread) {
    Tally *tally = context;
    (void)index;
    atomic_fetch_add(&tally->by[thread], 1);
    while (tally->by[!thread] == 0)
        continue;
}

TEST(at_the_same_time) {
    Report report;
    report_init(&report);
    Team *team = team_start(2, &report);
    Tally tally = {.size = 2};
    team_share(team, 2, wait_for_other, &tally);
    ck_assert_int_eq(tally.by[0], 1);
    ck_assert_int_eq(tally.by[1], 1);
    team_end(team);
    report_free(&report);
}

// All but the caller are slow.
static void take_long(void *context, uint32_t index, int thread) {
    const struct timespec pause = {.tv_nsec = thread == 0 ? 1000000 : 50000000};
    nanosleep(&pause, NULL);
    Tally *tally = context;
    tally->taken[index]++;
}

TEST(nothing_left) {
    Report report;
    report_init(&report);
    Team *team = team_start(3, &report);
    Tally tally = {.size = 3};
    for (int loop = 1; loop <= 5; loop++) {
        team_share(team, 6, take_long, &tally);
        for (int i = 0; i < 6; i++)
            ck_assert_int_eq(tally.taken[i], loop);
    }
    team_end(team);
    report_free(&report);
}

TEST(caller_alone) {
    Tally tally = {.size = 1};
    ck_assert_int_eq(team_size(NULL), 1);
    team_share(NULL, 7, count, &tally);
    ck_assert_int_eq(tally.by[0], 7);
    team_end(NULL);
}

// One processor after the other is given back.
TEST(processors_that_are_ours) {
    cpu_set_t ours;
    ck_assert_int_eq(sched_getaffinity(0, sizeof ours, &ours), 0);
    for (size_t cpu = 0; cpu < CPU_SETSIZE && CPU_COUNT(&ours) > 0; cpu++) {
        if (!CPU_ISSET(cpu, &ours)) continue;
        ck_assert_int_eq(sched_setaffinity(0, sizeof ours, &ours), 0);
        Report report;
        report_init(&report);
        Team *team = team_start(0, &report);
        ck_assert_int_eq(team_size(team), CPU_COUNT(&ours));
        team_end(team);
        CPU_CLR(cpu, &ours);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("each of 0 to 1,000 turns is taken once, by 1 to 4 threads", each_turn_once),
        CLAIM("after 3,000 loops each turn was taken 3,000 times", loop_after_loop),
        CLAIM_WITHIN(10, "two threads work at the same time", at_the_same_time),
        CLAIM("a loop returns when the slowest turn is done", nothing_left),
        CLAIM("no team is the caller alone", caller_alone),
        CLAIM("without a number there is a thread for each processor that we may use",
              processors_that_are_ours),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
