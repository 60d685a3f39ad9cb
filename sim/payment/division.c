// SPDX-License-Identifier: MIT
#include "payment/division.h"

#include <stdbool.h>

int64_t division_wide(Wide top, Wide bottom) {
    const Wide size = top < 0 ? -top : top;
    const Wide rounded = size / bottom + (2 * (size % bottom) >= bottom);
    const int64_t kept = rounded < MOST_FEN ? (int64_t)rounded : MOST_FEN;
    return top < 0 ? -kept : kept;
}

static Share *share_at(Share *shares, size_t stride, size_t index) {
    return (Share *)(void *)((char *)shares + index * stride);
}

// Gives one fen more to the first part with the largest remainder that has none yet. A part that
// has got one is above what is exact, which tells it from the others.
static void give_one(Share *shares, size_t stride, size_t count, Fen total, int64_t sum) {
    Share *chosen = NULL;
    Wide largest = 0;
    for (size_t i = 0; i < count; i++) {
        Share *share = share_at(shares, stride, i);
        const Wide exact = (Wide)total * share->weight;
        if ((Wide)share->part * sum > exact || exact % sum <= largest) continue;
        largest = exact % sum;
        chosen = share;
    }
    if (chosen) chosen->part++;
}

void division_by_weights(Share *shares, size_t stride, size_t count, Fen total) {
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += share_at(shares, stride, i)->weight;
    Fen left = total;
    for (size_t i = 0; i < count; i++) {
        Share *share = share_at(shares, stride, i);
        share->part = sum > 0 ? (Fen)((Wide)total * share->weight / sum) : 0;
        left -= share->part;
    }
    for (; sum > 0 && left > 0; left--)
        give_one(shares, stride, count, total, sum);
}
