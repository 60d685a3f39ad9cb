// SPDX-License-Identifier: MIT
// What the numbers of levers, answers to payment and the model are called in charts.
#ifndef HXSIM_REPORT_NUMBER_WORDS_H
#define HXSIM_REPORT_NUMBER_WORDS_H

#include "config/city.h"
#include "report/run_chart_words.h"

// What the last part of a path is called, in a few words; NULL if it has no words.
const char *number_called(const char *path, Language language);

#endif
