// SPDX-License-Identifier: MIT
#include "study/history_match.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- one setting

static double distance_to(Interval printed, double value) {
    return fmax(0, fmax(printed.low - value, value - printed.high));
}

static double variance_of(const Observation *one, double of_emulator) {
    return of_emulator + one->error * one->error + one->discrepancy * one->discrepancy;
}

// I^2 of a target at a setting, by its best reading.
static double implausible(const HistoryMatch *match, size_t first, size_t past,
                          const double *setting) {
    double least = INFINITY;
    for (size_t i = first; i < past; i++) {
        const Observation *one = &match->observation[i];
        double variance;
        const double expected = emulator_at(&match->emulator[i], setting, &variance);
        const double distance = distance_to(one->printed, expected);
        least = fmin(least, distance * distance / variance_of(one, variance));
    }
    return least;
}

// Of a point the density, of an interval or a bound the probability.
static double likelihood_of(const Observation *one, const Emulator *emulator,
                            const double *setting) {
    double variance;
    const double expected = emulator_at(emulator, setting, &variance);
    const double sigma = sqrt(variance_of(one, variance));
    const double low = (one->printed.low - expected) / sigma;
    const double high = (one->printed.high - expected) / sigma;
    if (!(one->printed.low < one->printed.high)) return gsl_ran_ugaussian_pdf(low) / sigma;
    return gsl_cdf_ugaussian_P(high) - gsl_cdf_ugaussian_P(low);
}

static size_t past_target(const HistoryMatch *match, size_t first) {
    size_t past = first + 1;
    while (past < match->outputs &&
           match->observation[past].target == match->observation[first].target)
        past++;
    return past;
}

static bool is_left(const HistoryMatch *match, const double *setting) {
    for (size_t i = 0; i < match->outputs; i = past_target(match, i))
        if (!match->out_of_reach[i] &&
            !(implausible(match, i, past_target(match, i), setting) < RULED_OUT))
            return false;
    return true;
}

// The mean over the readings of a target.
static double likelihood_of_target(const HistoryMatch *match, size_t first, const double *setting) {
    const size_t past = past_target(match, first);
    double sum = 0;
    for (size_t i = first; i < past; i++)
        sum += likelihood_of(&match->observation[i], &match->emulator[i], setting);
    return sum / (double)(past - first);
}

static double log_likelihood(const HistoryMatch *match, const double *setting) {
    double sum = 0;
    for (size_t i = 0; i < match->outputs; i = past_target(match, i))
        if (!match->out_of_reach[i]) sum += log(likelihood_of_target(match, i, setting));
    return sum;
}

// ---- many settings

// The settings of a Sobol sequence, scaled to -1..1.
typedef struct Sequence {
    gsl_qrng *sobol;
    size_t settings;
} Sequence;

static void next_setting(const Sequence *sequence, double *setting) {
    gsl_qrng_get(sequence->sobol, setting);
    for (size_t i = 0; i < sequence->settings; i++)
        setting[i] = 2 * setting[i] - 1;
}

static Status make_runs(HistoryMatch *match, const double *setting, size_t count, Report *report) {
    double *at = match->setting + match->runs * match->settings;
    double *into = match->result + match->runs * match->outputs;
    memcpy(at, setting, count * match->settings * sizeof *at);
    const Status status = match->make(match->context, at, count, into, report);
    if (status == STATUS_OK) match->runs += count;
    return status;
}

// The runs that have this output, their settings before it: a share without cases has no value.
static size_t gather(const HistoryMatch *match, size_t output, double *setting, double *column) {
    size_t count = 0;
    for (size_t run = 0; run < match->runs; run++) {
        const double value = match->result[run * match->outputs + output];
        if (!isfinite(value)) continue;
        memcpy(setting + count * match->settings, match->setting + run * match->settings,
               match->settings * sizeof *setting);
        column[count++] = value;
    }
    return count;
}

static Status fit(HistoryMatch *match, Report *report) {
    double *column = report_calloc(report, match->runs, sizeof *column);
    double *setting = report_calloc(report, match->runs * match->settings, sizeof *setting);
    Status status = column && setting ? STATUS_OK : STATUS_NO_MEMORY;
    for (size_t i = 0; i < match->outputs && status == STATUS_OK; i++) {
        const size_t runs = gather(match, i, setting, column);
        emulator_free(&match->emulator[i]);
        status = emulator_fit(&match->emulator[i], setting, column, runs, match->settings, report);
    }
    free(setting);
    free(column);
    return status;
}

