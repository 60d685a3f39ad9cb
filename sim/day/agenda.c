// SPDX-License-Identifier: MIT
#include "day/agenda.h"

#include <stdlib.h>

Status request_list_init(RequestList *list, uint32_t capacity, Report *report) {
    *list = (RequestList){.capacity = capacity};
    list->row = report_calloc(report, capacity, sizeof *list->row);
    return list->row ? STATUS_OK : STATUS_NO_MEMORY;
}

void request_list_free(RequestList *list) {
    free(list->row);
    *list = (RequestList){0};
}

Status agenda_init(Agenda *agenda, uint32_t capacity, Report *report) {
    *agenda = (Agenda){.capacity = capacity};
    agenda->row = report_calloc(report, capacity, sizeof *agenda->row);
    agenda->next = report_calloc(report, capacity, sizeof *agenda->next);
    if (!agenda->row || !agenda->next) return STATUS_NO_MEMORY;

    for (int day = 0; day < AGENDA_DAYS; day++)
        agenda->first[day] = agenda->last[day] = AGENDA_END;
    for (uint32_t i = 0; i < capacity; i++)
        agenda->next[i] = i + 1 < capacity ? i + 1 : AGENDA_END;
    return STATUS_OK;
}

void agenda_free(Agenda *agenda) {
    free(agenda->row);
    free(agenda->next);
    *agenda = (Agenda){0};
}

void agenda_add(Agenda *agenda, uint32_t day, const Request *request) {
    const uint32_t entry = agenda->free, slot = day % AGENDA_DAYS;
    if (entry == AGENDA_END) {
        agenda->lost++;
        return;
    }
    agenda->free = agenda->next[entry];
    agenda->row[entry] = *request;
    agenda->next[entry] = AGENDA_END;
    if (agenda->last[slot] == AGENDA_END)
        agenda->first[slot] = entry;
    else
        agenda->next[agenda->last[slot]] = entry;
    agenda->last[slot] = entry;
    agenda->count++;
}

void agenda_take(Agenda *agenda, uint32_t today, RequestList *list) {
    const uint32_t slot = today % AGENDA_DAYS;
    for (uint32_t entry = agenda->first[slot]; entry != AGENDA_END;) {
        const uint32_t next = agenda->next[entry];
        request_list_add(list, &agenda->row[entry]);
        agenda->next[entry] = agenda->free;
        agenda->free = entry;
        agenda->count--;
        entry = next;
    }
    agenda->first[slot] = agenda->last[slot] = AGENDA_END;
}
