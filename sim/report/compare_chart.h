// SPDX-License-Identifier: MIT
// The charts of a comparison: for each alternative and each indicator of its table, one of levels
// above differences and one of what the difference rests on. What they say in common is here too.
//
// A headline claims a difference only if nine in ten draws make it; without draws, if it is beyond
// two standard errors of chance.
#ifndef HXSIM_REPORT_COMPARE_CHART_H
#define HXSIM_REPORT_COMPARE_CHART_H

#include "report/attribution.h"
#include "report/chart.h"
#include "report/run_chart_words.h"

// What the charts of a comparison are drawn from.
typedef struct CompareSource {
    const Compared *compared;
    const Draws *draws; // [count] of the scenarios
    const Attributions *attributions;
    const LeverInfo *levers;
    int lever_count;
} CompareSource;

// Of what one chart is.
typedef struct ComparePair {
    const CompareSource *source;
    int alternative, indicator;
    Language language;
} ComparePair;

typedef struct CompareChart {
    ChartInfo info;
    int (*applies)(const ComparePair *pair); // 0 if "auto" passes it over
    Status (*draw)(const ComparePair *pair, const ChartStyle *style, const char *folder,
                   const char *name, Report *report);
} CompareChart;

extern const CompareChart compare_chart_difference, compare_chart_tornado;

// What a run's charts are drawn from, of the base or the alternative.
ChartSource compare_base(const ComparePair *pair);
ChartSource compare_alternative(const ComparePair *pair);

// The difference in the whole city in a year; everything NaN where the indicator has no value.
Difference compare_difference(const ComparePair *pair, int year);

// How sure a difference is.
typedef enum CompareSign {
    COMPARE_LOWER = -1,
    COMPARE_NONE,
    COMPARE_HIGHER,
    COMPARE_OPEN
} CompareSign;
CompareSign compare_sign(const Difference *difference);

// The difference that is told: the median of the draws, or that of the central parameters.
double compare_told(const Difference *difference);

// A scenario's title without what all titles of the comparison begin with: 无改革.
void compare_title(char out[RUN_WORDS], const ComparePair *pair, int scenario);

// The unit of levels and of differences: "%" and "个百分点".
const char *compare_unit(const ComparePair *pair);
const char *compare_unit_of_difference(const ComparePair *pair);

// What a difference is called in a sentence, more or higher; and its unit there, which a count does
// not need in English.
const char *compare_higher(const ComparePair *pair, int higher);
const char *compare_unit_in_headline(const ComparePair *pair);

// The indicator as a label begins, and within a sentence.
void compare_indicator(char out[RUN_NAME], const ComparePair *pair);
const char *compare_measure(const ComparePair *pair);

// A difference as it stands in a sentence, with decimals that show it: 0.9, or +0.9 with its sign.
void compare_size(char out[4 * TYPESET_NUMBER], const ComparePair *pair,
                  const Difference *difference, double value);
void compare_signed(char out[4 * TYPESET_NUMBER], const ComparePair *pair,
                    const Difference *difference, double value);

// Appends how the comparison was made, and the difference at the central parameters.
void compare_note(char note[RUN_WORDS], const ComparePair *pair, const Difference *difference);

// Appends place and years.
void compare_tell_place(char text[RUN_WORDS], const ComparePair *pair);

#endif
