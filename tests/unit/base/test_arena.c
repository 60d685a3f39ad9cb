// SPDX-License-Identifier: MIT
#include "base/arena.h"
#include "unit/claim.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

TEST(texts_stay) {
    Arena *arena = arena_new();
    const char *kept[3001];
    for (int i = 0; i < 3001; i++)
        kept[i] = arena_format(arena, "township %d of 3001", i);
    const char *long_text = arena_format(arena, "%0*d", 200003, 7);

    for (int i = 0; i < 3001; i++) {
        char expected[40];
        snprintf(expected, sizeof expected, "township %d of 3001", i);
        ck_assert_str_eq(kept[i], expected);
    }
    ck_assert_uint_eq(strlen(long_text), 200003);
    ck_assert_str_eq(arena_text_part(arena, "hongjiang", 4), "hong");
    ck_assert_str_eq(arena_text(arena, NULL), "");
    ck_assert(!arena_is_short(arena));
    arena_free(arena);
}

TEST(rows_are_zero_and_aligned) {
    Arena *arena = arena_new();
    for (size_t count = 1; count < 700; count += 13) {
        arena_text(arena, "x");
        double *rows = arena_take(arena, count, sizeof *rows);
        ck_assert_uint_eq((uintptr_t)rows % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < count; i++) {
            ck_assert(rows[i] == 0);
            rows[i] = 2.385;
        }
    }
    arena_free(arena);
}

TEST(running_out_is_remembered) {
    Arena *arena = arena_new();
    ck_assert_ptr_null(arena_take(arena, SIZE_MAX / 2, 3));
    ck_assert(arena_is_short(arena));
    ck_assert_str_eq(arena_text(arena, "still of use"), "still of use");
    ck_assert(arena_is_short(arena));
    arena_free(arena);
    arena_free(NULL);
    ck_assert(arena_is_short(NULL));
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a text taken from an arena stays what it was", texts_stay),
        CLAIM("rows taken from an arena are zero and aligned", rows_are_zero_and_aligned),
        CLAIM("an arena remembers that something could not be had", running_out_is_remembered),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
