// SPDX-License-Identifier: MIT
// Memory that is taken piece by piece and given back all at once: the strings and rows of one
// model.
//
// Running out is remembered instead of answered at every call: a piece of text that could not be
// had is
// "", a row of things is NULL, and `arena_is_short` tells it once, when the reading is done.
#ifndef HXSIM_BASE_ARENA_H
#define HXSIM_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Arena Arena;

// An empty arena, or NULL if there is no memory at all.
Arena *arena_new(void);

// Gives back everything taken from the arena; NULL is accepted.
void arena_free(Arena *arena);

// `count` zeroed things of `size` bytes, aligned for any type; NULL if they cannot be had.
void *arena_take(Arena *arena, size_t count, size_t size);

// A copy of a text; "" if it cannot be had. NULL is copied as "".
const char *arena_text(Arena *arena, const char *text);

// A copy of the first `length` bytes of a text, which need not end there; "" if it cannot be had.
const char *arena_text_part(Arena *arena, const char *text, size_t length);

// A text put together in the manner of printf; "" if it cannot be had.
const char *arena_format(Arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// True if anything asked of the arena could not be had.
bool arena_is_short(const Arena *arena);

#endif
