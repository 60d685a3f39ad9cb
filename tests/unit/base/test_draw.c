// SPDX-License-Identifier: MIT
#include "base/draw.h"
#include "unit/claim.h"

#include <Random123/philox.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void assert_words(Draw draw, uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    ck_assert_uint_eq(draw.word[0], a);
    ck_assert_uint_eq(draw.word[1], b);
    ck_assert_uint_eq(draw.word[2], c);
    ck_assert_uint_eq(draw.word[3], d);
}

// The published answers: Random123 1.14, tests/kat_vectors, philox4x32 with 10 rounds.
TEST(published_answers) {
    assert_words(draw_at((DrawKey){{0, 0}}, 0, (Purpose)0, 0, 0), 0x6627e8d5, 0xe169c58d,
                 0xbc57ac4c, 0x9b00dbd8);
    assert_words(draw_at((DrawKey){{0xffffffff, 0xffffffff}}, 0xffffffff, (Purpose)0xffffffff,
                         0xffffffff, 0xffffffff),
                 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    assert_words(draw_at((DrawKey){{0xa4093822, 0x299f31d0}}, 0x243f6a88, (Purpose)0x85a308d3,
                         0x13198a2e, 0x03707344),
                 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
}

// An untidy number of 32 bits.
static uint32_t untidy(uint32_t i) {
    return (i * 2654435761u) ^ (i * i * 40503u);
}

TEST(random123_agrees) {
    for (uint32_t i = 0; i < 20000; i++) {
        const philox4x32_ctr_t counter = {{untidy(i), untidy(i + 1), untidy(i + 2), untidy(i + 3)}};
        const philox4x32_key_t key = {{untidy(i + 4), untidy(i + 5)}};
        const philox4x32_ctr_t truth = philox4x32(counter, key);
        const Draw draw = draw_at((DrawKey){{key.v[0], key.v[1]}}, counter.v[0],
                                  (Purpose)counter.v[1], counter.v[2], counter.v[3]);
        assert_words(draw, truth.v[0], truth.v[1], truth.v[2], truth.v[3]);
    }
}

enum { BATCH = 1003 };

static void assert_batch(size_t count) {
    const DrawKey key = draw_key(91, 3);
    uint32_t person[BATCH], ordinal[BATCH], step[BATCH], word[4][BATCH + 1];
    for (uint32_t i = 0; i < count; i++) {
        person[i] = untidy(i);
        ordinal[i] = untidy(i) >> 20;
        step[i] = i % 5;
    }
    for (int w = 0; w < 4; w++)
        word[w][count] = 0xdeadbeef;

    draw_batch(key, PURPOSE_SERVE, count, person, ordinal, step, word[0], word[1], word[2],
               word[3]);
    for (size_t i = 0; i < count; i++)
        assert_words(draw_at(key, person[i], PURPOSE_SERVE, ordinal[i], step[i]), word[0][i],
                     word[1][i], word[2][i], word[3][i]);
    for (int w = 0; w < 4; w++)
        ck_assert_uint_eq(word[w][count], 0xdeadbeef);
}

TEST(batch_is_many_singles) {
    static const size_t sizes[] = {0, 1, 2, 7, 16, 31, 512, BATCH};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        assert_batch(sizes[i]);
}

// SplitMix64 as its author prints it (Vigna, prng.di.unimi.it/splitmix64.c): state, then output.
static uint64_t splitmix_next(uint64_t *state) {
    uint64_t z = (*state += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

TEST(keys_are_mixed) {
    uint64_t known = 1234567;
    ck_assert_uint_eq(splitmix_next(&known), 6457827717110365317u);
    ck_assert_uint_eq(splitmix_next(&known), 3203168211198807973u);

    for (uint32_t i = 0; i < 100; i++) {
        uint64_t outer = untidy(i);
        uint64_t inner = splitmix_next(&outer) + i;
        const uint64_t truth = splitmix_next(&inner);
        const DrawKey key = draw_key(untidy(i), i);
        ck_assert_uint_eq(key.word[0], (uint32_t)truth);
        ck_assert_uint_eq(key.word[1], (uint32_t)(truth >> 32));
    }
}

static int compare_blocks(const void *a, const void *b) {
    return memcmp(a, b, sizeof(Draw));
}

static size_t repeats(Draw *draws, size_t count) {
    qsort(draws, count, sizeof *draws, compare_blocks);
    size_t equal = 0;
    for (size_t i = 1; i < count; i++)
        equal += memcmp(&draws[i - 1], &draws[i], sizeof *draws) == 0;
    return equal;
}

TEST(every_address_has_its_own_words) {
    static Draw draws[7 * 11 * 13 * 15 * 3];
    size_t count = 0;
    for (uint32_t seed = 41; seed < 44; seed++)
        for (uint32_t person = 0; person < 7; person++)
            for (int purpose = 0; purpose < 15; purpose++)
                for (uint32_t ordinal = 0; ordinal < 11; ordinal++)
                    for (uint32_t step = 0; step < 13; step++)
                        draws[count++] =
                            draw_at(draw_key(seed, 0), person, (Purpose)purpose, ordinal, step);
    ck_assert_uint_eq(count, sizeof draws / sizeof *draws);
    ck_assert_uint_eq(repeats(draws, count), 0);
}

TEST(seeds_and_replicates_share_nothing) {
    static Draw draws[300 * 30];
    size_t count = 0;
    for (uint64_t seed = 1; seed <= 300; seed++)
        for (uint32_t replicate = 0; replicate < 30; replicate++)
            draws[count++] = draw_at(draw_key(seed, replicate), 5, PURPOSE_NEED, 0, 0);
    ck_assert_uint_eq(repeats(draws, count), 0);
}

static int bits_of(uint64_t word) {
    int bits = 0;
    for (; word; word &= word - 1)
        bits++;
    return bits;
}

static int different_bits(Draw a, Draw b) {
    int bits = 0;
    for (int w = 0; w < 4; w++)
        bits += bits_of(a.word[w] ^ b.word[w]);
    return bits;
}

// Half of 128 bits differ between strangers; their mean over 400 pairs has a standard error of
// 0.28.
TEST(seed_and_purpose_do_not_trade_places) {
    int bits = 0;
    for (uint32_t person = 0; person < 400; person++) {
        const Draw one = draw_at(draw_key(42, 0), person, (Purpose)1, 0, 0);
        const Draw other = draw_at(draw_key(43, 0), person, (Purpose)0, 0, 0);
        ck_assert_int_gt(different_bits(one, other), 20);
        bits += different_bits(one, other);
    }
    ck_assert_double_eq_tol(bits / 400.0, 64, 4 * 0.283);
}

TEST(one_bit_of_the_address_turns_half_of_the_words) {
    const DrawKey key = draw_key(2026, 1);
    for (int place = 0; place < 4; place++) {
        int bits = 0;
        for (uint32_t i = 0; i < 400; i++) {
            const uint32_t flip = 1u << (i % 32);
            uint32_t at[4] = {i * 17, 6, i, 2};
            const Draw before = draw_at(key, at[0], (Purpose)at[1], at[2], at[3]);
            at[place] ^= flip;
            bits += different_bits(before, draw_at(key, at[0], (Purpose)at[1], at[2], at[3]));
        }
        ck_assert_double_eq_tol(bits / 400.0, 64, 4 * 0.283);
    }
}

TEST(unit_lies_between_0_and_1) {
    ck_assert_double_gt(draw_unit(0), 0.0);
    ck_assert_double_lt(draw_unit(0xffffffff), 1.0);
    ck_assert_double_eq(draw_unit(0) + draw_unit(0xffffffff), 1.0);
    ck_assert_double_eq(draw_unit(0x80000000) - draw_unit(0x7fffffff), 1.0 / 4294967296.0);
    ck_assert_double_eq(draw_unit(0x40000000), 0.25 + 0.5 / 4294967296.0);
}

// One walk through addresses: the i-th word when only one part of the address moves.
typedef enum Walk { OVER_PERSONS, OVER_ORDINALS, OVER_STEPS, OVER_REPLICATES, WALKS } Walk;

static Draw walked(Walk walk, uint32_t i) {
    const DrawKey key = draw_key(7, walk == OVER_REPLICATES ? i : 0);
    const uint32_t person = walk == OVER_PERSONS ? i : 31337;
    const uint32_t ordinal = walk == OVER_ORDINALS ? i : 2;
    const uint32_t step = walk == OVER_STEPS ? i : 1;
    return draw_at(key, person, PURPOSE_SEEK, ordinal, step);
}

enum { DRAWS = 65536, BINS = 256 };

static void assert_even(const uint32_t count[BINS]) {
    double chi_square = 0;
    for (int bin = 0; bin < BINS; bin++)
        chi_square += pow(count[bin] - DRAWS / (double)BINS, 2) * BINS / DRAWS;
    const double p = gsl_cdf_chisq_Q(chi_square, BINS - 1);
    ck_assert_double_gt(p, 1e-4);
    ck_assert_double_lt(p, 1 - 1e-4);
}

TEST(every_byte_is_even) {
    for (Walk walk = 0; walk < WALKS; walk++) {
        uint32_t count[16][BINS] = {{0}};
        for (uint32_t i = 0; i < DRAWS; i++) {
            const Draw draw = walked(walk, i);
            for (int byte = 0; byte < 16; byte++)
                count[byte][(draw.word[byte / 4] >> (8 * (byte % 4))) & 255]++;
        }
        for (int byte = 0; byte < 16; byte++)
            assert_even(count[byte]);
    }
}

// Correlation of uniform numbers in standard errors: their variance is 1/12.
static double correlation(double sum_of_products, int count) {
    return 12 * sum_of_products / count * sqrt(count);
}

TEST(words_of_a_block_are_strangers) {
    for (Walk walk = 0; walk < WALKS; walk++)
        for (int a = 0; a < 4; a++)
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (uint32_t i = 0; i < DRAWS; i++) {
                    const Draw draw = walked(walk, i);
                    sum += (draw_unit(draw.word[a]) - 0.5) * (draw_unit(draw.word[b]) - 0.5);
                }
                ck_assert_double_lt(fabs(correlation(sum, DRAWS)), 4);
            }
}

TEST(neighbours_are_strangers) {
    for (Walk walk = 0; walk < WALKS; walk++)
        for (int word = 0; word < 4; word++) {
            double sum = 0, before = draw_unit(walked(walk, DRAWS).word[word]) - 0.5;
            for (uint32_t i = 0; i < DRAWS; i++) {
                const double now = draw_unit(walked(walk, i).word[word]) - 0.5;
                sum += before * now;
                before = now;
            }
            ck_assert_double_lt(fabs(correlation(sum, DRAWS)), 4);
        }
}

TEST(purposes_are_strangers) {
    const DrawKey key = draw_key(7, 0);
    for (Purpose a = PURPOSE_SYNTHESIS; a <= PURPOSE_LIBRARY; a++)
        for (Purpose b = PURPOSE_SYNTHESIS; b < a; b++) {
            double sum = 0;
            for (uint32_t person = 0; person < 4000; person++)
                sum += (draw_unit(draw_at(key, person, a, 3, 0).word[0]) - 0.5) *
                       (draw_unit(draw_at(key, person, b, 3, 0).word[0]) - 0.5);
            ck_assert_double_lt(fabs(correlation(sum, 4000)), 4);
        }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the three published answers of Philox4x32-10 come out", published_answers),
        CLAIM("20,000 untidy addresses give the words that Random123 gives", random123_agrees),
        CLAIM("a batch gives the words of as many single draws and writes no further",
              batch_is_many_singles),
        CLAIM("a key is SplitMix64 of the seed, plus the replicate, mixed again", keys_are_mixed),
        CLAIM("no two of 45,045 neighbouring addresses have the same words",
              every_address_has_its_own_words),
        CLAIM("300 seeds by 30 replicates make 9,000 different keys",
              seeds_and_replicates_share_nothing),
        CLAIM("purpose 1 of seed 42 and purpose 0 of seed 43 share nothing",
              seed_and_purpose_do_not_trade_places),
        CLAIM("one bit of person, purpose, ordinal or step turns half of the bits drawn",
              one_bit_of_the_address_turns_half_of_the_words),
        CLAIM("a word as a number lies strictly between 0 and 1, halfway between its neighbours",
              unit_lies_between_0_and_1),
        CLAIM("every byte is evenly spread over persons, ordinals, steps and replicates",
              every_byte_is_even),
        CLAIM("the four words at one address are not correlated", words_of_a_block_are_strangers),
        CLAIM("neighbouring persons, ordinals, steps and replicates are not correlated",
              neighbours_are_strangers),
        CLAIM("no two purposes are correlated", purposes_are_strangers),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
