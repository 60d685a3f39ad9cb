// SPDX-License-Identifier: MIT
// Emulator and history matching on a made-up model whose truth is known.
#include "study/history_match.h"
#include "unit/claim.h"

#include <math.h>
#include <string.h>

enum { SETTINGS = 6, OUTPUTS = 8 };
static const double truth[SETTINGS] = {0.31, -0.42, 0.17, 0.55, -0.23, 0.08};

// Eight results that are no quadratics: each setting but the last moves some of them; the last
// moves none. Chance is a fixed ripple of the size of `noise`.
typedef struct Made {
    double noise;
    size_t made;
} Made;

static void results_at(const double *x, double noise, size_t run, double *y) {
    y[0] = 5.2 * exp(0.22 * x[0]);
    y[1] = 235 * exp(0.2 * x[0] - 0.05 * x[3]);
    y[2] = 8.6 * exp(0.21 * x[1]);
    y[3] = 5800 * exp(0.3 * x[2] + 0.15 * x[1]);
    y[4] = 100 / (1 + exp(-0.2 - 0.7 * x[3]));
    y[5] = 100 / (1 + exp(1.6 - 0.8 * x[4]));
    y[6] = 100 / (1 + exp(1.3 - 0.6 * x[3] + 0.2 * x[4]));
    y[7] = 61.7;
    for (int i = 0; i < OUTPUTS; i++)
        y[i] *= 1 + noise * sin(12.9898 * (double)run + 78.233 * i);
}

static Status make(void *context, const double *setting, size_t count, double *result,
                   Report *report) {
    Made *made = context;
    (void)report;
    for (size_t i = 0; i < count; i++)
        results_at(setting + i * SETTINGS, made->noise, made->made++, result + i * OUTPUTS);
    if (count > 3) result[3 * OUTPUTS + 2] = NAN; // one run has no such case
    return STATUS_OK;
}

static void observe(Observation *observation, double error) {
    double y[OUTPUTS];
    results_at(truth, 0, 0, y);
    for (int i = 0; i < OUTPUTS; i++)
        observation[i] = (Observation){i, {y[i], y[i]}, error * y[i], 0.02 * y[i]};
}

static HistoryMatch match_of(const Observation *observation, Made *made) {
    return (HistoryMatch){.settings = SETTINGS,
                          .outputs = OUTPUTS,
                          .observation = observation,
                          .wave_runs = {150, 150},
                          .candidates = 40000,
                          .make = make,
                          .context = made};
}

TEST(quadratic) {
    enum { RUNS = 60 };
    double x[RUNS * 2], y[RUNS], variance;
    Emulator emulator;
    Report report;
    report_init(&report);
    for (int i = 0; i < RUNS; i++) {
        x[2 * i] = sin(1.7 * i);
        x[2 * i + 1] = cos(2.3 * i + 0.4);
        y[i] = 3.1 - 2.2 * x[2 * i] + 0.7 * x[2 * i + 1] * x[2 * i + 1] +
               1.3 * x[2 * i] * x[2 * i + 1];
    }
    ck_assert_int_eq(emulator_fit(&emulator, x, y, RUNS, 2, &report), STATUS_OK);
    ck_assert_uint_eq(emulator.terms, 6);
    const double at[] = {0.37, -0.61};
    const double there = 3.1 - 2.2 * 0.37 + 0.7 * 0.61 * 0.61 - 1.3 * 0.37 * 0.61;
    ck_assert_double_eq_tol(emulator_at(&emulator, at, &variance), there, 1e-10);
    ck_assert_double_eq_tol(variance, 0, 1e-18);
    emulator_free(&emulator);
    ck_assert_int_eq(emulator_fit(&emulator, x, y, 6, 2, &report), STATUS_INVALID);
    emulator_free(&emulator);
    report_free(&report);
}

// Two runs at each of three points, 0.3 above and below: the parabola goes through their means. The
// variance about it is 6 x 0.09 / (6 - 3) = 0.18, that of a mean half of it; a run has both.
TEST(variance_by_hand) {
    const double x[] = {-1, -1, 0, 0, 1, 1}, y[] = {2.3, 1.7, 5.3, 4.7, 3.3, 2.7};
    const double at = 0;
    double variance;
    Emulator emulator;
    Report report;
    report_init(&report);
    ck_assert_int_eq(emulator_fit(&emulator, x, y, 6, 1, &report), STATUS_OK);
    ck_assert_double_eq_tol(emulator_at(&emulator, &at, &variance), 5, 1e-10);
    ck_assert_double_eq_tol(variance, 0.18 + 0.09, 1e-10);
    emulator_free(&emulator);
    report_free(&report);
}

static Status be_the_setting(void *context, const double *setting, size_t count, double *result,
                             Report *report) {
    (void)context, (void)report;
    memcpy(result, setting, count * sizeof *result);
    return STATUS_OK;
}

