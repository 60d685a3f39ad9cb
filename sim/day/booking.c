// SPDX-License-Identifier: MIT
#include "day/booking.h"

#include "day/seek.h"
#include "day/words.h"

Booking booking_drawn(const Simulation *simulation, const Request *request) {
    if (request->urgent || request->needs_bed || is_visitor(request->person)) return NOT_BOOKED;
    const Facility *facility = &simulation->facilities.row[request->facility];
    const CountyToday *today = &simulation->today.county[facility->county];
    const Draw draw =
        draw_at(simulation->key, request->person, PURPOSE_BOOKING, request->ordinal, request->step);
    const uint32_t word = draw_field(&draw, BOOKING_TURNS_UP);
    return word < today->forgone  ? BOOKED_FORGONE
           : word < today->missed ? BOOKED_MISSED
           : word < today->booked ? BOOKED
                                  : NOT_BOOKED;
}

void miss(Shard *shard, const Facility *facility, const Request *request, Booking booking) {
    int64_t *count = shard->tally->count;
    count[COUNT_MISSED]++;
    shard->tally->missed[facility->county][facility->kind]++;
    if (booking == BOOKED_FORGONE || request->step == MOST_STEPS) {
        count[COUNT_UNMET]++;
        if (request->contact == CONTACT_REFERRAL) count[COUNT_UP_LAPSED]++;
        return;
    }
    Request again = *request;
    again.waited = 0;
    again.step++;
    request_list_add(&shard->tomorrow, &again);
}

// ---- what is shown

static int has_slot(const Simulation *simulation, const Threshold *threshold, uint16_t facility) {
    return threshold[facility].everybody && simulation->facilities.row[facility].slots_left > 0;
}

// The first way of a route with a slot, from one on and around; -1 if there is none.
static int way_with_slot(const Simulation *simulation, const Threshold *threshold,
                         const Route *route, int from) {
    for (int i = 0; i < route->count; i++) {
        const int way = (from + i) % route->count;
        if (has_slot(simulation, threshold, route->way[way].facility)) return way;
    }
    return -1;
}

static const Route *routes_of(const Simulation *simulation, const Request *request) {
    const Resident *resident = &simulation->residents.resident[request->person];
    return simulation->routes.row[choice_row(simulation, resident, request->person)];
}

int book_elsewhere(const Simulation *simulation, const Threshold *threshold, Request *request) {
    const Route *route = routes_of(simulation, request);
    const uint16_t not_at = request->facility;
    unsigned kinds = ALL_KINDS & ~3u;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (BOOKABLE_KINDS >> kind & 1u &&
            way_with_slot(simulation, threshold, &route[kind], 0) < 0)
            kinds &= ~(1u << kind);
    if (!seek_again(simulation, request, kinds, not_at)) return 0;

    const Facility *facility = &simulation->facilities.row[request->facility];
    if (!is_bookable(facility)) return 1;
    const Route *of_kind = &route[facility->kind];
    int way = 0;
    while (of_kind->way[way].facility != request->facility)
        way++;
    way = way_with_slot(simulation, threshold, of_kind, way);
    request_ask(request, of_kind->way[way].facility);
    return 1;
}
