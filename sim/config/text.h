// SPDX-License-Identifier: MIT
// The text of one file that a person wrote: UTF-8 without byte-order mark, lines ending in "\n".
//
// Only regular files are read, of at most 1 MiB where nothing else is said. A byte-order mark and "\r\n" are accepted and taken
// away, so that line 12 here is line 12 in the person's editor; binary files and other encodings
// are refused.
#ifndef HXSIM_CONFIG_TEXT_H
#define HXSIM_CONFIG_TEXT_H

#include "base/arena.h"
#include "base/status.h"

#include <stddef.h>
#include <stdint.h>

enum { MEBIBYTE = 1024 * 1024, MOST_TEXT_BYTES = MEBIBYTE };

typedef struct Text {
    const char *file;  // as the person named it
    const char *bytes; // `length` of them and a final NUL; none of them is NUL
    size_t length;
} Text;

// Reads a file into memory of the arena. `named_at` says who asked for it ("a.cfg:3: " or "").
Status text_read(Text *text, const char *file, const char *named_at, Arena *arena, Report *report);

// The same of a file of at most `most` bytes.
Status text_read_within(Text *text, const char *file, const char *named_at, size_t most,
                        Arena *arena, Report *report);

// The path of a file that `from` names as `name`: beside `from`, unless `name` is absolute.
const char *text_path_beside(Arena *arena, const char *from, const char *name);

// Bytes of the UTF-8 character that begins at `at`, its number in *code; 0 if it is none.
int text_character(const char *at, uint32_t *code);

#endif
