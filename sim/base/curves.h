// SPDX-License-Identifier: MIT
// Exponential, logarithm, cosine and normal quantile in plain C arithmetic.
//
// The C library may pick another exp or log on another processor, and the last bit with it.
// Whatever reaches a draw or a table of the simulation comes from here, where only +, -, x, / and
// sqrt are used, which IEEE 754 fixes to the bit. Relative error is below 5e-16 for exp and log,
// absolute error below 1e-15 for the cosine and below 3e-15 (1 + |z|) for the quantile z in
// (1e-300, 1 - 1e-16).
#ifndef HXSIM_BASE_CURVES_H
#define HXSIM_BASE_CURVES_H

#include <stddef.h>

// e to the x; 0 below -708 and the value at 709 above it.
double curve_exp(double x);

// Natural logarithm of x > 0 (normal numbers).
double curve_log(double x);

// The same of `count` numbers, for hot loops; the same bits as one by one.
void curve_exp_batch(size_t count, const double *restrict x, double *restrict exp_x);
void curve_log_batch(size_t count, const double *restrict x, double *restrict log_x);

// Cosine of a full turn times `turns`: cos(2 pi turns).
double curve_cos_turns(double turns);

// z with P(Z < z) = p for a standard normal Z, 0 < p < 1. Wichura 1988, algorithm AS 241 (PPND16),
// Applied Statistics 37(3), doi 10.2307/2347330.
double curve_normal_quantile(double p);

// 1 / (1 + exp(-x)): a share of its log odds.
double curve_logistic(double x);

// log(p / (1 - p)), the log odds of a share 0 < p < 1.
double curve_logit(double p);

// The q-quantile (0 < q < 1) of a gamma law with this shape and mean 1, by bisection on the series
// of the incomplete gamma function; a table maker, not for hot loops. Abramowitz and Stegun 6.5.29.
double curve_gamma_quantile(double q, double shape);

#endif
