// SPDX-License-Identifier: MIT
// What the spread of a difference over the draws rests on, and which single assumption turns its
// sign.
//
// For each indicator of the table, whole city, last year: the terms of study/draw_fit.h, reforms'
// own numbers being suspected. A term that would turn the sign at one end of its range, by the fit,
// is tried: both scenarios are run with that number at its low and at its high end, all else
// central.
#ifndef HXSIM_REPORT_ATTRIBUTION_H
#define HXSIM_REPORT_ATTRIBUTION_H

#include "report/paired_runs.h"
#include "study/draw_fit.h"

// A factor of either scenario.
typedef struct SharedFactor {
    const Factor *factor;
    int in_base, in_alternative; // index in its draws, or NO_FACTOR
} SharedFactor;

typedef enum Flip { FLIP_NONE, FLIP_NOT_TRIED, FLIP_REFUTED, FLIP_CONFIRMED } Flip;

// Of one alternative and one indicator.
typedef struct Attribution {
    int alternative, indicator;
    size_t cell;
    bool varies; // over the draws
    DrawFit fit;
    const SharedFactor *factor[MOST_FIT_TERMS];
    double share[EVIDENCE_ASSUMED + 1]; // of the variance, by kind of the factors
    Flip flip;
    size_t flipping;  // the term that was tried
    double low, high; // the difference at the ends of its range, as run
} Attribution;

typedef struct Attributions {
    Attribution *row;
    size_t count;
    SharedFactor *factor[MOST_SCENARIOS]; // of each alternative
    size_t factors[MOST_SCENARIOS];
} Attributions;

// Fits every indicator of the table; runs are left to attributions_try_flips.
Status attributions_init(Attributions *attributions, const PairedRuns *runs,
                         const Compared *compared, Report *report);
void attributions_free(Attributions *attributions);

// Makes the runs that confirm a turn of the sign. STATUS_INTERRUPTED without a message after
// Ctrl-C; turns that were not run are then FLIP_NOT_TRIED.
Status attributions_try_flips(Attributions *attributions, const PairedRuns *runs, Team *team,
                              Report *report);

// attribution.csv: a row for each term, and one for what is not attributed.
Status attributions_write(const Attributions *attributions, const Compared *compared,
                          const char *path, Report *report);

// The same in short, for a terminal.
void attributions_print(const Attributions *attributions, const Compared *compared,
                        Language language, FILE *out);

#endif
