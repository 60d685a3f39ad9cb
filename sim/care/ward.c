// SPDX-License-Identifier: MIT
#include "care/ward.h"

#include "base/room.h"
#include "care/facility.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_QUEUE = 32, LEAST_ROOM = 64 };

Status ward_init(Ward *ward, uint32_t open, uint32_t extra, Report *report) {
    const uint32_t beds = open == UNLIMITED ? 0 : open + extra;
    *ward = (Ward){.open = open,
                   .extra = extra,
                   .capacity = beds + LEAST_ROOM,
                   .waiting_capacity = LEAST_QUEUE + (open == UNLIMITED ? 0 : 2 * open),
                   .event_capacity = beds / 2 + LEAST_ROOM};
    ward->stay = report_calloc(report, ward->capacity, sizeof *ward->stay);
    ward->waiting = report_calloc(report, ward->waiting_capacity, sizeof *ward->waiting);
    ward->event = report_calloc(report, ward->event_capacity, sizeof *ward->event);
    return ward->stay && ward->waiting && ward->event ? STATUS_OK : STATUS_NO_MEMORY;
}

void ward_set_beds(Ward *ward, uint32_t open, uint32_t extra) {
    if (ward->open == UNLIMITED) return;
    ward->open = open;
    ward->extra = extra;
}

void ward_free(Ward *ward) {
    free(ward->stay);
    free(ward->waiting);
    free(ward->event);
    *ward = (Ward){0};
}

void ward_take(Ward *ward, const Stay *stay) {
    Stay *row = room_grow(ward->stay, &ward->capacity, ward->occupied + 1ull, sizeof *row);
    if (!row) {
        ward->lost++;
        return;
    }
    ward->stay = row;
    ward->stay[ward->occupied++] = *stay;
}

void ward_tell(Ward *ward, WardNews news, const Stay *stay, unsigned waited_days) {
    WardEvent *row =
        room_grow(ward->event, &ward->event_capacity, ward->event_count + 1ull, sizeof *row);
    if (!row) {
        ward->lost++;
        return;
    }
    ward->event = row;
    ward->event[ward->event_count++] =
        (WardEvent){.stay = *stay,
                    .news = (uint8_t)news,
                    .waited_days = (uint8_t)(waited_days < 255 ? waited_days : 255)};
}

void ward_discharge(Ward *ward, uint16_t day) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < ward->occupied; i++)
        if (ward->stay[i].discharge_day <= day)
            ward_tell(ward, STAY_ENDED, &ward->stay[i], 0);
        else
            ward->stay[kept++] = ward->stay[i];
    ward->occupied = kept;
}

static int waits_before(const Waiting *a, const Waiting *b) {
    const uint32_t first = a->request.key >> KEY_RANDOM_BITS,
                   second = b->request.key >> KEY_RANDOM_BITS;
    if (first != second) return first < second;
    if (a->since_day != b->since_day) return a->since_day < b->since_day;
    return request_before(&a->request, &b->request);
}

int ward_queue(Ward *ward, const Request *request, uint16_t day) {
    if (ward->waiting_count == ward->waiting_capacity) return 0;

    const Waiting comer = {.request = *request, .since_day = day};
    uint32_t at = ward->waiting_count;
    while (at > 0 && waits_before(&comer, &ward->waiting[at - 1]))
        at--;
    memmove(&ward->waiting[at + 1], &ward->waiting[at],
            (ward->waiting_count - at) * sizeof *ward->waiting);
    ward->waiting[at] = comer;
    ward->waiting_count++;
    return 1;
}

Waiting ward_leave_queue(Ward *ward, uint32_t position) {
    const Waiting who = ward->waiting[position];
    ward->waiting_count--;
    memmove(&ward->waiting[position], &ward->waiting[position + 1],
            (ward->waiting_count - position) * sizeof *ward->waiting);
    return who;
}
