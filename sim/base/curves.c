// SPDX-License-Identifier: MIT
#include "base/curves.h"

#include "base/clones.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

static double from_bits(uint64_t bits) {
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static uint64_t to_bits(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static const double LN2_HIGH = 6.93147180369123816490e-01, LN2_LOW = 1.90821492927058770002e-10;

// x = k ln 2 + r with |r| <= ln 2 / 2, then the Taylor series of exp(r): 13 terms leave less than half a bit. The
// nearest whole k comes from adding and taking off 1.5 x 2^52, whose last bits then hold it.
static inline double exp_of(double x) {
    static const double inverse_factorial[] = {
        1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0, 1.0 / 40320.0,
        1.0 / 5040.0,      1.0 / 720.0,      1.0 / 120.0,     1.0 / 24.0,     1.0 / 6.0,
        0.5,               1.0,              1.0};
    static const double SHIFT = 6755399441055744.0;
    const double within = x < -708.0 ? -708.0 : x > 709.0 ? 709.0 : x;
    const double shifted = within * 1.44269504088896338700e+00 + SHIFT;
    const double k = shifted - SHIFT;
    const double r = (within - k * LN2_HIGH) - k * LN2_LOW;

    double sum = 1.0 / 6227020800.0;
    for (int i = 0; i < 13; i++)
        sum = sum * r + inverse_factorial[i];
    const double power = from_bits((to_bits(shifted) + 1023u) << 52);
    return x < -708.0 ? 0.0 : sum * power;
}

double curve_exp(double x) {
    return exp_of(x);
}

HOT_LOOP
void curve_exp_batch(size_t count, const double *restrict x, double *restrict exp_x) {
    for (size_t i = 0; i < count; i++)
        exp_x[i] = exp_of(x[i]);
}

// x = 2^k m with m in [sqrt(1/2), sqrt(2)); log m = 2 atanh(s), s = (m - 1) / (m + 1), as a series in s^2. Free of
// branches and of conversions between 64-bit integers and doubles, so that a loop over it becomes vector code.
static inline double log_of(double x) {
    static const double odd[] = {1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11,
                                 1.0 / 9,  1.0 / 7,  1.0 / 5,  1.0 / 3,  1.0};
    static const uint64_t ROOT_HALF = 0x3FE6A09E667F3BCDULL, EXPONENT = 0xFFF0000000000000ULL;
    // The exponent with 1024 added, of x over sqrt(1/2): a count of whole doublings that is never negative.
    const uint64_t doublings = to_bits(x) - ROOT_HALF + (1024ULL << 52);
    const double m = from_bits(to_bits(x) - (doublings & EXPONENT) + (1024ULL << 52));
    const double k = from_bits((doublings >> 52) | 0x4330000000000000ULL) - (4503599627370496.0 + 1024.0);

    const double s = (m - 1.0) / (m + 1.0), s2 = s * s;
    double sum = 1.0 / 23.0;
    for (int i = 0; i < 11; i++)
        sum = sum * s2 + odd[i];
    return k * LN2_HIGH + (2.0 * s * sum + k * LN2_LOW);
}

double curve_log(double x) {
    return log_of(x);
}

HOT_LOOP
void curve_log_batch(size_t count, const double *restrict x, double *restrict log_x) {
    for (size_t i = 0; i < count; i++)
        log_x[i] = log_of(x[i]);
}

double curve_cos_turns(double turns) {
    double fraction = turns - floor(turns);
    double sign = 1.0;
    if (fraction > 0.5) fraction = 1.0 - fraction;
    if (fraction > 0.25) {
        fraction = 0.5 - fraction;
        sign = -1.0;
    }
    const double x = fraction * 6.28318530717958647693, x2 = x * x;
    double sum = 1.0;
    for (int n = 22; n >= 2; n -= 2)
        sum = 1.0 - sum * x2 / (double)(n * (n - 1));
    return sign * sum;
}

static double polynomial(double x, const double coefficient[8]) {
    double sum = coefficient[7];
    for (int i = 6; i >= 0; i--)
        sum = sum * x + coefficient[i];
    return sum;
}

static const double CENTRE_TOP[8] = {
    3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3};
static const double CENTRE_BOTTOM[8] = {
    1.0,                     4.2313330701600911252e1, 6.8718700749205790830e2,
    5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4,
    2.8729085735721942674e4, 5.2264952788528545610e3};
static const double MIDDLE_TOP[8] = {
    1.42343711074968357734e0, 4.63033784615654529590e0,  5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0,  2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4};
static const double MIDDLE_BOTTOM[8] = {
    1.0,                       2.05319162663775882187e0,  1.67638483018380384940e0,
    6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
    5.47593808499534494600e-4, 1.05075007164441684324e-9};
static const double TAIL_TOP[8] = {
    6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7};
static const double TAIL_BOTTOM[8] = {
    1.0,                       5.99832206555887937690e-1, 1.36929880922735805310e-1,
    1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
    1.42151175831644588870e-7, 2.04426310338993978564e-15};

double curve_normal_quantile(double p) {
    const double q = p - 0.5;
    if (fabs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(r, CENTRE_TOP) / polynomial(r, CENTRE_BOTTOM);
    }

    double r = sqrt(-curve_log(q < 0 ? p : 1.0 - p));
    double z;
    if (r <= 5.0) {
        r -= 1.6;
        z = polynomial(r, MIDDLE_TOP) / polynomial(r, MIDDLE_BOTTOM);
    } else {
        r -= 5.0;
        z = polynomial(r, TAIL_TOP) / polynomial(r, TAIL_BOTTOM);
    }
    return q < 0 ? -z : z;
}

double curve_logistic(double x) {
    return 1.0 / (1.0 + curve_exp(-x));
}

double curve_logit(double p) {
    return curve_log(p / (1.0 - p));
}

// Lower incomplete gamma function without its normalisation, by its power series:
// x^a e^-x sum over n of x^n / (a (a + 1) ... (a + n)).
static double lower_gamma(double shape, double x) {
    double term = 1.0 / shape, sum = term;
    for (int n = 1; n < 500 && term > sum * 1e-17; n++) {
        term *= x / (shape + n);
        sum += term;
    }
    return sum * curve_exp(shape * curve_log(x) - x);
}

double curve_gamma_quantile(double q, double shape) {
    const double far = 60.0 + 4.0 * shape; // the whole mass lies below it, to double precision
    const double target = q * lower_gamma(shape, far);

    double low = 1e-300, high = far;
    for (int i = 0; i < 200; i++) {
        const double middle = 0.5 * (low + high);
        if (lower_gamma(shape, middle) < target)
            low = middle;
        else
            high = middle;
    }
    return 0.5 * (low + high) / shape;
}
