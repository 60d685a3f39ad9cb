// SPDX-License-Identifier: MIT
#include "support/chance.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

double misses_by(double count, double all, double share) {
    return fabs(count - all * share) / sqrt(all * share * (1 - share));
}

double misses_rate_by(double count, double expected) {
    return fabs(count - expected) / sqrt(expected);
}

double chance_of_shares(const double *count, const double *share, int cells) {
    double counted = 0, shared = 0, chi_square = 0;
    int filled = 0;
    for (int i = 0; i < cells; i++) {
        counted += count[i];
        shared += share[i];
        filled += share[i] > 0;
    }
    for (int i = 0; i < cells; i++) {
        const double expected = counted * share[i] / shared;
        if (share[i] > 0)
            chi_square += pow(count[i] - expected, 2) / expected;
        else if (count[i] > 0)
            return 0;
    }
    return gsl_cdf_chisq_Q(chi_square, filled - 1);
}
