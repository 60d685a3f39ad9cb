// SPDX-License-Identifier: MIT
// Mean and its standard error from one value a replicate.
#ifndef HXSIM_TESTS_SUPPORT_SAMPLE_H
#define HXSIM_TESTS_SUPPORT_SAMPLE_H

#include <math.h>

typedef struct Sample {
    double sum, squares, count;
} Sample;

static inline void sample_add(Sample *sample, double value) {
    sample->sum += value;
    sample->squares += value * value;
    sample->count++;
}

static inline double sample_mean(const Sample *sample) {
    return sample->sum / sample->count;
}

static inline double variance_of_mean(const Sample *sample) {
    const double mean = sample_mean(sample);
    const double variance = sample->squares / sample->count - mean * mean;
    return variance > 0 ? variance / (sample->count - 1) : 0;
}

static inline double error_of_mean(const Sample *sample) {
    return sqrt(variance_of_mean(sample));
}

#endif
