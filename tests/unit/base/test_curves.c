// SPDX-License-Identifier: MIT
#include "base/curves.h"
#include "unit/claim.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

enum { POINTS = 200000 };

// Point `i` of a sequence that fills the interval evenly (multiples of the golden ratio).
static double spread(int i, double low, double high) {
    const double turn = i * 0.61803398874989484820;
    return low + (high - low) * (turn - floor(turn));
}

static double greater(double a, double b) {
    return a > b ? a : b;
}

TEST(exponential) {
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
        const double x = i % 2 ? spread(i, -708, 709) : spread(i, -1.3, 1.3);
        worst = greater(worst, fabs(curve_exp(x) / exp(x) - 1));
    }
    ck_assert_double_lt(worst, 5e-16);
}

TEST(exponential_at_the_ends) {
    ck_assert_double_eq(curve_exp(0), 1.0);
    ck_assert_double_eq(curve_exp(-708.01), 0.0);
    ck_assert_double_gt(curve_exp(-708), 0.0);
    ck_assert_double_eq(curve_exp(1e6), curve_exp(709));
    ck_assert_double_lt(fabs(curve_exp(709) / exp(709) - 1), 5e-16);
}

TEST(logarithm) {
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
        const double x = i % 3 == 0   ? exp(spread(i, -700, 700))
                         : i % 3 == 1 ? spread(i, 0.4, 2.3)
                                      : 1 + spread(i, -1e-3, 1e-3);
        if (log(x) != 0) worst = greater(worst, fabs(curve_log(x) / log(x) - 1));
    }
    ck_assert_double_lt(worst, 6e-16);
    ck_assert_double_eq(curve_log(1), 0.0);
}

TEST(logarithm_of_extremes) {
    const double smallest = 2.2250738585072014e-308, largest = 1.7976931348623157e308;
    ck_assert_double_eq_tol(curve_log(smallest), log(smallest), 2e-13);
    ck_assert_double_eq_tol(curve_log(largest), log(largest), 2e-13);
}

TEST(cosine) {
    const double two_pi = 6.28318530717958647693;
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
        const double turns = spread(i, 0, 1);
        worst = greater(worst, fabs(curve_cos_turns(turns) - cos(two_pi * turns)));
    }
    ck_assert_double_lt(worst, 2e-15); // of which 1e-15 is the rounding of 2 pi turns
}

TEST(cosine_by_quarters) {
    ck_assert_double_eq(curve_cos_turns(0), 1.0);
    ck_assert_double_eq_tol(curve_cos_turns(0.25), 0, 1e-15);
    ck_assert_double_eq(curve_cos_turns(0.5), -1.0);
    ck_assert_double_eq_tol(curve_cos_turns(-0.75), 0, 1e-15);
    ck_assert_double_eq_tol(curve_cos_turns(-3.0 / 8), -sqrt(0.5), 1e-15);
    ck_assert_double_eq(curve_cos_turns(17.1875), curve_cos_turns(0.1875));
}

// By how much z misses p, as a length along z: (P(Z < z) - p) / density.
static double miss(double z, double p) {
    const double below = 0.5 * erfc(-z / sqrt(2));
    const double density = exp(-z * z / 2) / sqrt(6.28318530717958647693);
    return fabs((below - p) / density);
}

TEST(normal_quantile) {
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
        const double p = i % 2 ? spread(i, 0, 0.84) : exp(spread(i, -690, -0.2));
        const double z = curve_normal_quantile(p);
        worst = greater(worst, miss(z, p) / (1 + fabs(z)));
    }
    ck_assert_double_lt(worst, 3e-15);
}

TEST(normal_quantile_mirrors) {
    for (int i = 1; i < 4096; i++) {
        const double p = i / 8192.0;
        ck_assert_double_eq(curve_normal_quantile(1 - p), -curve_normal_quantile(p));
    }
    ck_assert_double_eq(curve_normal_quantile(0.5), 0.0);
    ck_assert_double_eq_tol(curve_normal_quantile(0.975), 1.9599639845400542, 1e-15);
}

TEST(logistic) {
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
        const double x = spread(i, -30, 30);
        worst = greater(worst, fabs(curve_logistic(x) / (1 / (1 + exp(-x))) - 1));
    }
    ck_assert_double_lt(worst, 1e-15);
    ck_assert_double_eq(curve_logistic(0), 0.5);
}

TEST(logit_inverts_logistic) {
    for (int i = 0; i < 1000; i++) {
        const double p = spread(i, 1e-9, 1 - 1e-9);
        ck_assert_double_eq_tol(curve_logistic(curve_logit(p)), p, 1e-15);
    }
    ck_assert_double_eq_tol(curve_logit(0.75), log(3), 1e-15);
}

