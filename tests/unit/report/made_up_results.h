// SPDX-License-Identifier: MIT
// The results of two made-up years of the made-up city, small enough to count by hand: 2023 is
// empty but for its people, 2024 has what made_up_results.c writes down. One person stands for
// three.
#ifndef HXSIM_TESTS_MADE_UP_RESULTS_H
#define HXSIM_TESTS_MADE_UP_RESULTS_H

#include "day/results.h"
#include "support/city.h"

enum { HILL, RIVER, OUTSIDE, VISITORS_SHARD = OUTSIDE, MADE_UP_SCALE = 3 };

typedef struct MadeUpResults {
    MadeUpCity made;
    City *city;
    Results results;
} MadeUpResults;

// Builds them; to be given back.
void made_up_results_open(MadeUpResults *made);
void made_up_results_close(MadeUpResults *made);

#endif