// Tells which targets no candidate meets.
static void find_out_of_reach(HistoryMatch *match, const double *candidate) {
    for (size_t i = 0; i < match->outputs; i = past_target(match, i)) {
        double least = INFINITY;
        for (size_t k = 0; k < match->candidates; k++)
            least = fmin(least, implausible(match, i, past_target(match, i),
                                            candidate + k * match->settings));
        for (size_t reading = i; reading < past_target(match, i); reading++)
            match->out_of_reach[reading] = !(least < RULED_OUT);
    }
}

static Status refuse(const HistoryMatch *match, const char *why, Report *report) {
    return report_problem(report, STATUS_INVALID,
                          "%s; look at the discrepancies and ranges, or at what the targets ask "
                          "together (effective sample %.0f, at least %.0f)",
                          why, match->effective, LEAST_EFFECTIVE);
}

// The candidates that are left go to the front; returns their number.
static size_t keep_left(HistoryMatch *match, double *candidate, size_t count) {
    size_t left = 0;
    for (size_t k = 0; k < count; k++) {
        const double *one = candidate + k * match->settings;
        if (!is_left(match, one)) continue;
        memmove(candidate + left++ * match->settings, one, match->settings * sizeof *one);
    }
    return left;
}

static Status weigh(HistoryMatch *match, const double *candidate, size_t left, Report *report) {
    match->sample = report_calloc(report, left * match->settings + 1, sizeof *match->sample);
    match->weight = report_calloc(report, left + 1, sizeof *match->weight);
    if (!match->sample || !match->weight) return STATUS_NO_MEMORY;
    memcpy(match->sample, candidate, left * match->settings * sizeof *candidate);
    match->kept = left;
    double most = -INFINITY, sum = 0, squares = 0;
    for (size_t k = 0; k < left; k++) {
        match->weight[k] = log_likelihood(match, candidate + k * match->settings);
        most = fmax(most, match->weight[k]);
    }
    for (size_t k = 0; k < left; k++)
        sum += match->weight[k] = exp(match->weight[k] - most);
    for (size_t k = 0; k < left; k++) {
        match->weight[k] /= sum;
        squares += match->weight[k] * match->weight[k];
    }
    match->effective = squares > 0 ? 1 / squares : 0;
    if (match->effective >= LEAST_EFFECTIVE) return STATUS_OK;
    return refuse(match, "the targets leave too few settings to stand for a posterior", report);
}

// As many candidates again in the box around those that are left, a tenth wider on each side, so
// that there are enough of them to weigh.
static size_t fill_box(HistoryMatch *match, double *candidate, size_t left,
                       const Sequence *sequence) {
    double low[MOST_SETTINGS], high[MOST_SETTINGS];
    for (size_t i = 0; i < match->settings; i++) {
        low[i] = high[i] = candidate[i];
        for (size_t k = 1; k < left; k++) {
            low[i] = fmin(low[i], candidate[k * match->settings + i]);
            high[i] = fmax(high[i], candidate[k * match->settings + i]);
        }
        const double wider = 0.1 * (high[i] - low[i]);
        low[i] = fmax(-1, low[i] - wider);
        high[i] = fmin(1, high[i] + wider);
    }
    for (size_t k = 0; k < match->candidates; k++) {
        double *one = candidate + k * match->settings;
        next_setting(sequence, one);
        for (size_t i = 0; i < match->settings; i++)
            one[i] = low[i] + 0.5 * (one[i] + 1) * (high[i] - low[i]);
    }
    return keep_left(match, candidate, match->candidates);
}

