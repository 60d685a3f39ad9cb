// SPDX-License-Identifier: MIT
// Room in rows of things that grow when a day is busier than any day that was foreseen.
//
// What a usual day needs is taken before the first day; growth is for inputs at the ends of their
// ranges. It never moves a result: only the memory moves.
#ifndef HXSIM_BASE_ROOM_H
#define HXSIM_BASE_ROOM_H

#include <stddef.h>
#include <stdint.h>

// The row, moved if need be, with room for `wanted` things of `size` bytes, and for half as many
// again as there was room for; `capacity` follows. NULL if the memory cannot be had: the row and
// its capacity are then as they were.
void *room_grow(void *row, uint32_t *capacity, uint64_t wanted, size_t size);

#endif
