// SPDX-License-Identifier: MIT
// The beds of one institution: who lies in them until when, and who waits.
//
// Open beds go to anyone, extra beds only to urgent cases; who finds none waits in a queue in the order of
// priority and arrival. The bed array has exactly open + extra entries, so that no more can ever be occupied.
#ifndef HXSIM_CARE_WARD_H
#define HXSIM_CARE_WARD_H

#include "base/status.h"
#include "care/request.h"

#include <stdint.h>

// How a stay ends.
typedef enum StayEnd { STAY_ENDS_HOME, STAY_ENDS_DOWN, STAY_ENDS_DEAD } StayEnd;

typedef struct Stay {
    Request request;
    uint16_t admitted_day, discharge_day; // simulated days
    uint8_t end;                          // StayEnd
    uint8_t operation_level;              // 0 none, 1-4
    uint8_t moved_down;                   // 1 if it goes on from a stay higher up
    uint8_t spare;
} Stay;

typedef struct Waiting {
    Request request;
    uint16_t since_day;
} Waiting;

typedef struct Ward {
    Stay *stay;
    Waiting *waiting;
    uint32_t open, extra, occupied;
    uint32_t waiting_count, waiting_capacity;
} Ward;

// `capacity` beds are kept in memory for wards that are never full; `open` is UNLIMITED there.
Status ward_init(Ward *ward, uint32_t open, uint32_t extra, uint32_t capacity, Report *report);
void ward_free(Ward *ward);

// 1 if this request may have a bed now.
static inline int ward_has_bed(const Ward *ward, int urgent) {
    return ward->occupied < ward->open + (urgent ? ward->extra : 0u);
}

// Takes a bed. There must be one.
void ward_take(Ward *ward, const Stay *stay);

// Moves the stays that end on `day` or before out of the ward into `ended`, in the order of beds; returns how
// many. `ended` has room for every occupied bed.
uint32_t ward_discharge(Ward *ward, uint16_t day, Stay *ended);

// Puts a request into the queue, after everybody of the same or a higher priority; 0 if the queue is full.
int ward_queue(Ward *ward, const Request *request, uint16_t day);

// Takes the waiting person at `position` out of the queue.
Waiting ward_leave_queue(Ward *ward, uint32_t position);

#endif
