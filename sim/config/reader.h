// SPDX-License-Identifier: MIT
// What every step of reading carries: where strings and rows are kept, and the problems met so far.
//
// Reading goes on after a problem, so that all are told at once; whoever began it looks at `status`
// in the end.
#ifndef HXSIM_CONFIG_READER_H
#define HXSIM_CONFIG_READER_H

#include "base/arena.h"
#include "base/status.h"

// A line of a file. Line 0 is the file as a whole, or no file ("--set").
typedef struct Where {
    const char *file;
    int line;
} Where;

typedef struct Reader {
    Arena *arena;
    Report *report;
    Status status; // of the gravest problem so far
} Reader;

// Adds a problem, "file:line: " before it.
void reader_problem(Reader *reader, Where where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// Adds the problem that `name` is no known `what` ("county", "lever"), with the nearest known name.
void reader_unknown(Reader *reader, Where where, const char *what, const char *name,
                    const char *const *known, size_t count);

// A number as short as it can be and still be read back as itself.
void number_text(char out[32], double value);

// The same for a reader's eye: shares are written 1.0, and the unit may follow.
void number_text_in(char out[32], double value, const char *unit);
void number_text_with_unit(char out[96], double value, const char *unit);

#endif
