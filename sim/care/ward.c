// SPDX-License-Identifier: MIT
#include "care/ward.h"

#include "care/facility.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_QUEUE = 32 };

Status ward_init(Ward *ward, uint32_t open, uint32_t extra, uint32_t capacity, Report *report) {
    const uint32_t beds = open == UNLIMITED ? capacity : open + extra;
    *ward = (Ward){.open = open == UNLIMITED ? capacity : open,
                   .extra = extra,
                   .waiting_capacity = LEAST_QUEUE + (open == UNLIMITED ? 0 : 2 * open)};
    ward->stay = report_calloc(report, beds, sizeof *ward->stay);
    ward->waiting = report_calloc(report, ward->waiting_capacity, sizeof *ward->waiting);
    return ward->stay && ward->waiting ? STATUS_OK : STATUS_NO_MEMORY;
}

void ward_free(Ward *ward) {
    free(ward->stay);
    free(ward->waiting);
    *ward = (Ward){0};
}

void ward_take(Ward *ward, const Stay *stay) {
    ward->stay[ward->occupied++] = *stay;
}

uint32_t ward_discharge(Ward *ward, uint16_t day, Stay *ended) {
    uint32_t kept = 0, left = 0;
    for (uint32_t i = 0; i < ward->occupied; i++)
        if (ward->stay[i].discharge_day <= day)
            ended[left++] = ward->stay[i];
        else
            ward->stay[kept++] = ward->stay[i];
    ward->occupied = kept;
    return left;
}

static uint32_t priority_of(const Request *request) {
    return request->key >> KEY_RANDOM_BITS;
}

int ward_queue(Ward *ward, const Request *request, uint16_t day) {
    if (ward->waiting_count == ward->waiting_capacity) return 0;

    uint32_t at = ward->waiting_count;
    while (at > 0 && priority_of(&ward->waiting[at - 1].request) > priority_of(request))
        at--;
    memmove(&ward->waiting[at + 1], &ward->waiting[at],
            (ward->waiting_count - at) * sizeof *ward->waiting);
    ward->waiting[at] = (Waiting){.request = *request, .since_day = day};
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
