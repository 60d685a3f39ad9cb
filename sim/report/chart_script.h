// SPDX-License-Identifier: MIT
// The sentences of a chart's .gp file and the cells of its .csv, as C writes them. Every number and
// every text of a chart passes through here, so that none can be anything but a number or a text.
#ifndef HXSIM_REPORT_CHART_SCRIPT_H
#define HXSIM_REPORT_CHART_SCRIPT_H

#include "report/chart.h"

#include <stdio.h>

// How a text stands to its place; vertically its middle is always at y.
typedef enum ScriptAlign { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT } ScriptAlign;

// A place in the picture, in pixels from its top left corner.
typedef struct ScriptPlace {
    double x, y;
} ScriptPlace;

// `name = 12.5`, `name = 'text'`, `array name[2] = [12.5, 7]`, `array name[2] = ['accent', 'grey']`
void script_number(FILE *script, const char *name, double value);
void script_word(FILE *script, const char *name, const char *word);
void script_numbers(FILE *script, const char *name, const double *values, size_t count);
void script_words(FILE *script, const char *name, const char *const *words, size_t count);

// A line of text in a role of style.gp ("headline", "label", "strong", "tick", ...) and a tone.
void script_text(FILE *script, TypesetLine line, ScriptPlace place, ScriptAlign align,
                 const char *role, ChartTone tone);
void script_string(FILE *script, const char *text, ScriptPlace place, ScriptAlign align,
                   const char *role, ChartTone tone);

// A straight rule in a role of style.gp ("grid", "axis", "marker", "leader", ...).
void script_rule(FILE *script, ScriptPlace from, ScriptPlace to, const char *role);

// A rectangle between two corners in a role of style.gp ("halo"); text written at the front stands
// on it.
void script_box(FILE *script, ScriptPlace from, ScriptPlace to, const char *role);

// A cell of the table, followed by what ends it: ',' or '\n' (written as CR LF). What is no number
// is an empty cell.
void cell_text(FILE *table, const char *text, char end);
void cell_number(FILE *table, double value, char end);

#endif
