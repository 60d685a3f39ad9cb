// SPDX-License-Identifier: MIT
// Who among the chronically ill is followed up by a team of family doctors, and what that does to
// the stages of care in a year.
//
// Follow-up changes rates, never a stage by itself: more are enrolled and controlled, fewer drop
// out or lose control. People are taken on in an order of their own that nothing moves, so that
// whoever is followed up when a team has little time is so when it has more.
#ifndef HXSIM_PEOPLE_FOLLOW_UP_H
#define HXSIM_PEOPLE_FOLLOW_UP_H

#include "base/draw.h"
#include "config/city.h"

#include <stdint.h>

// The grade of a chronic patient, by the conditions that are known of.
typedef enum Colour { COLOUR_NONE, COLOUR_GREEN, COLOUR_YELLOW, COLOUR_RED, COLOURS } Colour;

// Green: all that is known is controlled. Red: something known is not controlled, and beside it
// either something else is known or it is heart disease, COPD, stroke or cancer. Yellow: the rest
// of the known. None: nothing is known. Ours: no rule of grading is printed.
Colour colour_of(uint32_t conditions);

// By whom: by a team as one of those signed, or as one of those graded, by colour; red ones at
// home.
typedef enum FollowedWay {
    FOLLOWED_BY_NOBODY,
    FOLLOWED_SIGNED,
    FOLLOWED_GREEN,
    FOLLOWED_YELLOW,
    FOLLOWED_RED,
    FOLLOWED_WAYS
} FollowedWay;

// What was done in a county in a year.
typedef struct FollowUp {
    double share[FOLLOWED_WAYS];     // of those known whom a way is meant for, those it reached
    double log_ratio[FOLLOWED_WAYS]; // of enrolment and control; minus it, of loss and dropping out
    double detection;                // log ratio of detection, of everybody
} FollowUp;

// The rates of one condition in that year for people followed up in this way.
ConditionRow follow_up_rates(const ConditionRow *row, const FollowUp *follow_up, FollowedWay way);

// How somebody with these conditions is followed up where these shares are; the colour goes first.
FollowedWay followed_way(const double share[FOLLOWED_WAYS], DrawKey key, uint32_t person,
                         uint32_t conditions);

#endif
