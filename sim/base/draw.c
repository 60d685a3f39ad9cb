// SPDX-License-Identifier: MIT
#include "base/draw.h"

#include "base/clones.h"

#if HAS_CLONES
#include <immintrin.h>
#endif

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

// ---- many at once

typedef struct Columns {
    const uint32_t *person, *ordinal, *step;
    uint32_t *word[4];
} Columns;

HOT_LOOP
static void draw_plainly(DrawKey key, Purpose purpose, size_t count, const Columns *columns) {
    const uint32_t *restrict person = columns->person, *restrict ordinal = columns->ordinal;
    const uint32_t *restrict step = columns->step;
    uint32_t *restrict word0 = columns->word[0], *restrict word1 = columns->word[1];
    uint32_t *restrict word2 = columns->word[2], *restrict word3 = columns->word[3];
    for (size_t i = 0; i < count; i++) {
        const Draw draw = philox(key, (Draw){{person[i], (uint32_t)purpose, ordinal[i], step[i]}});
        word0[i] = draw.word[0];
        word1[i] = draw.word[1];
        word2[i] = draw.word[2];
        word3[i] = draw.word[3];
    }
}

#if HAS_CLONES
// gcc multiplies 64 by 64 bits where 32 by 32 are enough: by hand it is more than twice as fast.
#define WIDE __attribute__((target("arch=x86-64-v4")))
enum { WIDE_LANES = 16 };

typedef struct Product {
    __m512i high, low;
} Product;

WIDE static inline Product product(__m512i multiplier, __m512i factor) {
    const __m512i even = _mm512_mul_epu32(factor, multiplier);
    const __m512i odd = _mm512_mul_epu32(_mm512_srli_epi64(factor, 32), multiplier);
    return (Product){_mm512_mask_blend_epi32(0xAAAA, _mm512_srli_epi64(even, 32), odd),
                     _mm512_mask_blend_epi32(0xAAAA, even, _mm512_slli_epi64(odd, 32))};
}

WIDE static inline __m512i both_and_key(__m512i a, __m512i b, uint32_t key) {
    return _mm512_xor_epi32(_mm512_xor_epi32(a, b), _mm512_set1_epi32((int)key));
}

WIDE static void draw_widely(DrawKey key, Purpose purpose, size_t count, const Columns *columns) {
    const __m512i multiplier0 = _mm512_set1_epi64(MULTIPLIER_0);
    const __m512i multiplier1 = _mm512_set1_epi64(MULTIPLIER_1);
    for (size_t i = 0; i < count; i += WIDE_LANES) {
        const size_t left = count - i;
        const __mmask16 some = (__mmask16)(left < WIDE_LANES ? (1u << left) - 1 : 0xFFFFu);
        __m512i a = _mm512_maskz_loadu_epi32(some, columns->person + i);
        __m512i b = _mm512_set1_epi32((int)purpose);
        __m512i c = _mm512_maskz_loadu_epi32(some, columns->ordinal + i);
        __m512i d = _mm512_maskz_loadu_epi32(some, columns->step + i);
        for (uint32_t round = 0; round < ROUNDS; round++) {
            const Product p0 = product(multiplier0, a), p1 = product(multiplier1, c);
            a = both_and_key(p1.high, b, key.word[0] + round * WEYL_0);
            b = p1.low;
            c = both_and_key(p0.high, d, key.word[1] + round * WEYL_1);
            d = p0.low;
        }
        _mm512_mask_storeu_epi32(columns->word[0] + i, some, a);
        _mm512_mask_storeu_epi32(columns->word[1] + i, some, b);
        _mm512_mask_storeu_epi32(columns->word[2] + i, some, c);
        _mm512_mask_storeu_epi32(columns->word[3] + i, some, d);
    }
}
#endif

void draw_batch(DrawKey key, Purpose purpose, size_t count, const uint32_t *restrict person,
                const uint32_t *restrict ordinal, const uint32_t *restrict step,
                uint32_t *restrict word0, uint32_t *restrict word1, uint32_t *restrict word2,
                uint32_t *restrict word3) {
    const Columns columns = {person, ordinal, step, {word0, word1, word2, word3}};
#if HAS_CLONES
    if (__builtin_cpu_supports("x86-64-v4")) {
        draw_widely(key, purpose, count, &columns);
        return;
    }
#endif
    draw_plainly(key, purpose, count, &columns);
}
