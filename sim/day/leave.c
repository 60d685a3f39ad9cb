// SPDX-License-Identifier: MIT
#include "day/leave.h"

#include "base/curves.h"
#include "day/admit.h"
#include "day/contracts.h"
#include "day/pay.h"
#include "day/seek.h"

enum { MOST_DIVERSIONS = 3 };

// Absent insured are seen where they live, outside the books: for them that is where the bed is.
static void count_way_to_bed(const Simulation *simulation, Tally *tally, const Request *request) {
    const Resident *resident = &simulation->residents.resident[request->person];
    const unsigned township = resident_township(&simulation->residents, request->person);
    const unsigned bed = simulation->facilities.row[request->facility].kind;
    const int away = choice_row(simulation, resident, request->person) != township;
    const unsigned seen = away || resident->last_kind <= KIND_PHARMACY ? bed : resident->last_kind;
    const Home home = resident->absent                              ? HOME_ELSEWHERE
                      : simulation->city->townships[township].urban ? HOME_TOWN
                                                                    : HOME_COUNTRY;
    tally->way_to_bed[home][seen][bed]++;
}

// Whoever lay in a bed up to this many days ago is back in one: for whatever need, wherever it is.
enum { DAYS_OF_READMISSION = 30 };

static int is_readmitted(const Simulation *simulation, const Resident *resident) {
    return resident->discharge_day > 0 &&
           simulation->today.day - resident->discharge_day <= DAYS_OF_READMISSION;
}

static void begin_stay(Simulation *simulation, Shard *shard, const WardEvent *event) {
    const Request *request = &event->stay.request;
    int64_t *count = shard->tally->count;
    count[COUNT_BED_WAIT_DAYS] += event->waited_days;
    if (request->contact == CONTACT_REFERRAL) count[COUNT_UP_ARRIVED]++;
    if (event->stay.moved_down) count[COUNT_DOWN_ARRIVED]++;
    if (is_visitor(request->person)) return;
    Resident *resident = &simulation->residents.resident[request->person];
    resident->bed = request->facility;
    if (event->stay.moved_down) return;
    if (request->contact == CONTACT_BILLED_AGAIN) {
        count[COUNT_READMISSIONS]++;
        return;
    }
    count_way_to_bed(simulation, shard->tally, request);
    if (is_readmitted(simulation, resident)) count[COUNT_READMISSIONS]++;
}

// Readmission rises with the share of the stay that was cut off.
static double readmission_probability(const Simulation *simulation, double cut_share) {
    const Demand *demand = &simulation->city->parameters.demand;
    const double share = demand->readmission_share;
    if (cut_share <= 0 || share <= 0 || share >= 1) return share;
    return curve_logistic(curve_logit(share) + demand->readmission_short_stay_slope * cut_share);
}

static int comes_back(const Simulation *simulation, const Request *request, double cut_share,
                      uint32_t *days) {
    const Draw draw = draw_at(simulation->key, request->person, PURPOSE_STAY, request->ordinal,
                              1 + request->step);
    const double last = simulation->city->parameters.demand.readmission_days;
    *days = 1 + (draw.word[1] >> 16) * (uint32_t)(last + 0.5) / 65536u;
    return draw_unit(draw.word[0]) < readmission_probability(simulation, cut_share) &&
           request->step < MOST_STEPS - 2;
}

static void go_home(Simulation *simulation, Shard *shard, const Request *discharged,
                    double cut_share) {
    uint32_t days;
    if (!is_visitor(discharged->person)) {
        simulation->residents.resident[discharged->person].discharge_day =
            (uint16_t)simulation->today.day;
        shard->tally->count[COUNT_WENT_HOME]++;
    }
    if (is_visitor(discharged->person) || !comes_back(simulation, discharged, cut_share, &days)) {
        shard->tally->count[COUNT_DISCHARGED]++;
        return;
    }
    Request request = *discharged;
    request.step++;
    request.contact = CONTACT_READMISSION;
    request.needs_bed = 1;
    request.waited = 0;
    request.referred = 0;
    agenda_add(&shard->agenda, simulation->today.day + days, &request);
}

// A move down that finds no bed: home too early.
static void lapse_down(Simulation *simulation, Shard *shard, const Request *request) {
    shard->tally->count[COUNT_DOWN_LAPSED]++;
    simulation->residents.resident[request->person].bed = NO_BED;
    go_home(simulation, shard, request, simulation->city->parameters.care.down_referral_stay_share);
}

static void move_down(Simulation *simulation, Shard *shard, const Stay *stay) {
    Request request = stay->request;
    const unsigned township = resident_township(&simulation->residents, request.person);
    const Route *route = &simulation->routes.row[township][KIND_TOWNSHIP_CENTRE];
    shard->tally->count[COUNT_DOWN_SENT]++;
    request.contact = CONTACT_MOVED_DOWN;
    request.urgent = 0;
    request.referred = 1;
    request.waited = 0;
    if (route->count) request_ask(&request, route->way[0].facility);
    if (!simulation->facilities.row[request.facility].has_beds) {
        lapse_down(simulation, shard, &request);
        return;
    }
    simulation->residents.resident[request.person].bed = WAITING_FOR_BED;
    request_list_add(&shard->beds, &request);
}

