// SPDX-License-Identifier: MIT
#include "support/constant_stays.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <string.h>

enum { MOST = 512, STEPS = 4000 };

typedef struct Law {
    double p[MOST];
} Law;

// GSL's is not a number at mean 0.
static double poisson(int n, double mean) {
    return mean > 0 ? gsl_ran_poisson_pdf((unsigned)n, mean) : n == 0;
}

// Those whom the beds cannot hold, and a Poisson number more.
static Law beyond(const Law *law, int beds, double mean) {
    Law sum = {{0}};
    double more[MOST];
    for (int n = 0; n < MOST; n++)
        more[n] = poisson(n, mean);
    for (int n = 0; n < MOST; n++) {
        const int left = n > beds ? n - beds : 0;
        for (int k = 0; law->p[n] > 1e-18 && left + k < MOST; k++)
            sum.p[left + k] += law->p[n] * more[k];
    }
    return sum;
}

static Law stationary(const ConstantStays *ward) {
    Law law = {{[0] = 1}};
    for (int step = 0; step < STEPS; step++) {
        const Law next = beyond(&law, ward->beds, ward->requests_a_day * ward->stay);
        double change = 0;
        for (int n = 0; n < MOST; n++)
            change += fabs(next.p[n] - law.p[n]);
        law = next;
        if (change < 1e-13) break;
    }
    return law;
}

double share_that_waits(const ConstantStays *ward, int days) {
    const Law tonight = stationary(ward);
    const Law ahead = beyond(&tonight, ward->beds, ward->requests_a_day * (ward->stay - days));
    double waiting = 0;
    for (int n = 0; n < MOST; n++)
        for (int asking = 1; asking < 64; asking++) {
            const int too_many = n + asking - ward->beds;
            const int of_these = too_many < asking ? too_many : asking;
            if (of_these > 0)
                waiting += ahead.p[n] * poisson(asking, ward->requests_a_day) * of_these;
        }
    return waiting / ward->requests_a_day;
}

double share_free(const ConstantStays *ward) {
    const Law law = stationary(ward);
    double free = 0;
    for (int n = 0; n < ward->beds; n++)
        free += (ward->beds - n) * law.p[n];
    return free / ward->beds;
}
