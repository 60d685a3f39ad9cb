// SPDX-License-Identifier: MIT
// Lists of requests: for today, for the next round, for tomorrow, and for any day of the next three months.
//
// All memory is taken before day 1. A list that is full counts what it could not take; the law of cases then
// stops the run.
#ifndef HXSIM_DAY_AGENDA_H
#define HXSIM_DAY_AGENDA_H

#include "base/status.h"
#include "care/request.h"

#include <stdint.h>

typedef struct RequestList {
    Request *row;
    uint32_t count, capacity, lost;
} RequestList;

Status request_list_init(RequestList *list, uint32_t capacity, Report *report);
void request_list_free(RequestList *list);

static inline void request_list_add(RequestList *list, const Request *request) {
    if (list->count == list->capacity)
        list->lost++;
    else
        list->row[list->count++] = *request;
}

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
