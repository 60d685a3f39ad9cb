// SPDX-License-Identifier: MIT
#include "payment/deal.h"

// FNV-1a (Fowler, Noll and Vo), 64 bits, its high half stirred once more.
Millionths deal_turn_of(const char *institution) {
    uint64_t hash = 14695981039346656037u;
    for (const char *c = institution; *c; c++)
        hash = (hash ^ (uint8_t)*c) * 1099511628211u;
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15u;
    return (Millionths)((hash >> 32) * WHOLE >> 32);
}
