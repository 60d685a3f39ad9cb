// SPDX-License-Identifier: MIT
// The tables of a transplant: transplant.csv with every year, blocks.csv with what the gaps between
// cities rest on, and both for a terminal.
#ifndef HXSIM_REPORT_TRANSPLANT_TABLES_H
#define HXSIM_REPORT_TRANSPLANT_TABLES_H

#include "report/transplant_swaps.h"

#include <stdio.h>

// The difference that a row makes in a city, in the last year; `indicator` is its place in the
// table. Everything is NaN where there is no memory or the indicator has no value.
Difference transplant_difference(const TransplantCity *city, int row, int indicator, int year);

// Which of two cities comes first in the gap between them: by id, so that the order asked for moves
// nothing.
bool transplant_is_first(const Transplant *transplant, int one, int other);

// How much more all reforms move an indicator in the other city than in the one, in the last year.
typedef struct Gap {
    double central, error; // at the central numbers; standard error, chance alone, or NaN
    double low, high;      // 90 % over the draws, or NaN
} Gap;

Gap transplant_gap(const Transplant *transplant, int one, int other, int indicator);

// The block that explains most of a gap among those that rest on what is printed or published and
// stand out from chance; BLOCKS if there is none.
Block transplant_reason(const Transplant *transplant, const Swaps *swaps, int one, int other,
                        int indicator);

Status transplant_matrix_write(const Transplant *transplant, const char *path, Report *report);
Status transplant_blocks_write(const Transplant *transplant, const Swaps *swaps, const char *path,
                               Report *report);

// Both tables, and how to read them.
void transplant_print(const Transplant *transplant, const Swaps *swaps, Language language,
                      FILE *out);

#endif
