// SPDX-License-Identifier: MIT
#include "care/remote.h"

#include "base/curves.h"

static const double AS_MUCH = 1e-6; // within this of a load of 1 the limit there is exact enough

double remote_refused_share(double asked, double capacity) {
    if (capacity <= 0) return 1;
    if (asked <= 0) return 0;
    const double load = asked / capacity;
    if (load > 1 - AS_MUCH && load < 1 + AS_MUCH) return 1 / (capacity + 1);
    const double power = capacity * curve_log(load); // of r^K
    if (load < 1) return (1 - load) * curve_exp(power) / (1 - load * curve_exp(power));
    return (load - 1) / (load - curve_exp(-power));
}

// Above a load of 1 free places in the queue behave as work does below: r becomes 1 / r.
static double mean_number(double load, double capacity) {
    if (load > 1 - AS_MUCH && load < 1 + AS_MUCH) return capacity / 2;
    if (load > 1) return capacity - mean_number(1 / load, capacity);
    const double all = curve_exp((capacity + 1) * curve_log(load));
    return load / (1 - load) - (capacity + 1) * all / (1 - all);
}

double remote_wait_days(double asked, double capacity) {
    if (asked <= 0) return 1 / capacity;
    const double taken_up = asked * (1 - remote_refused_share(asked, capacity));
    return mean_number(asked / capacity, capacity) / taken_up;
}
