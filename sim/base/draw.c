// SPDX-License-Identifier: MIT
#include "base/draw.h"

#include "base/clones.h"

enum { ROUNDS = 10 };
static const uint32_t MULTIPLIER_0 = 0xD2511F53, MULTIPLIER_1 = 0xCD9E8D57;
static const uint32_t WEYL_0 = 0x9E3779B9, WEYL_1 = 0xBB67AE85;

// SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195).
static uint64_t mixed(uint64_t x) {
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

DrawKey draw_key(uint64_t seed, uint32_t replicate) {
    const uint64_t key = mixed(mixed(seed) + replicate);
    return (DrawKey){{(uint32_t)key, (uint32_t)(key >> 32)}};
}

static inline Draw philox(DrawKey key, Draw counter) {
    uint32_t a = counter.word[0], b = counter.word[1], c = counter.word[2], d = counter.word[3];
    uint32_t k0 = key.word[0], k1 = key.word[1];
    for (int round = 0; round < ROUNDS; round++) {
        const uint64_t p0 = (uint64_t)MULTIPLIER_0 * a, p1 = (uint64_t)MULTIPLIER_1 * c;
        a = (uint32_t)(p1 >> 32) ^ b ^ k0;
        b = (uint32_t)p1;
        c = (uint32_t)(p0 >> 32) ^ d ^ k1;
        d = (uint32_t)p0;
        k0 += WEYL_0;
        k1 += WEYL_1;
    }
    return (Draw){{a, b, c, d}};
}

Draw draw_at(DrawKey key, uint32_t person, Purpose purpose, uint32_t ordinal, uint32_t step) {
    return philox(key, (Draw){{person, (uint32_t)purpose, ordinal, step}});
}

HOT_LOOP
void draw_batch(DrawKey key, Purpose purpose, size_t count, const uint32_t *restrict person,
                const uint32_t *restrict ordinal, const uint32_t *restrict step,
                uint32_t *restrict word0, uint32_t *restrict word1, uint32_t *restrict word2,
                uint32_t *restrict word3) {
    for (size_t i = 0; i < count; i++) {
        const Draw draw =
            philox(key, (Draw){{person[i], (uint32_t)purpose, ordinal[i], step[i]}});
        word0[i] = draw.word[0];
        word1[i] = draw.word[1];
        word2[i] = draw.word[2];
        word3[i] = draw.word[3];
    }
}
