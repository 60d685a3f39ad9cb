// SPDX-License-Identifier: MIT
// What all charts of a transplant say in common.
#ifndef HXSIM_REPORT_TRANSPLANT_CHART_H
#define HXSIM_REPORT_TRANSPLANT_CHART_H

#include "report/compare_chart.h"
#include "report/transplant_swaps.h"

// Of what one chart is.
typedef struct Shown {
    const Transplant *transplant;
    const Swaps *swaps;
    int indicator; // its place in the table
    Language language;
} Shown;

typedef struct Words {
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS];
} Words;

// The words of comparisons, asked as if a city were one.
ComparePair transplant_pair(const Shown *what, int city, CompareSource *source);

const char *transplant_say_in(const Shown *what, const char *zh, const char *en);

// Appends how it was made, and what it may not be taken for. Whether the chart has cells that are
// grey because nothing printed says how much of a city takes part.
void transplant_say_note(char note[RUN_WORDS], const Shown *what, bool with_grey);

// Why cities differ: what each block of starting conditions has in the gap between each two.
Status transplant_draw_parts(const Shown *what, const ChartStyle *style, const char *folder,
                             const char *name, Report *report);

#endif
