// SPDX-License-Identifier: MIT
#include "day/tally.h"

_Static_assert(sizeof(Tally) % sizeof(int64_t) == 0, "a tally is nothing but whole numbers");

void tally_add(Tally *sum, const Tally *tally) {
    int64_t *to = (int64_t *)sum;
    const int64_t *from = (const int64_t *)tally;
    for (size_t i = 0; i < sizeof *sum / sizeof *to; i++)
        to[i] += from[i];
}
