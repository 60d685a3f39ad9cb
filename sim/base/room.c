// SPDX-License-Identifier: MIT
#include "base/room.h"

#include <stdlib.h>

void *room_grow(void *row, uint32_t *capacity, uint64_t wanted, size_t size) {
    if (wanted <= *capacity) return row;

    const uint64_t usual = *capacity + *capacity / 2u;
    const uint64_t room = wanted > usual || usual > UINT32_MAX ? wanted : usual;
    if (room > UINT32_MAX || room > SIZE_MAX / size) return NULL;
    void *moved = realloc(row, room * size);
    if (moved) *capacity = (uint32_t)room;
    return moved;
}
