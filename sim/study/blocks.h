// SPDX-License-Identifier: MIT
// A scenario of one city in which one block of numbers is another city's: what a reform would do
// here if people were as old as there, or as far from care.
//
// Ages, prices and payment are numbers and are taken over as they are. Places and institutions of
// two cities are not the same ones, so that they keep their own and take over the other city's
// distribution:
//
// - ages: shares of age, pyramid, births and deaths; shares of those over 60 in the counties are
//   multiplied by the ratio of the cities' shares.
// - distance: each township has the minutes that the township at the same share of residents has
//   there, column by column (quantiles by residents); with the way to hospitals outside go the
//   constants of choosing them, which were set together with it.
// - facilities: beds, doctors and clinics' sites of each kind are multiplied so that there are as
//   many per resident as there; levels, diagnostics and what an institution takes part in are those
//   of the institution at the same rank of its kind. Numbers of hospitals and courtyards stay.
// - price: levels and shares of charges, prices of tests, costs of institutions.
// - payment: who is insured how, what schemes pay, what funds live on; and the contracts that
//   reforms switch on, with their dates, coverage and numbers.
// - reforms: which other reforms there are, with dates, coverage, numbers and places. A county
// takes
//   those of the county at the same share of residents there.
//
// What a block leaves alone (how many people, absent insured, demand, visitors) is the rest. A city
// given a block of its own is the same to the last bit.
#ifndef HXSIM_STUDY_BLOCKS_H
#define HXSIM_STUDY_BLOCKS_H

#include "config/experiment.h"

#include <stdbool.h>

typedef enum Block {
    BLOCK_AGE,
    BLOCK_DISTANCE,
    BLOCK_FACILITIES,
    BLOCK_PRICE,
    BLOCK_PAYMENT,
    BLOCK_REFORMS,
    BLOCKS
} Block;

typedef struct BlockInfo {
    const char *name, *zh, *en;
} BlockInfo;
extern const BlockInfo block_infos[BLOCKS];

// `here` with one block of `there`. The copy holds rows of its own and points into both, which
// must outlive it; give it back with experiment_free. Numbers that do not go together (ages that
// cannot be raked, contracts that overlap) are told.
Status block_swap(Experiment *swapped, const Experiment *here, const Experiment *there, Block block,
                  const LeverInfo *levers, int lever_count, Report *report);

// Whether a swap changes anything at all: false where both cities have the same numbers.
bool block_moves(const Experiment *swapped, const Experiment *here);

// Whether a block holds a number of the registry, or the reforms with a lever.
bool block_holds(Block block, int parameter);
bool block_has_lever(Block block, const LeverInfo *lever);

#endif
