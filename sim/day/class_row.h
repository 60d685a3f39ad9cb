// SPDX-License-Identifier: MIT
// Numbers by class of case, all classes at once: loops over a whole row become vector code.
#ifndef HXSIM_DAY_CLASS_ROW_H
#define HXSIM_DAY_CLASS_ROW_H

#include "care/choice.h"

#include <string.h>

typedef double ClassRow[CHOICE_CLASSES];

// Of the classes that can wait, and of the urgent ones.
typedef struct ClassSum {
    double others, urgent;
} ClassSum;

enum { OF_A_CASE = 2 * COMPLEXITY_BANDS }; // classes of one class of case, side by side
enum { CLASS_LANES = 4 };
typedef double ClassLanes __attribute__((vector_size(CLASS_LANES * sizeof(double))));

_Static_assert(CHOICE_CLASSES % CLASS_LANES == 0, "lanes fill a row");

// The sum of row x weight, lane by lane: one order of adding, so that the bits are the same on
// every processor. Urgent classes stand at odd places.
static inline ClassSum class_sums_of(const double *row, const double *weight) {
    ClassLanes sum = {0}, part, times;
    for (int class = 0; class < CHOICE_CLASSES; class += CLASS_LANES) {
        memcpy(&part, &row[class], sizeof part);
        memcpy(&times, &weight[class], sizeof times);
        sum += part * times;
    }
    return (ClassSum){.others = sum[0] + sum[2], .urgent = sum[1] + sum[3]};
}

static inline ClassSum class_sums(const double *row) {
    ClassLanes sum = {0}, part;
    for (int class = 0; class < CHOICE_CLASSES; class += CLASS_LANES) {
        memcpy(&part, &row[class], sizeof part);
        sum += part;
    }
    return (ClassSum){.others = sum[0] + sum[2], .urgent = sum[1] + sum[3]};
}

static inline double class_sum_of(const double *row, const double *weight) {
    const ClassSum sums = class_sums_of(row, weight);
    return sums.others + sums.urgent;
}

static inline double class_sum(const double *row) {
    const ClassSum sums = class_sums(row);
    return sums.others + sums.urgent;
}

static inline void class_add(double *restrict sum, const double *restrict row) {
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        sum[class] += row[class];
}

static inline void class_add_part(double *restrict sum, const double *restrict row,
                                  const double *restrict share) {
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        sum[class] += share[class] * row[class];
}

#endif
