// SPDX-License-Identifier: MIT
#include "reforms/effects.h"

#include "base/curves.h"

static const double UNIT = 4294967296.0;

void effect_add(Effects *effects, int county, Effect effect, double amount) {
    const double scaled = amount * UNIT;
    effects->sum[county][effect] += (int64_t)(scaled + (scaled < 0 ? -0.5 : 0.5));
}

double effect_sum(const Effects *effects, int county, Effect effect) {
    return (double)effects->sum[county][effect] / UNIT;
}

double effect_share_left(const Effects *effects, int county, Effect effect, double share) {
    const int64_t sum = effects->sum[county][effect];
    return sum == 0 ? share : share * curve_exp((double)sum / UNIT);
}

double effect_probability(const Effects *effects, int county, Effect effect, double probability) {
    const int64_t sum = effects->sum[county][effect];
    if (sum == 0 || probability <= 0 || probability >= 1) return probability;
    return curve_logistic(curve_logit(probability) + (double)sum / UNIT);
}
