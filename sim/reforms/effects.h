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
      "results of platform institutions that others cannot look up") \
    X(EFFECT_INBOUND_UNSETTLED, inbound_unsettled, "log share", \
      "patients of other provinces who pay first and claim at home") \
    X(EFFECT_SELF_FILING, self_filing, "log odds", \
      "persons who file care outside the city by themselves") \
    X(EFFECT_CITY_CAPABILITY, city_capability, "units", \
      "capability of city hospitals, all classes") \
    X(EFFECT_COUNTY_CAPABILITY, county_capability, "units", \
      "capability of county general hospitals, all classes") \
    X(EFFECT_VILLAGE_CAPABILITY, village_capability, "units", \
      "capability of village clinics in which a doctor is present, all classes") \
    X(EFFECT_DOCTORS_DRAWN_UP, doctors_drawn_up, "log share", \
      "doctors whom city hospitals leave at the county general hospital") \
    X(EFFECT_DOCTORS_LENT, doctors_lent, "log share", \
      "of a county's part of the doctors of city hospitals, those who stay there") \
    X(EFFECT_UNREFERRED_CUT, unreferred_cut, "share", \
      "points off the rate at city hospitals and outside without referral, not urgent") \
    X(EFFECT_REFERRED_DEDUCTIBLE, referred_deductible, "log share", \
      "of the deductible of a stay, the part that the referred still meet")
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
