// SPDX-License-Identifier: MIT
#include "base/draw_gsl.h"

#include "base/draw.h"

typedef struct Sequence {
    DrawKey key;
    Draw draw;
    uint64_t next; // word
} Sequence;

static void set(void *state, unsigned long seed) {
    Sequence *sequence = state;
    *sequence = (Sequence){.key = draw_key(seed, 0)};
}

static unsigned long get(void *state) {
    Sequence *sequence = state;
    const uint64_t block = sequence->next / 4;
    if (sequence->next % 4 == 0)
        sequence->draw =
            draw_at(sequence->key, 0, PURPOSE_LIBRARY, (uint32_t)block, (uint32_t)(block >> 32));
    return sequence->draw.word[sequence->next++ % 4];
}

static double get_double(void *state) {
    return (double)get(state) / 4294967296.0;
}

static const gsl_rng_type type = {.name = "philox4x32-10",
                                  .max = 0xFFFFFFFF,
                                  .min = 0,
                                  .size = sizeof(Sequence),
                                  .set = set,
                                  .get = get,
                                  .get_double = get_double};

const gsl_rng_type *const draw_gsl_type = &type;
