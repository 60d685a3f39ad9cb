// SPDX-License-Identifier: MIT
// The tiny city after it has lived for a while, in which a test then spoils one thing.
//
//     lived_prepare(SOME_DAYS);
//     lived_south()->tally->count[COUNT_OPENED]++;
//     lived_month_broken("South County (made up)", "first choices = cases opened", 7, 8);
#ifndef HXSIM_TESTS_LAWS_LIVED_H
#define HXSIM_TESTS_LAWS_LIVED_H

#include "day/laws.h"
#include "day/results.h"

enum { SOME_DAYS = 365 + 49, HERE = 1 }; // 18 February 2022; South County

typedef struct Lived {
    Experiment experiment;
    Simulation simulation;
    Results results;
    Report report;
} Lived;

extern Lived lived; // each claim runs in a process of its own

// A city of its own: read for so many years from 2022, to be changed; lived for its first days;
// ended. Problems fail the test.
void lived_begin(Lived *city, int years);
void lived_until(Lived *city, uint32_t days);
void lived_end(Lived *city);

// The same for the one called lived, with a reform; lived_days goes on.
Simulation *lived_prepare(uint32_t days);
void lived_days(uint32_t days);
void lived_finish(void);

Shard *lived_south(void);
uint32_t lived_ward(Kind kind, int county);

// The claims, each of which ends what was prepared. A law is broken, and told in one line with the
// day, the place and both sides.
void lived_told(Status status, const char *place, const char *law, int64_t left, int64_t right);
void lived_month_broken(const char *place, const char *law, int64_t left, int64_t right);
void lived_day_broken(const char *place, const char *law, int64_t left, int64_t right);

// For sides that nobody can know beforehand: by how much they differ.
void lived_month_differs(const char *place, const char *law, int64_t by);

// Anything else that ends a run: one line with these words, and this exit status.
void lived_ends(Status ended, Status expected, const char *words);

#endif
