// SPDX-License-Identifier: MIT
#include "day/serve.h"

#include "base/clones.h"
#include "day/admit.h"
#include "day/booking.h"
#include "day/consult.h"
#include "day/contracts.h"
#include "day/pay.h"
#include "day/refer.h"
#include "day/seek.h"
#include "day/trace.h"
#include "day/urgent.h"
#include "day/words.h"

enum { VISITS_AT_ONCE = TILL_ROOM, REQUESTS_AHEAD = 12 };

static int gets_slot(const Threshold *threshold, const Request *request) {
    if (threshold->everybody) return 1;
    if (threshold->nobody) return 0;
    const Request last = {
        .key = threshold->key, .person = threshold->person, .ordinal = threshold->ordinal};
    return !request_before(&last, request);
}

// ---- those who were turned away

static void wait_or_give_up(const Simulation *simulation, Shard *shard, Request *request) {
    int64_t *count = shard->tally->count;
    if (request->waited < simulation->city->parameters.care.visit_wait_limit_days) {
        request->waited++;
        count[COUNT_WAIT_DAYS]++;
        request_list_add(&shard->tomorrow, request);
        return;
    }
    count[COUNT_UNMET]++;
    if (request->contact == CONTACT_REFERRAL) count[COUNT_UP_LAPSED]++;
}

// `threshold` is that of all institutions.
static void turn_away(const Simulation *simulation, Shard *shard, const Threshold *threshold,
                      const Request *refused, int round) {
    shard->tally->count[COUNT_REFUSED]++;
    Request request = *refused;
    const Facility *here = &simulation->facilities.row[refused->facility];
    const int keeps_appointment = request.referred || is_visitor(request.person);
    if (round + 1 < ROUNDS_A_DAY && !keeps_appointment &&
        (booking_of(simulation, here, refused) != NOT_BOOKED
             ? book_elsewhere(simulation, threshold, &request)
             : seek_again(simulation, &request, ALL_KINDS & ~3u, refused->facility)))
        request_list_add(&shard->next_round, &request);
    else
        wait_or_give_up(simulation, shard, &request);
}

// ---- those who were seen

// What one visit needs to know while it lasts.
typedef struct Visit {
    const Request *request;
    const Facility *facility;
    Resident *resident; // NULL for a visitor
    const Draw *draw;
    unsigned age; // of a resident
} Visit;

static int settles(const Simulation *simulation, const Visit *visit) {
    const Request *request = visit->request;
    if (request->contact == CONTACT_FOLLOWUP || visit->facility->kind == KIND_OUTSIDE_PROVINCE)
        return 1;
    const int margin =
        visit->facility->capability[disease_class[request->disease]] - request->complexity + 255;
    return draw_field(visit->draw, SERVE_SETTLES) < simulation->tables.settles[margin];
}

// A share in 1/65536 with so much added to its log odds, to first order: p + p (1 - p) d, d in
// 1/ANSWER_ONE.
static uint32_t threshold_moved(uint32_t threshold, int32_t admission) {
    const int64_t spread = (int64_t)threshold * (65536 - threshold) / 65536;
    const int64_t moved = threshold + spread * admission / ANSWER_ONE;
    return (uint32_t)(moved < 0 ? 0 : moved > 65536 ? 65536 : moved);
}

int calls_for_bed(const Simulation *simulation, const Request *request, unsigned age,
                  unsigned free_share) {
    if (request->needs_bed) return 1;
    if (request->contact == CONTACT_FOLLOWUP || request->contact == CONTACT_ROUTINE ||
        request->contact == CONTACT_SCREENED || request->contact == CONTACT_VISITOR)
        return 0;

    const unsigned free_class = free_share * FREE_SHARES / 256u,
                   complexity = request->complexity / 8u;
    const unsigned third = (unsigned)((age >= 15) + (age >= 65));
    const DayTables *tables = &simulation->tables;
    const uint16_t threshold =
        request->flare ? tables->admits_flare[request->disease][complexity][free_class]
                       : tables->admits[request->disease][third][complexity][free_class];
    const int32_t admission = answer_of(simulation, request->facility)->admission;
    const uint32_t moved = admission ? threshold_moved(threshold, admission) : threshold;
    return request_admission_word(request) < moved;
}

// Later visits of an episode go back to the same place, if the model's share says so.
static void plan_followup(const Simulation *simulation, Shard *shard, const Visit *visit,
                          Contact contact) {
    Request request = *visit->request;
    const uint32_t days = simulation->tables.followup_days[request.disease];
    const unsigned contract = visit->resident ? visit->resident->contract : 0;
    request.contact = (uint8_t)contact & 15u;
    request.waited = 0;
    request.urgent = 0;
    request.referred = 0;
    request.key = request_with_priority(request.key, contract ? PRIORITY_CONTRACT : PRIORITY_PLAIN);
    if (contact == CONTACT_STILL_ILL) {
        if (!seek_again(simulation, &request, ALL_KINDS & ~3u, NO_FACILITY)) {
            shard->tally->count[COUNT_SETTLED]++;
            return;
        }
    } else if (request.step < MOST_STEPS) {
        request.step++;
    }
    agenda_add(&shard->agenda, simulation->today.day + days, &request);
}

