// SPDX-License-Identifier: MIT
// How good an interval is that was given for a figure: narrow, and the figure inside.
//
// The interval score of a central 90 % interval [l, u] for what turned out to be y (Gneiting and
// Raftery 2007, eq. 43, doi 10.1198/016214506000001437, with alpha = 0.1):
//     IS = (u - l) + 20 [max(0, l - y) + max(0, y - u)]
// Less is better, and no interval gains by being given wider or narrower than it is believed. What
// was printed may itself be an interval, open to one side of a bound (">= 90"): a miss is then the
// distance from its nearest end, so that a bound is censored.
#ifndef HXSIM_STUDY_INTERVAL_SCORE_H
#define HXSIM_STUDY_INTERVAL_SCORE_H

#include <stdbool.h>

typedef struct Interval {
    double low, high; // low <= high; -INFINITY or INFINITY where it is open
} Interval;

// The score of a given interval for what was printed, in the unit of both; at least 0.
double interval_score(Interval given, Interval printed);

// 1 - score / score of the null: 1 is perfect, 0 no better than the null, below 0 worse. NaN if the
// null cannot be beaten because its score is 0.
double interval_skill(double score, double score_of_null);

// Whether the two have a point in common.
bool intervals_meet(Interval given, Interval printed);

#endif
