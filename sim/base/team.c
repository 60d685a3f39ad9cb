// SPDX-License-Identifier: MIT
#define _GNU_SOURCE // sched_getaffinity
#include "base/team.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

enum { LOOKS_AWAKE = 200 };

typedef struct Member {
    Team *team;
    int number;
    pthread_t thread;
} Member;

struct Team {
    int size; // the caller is number 0
    Member *member;
    pthread_mutex_t lock;
    pthread_cond_t begun, left;
    // Under the lock; read without it only to look whether taking the lock is worth while.
    atomic_uint loop; // number of the loop; odd while it may be joined
    atomic_int inside;
    int over;
    // Set before a loop may be joined.
    Turn turn;
    void *context;
    uint32_t count;
    atomic_uint next;
};

static void take_turns(Team *team, int thread) {
    for (;;) {
        const uint32_t index = atomic_fetch_add(&team->next, 1);
        if (index >= team->count) return;
        team->turn(team->context, index, thread);
    }
}

static int may_join(unsigned loop, unsigned last) {
    return loop % 2 == 1 && loop != last;
}

// Waits for a loop after the `last`, and joins it; returns its number, or 0 when the team is over.
static unsigned join_next(Team *team, unsigned last) {
    for (int look = 0; look < LOOKS_AWAKE && !may_join(atomic_load(&team->loop), last); look++)
        sched_yield();
    pthread_mutex_lock(&team->lock);
    while (!team->over && !may_join(atomic_load(&team->loop), last))
        pthread_cond_wait(&team->begun, &team->lock);
    const unsigned loop = team->over ? 0 : atomic_load(&team->loop);
    if (!team->over) atomic_fetch_add(&team->inside, 1);
    pthread_mutex_unlock(&team->lock);
    return loop;
}

static void leave(Team *team) {
    pthread_mutex_lock(&team->lock);
    if (atomic_fetch_sub(&team->inside, 1) == 1) pthread_cond_signal(&team->left);
    pthread_mutex_unlock(&team->lock);
}

static void *be_member(void *given) {
    const Member *member = given;
    Team *team = member->team;
    for (unsigned loop = join_next(team, 0); loop != 0; loop = join_next(team, loop)) {
        take_turns(team, member->number);
        leave(team);
    }
    return NULL;
}

// Those that we may use, which may be fewer than there are; more than a set holds are all ours.
static long processors(void) {
    cpu_set_t ours;
    const int known = sched_getaffinity(0, sizeof ours, &ours) == 0;
    return known ? CPU_COUNT(&ours) : sysconf(_SC_NPROCESSORS_ONLN);
}

static int wanted_size(int threads) {
    const long size = threads > 0 ? threads : processors();
    return size < 1 ? 1 : size > MOST_THREADS ? MOST_THREADS : (int)size;
}

Team *team_start(int threads, Report *report) {
    const int wanted = wanted_size(threads);
    Team *team = report_calloc(report, 1, sizeof *team);
    if (!team) return NULL;
    team->member = report_calloc(report, (size_t)wanted, sizeof *team->member);
    if (!team->member) {
        free(team);
        return NULL;
    }
    pthread_mutex_init(&team->lock, NULL);
    pthread_cond_init(&team->begun, NULL);
    pthread_cond_init(&team->left, NULL);
    for (team->size = 1; team->size < wanted; team->size++) {
        Member *member = &team->member[team->size];
        *member = (Member){.team = team, .number = team->size};
        if (pthread_create(&member->thread, NULL, be_member, member) != 0) break;
    }
    return team;
}

void team_end(Team *team) {
    if (!team) return;
    pthread_mutex_lock(&team->lock);
    team->over = 1;
    pthread_cond_broadcast(&team->begun);
    pthread_mutex_unlock(&team->lock);
    for (int number = 1; number < team->size; number++)
        pthread_join(team->member[number].thread, NULL);
    pthread_cond_destroy(&team->left);
    pthread_cond_destroy(&team->begun);
    pthread_mutex_destroy(&team->lock);
    free(team->member);
    free(team);
}

int team_size(const Team *team) {
    return team ? team->size : 1;
}

static void open_loop(Team *team, uint32_t count, Turn turn, void *context) {
    team->turn = turn;
    team->context = context;
    team->count = count;
    atomic_store(&team->next, 0);
    pthread_mutex_lock(&team->lock);
    atomic_fetch_add(&team->loop, 1);
    pthread_cond_broadcast(&team->begun);
    pthread_mutex_unlock(&team->lock);
}

static void close_loop(Team *team) {
    for (int look = 0; look < LOOKS_AWAKE && atomic_load(&team->inside) > 0; look++)
        sched_yield();
    pthread_mutex_lock(&team->lock);
    atomic_fetch_add(&team->loop, 1); // nobody joins any more
    while (atomic_load(&team->inside) > 0)
        pthread_cond_wait(&team->left, &team->lock);
    pthread_mutex_unlock(&team->lock);
}

void team_share(Team *team, uint32_t count, Turn turn, void *context) {
    if (team_size(team) == 1 || count < 2) {
        for (uint32_t index = 0; index < count; index++)
            turn(context, index, 0);
        return;
    }
    open_loop(team, count, turn, context);
    take_turns(team, 0);
    close_loop(team);
}
