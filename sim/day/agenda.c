// SPDX-License-Identifier: MIT
#include "day/agenda.h"

#include <stdlib.h>
#include <string.h>

enum { FEW = 24 }; // requests, for which no place is counted at every institution

Status request_list_init(RequestList *list, uint32_t capacity, Report *report) {
    *list = (RequestList){.capacity = capacity};
    list->row = report_calloc(report, capacity, sizeof *list->row);
    return list->row ? STATUS_OK : STATUS_NO_MEMORY;
}

void request_list_free(RequestList *list) {
    free(list->row);
    *list = (RequestList){0};
}

// Few requests are put in their places one by one.
static void sort_few(RequestList *sorted, const RequestList *list, uint32_t *offset,
                     uint32_t facilities) {
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t at = i;
        for (; at > 0 && sorted->row[at - 1].facility > list->row[i].facility; at--)
            sorted->row[at] = sorted->row[at - 1];
        sorted->row[at] = list->row[i];
    }
    uint32_t f = 0;
    for (uint32_t i = 0; i < list->count; i++)
        while (f <= sorted->row[i].facility)
            offset[f++] = i;
    while (f < facilities + 2)
        offset[f++] = list->count;
}

static void sort_many(RequestList *sorted, const RequestList *list, uint32_t *offset,
                      uint32_t facilities) {
    memset(offset, 0, (facilities + 2) * sizeof *offset);
    for (uint32_t i = 0; i < list->count; i++)
        offset[list->row[i].facility + 2]++;
    for (uint32_t f = 2; f < facilities + 2; f++)
        offset[f] += offset[f - 1];
    for (uint32_t i = 0; i < list->count; i++)
        sorted->row[offset[list->row[i].facility + 1]++] = list->row[i];
}

void requests_by_facility(RequestList *sorted, RequestList *list, uint32_t *offset,
                          uint32_t facilities) {
    if (!request_list_reserve(sorted, list->count)) {
        sorted->lost += list->count - sorted->capacity;
        list->count = sorted->capacity;
    }
    if (list->count < FEW)
        sort_few(sorted, list, offset, facilities);
    else
        sort_many(sorted, list, offset, facilities);
    sorted->count = list->count;
    list->count = 0;
}

static void free_chunks_from(Agenda *agenda, uint32_t first) {
    for (uint32_t i = first; i < agenda->chunks; i++)
        agenda->chunk[i].next = i + 1 < agenda->chunks ? i + 1 : NO_CHUNK;
    agenda->free = first < agenda->chunks ? first : NO_CHUNK;
}

Status agenda_init(Agenda *agenda, uint32_t capacity, Report *report) {
    *agenda = (Agenda){.chunks = capacity / CHUNK_REQUESTS + AGENDA_DAYS + 1};
    agenda->chunk = report_calloc(report, agenda->chunks, sizeof *agenda->chunk);
    if (!agenda->chunk) return STATUS_NO_MEMORY;

    for (int day = 0; day < AGENDA_DAYS; day++)
        agenda->first[day] = agenda->last[day] = NO_CHUNK;
    free_chunks_from(agenda, 0);
    return STATUS_OK;
}

void agenda_free(Agenda *agenda) {
    free(agenda->chunk);
    *agenda = (Agenda){0};
}

static void grow_pool(Agenda *agenda) {
    const uint32_t before = agenda->chunks;
    Chunk *chunk = room_grow(agenda->chunk, &agenda->chunks, before + 1ull, sizeof *chunk);
    if (chunk) agenda->chunk = chunk;
    free_chunks_from(agenda, before);
}

// A fresh chunk at the end of a day's chain; NO_CHUNK if there is no memory for it.
static uint32_t begin_chunk(Agenda *agenda, uint32_t slot) {
    if (agenda->free == NO_CHUNK) grow_pool(agenda);
    const uint32_t fresh = agenda->free;
    if (fresh == NO_CHUNK) return NO_CHUNK;

    agenda->free = agenda->chunk[fresh].next;
    agenda->chunk[fresh].next = NO_CHUNK;
    agenda->chunk[fresh].count = 0;
    if (agenda->last[slot] == NO_CHUNK)
        agenda->first[slot] = fresh;
    else
        agenda->chunk[agenda->last[slot]].next = fresh;
    agenda->last[slot] = fresh;
    return fresh;
}

void agenda_add(Agenda *agenda, uint32_t day, const Request *request) {
    const uint32_t slot = day % AGENDA_DAYS;
    uint32_t at = agenda->last[slot];
    if (at == NO_CHUNK || agenda->chunk[at].count == CHUNK_REQUESTS) at = begin_chunk(agenda, slot);
    if (at == NO_CHUNK) {
        agenda->lost++;
        return;
    }
    Chunk *chunk = &agenda->chunk[at];
    chunk->row[chunk->count++] = *request;
    agenda->count++;
}

void agenda_take(Agenda *agenda, uint32_t today, RequestList *list) {
    const uint32_t slot = today % AGENDA_DAYS;
    for (uint32_t at = agenda->first[slot]; at != NO_CHUNK;) {
        Chunk *chunk = &agenda->chunk[at];
        const uint32_t next = chunk->next;
        for (uint32_t i = 0; i < chunk->count; i++)
            request_list_add(list, &chunk->row[i]);
        agenda->count -= chunk->count;
        chunk->next = agenda->free;
        agenda->free = at;
        at = next;
    }
    agenda->first[slot] = agenda->last[slot] = NO_CHUNK;
}
