// SPDX-License-Identifier: MIT
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = _Alignof(max_align_t), USUAL_BLOCK_BYTES = 64 * 1024 };

typedef struct Block {
    struct Block *next;
    size_t size, used;
    _Alignas(max_align_t) char bytes[];
} Block;

struct Arena {
    Block *newest;
    bool is_short;
};

Arena *arena_new(void) {
    return calloc(1, sizeof(Arena));
}

void arena_free(Arena *arena) {
    if (!arena) return;
    for (Block *block = arena->newest; block;) {
        Block *next = block->next;
        free(block);
        block = next;
    }
    free(arena);
}

static Block *block_for(Arena *arena, size_t bytes) {
    Block *newest = arena->newest;
    if (newest && newest->size - newest->used >= bytes) return newest;

    const size_t size = bytes > USUAL_BLOCK_BYTES ? bytes : USUAL_BLOCK_BYTES;
    Block *block = size < SIZE_MAX - sizeof *block ? calloc(1, sizeof *block + size) : NULL;
    if (!block) return NULL;
    block->size = size;
    block->next = newest;
    arena->newest = block;
    return block;
}

void *arena_take(Arena *arena, size_t count, size_t size) {
    const bool too_many = size > 0 && count > (SIZE_MAX - ALIGNMENT) / size;
    const size_t bytes = too_many ? 0 : (count * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

    Block *block = too_many ? NULL : block_for(arena, bytes);
    if (!block) {
        arena->is_short = true;
        return NULL;
    }
    void *memory = block->bytes + block->used;
    block->used += bytes;
    return memory;
}

const char *arena_text_part(Arena *arena, const char *text, size_t length) {
    char *copy = arena_take(arena, length + 1, 1);
    if (!copy) return "";
    if (length > 0) memcpy(copy, text, length);
    return copy;
}

const char *arena_text(Arena *arena, const char *text) {
    return arena_text_part(arena, text, text ? strlen(text) : 0);
}

const char *arena_format(Arena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, again);
    va_end(again);

    char *text = length < 0 ? NULL : arena_take(arena, (size_t)length + 1, 1);
    if (text) vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text ? text : "";
}

bool arena_is_short(const Arena *arena) {
    return !arena || arena->is_short;
}