// True if no curve falls when its argument rises, here over `points` steps from `low` to `high`.
static int never_falls(double (*curve)(double), double low, double high, int points) {
    double before = curve(low);
    for (int i = 1; i <= points; i++) {
        const double now = curve(low + (high - low) * i / points);
        if (now < before) return 0;
        before = now;
    }
    return 1;
}

TEST(curves_rise) {
    const int exponential_rises = never_falls(curve_exp, -720, 720, 300007);
    const int logarithm_rises = never_falls(curve_log, 0.01, 9.7, 300007);
    const int quantile_rises = never_falls(curve_normal_quantile, 1e-12, 1 - 1e-12, 300007);
    const int logistic_rises = never_falls(curve_logistic, -40, 40, 300007);
    ck_assert(exponential_rises);
    ck_assert(logarithm_rises);
    ck_assert(quantile_rises);
    ck_assert(logistic_rises);
}

TEST(batches) {
    enum { COUNT = 1003 };
    double x[COUNT], y[COUNT + 1];
    for (int i = 0; i < COUNT; i++)
        x[i] = i % 7 == 0 ? spread(i, -800, 800) : spread(i, -9, 9);
    y[COUNT] = 17;
    curve_exp_batch(COUNT, x, y);
    for (int i = 0; i < COUNT; i++)
        ck_assert(y[i] == curve_exp(x[i]));
    for (int i = 0; i < COUNT; i++)
        x[i] = i % 7 == 0 ? exp(spread(i, -700, 700)) : spread(i, 0, 1);
    x[0] = 1;
    curve_log_batch(COUNT, x, y);
    for (int i = 0; i < COUNT; i++)
        ck_assert(y[i] == curve_log(x[i]));
    ck_assert(y[COUNT] == 17);
}

static const double shapes[] = {0.3, 0.71, 1, 1.7, 2.3, 9.7, 50};
enum { SHAPES = sizeof shapes / sizeof *shapes, QUANTILES = 64 };

TEST(gamma_quantile) {
    for (int s = 0; s < SHAPES; s++)
        for (int i = 0; i < QUANTILES; i++) {
            const double q = (i + 0.5) / QUANTILES;
            const double truth = gsl_cdf_gamma_Pinv(q, shapes[s], 1 / shapes[s]);
            ck_assert_double_eq_tol(curve_gamma_quantile(q, shapes[s]) / truth, 1, 1e-11);
        }
}

TEST(gamma_quantile_of_shape_one) {
    for (int i = 0; i < QUANTILES; i++) {
        const double q = (i + 0.5) / QUANTILES;
        ck_assert_double_eq_tol(curve_gamma_quantile(q, 1), -log1p(-q), 1e-12);
    }
}

TEST(gamma_quantile_in_the_tails) {
    for (int s = 0; s < SHAPES; s++) {
        const double low = curve_gamma_quantile(1e-7, shapes[s]);
        const double high = curve_gamma_quantile(1 - 1e-7, shapes[s]);
        const double shape = shapes[s];
        ck_assert_double_eq_tol(gsl_cdf_gamma_P(low, shape, 1 / shape) / 1e-7, 1, 1e-9);
        ck_assert_double_eq_tol(gsl_cdf_gamma_Q(high, shape, 1 / shape) / 1e-7, 1, 1e-6);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the exponential is the C library's to 5e-16 of its value", exponential),
        CLAIM("the exponential is 1 at 0, 0 below -708 and level above 709",
              exponential_at_the_ends),
        CLAIM("the logarithm is the C library's to 6e-16 of its value", logarithm),
        CLAIM("the logarithm holds for the smallest and largest normal number",
              logarithm_of_extremes),
        CLAIM("the cosine of turns is the C library's to 2e-15", cosine),
        CLAIM("the cosine of turns is exact at the half turns and the same a turn later",
              cosine_by_quarters),
        CLAIM("the normal quantile inverts erfc to 3e-15 of 1 + |z| down to p = 1e-300",
              normal_quantile),
        CLAIM("the normal quantile at 1 - p is that at p with the other sign",
              normal_quantile_mirrors),
        CLAIM("the logistic curve is that of the C library's exponential to 1e-15", logistic),
        CLAIM("the logit undoes the logistic curve", logit_inverts_logistic),
        CLAIM("exponential, logarithm, normal quantile and logistic curve never fall", curves_rise),
        CLAIM("exponentials and logarithms of many are those of each, to the bit", batches),
        CLAIM("the gamma quantile is GSL's to 1e-11 for shapes of 0.3 to 50", gamma_quantile),
        CLAIM("the gamma quantile of shape 1 is the exponential law's",
              gamma_quantile_of_shape_one),
        CLAIM("a gamma quantile one in ten million from either end leaves that much beyond it",
              gamma_quantile_in_the_tails),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
