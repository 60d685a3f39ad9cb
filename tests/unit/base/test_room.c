// SPDX-License-Identifier: MIT
#include "base/room.h"

#include "unit/claim.h"

#include <stdlib.h>

TEST(growing_keeps_what_is_there) {
    uint32_t capacity = 0;
    uint64_t *row = NULL;
    for (uint32_t i = 0; i < 20011; i++) {
        row = room_grow(row, &capacity, i + 1ull, sizeof *row);
        ck_assert_ptr_nonnull(row);
        ck_assert_uint_gt(capacity, i);
        row[i] = 7919ull * i;
    }
    for (uint32_t i = 0; i < 20011; i++)
        ck_assert_uint_eq(row[i], 7919ull * i);
    free(row);
}

TEST(room_that_is_enough) {
    uint32_t capacity = 13;
    char *row = malloc(13);
    ck_assert_ptr_eq(room_grow(row, &capacity, 13, 1), row);
    ck_assert_ptr_eq(room_grow(row, &capacity, 0, 1), row);
    ck_assert_uint_eq(capacity, 13);
    free(row);
}

TEST(growing_by_half) {
    uint32_t capacity = 1000;
    char *row = malloc(1000);
    row = room_grow(row, &capacity, 1001, 1);
    ck_assert_uint_eq(capacity, 1500);
    row = room_grow(row, &capacity, 4999, 1);
    ck_assert_uint_eq(capacity, 4999);
    free(row);
}

TEST(more_than_can_be_counted) {
    uint32_t capacity = 3;
    char *row = malloc(3);
    row[2] = 'x';
    ck_assert_ptr_null(room_grow(row, &capacity, UINT32_MAX + 1ull, 1));
    ck_assert_ptr_null(room_grow(row, &capacity, 5, SIZE_MAX / 4));
    ck_assert_uint_eq(capacity, 3);
    ck_assert_int_eq(row[2], 'x');
    free(row);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a row grows from nothing and keeps what is in it", growing_keeps_what_is_there),
        CLAIM("a row with room enough stays where it is", room_that_is_enough),
        CLAIM("a row grows by half, or to what is wanted if that is more", growing_by_half),
        CLAIM("a row for more than 2^32 things, or than memory has addresses for, stays as it was",
              more_than_can_be_counted),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
