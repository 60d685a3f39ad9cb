// SPDX-License-Identifier: MIT
#include "care/congestion.h"

#include <math.h>

const double clinic_sizes[CLINIC_SIZES] = {1, 2, 5, 10, 20, 40, 80, 160, 320, 640, 1280};
const double clinic_loads[CLINIC_LOADS] = {
    0,    0.05, 0.10, 0.20, 0.30, 0.40, 0.50, 0.60, 0.70, 0.75, 0.80, 0.82, 0.84, 0.86,
    0.88, 0.90, 0.92, 0.94, 0.96, 0.98, 1.00, 1.02, 1.04, 1.06, 1.08, 1.10, 1.12, 1.14,
    1.16, 1.18, 1.20, 1.25, 1.30, 1.40, 1.50, 1.75, 2.00, 2.50, 3.00, 4.00, 5.00};

// The first load but 0 whose share is not below u, or the last load: by halves, as shares never
// fall.
static int load_above(const double row[CLINIC_LOADS], double u) {
    int from = 1, to = CLINIC_LOADS - 1;
    while (from < to) {
        const int middle = (from + to) / 2, below = row[middle] < u;
        from = below ? middle + 1 : from;
        to = below ? to : middle;
    }
    return from;
}

static double reach_of_row(const double row[CLINIC_LOADS], double u) {
    const int above = load_above(row, u);
    const double low = row[above - 1], high = row[above];
    const double weight = high > low ? (u - low) / (high - low) : 1;
    return clinic_loads[above - 1] + (weight < 0   ? 0
                                      : weight < 1 ? weight
                                                   : 1) *
                                         (clinic_loads[above] - clinic_loads[above - 1]);
}

// The spread of the reach goes with 1 / sqrt(slots), so between two sizes it is straight in that.
double congestion_reach(const Congestion *congestion, double slots, double u) {
    if (slots <= 0) return 0;
    const double largest = clinic_sizes[CLINIC_SIZES - 1];
    if (slots >= largest) {
        const double reach = reach_of_row(congestion->clinic[CLINIC_SIZES - 1], u);
        return 1 + (reach - 1) * sqrt(largest / slots);
    }
    int low = 0;
    while (low < CLINIC_SIZES - 2 && slots > clinic_sizes[low + 1])
        low++;
    const double first = reach_of_row(congestion->clinic[low], u);
    if (slots <= clinic_sizes[low]) return first;
    const double second = reach_of_row(congestion->clinic[low + 1], u);
    const double from = 1 / sqrt(clinic_sizes[low]), to = 1 / sqrt(clinic_sizes[low + 1]);
    return first + (second - first) * (1 / sqrt(slots) - from) / (to - from);
}
