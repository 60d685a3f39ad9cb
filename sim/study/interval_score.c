// SPDX-License-Identifier: MIT
#include "study/interval_score.h"

#include <math.h>

static const double alpha = 0.1;

double interval_score(Interval given, Interval printed) {
    const double above = fmax(0, given.low - printed.high);
    const double below = fmax(0, printed.low - given.high);
    return given.high - given.low + 2 / alpha * (above + below);
}

double interval_skill(double score, double score_of_null) {
    return score_of_null > 0 ? 1 - score / score_of_null : NAN;
}

bool intervals_meet(Interval given, Interval printed) {
    return given.low <= printed.high && printed.low <= given.high;
}