// Billed as two: the patient never leaves, but stands in line for the bed again.
static void bill_again(Simulation *simulation, Shard *shard, const Stay *stay) {
    Request request = stay->request;
    Resident *resident = &simulation->residents.resident[request.person];
    shard->tally->count[COUNT_SPLIT]++;
    shard->tally->count[COUNT_WENT_HOME]++;
    resident->discharge_day = (uint16_t)simulation->today.day;
    resident->bed = WAITING_FOR_BED;
    request.contact = CONTACT_BILLED_AGAIN;
    request.waited = 0;
    request_list_add(&shard->beds, &request);
}

// Of a stay cut short by the way it is paid, the part cut off.
static double cut_by_payment(const Simulation *simulation, const Request *request) {
    const double days = answer_of(simulation, request->facility)->days;
    return days < 1 ? 1 - days : 0;
}

static void die_in_bed(Simulation *simulation, Shard *shard, Resident *resident, uint32_t person) {
    shard->tally->count[COUNT_DIED_OPEN]++;
    if (!resident->alive) return; // the day of the death had come before the ward's
    resident->alive = 0;
    simulation->residents.due_day[person] = NEVER;
    shard->vital.deaths++;
    shard->vital.absent_deaths += resident->absent;
    shard->tally->count[COUNT_DIED_IN_BED]++;
}

static void end_stay(Simulation *simulation, Shard *shard, const Stay *stay) {
    const uint32_t person = stay->request.person;
    pay_for_stay(simulation, shard, stay);
    if (is_visitor(person)) {
        go_home(simulation, shard, &stay->request, 0);
        return;
    }
    Resident *resident = &simulation->residents.resident[person];
    resident->bed = NO_BED;
    if (stay->end == STAY_ENDS_DEAD || !resident->alive)
        die_in_bed(simulation, shard, resident, person);
    else if (stay->end == STAY_ENDS_DOWN)
        move_down(simulation, shard, stay);
    else if (stay->end == STAY_ENDS_SPLIT)
        bill_again(simulation, shard, stay);
    else
        go_home(simulation, shard, &stay->request, cut_by_payment(simulation, &stay->request));
}

// Nobody kept a bed: the next choice, at most three times.
static void look_further(Simulation *simulation, Shard *shard, const Request *sent) {
    int64_t *count = shard->tally->count;
    Request request = *sent;
    Resident *resident =
        is_visitor(request.person) ? NULL : &simulation->residents.resident[request.person];
    if (request.contact == CONTACT_MOVED_DOWN) {
        lapse_down(simulation, shard, &request);
        return;
    }
    if (request.contact == CONTACT_BILLED_AGAIN) { // no bed for the rest: home after all
        resident->bed = NO_BED;
        go_home(simulation, shard, &request, SPLIT_SHARE);
        return;
    }
    count[COUNT_DIVERTED]++;
    request.step++;
    const Draw draw =
        draw_at(simulation->key, request.person, PURPOSE_ADMIT, request.ordinal, request.step);
    if (resident && request.waited < MOST_DIVERSIONS && request.step < MOST_STEPS &&
        choose_bed(simulation, &request, &draw, sent->facility)) {
        request.waited++;
        request_list_add(&shard->beds, &request);
        return;
    }
    count[COUNT_NO_BED]++;
    if (request.contact == CONTACT_REFERRAL) count[COUNT_UP_LAPSED]++;
    if (resident) resident->bed = NO_BED;
}

static void waited_in_vain(Simulation *simulation, Shard *shard, const Request *request) {
    shard->tally->count[COUNT_DIED_OPEN]++;
    if (request->contact == CONTACT_REFERRAL) shard->tally->count[COUNT_UP_LAPSED]++;
    if (request->contact == CONTACT_MOVED_DOWN) shard->tally->count[COUNT_DOWN_LAPSED]++;
    simulation->residents.resident[request->person].bed = NO_BED;
}

enum { EVENTS_AHEAD = 8 }; // for which memory is asked early

static void ask_memory_for(const Simulation *simulation, const Shard *shard,
                           const WardEvent *event) {
    const uint32_t person = event->stay.request.person;
    if (is_visitor(person)) return;
    __builtin_prefetch(&simulation->residents.resident[person], 1);
    if (event->news == STAY_ENDED) stay_account_ahead(&shard->stays, person);
}

void receive_from_wards(Simulation *simulation, Shard *shard) {
    for (uint32_t i = 0; i < shard->event_count; i++) {
        const WardEvent *event = &shard->event[i];
        if (i + EVENTS_AHEAD < shard->event_count)
            ask_memory_for(simulation, shard, event + EVENTS_AHEAD);
        switch ((WardNews)event->news) {
        case STAY_BEGAN:
            begin_stay(simulation, shard, event);
            break;
        case STAY_ENDED:
            end_stay(simulation, shard, &event->stay);
            break;
        case SENT_ON:
            look_further(simulation, shard, &event->stay.request);
            break;
        case WAITED_IN_VAIN:
            waited_in_vain(simulation, shard, &event->stay.request);
            break;
        }
    }
    shard->event_count = 0;
}
