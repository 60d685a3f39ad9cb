// SPDX-License-Identifier: MIT
// Random numbers that have an address: (seed, replicate, person, purpose, ordinal, step).
//
// Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, doi 10.1145/2063384.2063405) maps an address to four
// words of 32 bits, whatever was drawn before and on whichever thread. One purpose is one decision; within it,
// disjoint bits of the four words may serve disjoint questions.
#ifndef HXSIM_BASE_DRAW_H
#define HXSIM_BASE_DRAW_H

#include <stddef.h>
#include <stdint.h>

// One code per decision. New purposes go at the end: a code is part of every result.
typedef enum Purpose {
    PURPOSE_SYNTHESIS = 1, // the first population: sex, age, scheme, conditions
    PURPOSE_START,         // the first population: first need, first habit
    PURPOSE_YEAR,          // a person's year: death, frailty, onset, migration, scheme
    PURPOSE_STAGE,         // a person's year: stages of care
    PURPOSE_BIRTH,         // a newborn, keyed by its own slot
    PURPOSE_NEED,          // a candidate need: stream, group, complexity, next interval
    PURPOSE_SEEK,          // where to go, and the place in the queue
    PURPOSE_SERVE,         // what the facility finds and does
    PURPOSE_REFER,         // where an unsettled case goes
    PURPOSE_ADMIT,         // choice of a bed
    PURPOSE_STAY,          // days, operation, cost, readmission
    PURPOSE_VISITOR,       // arrivals from elsewhere, keyed by origin and day
    PURPOSE_WARD,          // the days of wards of true size at one in n; the isolated clinic of the table
    PURPOSE_CONGESTION,    // how far down the order a clinic gets at one in n
    PURPOSE_LIBRARY,       // the GSL generator of tests
    PURPOSE_PARAMETER,     // draws of the parameters, keyed by the name of a factor
    PURPOSE_CLAIM,         // how a stay is billed: coding, splitting
    PURPOSE_REMOTE,        // what is asked of doctors elsewhere
    PURPOSE_TEAM,          // a person's places in the orders in which teams take people on
    PURPOSE_SCREENING,     // a person's month of screening; the appointment that follows
    PURPOSE_URGENT,        // how somebody who cannot wait is brought
    PURPOSE_BOOKING        // whether a visit is booked, and who turns up
} Purpose;

typedef struct DrawKey {
    uint32_t word[2];
} DrawKey;

typedef struct Draw {
    uint32_t word[4];
} Draw;

// The key of a run; seed and replicate are mixed, so that neighbouring seeds share nothing.
DrawKey draw_key(uint64_t seed, uint32_t replicate);

// The four words at one address.
Draw draw_at(DrawKey key, uint32_t person, Purpose purpose, uint32_t ordinal, uint32_t step);

// The four words at `count` addresses, as columns: word[w][i] belongs to (person[i], ordinal[i], step[i]).
void draw_batch(DrawKey key, Purpose purpose, size_t count, const uint32_t *restrict person,
                const uint32_t *restrict ordinal, const uint32_t *restrict step,
                uint32_t *restrict word0, uint32_t *restrict word1, uint32_t *restrict word2,
                uint32_t *restrict word3);

// A draw as eight fields of 15 bits that share none: the low and the high end of each word.
static inline uint32_t draw_field(const Draw *draw, unsigned field) {
    return (draw->word[field / 2] >> (16 * (field % 2))) & 0x7FFFu;
}

// A word as a number strictly between 0 and 1.
static inline double draw_unit(uint32_t word) {
    return ((double)word + 0.5) * (1.0 / 4294967296.0);
}

#endif
