// SPDX-License-Identifier: MIT
#define _DEFAULT_SOURCE // madvise
#include "base/status.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

void report_init(Report *report) {
    *report = (Report){0};
}

void report_free(Report *report) {
    for (size_t i = 0; i < report->count; i++)
        free(report->messages[i]);
    free(report->messages);
    *report = (Report){0};
}

// What a terminal would obey instead of showing it: control characters of ASCII, and those of
// Unicode (U+0080 to U+009F, in UTF-8 C2 80 to C2 9F).
static int is_control(const char *at) {
    const unsigned char first = (unsigned char)at[0], second = (unsigned char)at[1];
    return first < 0x20 || first == 0x7F || (first == 0xC2 && second >= 0x80 && second < 0xA0);
}

// Words of files and of the command line come into messages: each message is one line that any
// terminal can show, control characters as \x1b.
static char *escaped(const char *text) {
    char *shown = malloc(4 * strlen(text) + 1), *to = shown;
    if (!shown) return NULL;
    for (const char *at = text; *at; at++) {
        if (!is_control(at)) {
            *to++ = *at;
            continue;
        }
        if ((unsigned char)*at == 0xC2) at++;
        to += sprintf(to, "\\x%02x", (unsigned)(unsigned char)*at);
    }
    *to = '\0';
    return shown;
}

static char *format_message(const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0) return NULL;

    char *message = malloc((size_t)length + 1);
    if (!message) return NULL;
    vsnprintf(message, (size_t)length + 1, format, arguments);
    char *shown = escaped(message);
    free(message);
    return shown;
}

static char **room_for_one_more(Report *report) {
    if (report->count < report->capacity) return report->messages;

    const size_t capacity = report->capacity ? 2 * report->capacity : 8;
    char **messages = realloc(report->messages, capacity * sizeof *messages);
    if (messages) {
        report->messages = messages;
        report->capacity = capacity;
    }
    return messages;
}

Status report_problem(Report *report, Status status, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *message = format_message(format, arguments);
    va_end(arguments);

    if (message && room_for_one_more(report)) {
        report->messages[report->count++] = message;
    } else {
        free(message);
        report->lost++;
    }
    return status;
}

void report_print(const Report *report, FILE *stream) {
    for (size_t i = 0; i < report->count; i++)
        fprintf(stream, "hxsim: %s\n", report->messages[i]);
    if (report->lost > 0)
        fprintf(stream, "hxsim: out of memory: %zu messages were lost\n", report->lost);
}

Status status_first(Status first, Status second) {
    return first != STATUS_OK ? first : second;
}

enum { HUGE_PAGE = 2 << 20 };

// Large columns ask for huge pages, because they are read at random and half of that time went into
// finding pages. It is a wish: without it a run is slower, not wrong.
static void wish_for_huge_pages(void *memory, size_t size) {
#ifdef MADV_HUGEPAGE
    const uintptr_t first = ((uintptr_t)memory + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
    const uintptr_t last = ((uintptr_t)memory + size) / HUGE_PAGE * HUGE_PAGE;
    if (first < last) madvise((void *)first, last - first, MADV_HUGEPAGE);
#else
    (void)memory;
    (void)size;
#endif
}

static void *zeroed(size_t count, size_t size) {
    void *memory = calloc(count, size);
    if (memory) wish_for_huge_pages(memory, count * size);
    return memory;
}

void *report_calloc(Report *report, size_t count, size_t size) {
    void *memory = zeroed(count ? count : 1, size ? size : 1);
    if (!memory)
        report_problem(report, STATUS_NO_MEMORY,
                       "out of memory: %zu x %zu bytes could not be had; close other programs or "
                       "raise --scale",
                       count, size);
    return memory;
}

void *report_calloc_lines(Report *report, size_t size) {
    const size_t whole = (size + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
    void *memory = aligned_alloc(CACHE_LINE, whole);
    if (memory) {
        wish_for_huge_pages(memory, whole);
        memset(memory, 0, whole);
    } else
        report_problem(report, STATUS_NO_MEMORY,
                       "out of memory: %zu bytes could not be had; close other programs or raise --scale",
                       size);
    return memory;
}

enum { LONGEST_COMPARED = 64 };

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static size_t edit_distance(const char *a, const char *b) {
    const size_t m = strlen(a), n = strlen(b);
    if (m > LONGEST_COMPARED || n > LONGEST_COMPARED) return SIZE_MAX;

    size_t rows[3][LONGEST_COMPARED + 1];
    for (size_t j = 0; j <= n; j++)
        rows[0][j] = j;

    for (size_t i = 1; i <= m; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *above2 = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            const size_t differs = a[i - 1] != b[j - 1];
            row[j] = smaller(smaller(above[j] + 1, row[j - 1] + 1), above[j - 1] + differs);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = smaller(row[j], above2[j - 2] + 1);
        }
    }
    return rows[m % 3][n];
}

const char *nearest_name(const char *name, const char *const *known, size_t count) {
    const char *nearest = NULL;
    size_t nearest_distance = strlen(name) / 3 + 2;
    for (size_t i = 0; i < count; i++) {
        const size_t distance = edit_distance(name, known[i]);
        if (distance < nearest_distance) {
            nearest = known[i];
            nearest_distance = distance;
        }
    }
    return nearest;
}
