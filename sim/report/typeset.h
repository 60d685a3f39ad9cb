// SPDX-License-Identifier: MIT
// Setting text without seeing it: gnuplot cannot measure, so we do. Widths come from the tables of
// Noto Sans CJK SC: a Chinese character is 1 em wide, a Latin one about 0.55. With them lines are
// broken, labels are pushed apart, and numbers are written as readers of either language write
// them.
//
// Widths are in em (1 em = the size of the font); whoever calls multiplies by the size in pixels.
#ifndef HXSIM_REPORT_TYPESET_H
#define HXSIM_REPORT_TYPESET_H

#include <stddef.h>

typedef enum Language { LANGUAGE_ZH, LANGUAGE_EN } Language;

typedef enum TypesetWeight { TYPESET_REGULAR, TYPESET_BOLD } TypesetWeight;

enum { TYPESET_LINES = 12, TYPESET_LABELS = 64, TYPESET_NUMBER = 48 };

// One line of a text: a piece of the text it was broken from, without the spaces around it.
typedef struct TypesetLine {
    const char *start;
    size_t length;
    double width_em;
} TypesetLine;

typedef struct TypesetLines {
    TypesetLine line[TYPESET_LINES];
    size_t count;
    double widest_em;
} TypesetLines;

// How far a piece of UTF-8 text runs.
double typeset_width_em(const char *text, size_t length, TypesetWeight weight);

// Breaks a text into lines that fill `width_em`, for running text. The rules of Chinese setting
// hold: no line begins with a closing mark or ends with an opening one; Latin words, numbers with
// their unit, and words of this field stay whole. A text of more than TYPESET_LINES lines runs on
// in the last.
TypesetLines typeset_fill(const char *text, double width_em, TypesetWeight weight);

// Breaks a text into as few lines as typeset_fill, of about equal length and rather after a mark
// than within a clause, for headlines and labels.
TypesetLines typeset_balance(const char *text, double width_em, TypesetWeight weight);

// How far a line may stand out to the left of its edge: the empty half of an opening Chinese mark.
double typeset_hang_em(const TypesetLine *line);

// Moves labels along a line so that none covers another: `centre[i]` with room for `extent[i]`
// around it goes as little as it can (least squares), keeps its order and stays between `low` and
// `high` if all fit there. At most TYPESET_LABELS.
void typeset_spread(double *centre, const double *extent, size_t count, double low, double high);

// A number as readers write it: 1.23万 and 4.56亿 from 10,000 upwards in Chinese, 12,345 in
// English, a true minus sign. `decimals` holds below 10,000.
void typeset_number(char out[TYPESET_NUMBER], double value, int decimals, Language language);

// How many decimals tell values apart that lie `step` from each other: 0 for 5, 1 for 2.5.
int typeset_decimals(double step);

#endif
