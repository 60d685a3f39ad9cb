// SPDX-License-Identifier: MIT
// Booked visits to public hospitals of county and city, of residents who can wait: where a free
// slot is shown to them, and that some do not turn up. All of it is of the days: the day has no
// hours.
#ifndef HXSIM_DAY_BOOKING_H
#define HXSIM_DAY_BOOKING_H

#include "day/serve.h"
#include "day/simulation.h"

// What becomes of a visit that could be booked.
typedef enum Booking { NOT_BOOKED, BOOKED, BOOKED_MISSED, BOOKED_FORGONE } Booking;

// Whether a visit to this institution can be booked.
enum {
    BOOKABLE_KINDS = 1u << KIND_COUNTY_GENERAL | 1u << KIND_COUNTY_TCM |
                     1u << KIND_COUNTY_MATERNAL | 1u << KIND_CITY_HOSPITAL
};

static inline int is_bookable(const Facility *facility) {
    return (BOOKABLE_KINDS >> facility->kind & 1u) != 0;
}

// Of one request at such an institution: the same on every day until it is seen.
Booking booking_drawn(const Simulation *simulation, const Request *request);

static inline Booking booking_of(const Simulation *simulation, const Facility *facility,
                                 const Request *request) {
    return simulation->today.county[facility->county].booked > 0 && is_bookable(facility)
               ? booking_drawn(simulation, request)
               : NOT_BOOKED;
}

// Share of visits to the institution that can wait and are not forgone after a missed booking.
static inline double booked_who_come(const Simulation *simulation, const Facility *facility) {
    const uint32_t forgone = simulation->today.county[facility->county].forgone;
    return is_bookable(facility) ? 1 - (double)forgone / SHARE_ONE : 1;
}

// Somebody did not turn up: the slot is lost, and the need asks again tomorrow or is left.
void miss(Shard *shard, const Facility *facility, const Request *request, Booking booking);

// A booked request that found no slot chooses again, as seek_again has it, but among hospitals only
// those that have a slot left after this round; 0 if nothing is found. `threshold` is that of the
// round.
int book_elsewhere(const Simulation *simulation, const Threshold *threshold, Request *request);

#endif
