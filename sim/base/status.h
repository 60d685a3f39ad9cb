// SPDX-License-Identifier: MIT
// What went wrong, in words for a person, and with which exit status.
//
// Only the edges of the program can fail: reading, checking, writing. They return a Status and put
// one message for each problem into a Report, so that every error of a file is told at once.
#ifndef HXSIM_BASE_STATUS_H
#define HXSIM_BASE_STATUS_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

// Exit statuses, after sysexits.h where it has one.
typedef enum Status {
    STATUS_OK = 0,
    STATUS_DIFFERENT = 1,    // a difference was found (verify, score --strict)
    STATUS_USAGE = 64,       // the words on the command line
    STATUS_INVALID = 65,     // a scenario or model is wrong
    STATUS_NO_INPUT = 66,    // an input file is missing or cannot be read
    STATUS_UNAVAILABLE = 69, // gnuplot or a font is missing and was asked for by name
    STATUS_LAW_BROKEN = 70,  // a law of the model broke: a bug
    STATUS_NO_MEMORY = 71,   // memory could not be had
    STATUS_NO_OUTPUT = 73,   // the output cannot be created, or what stands there is not ours
    STATUS_IO = 74,          // reading or writing failed half-way
    STATUS_INTERRUPTED = 130 // Ctrl-C
} Status;

// The problems met so far, in the order they were met.
typedef struct Report {
    char **messages;
    size_t count;
    size_t capacity;
    size_t lost; // messages for which there was no memory
} Report;

// An empty report; it takes memory only for messages, which report_free gives back.
void report_init(Report *report);
void report_free(Report *report);

// Adds one message (printf style, one line; control characters are escaped) and returns `status`,
// so that a caller can write `return report_problem(report, STATUS_INVALID, "...")`.
Status report_problem(Report *report, Status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// Prints every message on a line of its own, each preceded by "hxsim: ".
void report_print(const Report *report, FILE *stream);

// The graver of two statuses: the first that is not STATUS_OK.
Status status_first(Status first, Status second);

// Memory that is zeroed, or NULL and a message in the report.
void *report_calloc(Report *report, size_t count, size_t size);

// The same for one object that begins with a cache line.
enum { CACHE_LINE = 64 };
void *report_calloc_lines(Report *report, size_t size);

// The known name nearest to `name` (optimal string alignment distance), or NULL if none is near
// enough to be worth offering.
const char *nearest_name(const char *name, const char *const *known, size_t count);

#endif