// The result is the setting, printed as 0.2 with an error of 0.06 where the model leaves out 0.08:
// the posterior is normal about 0.2 with sigma 0.1, cut at 3 sigma. Its spread is then 0.098658;
// of candidates that lie evenly the effective share is 0.9973^2 / (6 x 0.28209) = 0.5876.
TEST(normal_posterior) {
    const Observation observation = {.printed = {0.2, 0.2}, .error = 0.06, .discrepancy = 0.08};
    Report report;
    report_init(&report);
    HistoryMatch match = {.settings = 1,
                          .outputs = 1,
                          .observation = &observation,
                          .wave_runs = {40, 40},
                          .candidates = 20000,
                          .make = be_the_setting};
    ck_assert_int_eq(history_match(&match, &report), STATUS_OK);
    ck_assert_double_eq_tol(history_match_mean(&match, 0), 0.2, 1e-4);
    ck_assert_double_eq_tol(history_match_spread(&match, 0), 0.098658, 1e-4);
    ck_assert_double_eq_tol(match.effective / (double)match.kept, 0.5876, 1e-3);
    ck_assert_double_eq_tol(history_match_quantile(&match, 0, 0.05), 0.2 - 0.1 * 1.6330, 1e-3);
    ck_assert_double_eq_tol(match.left[0], 0.3, 1e-3); // 0.6 of a range of 2
    history_match_free(&match);
    report_free(&report);
}

// Five settings come back within three of their own spreads, which are narrow; the sixth moves
// nothing and keeps that of the range.
TEST(truth_comes_back) {
    Observation observation[OUTPUTS];
    Made made = {.noise = 0.005};
    Report report;
    report_init(&report);
    observe(observation, 0.02);
    HistoryMatch match = match_of(observation, &made);
    ck_assert_int_eq(history_match(&match, &report), STATUS_OK);
    ck_assert_uint_eq(match.runs, 300);
    for (size_t i = 0; i < SETTINGS - 1; i++) {
        const double apart = history_match_mean(&match, i) - truth[i];
        const double spread = history_match_spread(&match, i);
        ck_assert_msg(spread < 0.5 * RANGE_SPREAD, "setting %zu has a spread of %f", i, spread);
        ck_assert_msg(fabs(apart) < 3 * spread, "setting %zu is %f off", i, apart);
    }
    ck_assert(history_match_spread(&match, SETTINGS - 1) > 0.9 * RANGE_SPREAD);
    ck_assert(match.effective >= LEAST_EFFECTIVE);
    ck_assert(match.left[1] <= match.left[0] && match.left[0] < 0.2);
    ck_assert(history_match_quantile(&match, 0, 0.05) < truth[0]);
    ck_assert(history_match_quantile(&match, 0, 0.95) > truth[0]);
    history_match_free(&match);
    report_free(&report);
}

// The stay's setting is moved by the stay (result 2) far more than by visits (result 0).
TEST(who_moves_what) {
    Observation observation[OUTPUTS];
    Made made = {.noise = 0.005};
    Report report;
    report_init(&report);
    observe(observation, 0.02);
    HistoryMatch match = match_of(observation, &made);
    ck_assert_int_eq(history_match(&match, &report), STATUS_OK);
    ck_assert(history_match_spread_by(&match, 2, 1) < 0.3 * RANGE_SPREAD);
    ck_assert(history_match_spread_by(&match, 0, 1) > 0.9 * RANGE_SPREAD);
    history_match_free(&match);
    report_free(&report);
}

// A target that no setting meets rules out nothing and is told; a bound that holds everywhere
// moves nothing; of two readings the one that can be met counts.
TEST(reach_bounds_readings) {
    Observation observation[OUTPUTS];
    Made made = {.noise = 0.005};
    Report report;
    report_init(&report);
    observe(observation, 0.02);
    observation[7].printed = (Interval){90, 90}; // it is 61.7 everywhere
    observation[6].target = observation[5].target;
    observation[6].printed = (Interval){99, 99}; // a second reading of the fifth, out of reach
    observation[0].printed = (Interval){1, INFINITY};
    HistoryMatch match = match_of(observation, &made);
    ck_assert_int_eq(history_match(&match, &report), STATUS_OK);
    ck_assert(match.out_of_reach[7] && !match.out_of_reach[5] && !match.out_of_reach[6]);
    ck_assert(history_match_spread_by(&match, 0, 0) > 0.99 * RANGE_SPREAD);
    ck_assert(fabs(history_match_mean(&match, 4) - truth[4]) < 0.2);
    history_match_free(&match);
    report_free(&report);
}

// Two results that each can be met but never together.
TEST(contradiction) {
    Observation observation[OUTPUTS];
    Made made = {.noise = 0.001};
    Report report;
    report_init(&report);
    observe(observation, 0.001);
    for (int i = 0; i < OUTPUTS; i++)
        observation[i].discrepancy = 0;
    observation[0].printed = (Interval){5.2 * exp(0.2), 5.2 * exp(0.2)};
    observation[1].printed = (Interval){235 * exp(-0.2), 235 * exp(-0.2)};
    HistoryMatch match = match_of(observation, &made);
    ck_assert_int_eq(history_match(&match, &report), STATUS_INVALID);
    ck_assert_ptr_nonnull(strstr(report.messages[0], "rules every setting out"));
    history_match_free(&match);
    report_free(&report);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("an emulator of a quadratic is that quadratic", quadratic),
        CLAIM("the variance of an emulated run is that of the mean and of runs about it, by hand",
              variance_by_hand),
        CLAIM("one setting and one figure leave the normal law that they leave by hand",
              normal_posterior),
        CLAIM("the settings that made the targets come back, and one that moves nothing stays as "
              "wide as its range",
              truth_comes_back),
        CLAIM("a setting is moved by the target that depends on it", who_moves_what),
        CLAIM("a target out of reach rules out nothing, a bound nothing on its open side, and the "
              "best reading counts",
              reach_bounds_readings),
        CLAIM("targets that exclude each other are refused", contradiction),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
