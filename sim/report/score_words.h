// SPDX-License-Identifier: MIT
// What the rows of a score are called in Chinese and English, and how their numbers are told.
#ifndef HXSIM_REPORT_SCORE_WORDS_H
#define HXSIM_REPORT_SCORE_WORDS_H

#include "report/score_rows.h"
#include "report/typeset.h"

enum { SCORE_NAME = 192, SCORE_AMOUNT = 128, SCORE_WHEN = 48 };

// The city, a county of it, or the place as the list of roles has it.
const char *score_place(const ScoreRow *row, const City *city, Language language);

// The indicator, with its reading or part in brackets.
void score_measure(char out[SCORE_NAME], const ScoreRow *row, Language language);

// "2025", "2025 on 2024", "to 2025".
void score_when(char out[SCORE_WHEN], const Reading *reading, Language language);

// "50.1 to 54.9"; a bound with its sign; a point once; "-" if there is none.
void score_interval(char out[SCORE_AMOUNT], const ScoreRow *row, Interval interval,
                    Language language);

// Why a row was not scored.
const char *score_state_words(ScoreState state, Language language);

// Whether the figure is an anchor of the province and none of the city's own.
bool score_is_anchor(const ScoreRow *row);

#endif
