// SPDX-License-Identifier: MIT
// What a drawn number is called and what its values are, in the words of a chart.
#ifndef HXSIM_REPORT_FACTOR_WORDS_H
#define HXSIM_REPORT_FACTOR_WORDS_H

#include "config/draws.h"
#include "report/run_chart_words.h"

// The name of a factor: 县域医共体：覆盖率; of a parameter of the model its path in Chinese, and
// what it means in English.
void factor_name(char out[RUN_WORDS], const Factor *factor, const LeverInfo *levers,
                 int lever_count, Language language);

// One end of a factor's range: its value with its unit (2024年1月, 24个月, 60%), or that it is the
// low or the high end, where the factor is a series of numbers or has a unit that says nothing.
void factor_end(char out[RUN_WORDS], const Draws *draws, int factor, int is_high,
                Language language);

#endif
