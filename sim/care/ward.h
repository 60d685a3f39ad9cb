// SPDX-License-Identifier: MIT
// The beds of one institution: who lies in them until when, and who waits.
//
// Open beds go to anyone, extra beds only to urgent cases; who finds none waits in a queue in the
// order of priority and arrival. A ward that is never full has UNLIMITED open beds. Room for stays
// and news grows with need; what finds no memory is counted, and the day's end then stops the run.
#ifndef HXSIM_CARE_WARD_H
#define HXSIM_CARE_WARD_H

#include "base/status.h"
#include "care/request.h"

#include <stdint.h>

// How a stay ends.
typedef enum StayEnd {
    STAY_ENDS_HOME,
    STAY_ENDS_DOWN,
    STAY_ENDS_DEAD,
    STAY_ENDS_SPLIT // on paper: the patient is taken in again for the rest
} StayEnd;

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

// What a ward tells the county of the patient at the end of the day.
typedef enum WardNews { STAY_BEGAN, STAY_ENDED, SENT_ON, WAITED_IN_VAIN } WardNews;
typedef struct WardEvent {
    Stay stay;
    uint8_t news;        // WardNews
    uint8_t waited_days; // of a stay that began
} WardEvent;

typedef struct Ward {
    Stay *stay;
    Waiting *waiting;
    WardEvent *event;                         // of today
    uint32_t open, extra, occupied, capacity; // capacity: stays for which there is memory
    uint32_t waiting_count, waiting_capacity;
    uint32_t event_count, event_capacity;
    uint32_t lost; // stays and news without memory
} Ward;

// A ward with this many open and extra beds; no extra ones where open is UNLIMITED.
Status ward_init(Ward *ward, uint32_t open, uint32_t extra, Report *report);
void ward_free(Ward *ward);

// Opens and closes beds; who lies in one stays in it. A ward that is never full stays so.
void ward_set_beds(Ward *ward, uint32_t open, uint32_t extra);

// 1 if this request may have a bed now.
static inline int ward_has_bed(const Ward *ward, int urgent) {
    return ward->occupied < ward->open + (urgent ? ward->extra : 0u);
}

// What a ward answers somebody who asks for a bed or waits for one.
typedef enum WardAnswer { BED_NOW, BED_LATER, BED_ELSEWHERE } WardAnswer;

// A bed if one is free. Without one an urgent case is sent on at once, another after `limit_days`
// of waiting.
static inline WardAnswer ward_answer(const Ward *ward, unsigned urgent, unsigned waited_days,
                                     double limit_days) {
    if (ward_has_bed(ward, (int)urgent)) return BED_NOW;
    return urgent || waited_days >= limit_days ? BED_ELSEWHERE : BED_LATER;
}

// Takes a bed. There must be one.
void ward_take(Ward *ward, const Stay *stay);

// Frees the beds of stays that end on `day` or before, and tells it.
void ward_discharge(Ward *ward, uint16_t day);

// Puts a request into the queue: by priority, then by the day on which it came, then by key; 0 if
// it is full.
int ward_queue(Ward *ward, const Request *request, uint16_t day);

// Takes the waiting person at `position` out of the queue.
Waiting ward_leave_queue(Ward *ward, uint32_t position);

// Notes what became of somebody today; `waited_days` is told up to 255.
void ward_tell(Ward *ward, WardNews news, const Stay *stay, unsigned waited_days);

#endif
