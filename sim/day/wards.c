// SPDX-License-Identifier: MIT
#include "day/wards.h"

#include "day/contracts.h"
#include "day/load.h"
#include "day/stay.h"

enum { WARDS_A_TURN = 8, COMERS_AHEAD = 8 }; // memory is asked early for so many

static int person_is_alive(const Simulation *simulation, const Request *request) {
    return is_visitor(request->person) || simulation->residents.resident[request->person].alive;
}

// At one in one the ward's own beds answer; at one in n the law of the ward of true size.
static WardAnswer answer(const Simulation *simulation, uint32_t facility, const Request *request,
                         unsigned waited) {
    if (simulation->load && simulation->facilities.row[facility].open_beds != UNLIMITED)
        return load_answer(simulation, facility, request, waited);
    return ward_answer(&simulation->ward[facility], request->urgent, waited,
                       simulation->city->parameters.care.bed_wait_limit_days);
}

static void give_bed(Simulation *simulation, uint32_t facility, const Request *request,
                     unsigned waited) {
    Ward *ward = &simulation->ward[facility];
    const Stay stay = planned_stay(simulation, request);
    ward_take(ward, &stay);
    ward_tell(ward, STAY_BEGAN, &stay, waited);
    Facility *row = &simulation->facilities.row[facility];
    row->beds_given++;
    row->bed_wait_days += waited;
    if (simulation->load)
        load_count_stay(simulation, facility, &stay,
                        mean_stay_days(simulation, (Disease)request->disease, (Kind)row->kind) *
                            answer_of(simulation, facility)->days);
}

static void send_on(Simulation *simulation, uint32_t facility, const Request *request,
                    unsigned waited) {
    ward_tell(&simulation->ward[facility], SENT_ON, &(Stay){.request = *request}, waited);
    simulation->facilities.row[facility].sent_on++;
    if (simulation->load) load_count_sent_on(simulation, facility);
}

static void admit_from_queue(Simulation *simulation, uint32_t facility) {
    Ward *ward = &simulation->ward[facility];
    const uint16_t today = (uint16_t)simulation->today.day;
    for (uint32_t i = 0; i < ward->waiting_count;) {
        const Waiting *who = &ward->waiting[i];
        const unsigned waited = (unsigned)(today - who->since_day);
        if (!person_is_alive(simulation, &who->request)) {
            const Stay none = {.request = ward_leave_queue(ward, i).request};
            ward_tell(ward, WAITED_IN_VAIN, &none, waited);
            continue;
        }
        switch (answer(simulation, facility, &who->request, waited)) {
        case BED_NOW: {
            const Request request = ward_leave_queue(ward, i).request;
            give_bed(simulation, facility, &request, waited);
            break;
        }
        case BED_ELSEWHERE: {
            const Request request = ward_leave_queue(ward, i).request;
            send_on(simulation, facility, &request, waited);
            break;
        }
        case BED_LATER:
            i++;
            break;
        }
    }
}

static void ask_memory_for(const Simulation *simulation, const Request *request) {
    if (is_visitor(request->person)) return;
    __builtin_prefetch(&simulation->residents.resident[request->person]);
}

static void admit_comers(Simulation *simulation, uint32_t facility) {
    Ward *ward = &simulation->ward[facility];
    const uint16_t today = (uint16_t)simulation->today.day;
    const int never_full = simulation->facilities.row[facility].open_beds == UNLIMITED;
    for (uint32_t s = 0; s < simulation->shards; s++) {
        const Shard *shard = &simulation->shard[s];
        for (uint32_t i = shard->bed_offset[facility]; i < shard->bed_offset[facility + 1]; i++) {
            const Request *request = &shard->beds_sorted.row[i];
            if (i + COMERS_AHEAD < shard->beds_sorted.count)
                ask_memory_for(simulation, request + COMERS_AHEAD);
            if (simulation->load && !never_full) load_count_request(simulation, facility, request);
            if (never_full) {
                const Stay stay = planned_stay(simulation, request);
                ward_take(ward, &stay);
                ward_tell(ward, STAY_BEGAN, &stay, 0);
            } else if (!ward_queue(ward, request, today)) {
                send_on(simulation, facility, request, 0);
            }
        }
    }
    admit_from_queue(simulation, facility);
}

// What is whole at true size, as an even series of n-ths: so much of it today.
static uint64_t part_of_today(const Simulation *simulation, uint32_t whole) {
    const uint64_t day = simulation->today.day, scale = simulation->residents.scale;
    return whole * (day + 1) / scale - whole * day / scale;
}

static void count_occupancy(Simulation *simulation, uint32_t index) {
    Facility *facility = &simulation->facilities.row[index];
    const Ward *ward = &simulation->ward[index];
    if (facility->open_beds == UNLIMITED) return;
    const uint32_t open = facility->open_beds;
    const uint32_t free_beds = ward->occupied < open ? open - ward->occupied : 0;
    facility->occupied_days += ward->occupied;
    facility->open_days += part_of_today(simulation, open);
    if (simulation->load)
        facility->free_share = (uint8_t)(load_free_share(simulation, index) * 255);
    else
        facility->free_share = (uint8_t)((open ? free_beds * 255u / open : 0u) & 255u);
}

static void tell_county(Shard *shard, const WardEvent *event) {
    WardEvent *row =
        room_grow(shard->event, &shard->event_capacity, shard->event_count + 1ull, sizeof *row);
    if (!row) {
        shard->events_lost++;
        return;
    }
    shard->event = row;
    shard->event[shard->event_count++] = *event;
}

static void hand_over(Simulation *simulation) {
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        Ward *ward = &simulation->ward[f];
        for (uint32_t i = 0; i < ward->event_count; i++) {
            const uint32_t person = ward->event[i].stay.request.person;
            const unsigned county =
                is_visitor(person)
                    ? simulation->shards - 1
                    : simulation->city->townships[resident_township(&simulation->residents, person)]
                          .county;
            tell_county(&simulation->shard[county], &ward->event[i]);
        }
        ward->event_count = 0;
    }
}

static void run_some_wards(void *context, uint32_t turn, int thread) {
    (void)thread;
    Simulation *simulation = context;
    const uint32_t first = turn * WARDS_A_TURN, all = simulation->facilities.count;
    for (uint32_t f = first; f < all && f < first + WARDS_A_TURN; f++) {
        if (!simulation->facilities.row[f].has_beds) continue;
        ward_discharge(&simulation->ward[f], (uint16_t)simulation->today.day);
        admit_comers(simulation, f);
        count_occupancy(simulation, f);
    }
}

void run_wards(Simulation *simulation) {
    const uint32_t turns = (simulation->facilities.count + WARDS_A_TURN - 1) / WARDS_A_TURN;
    team_share(simulation->team, turns, run_some_wards, simulation);
    hand_over(simulation);
}

// Counties bury their dead side by side: each writes to stays of its own people alone.
void give_up_bed(Simulation *simulation, uint32_t person) {
    Ward *ward = &simulation->ward[simulation->residents.resident[person].bed];
    for (uint32_t i = 0; i < ward->occupied; i++) {
        Stay *stay = &ward->stay[i];
        if (stay->request.person != person) continue;
        stay->discharge_day = (uint16_t)simulation->today.day;
        stay->end = STAY_ENDS_DEAD;
        return;
    }
}
