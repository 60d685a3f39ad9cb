// SPDX-License-Identifier: MIT
#include "report/chart_script.h"

#include "report/gnuplot.h"

#include <math.h>
#include <string.h>

// Hundredths of a pixel are more than an eye sees, and the same text on every machine.
static void write_number(FILE *stream, double value) {
    if (isfinite(value))
        fprintf(stream, "%.10g", round(value * 1e6) / 1e6);
    else
        fputs("NaN", stream);
}

static void write_length(FILE *stream, double pixels) {
    fprintf(stream, "%.2f", isfinite(pixels) ? pixels : 0.0);
}

static void write_place(FILE *stream, ScriptPlace place) {
    write_length(stream, place.x);
    fputc(',', stream);
    write_length(stream, place.y);
}

void script_number(FILE *script, const char *name, double value) {
    fprintf(script, "%s = ", name);
    write_number(script, value);
    fputc('\n', script);
}

void script_word(FILE *script, const char *name, const char *word) {
    fprintf(script, "%s = ", name);
    gnuplot_quote(script, word, strlen(word));
    fputc('\n', script);
}

// gnuplot has no array of length 0: one element stands in, and the charts count with their own
// numbers.
static void array_begin(FILE *script, const char *name, size_t count) {
    fprintf(script, "array %s[%zu] = [", name, count ? count : 1);
    if (count == 0) fputs("0", script);
}

void script_numbers(FILE *script, const char *name, const double *values, size_t count) {
    array_begin(script, name, count);
    for (size_t i = 0; i < count; i++) {
        fputs(i ? ", " : "", script);
        write_number(script, values[i]);
    }
    fputs("]\n", script);
}

void script_words(FILE *script, const char *name, const char *const *words, size_t count) {
    array_begin(script, name, count);
    for (size_t i = 0; i < count; i++) {
        fputs(i ? ", " : "", script);
        gnuplot_quote(script, words[i], strlen(words[i]));
    }
    fputs("]\n", script);
}

void script_text(FILE *script, TypesetLine line, ScriptPlace place, ScriptAlign align,
                 const char *role, ChartTone tone) {
    static const char *const aligns[] = {"left", "center", "right"};
    // In a line with a double quote, or with two single ones at a text's beginning, gnuplot 5.4
    // does not find the role's macro.
    const int apart =
        line.length > 0 && (line.start[0] == '\'' || memchr(line.start, '"', line.length) != NULL);
    fputs(apart ? "words = " : "set label ", script);
    gnuplot_quote(script, line.start, line.length);
    fputs(apart ? "\nset label words at " : " at ", script);
    write_place(script, place);
    fprintf(script, " %s @%s textcolor rgb colour('%s')\n", aligns[align], role,
            chart_tone_name(tone));
}

void script_string(FILE *script, const char *text, ScriptPlace place, ScriptAlign align,
                   const char *role, ChartTone tone) {
    script_text(script, (TypesetLine){text, strlen(text), 0.0}, place, align, role, tone);
}

void script_rule(FILE *script, ScriptPlace from, ScriptPlace to, const char *role) {
    fputs("set arrow from ", script);
    write_place(script, from);
    fputs(" to ", script);
    write_place(script, to);
    fprintf(script, " @%s\n", role);
}

void script_box(FILE *script, ScriptPlace from, ScriptPlace to, const char *role) {
    fputs("set object rectangle from ", script);
    write_place(script, from);
    fputs(" to ", script);
    write_place(script, to);
    fprintf(script, " @%s\n", role);
}

static void end_cell(FILE *table, char end) {
    if (end == '\n') fputc('\r', table);
    fputc(end, table);
}

void cell_text(FILE *table, const char *text, char end) {
    const int quoted = text[strcspn(text, ",\"\r\n")] != '\0';
    if (quoted) fputc('"', table);
    for (; *text; text++) {
        if (*text == '"') fputc('"', table);
        fputc(*text, table);
    }
    if (quoted) fputc('"', table);
    end_cell(table, end);
}

void cell_number(FILE *table, double value, char end) {
    if (isfinite(value)) fprintf(table, "%.12g", value);
    end_cell(table, end);
}
