// SPDX-License-Identifier: MIT
// Which settings of a model are not ruled out by what was observed, and how likely each is.
//
// History matching (Craig and others 1997; Vernon, Goldstein and Bower 2010, doi 10.1214/10-BA524):
// a setting is ruled out by a target if
//     I^2 = (z - E)^2 / (V_emulator + V_chance + V_observation + V_discrepancy) >= 9,
// the emulator's E and variance standing for the run. A bound rules out only what lies beyond it.
// Of a target that can be read in several ways the best reading counts, because which was printed
// is not known. A target that no setting at all can meet rules out nothing, since it would rule out
// everything: it is told. In two waves: runs over the whole range, then runs over what is left.
// What is left after both is weighted by the likelihood of the targets (normal, censored at bounds,
// the mean over readings): a sample of the posterior whose effective size is (sum w)^2 / sum w^2.
#ifndef HXSIM_STUDY_HISTORY_MATCH_H
#define HXSIM_STUDY_HISTORY_MATCH_H

#include "study/emulator.h"
#include "study/interval_score.h"

enum { WAVES = 2, MOST_OUTPUTS = 48 };
#define RULED_OUT 9.0
#define LEAST_EFFECTIVE 100.0

// One reading of a target: what was printed (a bound is open, a point has no width), and the
// standard deviations of its error and of what the model leaves out.
typedef struct Observation {
    int target; // readings of one target follow each other and share its number
    Interval printed;
    double error, discrepancy;
} Observation;

// Makes runs at `count` settings [count x settings], scaled to -1..1, into results
// [count x outputs]; what has no value in a run is NaN.
typedef Status MatchRuns(void *context, const double *setting, size_t count, double *result,
                         Report *report);

typedef struct HistoryMatch {
    size_t settings, outputs;
    const Observation *observation; // [outputs]
    size_t wave_runs[WAVES];        // to be made in each
    size_t candidates;              // quasi-random settings that are tried
    MatchRuns *make;
    void *context;
    // What comes of it.
    double *setting, *result; // [runs x settings], [runs x outputs]
    size_t runs;
    Emulator emulator[MOST_OUTPUTS];
    bool out_of_reach[MOST_OUTPUTS]; // of a target: no setting meets it
    double left[WAVES];              // share of the range not ruled out after each wave
    double *sample, *weight;         // [kept x settings], [kept], which sum to 1
    size_t kept;
    double effective;
} HistoryMatch;

// Makes all runs and weighs what is left. STATUS_INVALID, told, if nothing is left or the effective
// sample is below 100; what was found till then stays for the caller to tell.
Status history_match(HistoryMatch *match, Report *report);
void history_match_free(HistoryMatch *match);

// Mean and standard deviation of a setting over the sample, weighted; and over the range that was
// tried: 1 / sqrt(3), that of the uniform law from -1 to 1.
double history_match_mean(const HistoryMatch *match, size_t setting);
double history_match_spread(const HistoryMatch *match, size_t setting);
#define RANGE_SPREAD 0.5773502691896258

// The spread of a setting if this target alone were known.
double history_match_spread_by(const HistoryMatch *match, int target, size_t setting);

// The value below which this share of the sample's weight lies.
double history_match_quantile(const HistoryMatch *match, size_t setting, double share);

#endif
