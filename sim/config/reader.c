// SPDX-License-Identifier: MIT
#include "config/reader.h"

#include "config/text.h"

#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A message is one line of whole characters, whatever it quotes.
static void make_one_line(char *words) {
    for (char *at = words; *at;) {
        uint32_t code = 0;
        const int size = text_character(at, &code);
        if (size == 0) {
            *at = '\0'; // a long message was cut within a character
            return;
        }
        if (code < 0x20 || code == 0x7F) *at = ' ';
        at += size;
    }
}

void reader_problem(Reader *reader, Where where, const char *format, ...) {
    char words[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(words, sizeof words, format, arguments);
    va_end(arguments);
    make_one_line(words);

    reader->status = status_first(reader->status, STATUS_INVALID);
    if (where.line > 0)
        report_problem(reader->report, STATUS_INVALID, "%s:%d: %s", where.file, where.line, words);
    else
        report_problem(reader->report, STATUS_INVALID, "%s: %s", where.file, words);
}

void reader_unknown(Reader *reader, Where where, const char *what, const char *name,
                    const char *const *known, size_t count) {
    const char *nearest = nearest_name(name, known, count);
    if (nearest)
        reader_problem(reader, where, "\"%s\" is not a known %s; did you mean \"%s\"?", name, what,
                       nearest);
    else if (count > 0 && count <= 16) {
        char list[512] = "";
        for (size_t i = 0, length = 0; i < count && length < sizeof list - 1; i++)
            length += (size_t)snprintf(list + length, sizeof list - length, "%s%s", i ? ", " : "",
                                       known[i]);
        reader_problem(reader, where, "\"%s\" is not a known %s; known are: %s", name, what, list);
    } else
        reader_problem(reader, where, "\"%s\" is not a known %s", name, what);
}

void number_text(char out[32], double value) {
    if (value == floor(value) && fabs(value) < 1e15) {
        snprintf(out, 32, "%.0f", value == 0 ? 0 : value);
        return;
    }
    for (int digits = 6; digits <= 17; digits++) {
        snprintf(out, 32, "%.*g", digits, value);
        if (strtod(out, NULL) == value) return;
    }
}

void number_text_in(char out[32], double value, const char *unit) {
    const bool whole_share = strcmp(unit, "share") == 0 && (value == 0 || value == 1);
    if (whole_share)
        snprintf(out, 32, "%.1f", value);
    else
        number_text(out, value);
}

void number_text_with_unit(char out[96], double value, const char *unit) {
    char number[32];
    number_text_in(number, value, unit);
    snprintf(out, 96, "%s%s%.60s", number, *unit ? " " : "", unit);
}
