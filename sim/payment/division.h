// SPDX-License-Identifier: MIT
// Whole fen divided so that not one is lost, and products that need more than 64 bits.
//
// Sums of a city's year are near 10^12 fen and 10^12 thousandths of points: their products fit into
// 128 bits, and each is rounded once.
#ifndef HXSIM_PAYMENT_DIVISION_H
#define HXSIM_PAYMENT_DIVISION_H

#include "base/money.h"

#include <stddef.h>

__extension__ typedef __int128 Wide;

// top / bottom (bottom more than 0), rounded once, halves away from 0; it stops at MOST_FEN on
// either side of 0.
int64_t division_wide(Wide top, Wide bottom);

// amount x top / bottom, rounded in the same way.
static inline Fen division_round(Fen amount, int64_t top, int64_t bottom) {
    return division_wide((Wide)amount * top, bottom);
}

// One who has a part: in proportion to `weight`, 0 or more.
typedef struct Share {
    int64_t weight;
    Fen part;
} Share;

// Divides `total` in proportion to the weights, by largest remainder: each part is what is exact,
// rounded down or up to whole fen, and the parts add up to the total. Of equal remainders the first
// in order wins. If all weights are 0, so are the parts. The shares may be members of larger
// structs, `stride` bytes from one to the next.
void division_by_weights(Share *shares, size_t stride, size_t count, Fen total);

#endif