static void follow_up(const Simulation *simulation, Shard *shard, const Visit *visit) {
    const Request *request = visit->request;
    const double still_ill = simulation->city->parameters.demand.still_ill_share;
    const int routine = request->contact == CONTACT_ROUTINE || request->contact == CONTACT_SCREENED;
    const int again = request->step < MOST_STEPS - 2 && visit->resident != NULL && !routine;
    if (again &&
        draw_field(visit->draw, SERVE_FOLLOWUP) < simulation->tables.followup[request->disease])
        plan_followup(simulation, shard, visit, CONTACT_FOLLOWUP);
    else if (again && request->contact != CONTACT_FOLLOWUP &&
             happens(visit->draw, SERVE_STILL_ILL, still_ill))
        plan_followup(simulation, shard, visit, CONTACT_STILL_ILL);
    else
        shard->tally->count[COUNT_SETTLED]++;
}

static void see(Simulation *simulation, Shard *shard, Till *till, const Request *request,
                const Draw *draw) {
    const int visitor = is_visitor(request->person);
    Visit visit = {.request = request, .facility = till->facility, .draw = draw};
    if (!visitor) {
        visit.resident = &simulation->residents.resident[request->person];
        visit.age = (unsigned)resident_age(visit.resident, simulation->today.first_of_year);
    }
    if (request->contact == CONTACT_REFERRAL) shard->tally->count[COUNT_UP_ARRIVED]++;
    pay_for_visit(simulation, shard, till, request, draw, visit.age);
    if (visit.resident) visit.resident->last_kind = visit.facility->kind & 15u;
    trace(simulation, shard, request);

    if (calls_for_bed(simulation, request, visit.age, visit.facility->free_share)) {
        urgent_ends(simulation, shard, request);
        ask_for_bed(simulation, shard, request);
    } else if (!is_alarmed(simulation, request) &&
               (settles(simulation, &visit) ||
                consultation_settles(simulation, shard, request,
                                     draw_field(draw, SERVE_SETTLES)))) {
        urgent_ends(simulation, shard, request);
        follow_up(simulation, shard, &visit);
    } else
        refer(simulation, shard, request);
}

// ---- the round

// Some requests with the words of their visits side by side.
typedef struct Visits {
    uint32_t person[VISITS_AT_ONCE], ordinal[VISITS_AT_ONCE], step[VISITS_AT_ONCE];
    uint32_t word[4][VISITS_AT_ONCE];
} Visits;

// There is at least one request.
static void draw_words(const Simulation *simulation, Visits *visits, const Request *request,
                       uint32_t count) {
    uint32_t i = 0;
    do {
        visits->person[i] = request[i].person;
        visits->ordinal[i] = request[i].ordinal;
        visits->step[i] = request[i].step;
    } while (++i < count);
    draw_batch(simulation->key, PURPOSE_SERVE, count, visits->person, visits->ordinal, visits->step,
               visits->word[0], visits->word[1], visits->word[2], visits->word[3]);
}

static void ask_memory_for(const Simulation *simulation, const Request *request) {
    if (!is_visitor(request->person))
        __builtin_prefetch(&simulation->residents.resident[request->person], 1);
}

// Some of those who ask one institution; memory is asked for those who come next, in this county's
// list of `left`. `threshold` is that of all institutions.
HOT_PATH
static void serve_some(Simulation *simulation, Shard *shard, Till *till, const Threshold *threshold,
                       int round, const Request *request, uint32_t count, uint32_t left) {
    Visits visits;
    draw_words(simulation, &visits, request, count);
    for (uint32_t i = 0; i < count; i++) {
        if (i + REQUESTS_AHEAD < left) ask_memory_for(simulation, &request[i + REQUESTS_AHEAD]);
        const Draw draw = {
            {visits.word[0][i], visits.word[1][i], visits.word[2][i], visits.word[3][i]}};
        if (!gets_slot(&threshold[request[i].facility], &request[i])) {
            turn_away(simulation, shard, threshold, &request[i], round);
            continue;
        }
        const Booking booking = booking_of(simulation, till->facility, &request[i]);
        shard->tally->count[COUNT_BOOKED] += booking != NOT_BOOKED;
        if (booking >= BOOKED_MISSED)
            miss(shard, till->facility, &request[i], booking);
        else
            see(simulation, shard, till, &request[i], &draw);
    }
    till_count(till, shard->tally);
}

static void serve_institution(Simulation *simulation, Shard *shard, const Threshold *threshold,
                              int round, uint32_t facility) {
    const RequestList *sorted = &shard->sorted;
    const uint32_t last = shard->offset[facility + 1];
    uint32_t i = shard->offset[facility];
    Till till;
    till_open(&till, simulation, (uint16_t)facility);
    while (i < last) {
        const uint32_t count = last - i < VISITS_AT_ONCE ? last - i : VISITS_AT_ONCE;
        serve_some(simulation, shard, &till, threshold, round, &sorted->row[i], count,
                   sorted->count - i);
        i += count;
    }
    till_close(simulation, &till, shard);
}

void serve_round(Simulation *simulation, Shard *shard, const Threshold *threshold, int round) {
    shard->next_round.count = 0;
    const RequestList *sorted = &shard->sorted;
    for (uint32_t i = 0; i < sorted->count; i = shard->offset[sorted->row[i].facility + 1])
        serve_institution(simulation, shard, threshold, round, sorted->row[i].facility);
    const RequestList served = shard->today;
    shard->today = shard->next_round;
    shard->next_round = served;
}
