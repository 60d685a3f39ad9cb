// SPDX-License-Identifier: MIT
// What the levers of a day add up to, county by county.
//
// Every lever adds on a scale on which effects may be added: logarithms, log odds or units. The
// amounts are kept in whole 2^-32, so that the order of the levers cannot matter, not even in the
// last bit; the day transforms each sum once and applies limits last.
#ifndef HXSIM_REFORMS_EFFECTS_H
#define HXSIM_REFORMS_EFFECTS_H

#include "config/city.h"

#include <stdint.h>

//    X(enum, name, scale, what it moves)
// clang-format off
#define EFFECTS(X) \
    X(EFFECT_VILLAGE_UNSETTLED, village_unsettled, "log share", \
      "village clinics at which insurance does not pay") \
    X(EFFECT_DOWN_REFERRAL, down_referral, "log odds", \
      "stays that end with a move to a lower tier") \
    X(EFFECT_FORMAL_REFERRAL, formal_referral, "log odds", \
      "unsettled cases that the institution itself refers") \
    X(EFFECT_DOCTORS_SENT_DOWN, doctors_sent_down, "log share", \
      "doctors left at the county general hospital") \
    X(EFFECT_TOWNSHIP_CAPABILITY, township_capability, "units", \
      "capability of township centres, all classes") \
    X(EFFECT_CHRONIC_CAPABILITY, chronic_capability, "units", \
      "capability of village clinics and township centres, chronic class") \
    X(EFFECT_UNRECOGNISED, unrecognised, "log share", \
      "results of member institutions that others do not recognise") \
    X(EFFECT_UNCONNECTED, unconnected, "log share", \
      "results of platform institutions that others cannot look up")
// clang-format on
#define FIRST_OF(name, ...) name,
typedef enum Effect { EFFECTS(FIRST_OF) EFFECT_COUNT } Effect;
#undef FIRST_OF

typedef struct Effects {
    int64_t sum[MOST_COUNTIES][EFFECT_COUNT]; // in 2^-32
} Effects;

// Adds `amount` (finite, below 2^30) to one effect in one county.
void effect_add(Effects *effects, int county, Effect effect, double amount);

// The sum of one effect in one county, on its own scale.
double effect_sum(const Effects *effects, int county, Effect effect);

// A share after the log shares of levers: share x exp(sum).
double effect_share_left(const Effects *effects, int county, Effect effect, double share);

// A probability after the log odds of levers.
double effect_probability(const Effects *effects, int county, Effect effect, double probability);

#endif
