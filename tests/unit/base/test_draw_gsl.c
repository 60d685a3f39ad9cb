// SPDX-License-Identifier: MIT
#include "base/draw_gsl.h"

#include "base/draw.h"
#include "support/chance.h"
#include "unit/claim.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

enum { CELLS = 20, DRAWS = 200000 };

static gsl_rng *begin(unsigned long seed) {
    gsl_rng *rng = gsl_rng_alloc(draw_gsl_type);
    gsl_rng_set(rng, seed);
    return rng;
}

TEST(words_by_address) {
    gsl_rng *rng = begin(42);
    const DrawKey key = draw_key(42, 0);
    for (uint32_t block = 0; block < 100; block++) {
        const Draw draw = draw_at(key, 0, PURPOSE_LIBRARY, block, 0);
        for (int w = 0; w < 4; w++)
            ck_assert_uint_eq(gsl_rng_get(rng), draw.word[w]);
    }
    gsl_rng_free(rng);
}

TEST(seed_begins_anew) {
    gsl_rng *rng = begin(7), *other = begin(8);
    const unsigned long first = gsl_rng_get(rng);
    ck_assert_uint_ne(first, gsl_rng_get(other));
    gsl_rng_get(rng);
    gsl_rng_set(rng, 7);
    ck_assert_uint_eq(first, gsl_rng_get(rng));
    gsl_rng *copy = gsl_rng_clone(rng);
    ck_assert_uint_eq(gsl_rng_get(copy), gsl_rng_get(rng));
    gsl_rng_free(copy);
    gsl_rng_free(other);
    gsl_rng_free(rng);
}

// Counts draws by 20 equal shares of their law.
TEST(laws_of_the_library) {
    gsl_rng *rng = begin(3);
    double gamma[CELLS] = {0}, normal[CELLS] = {0}, unit[CELLS] = {0}, even[CELLS];
    for (int i = 0; i < CELLS; i++)
        even[i] = 1.0 / CELLS;
    for (int i = 0; i < DRAWS; i++) {
        gamma[(int)(gsl_cdf_gamma_P(gsl_ran_gamma(rng, 2.5, 1.3), 2.5, 1.3) * CELLS)]++;
        normal[(int)(gsl_cdf_ugaussian_P(gsl_ran_ugaussian(rng)) * CELLS)]++;
        unit[(int)(gsl_rng_uniform(rng) * CELLS)]++;
    }
    ck_assert_double_gt(chance_of_shares(gamma, even, CELLS), 1e-4);
    ck_assert_double_gt(chance_of_shares(normal, even, CELLS), 1e-4);
    ck_assert_double_gt(chance_of_shares(unit, even, CELLS), 1e-4);
    gsl_rng_free(rng);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the library's sequence is the words by address", words_by_address),
        CLAIM("a seed begins anew, another seed another sequence, a copy goes on alike",
              seed_begins_anew),
        CLAIM("200,000 gammas, normals and units from it follow their laws", laws_of_the_library),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