static Status match_waves(HistoryMatch *match, double *candidate, const Sequence *sequence,
                          Report *report) {
    for (size_t k = 0; k < match->candidates; k++)
        next_setting(sequence, candidate + k * match->settings);
    // The first settings of the sequence fill the range evenly: they are the first wave.
    Status status = make_runs(match, candidate, match->wave_runs[0], report);
    if (status == STATUS_OK) status = fit(match, report);
    if (status != STATUS_OK) return status;
    find_out_of_reach(match, candidate);
    size_t left = keep_left(match, candidate, match->candidates);
    match->left[0] = (double)left / (double)match->candidates;
    if (left == 0) return refuse(match, "the first wave rules every setting out", report);
    if (left < match->wave_runs[1]) left = fill_box(match, candidate, left, sequence);
    const size_t before = left;
    status = make_runs(match, candidate, left < match->wave_runs[1] ? left : match->wave_runs[1],
                       report);
    if (status == STATUS_OK) status = fit(match, report);
    if (status != STATUS_OK) return status;
    left = keep_left(match, candidate, left);
    match->left[1] = match->left[0] * (double)left / (double)before;
    if (left == 0) return refuse(match, "the second wave rules every setting out", report);
    left = fill_box(match, candidate, left, sequence);
    return weigh(match, candidate, left, report);
}

Status history_match(HistoryMatch *match, Report *report) {
    const size_t runs = match->wave_runs[0] + match->wave_runs[1];
    match->setting = report_calloc(report, runs * match->settings, sizeof *match->setting);
    match->result = report_calloc(report, runs * match->outputs + 1, sizeof *match->result);
    double *candidate =
        report_calloc(report, match->candidates * match->settings, sizeof *candidate);
    const Sequence sequence = {gsl_qrng_alloc(gsl_qrng_sobol, (unsigned)match->settings),
                               match->settings};
    const bool whole = match->setting && match->result && candidate && sequence.sobol;
    const Status status =
        whole ? match_waves(match, candidate, &sequence, report) : STATUS_NO_MEMORY;
    if (sequence.sobol) gsl_qrng_free(sequence.sobol);
    free(candidate);
    return status;
}

void history_match_free(HistoryMatch *match) {
    for (size_t i = 0; i < match->outputs; i++)
        emulator_free(&match->emulator[i]);
    free(match->setting);
    free(match->result);
    free(match->sample);
    free(match->weight);
    *match = (HistoryMatch){0};
}

// ---- what the sample says

static double spread_of(const double *value, size_t stride, const double *weight, size_t count) {
    double sum = 0, mean = 0, squares = 0;
    for (size_t k = 0; k < count; k++) {
        sum += weight[k];
        mean += weight[k] * value[k * stride];
    }
    mean /= sum;
    for (size_t k = 0; k < count; k++)
        squares += weight[k] * (value[k * stride] - mean) * (value[k * stride] - mean);
    return sqrt(squares / sum);
}

double history_match_mean(const HistoryMatch *match, size_t setting) {
    double sum = 0;
    for (size_t k = 0; k < match->kept; k++)
        sum += match->weight[k] * match->sample[k * match->settings + setting];
    return sum;
}

double history_match_spread(const HistoryMatch *match, size_t setting) {
    return spread_of(match->sample + setting, match->settings, match->weight, match->kept);
}

double history_match_spread_by(const HistoryMatch *match, int target, size_t setting) {
    enum { TRIED = 2000 };
    double value[TRIED], weight[TRIED], at[MOST_SETTINGS];
    size_t first = 0;
    while (first < match->outputs && match->observation[first].target != target)
        first++;
    const Sequence sequence = {gsl_qrng_alloc(gsl_qrng_sobol, (unsigned)match->settings),
                               match->settings};
    if (!sequence.sobol || first == match->outputs) return NAN;
    for (size_t k = 0; k < TRIED; k++) {
        next_setting(&sequence, at);
        value[k] = at[setting];
        weight[k] = likelihood_of_target(match, first, at);
    }
    gsl_qrng_free(sequence.sobol);
    return spread_of(value, 1, weight, TRIED);
}

typedef struct Weighted {
    double value, weight;
} Weighted;

static int by_value(const void *a, const void *b) {
    const double first = ((const Weighted *)a)->value, second = ((const Weighted *)b)->value;
    return (first > second) - (first < second);
}

double history_match_quantile(const HistoryMatch *match, size_t setting, double share) {
    Weighted *row = calloc(match->kept + 1, sizeof *row);
    double sum = 0, at = NAN;
    if (!row) return NAN;
    for (size_t k = 0; k < match->kept; k++)
        row[k] = (Weighted){match->sample[k * match->settings + setting], match->weight[k]};
    qsort(row, match->kept, sizeof *row, by_value);
    for (size_t k = 0; k < match->kept && sum < share; k++) {
        sum += row[k].weight;
        at = row[k].value;
    }
    free(row);
    return at;
}
