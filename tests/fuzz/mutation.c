// SPDX-License-Identifier: MIT
#include "fuzz/mutation.h"

#include <stdlib.h>
#include <string.h>

// What readers stumble over.
static const char *const morsels[] = {
    "{",          "}",        "(",      ")",        "[",          "]",
    "\"",         "\\",       ";",      "=",        ",",          ":",
    "%",          "@",        "/*",     "*/",       "//",         "#",
    "\n",         "\r",       "-",      ".",        "0",          "1e400",
    "0xFFFFFFFF", "-1",       "1e-400", "nan",      "9999999999", "L",
    "＝",         "４",       "“",      "怀",       "万",         "\xEF\xBB\xBF",
    "\xFF",       "\xE4\xB8", "\x01",   "\"\"",     "base",       "city",
    "tables",     "value",    "unit",   "@include", "reforms",    "changes",
    "lever",      "*",        "true",   "\"a\";",   "= { };",     "= ( );",
    "%s%n",       "../",      "|",      "+",        "1.2.3",      ",,,"};
enum { MORSELS = sizeof morsels / sizeof *morsels };

// Knuth's 64-bit linear congruence, its high bits.
size_t mutation_below(Mutation *mutation, size_t count) {
    mutation->state = mutation->state * 6364136223846793005u + 1442695040888963407u;
    return count ? (size_t)((mutation->state >> 33) % count) : 0;
}

static void insert(char *text, size_t *length, size_t at, const char *what, size_t size) {
    memmove(text + at + size, text + at, *length - at);
    memcpy(text + at, what, size);
    *length += size;
}

static void drop(char *text, size_t *length, size_t at, size_t size) {
    if (size > *length - at) size = *length - at;
    memmove(text + at, text + at + size, *length - at - size);
    *length -= size;
}

enum { LARGEST_PART = 80, MOST_SLIPS = 6 };

static void spoil_once(Mutation *mutation, char *text, size_t *length) {
    const size_t at = mutation_below(mutation, *length + 1);
    const size_t from = mutation_below(mutation, *length + 1);
    const char *morsel = morsels[mutation_below(mutation, MORSELS)];
    char part[LARGEST_PART];
    size_t size = mutation_below(mutation, LARGEST_PART);
    if (size > *length - from) size = *length - from;
    memcpy(part, text + from, size);

    switch (mutation_below(mutation, 7)) {
    case 0:
        if (at < *length) text[at] = (char)mutation_below(mutation, 256);
        return;
    case 1:
        drop(text, length, at, 1 + mutation_below(mutation, 3));
        return;
    case 2:
        drop(text, length, at, mutation_below(mutation, LARGEST_PART));
        return;
    case 3:
        insert(text, length, at, part, size);
        return;
    case 4:
        *length = mutation_below(mutation, 20) ? *length : at;
        return;
    case 5:
        drop(text, length, at, strlen(morsel));
        insert(text, length, at < *length ? at : *length, morsel, strlen(morsel));
        return;
    default:
        insert(text, length, at, morsel, strlen(morsel));
    }
}

char *mutation_spoil(Mutation *mutation, const char *text, size_t *length) {
    *length = strlen(text);
    char *spoiled = malloc(*length + MOST_SLIPS * LARGEST_PART + 1);
    memcpy(spoiled, text, *length + 1);
    for (size_t i = 0, slips = 1 + mutation_below(mutation, MOST_SLIPS); i < slips; i++)
        spoil_once(mutation, spoiled, length);
    spoiled[*length] = '\0';
    return spoiled;
}
