// SPDX-License-Identifier: MIT
// Why the same reforms make another difference in another city: between each two cities one block
// of starting conditions at a time is exchanged (study/blocks.h), in both directions, with all
// reforms and without them, on the same luck.
//
// A block's part in the gap between two cities is the mean of what taking the other's block does to
// the difference in either. What the blocks leave of the gap is the rest: how they act together,
// and everything that no block holds. All is at the central numbers.
#ifndef HXSIM_REPORT_TRANSPLANT_SWAPS_H
#define HXSIM_REPORT_TRANSPLANT_SWAPS_H

#include "report/transplant.h"

// One block of `there` in the city `here`: what becomes of the difference that all reforms make.
typedef struct Swap {
    int here, there; // cities
    Block block;
    bool synthetic;           // study/synthetic.h
    Experiment experiment[2]; // without and with the reforms
    bool moves[2];            // false: the block is the same in both cities, and nothing is run
    double *change;           // [replicates x indicators of the table]: of the difference
} Swap;

typedef struct Swaps {
    Swap *swap; // [count]
    size_t count;
    int replicates, indicators;
} Swaps;

// A block's part in the gap between two cities, the second minus the first.
typedef struct Part {
    double part;               // mean of both directions
    double one_way, other_way; // as read in the first city, and in the second
    double error;              // standard error, chance alone; NaN of one replicate
    bool moves, synthetic;
} Part;

// Puts cities together for every two cities of the list: with more than three, of the first by id
// with each of the others.
Status swaps_init(Swaps *swaps, const Transplant *transplant, Report *report);
void swaps_free(Swaps *swaps);

// Runs them all.
Status swaps_run(Swaps *swaps, const Transplant *transplant, Team *team, Progress *progress,
                 Report *report);

// Whether the two cities were compared, and the part of a block in the gap of an indicator (its
// place in the table) in the last year.
bool swaps_have(const Swaps *swaps, int one, int other);
Part swaps_part(const Swaps *swaps, int one, int other, Block block, int indicator);

#endif
