// SPDX-License-Identifier: MIT
// How often people need care: acute needs by age, sex and disease group, and the excess of chronic conditions.
//
// A person's candidate needs arise at the rate
//     frailty x sum of acute needs(age, sex) + sum over conditions that the person has of the largest excess,
// which is fixed within a year and moved by no scenario. One word picks the stream by its share; in an acute
// stream it also picks the disease group of that half-month, in a condition's stream another word accepts the
// candidate with (excess at today's stage) / (largest excess). Thinning: Lewis and Shedler 1979,
// doi 10.1002/nav.3800260304.
#ifndef HXSIM_PEOPLE_HAZARD_H
#define HXSIM_PEOPLE_HAZARD_H

#include "config/city.h"
#include "people/clock.h"

#include <stdint.h>

enum { FEMALE, MALE, SEXES, FRAILTY_CLASSES = 256 };
enum { GROUP_ROOM = 32 }; // a power of two above DISEASE_COUNT, for a search by halves

typedef struct Hazards {
    double acute[SEXES][AGE_BAND_COUNT]; // candidates per unit of operational time, at frailty 1
    double excess[CONDITION_COUNT];      // the largest, per unit of operational time
    double excess_of[2][512];            // summed over the conditions of three packed stages
    double frailty_permanent[FRAILTY_CLASSES], frailty_yearly[FRAILTY_CLASSES]; // mean 1
    double bound[HALF_MONTHS];           // season of the densest age and sex
    // Cumulative shares in 1/65536 of the disease groups of an acute candidate; above the last, no need.
    uint32_t group[HALF_MONTHS][SEXES][AGE_BAND_COUNT][GROUP_ROOM]; // filled up with 65535
    // A condition's candidate is a routine visit below the first, a flare below the second, else no need.
    uint32_t routine[HALF_MONTHS][CONDITION_COUNT][STAGE_COUNT];
    uint32_t flare[HALF_MONTHS][CONDITION_COUNT][STAGE_COUNT];
    int32_t band_of_age[128];
} Hazards;

// Everything about candidates that follows from the numbers of a city and not from a person.
void hazards_init(Hazards *hazards, const City *city);

// Stage of one condition in the packed conditions of a person, three bits each.
static inline Stage condition_stage(uint32_t conditions, int condition) {
    return (Stage)((conditions >> (3 * condition)) & 7u);
}

static inline uint32_t condition_set(uint32_t conditions, int condition, Stage stage) {
    return (conditions & ~(7u << (3 * condition))) | ((uint32_t)stage << (3 * condition));
}

// The disease group of a word of 16 bits: how many of the cumulative shares from `first` on it reaches; DISEASE_COUNT
// or more is no need. Found by halves, written out so that many words can be looked up at once.
static inline int32_t hazard_group(const uint32_t *cumulative, int32_t first, uint32_t word16) {
    _Static_assert(GROUP_ROOM == 32, "five halves");
    int32_t at = word16 >= cumulative[first + 15] ? 16 : 0;
    at += word16 >= cumulative[first + at + 7] ? 8 : 0;
    at += word16 >= cumulative[first + at + 3] ? 4 : 0;
    at += word16 >= cumulative[first + at + 1] ? 2 : 0;
    at += word16 >= cumulative[first + at] ? 1 : 0;
    return at;
}

// The part of a person's rate that acute needs make.
static inline double hazard_acute(const Hazards *hazards, uint8_t permanent, uint8_t yearly,
                                  unsigned sex, int32_t band) {
    return hazards->frailty_permanent[permanent] * hazards->frailty_yearly[yearly] *
           hazards->acute[sex][band];
}

// Candidates per unit of operational time that the conditions add.
static inline double hazard_excess(const Hazards *hazards, uint32_t conditions) {
    return hazards->excess_of[0][conditions & 511u] + hazards->excess_of[1][conditions >> 9];
}

// Candidates per unit of operational time.
static inline double hazard_rate(const Hazards *hazards, uint8_t permanent, uint8_t yearly,
                                 unsigned sex, int32_t band, uint32_t conditions) {
    return hazard_acute(hazards, permanent, yearly, sex, band) + hazard_excess(hazards, conditions);
}

#endif
