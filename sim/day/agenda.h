// SPDX-License-Identifier: MIT
// Lists of requests: for today, for the next round, for tomorrow, and for any day of the next three
// months.
//
// Room for a usual day is taken before day 1; a busier day makes a list grow. What finds no memory
// is counted, and the day's end then stops the run.
#ifndef HXSIM_DAY_AGENDA_H
#define HXSIM_DAY_AGENDA_H

#include "base/room.h"
#include "base/status.h"
#include "care/request.h"

#include <stdint.h>

typedef struct RequestList {
    Request *row;
    uint32_t count, capacity, lost;
} RequestList;

Status request_list_init(RequestList *list, uint32_t capacity, Report *report);
void request_list_free(RequestList *list);

// Room for `wanted` requests in all; 0 if the memory cannot be had.
static inline int request_list_reserve(RequestList *list, uint32_t wanted) {
    Request *row = room_grow(list->row, &list->capacity, wanted, sizeof *row);
    if (row) list->row = row;
    return row != NULL;
}

// At the end of the list; without memory for it the request is lost, and counted.
static inline void request_list_add(RequestList *list, const Request *request) {
    const int full = list->count == list->capacity;
    if (full && (list->count == UINT32_MAX || !request_list_reserve(list, list->count + 1)))
        list->lost++;
    else
        list->row[list->count++] = *request;
}

// Moves all requests of `list` to `sorted`, by institution and else in the order in which they
// stood; those of institution f are then [offset[f], offset[f + 1]) of it. `offset` has room for
// facilities + 2.
void requests_by_facility(RequestList *sorted, RequestList *list, uint32_t *offset,
                          uint32_t facilities);

enum { AGENDA_DAYS = 96, CHUNK_REQUESTS = 63 };

// Requests of one later day, many side by side; chunks of a day are chained.
typedef struct Chunk {
    uint32_t next, count;
    Request row[CHUNK_REQUESTS];
} Chunk;

// Requests of later days: for each day a chain of chunks out of one pool, filled in order.
typedef struct Agenda {
    Chunk *chunk;
    uint32_t first[AGENDA_DAYS], last[AGENDA_DAYS]; // of each day's chain, or NO_CHUNK
    uint32_t free, chunks, count, lost;             // count: requests in all
} Agenda;

static const uint32_t NO_CHUNK = 0xFFFFFFFFu;

Status agenda_init(Agenda *agenda, uint32_t capacity, Report *report);
void agenda_free(Agenda *agenda);

// Puts a request down for `day`, at least one and less than AGENDA_DAYS days after today.
void agenda_add(Agenda *agenda, uint32_t day, const Request *request);

// Takes all requests of today out, in the order in which they were put down.
void agenda_take(Agenda *agenda, uint32_t today, RequestList *list);

#endif
