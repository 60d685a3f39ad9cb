// SPDX-License-Identifier: MIT
#include "day/refer.h"

#include "day/booking.h"
#include "day/consult.h"
#include "day/seek.h"
#include "day/trace.h"
#include "day/urgent.h"
#include "day/words.h"

// The kinds to which each kind refers, best first; the first that is in reach is taken.
static Kind kind_above(const Simulation *simulation, const Request *request, unsigned row,
                       const Draw *draw) {
    const Facility *facility = &simulation->facilities.row[request->facility];
    const double tcm = simulation->today.county[facility->county].tcm_referral;
    const Kind here = (Kind)facility->kind;
    const CaseClass class = (CaseClass)disease_class[request->disease];
    const Route *route = simulation->routes.row[row];
    switch (here) {
    case KIND_VILLAGE_CLINIC:
    case KIND_PRIVATE_CLINIC:
        return KIND_TOWNSHIP_CENTRE;
    case KIND_TOWNSHIP_CENTRE:
        if (class == CLASS_MATERNAL && route[KIND_COUNTY_MATERNAL].count > 0)
            return KIND_COUNTY_MATERNAL;
        if (class == CLASS_CHRONIC && route[KIND_COUNTY_TCM].count > 0 &&
            happens(draw, REFER_TCM, tcm))
            return KIND_COUNTY_TCM;
        return KIND_COUNTY_GENERAL;
    case KIND_CITY_HOSPITAL:
        return KIND_OUTSIDE_CITY;
    case KIND_OUTSIDE_CITY:
        return KIND_OUTSIDE_PROVINCE;
    default:
        return KIND_CITY_HOSPITAL;
    }
}

uint16_t one_step_up(const Simulation *simulation, const Request *request, const Draw *draw) {
    if (is_visitor(request->person)) return NO_FACILITY;
    const Resident *resident = &simulation->residents.resident[request->person];
    const unsigned row = choice_row(simulation, resident, request->person);
    const Facility *here = &simulation->facilities.row[request->facility];
    const CountyToday *today = &simulation->today.county[here->county];
    if (!request->urgent && here->lead != NO_LEAD && here->lead != request->facility &&
        draw_field(draw, REFER_YARD) < today->to_lead)
        return here->lead;
    const Route *route = &simulation->routes.row[row][kind_above(simulation, request, row, draw)];
    return route->count > 0 ? route_pick(route, draw_field(draw, REFER_ROUTE)) : NO_FACILITY;
}

// Kinds that stand higher than this one, for those who find their own way.
static unsigned kinds_above(Kind here) {
    const unsigned county = (1u << KIND_COUNTY_GENERAL) | (1u << KIND_COUNTY_TCM) |
                            (1u << KIND_COUNTY_MATERNAL) | (1u << KIND_PRIVATE_HOSPITAL);
    const unsigned top =
        (1u << KIND_CITY_HOSPITAL) | (1u << KIND_OUTSIDE_CITY) | (1u << KIND_OUTSIDE_PROVINCE);
    const unsigned township = 1u << KIND_TOWNSHIP_CENTRE;
    return here <= KIND_PRIVATE_CLINIC    ? township | county | top
           : here == KIND_TOWNSHIP_CENTRE ? county | top
           : here < KIND_CITY_HOSPITAL    ? top
                                          : top & ~((2u << here) - 1u);
}

// Whether the primary site that refers holds a slot of tomorrow for this case.
static int has_kept_slot(const Simulation *simulation, const Facility *here, const Request *request,
                         const Draw *draw) {
    return (here->kind == KIND_VILLAGE_CLINIC || here->kind == KIND_TOWNSHIP_CENTRE) &&
           draw_field(draw, REFER_KEPT) < simulation->today.county[here->county].kept_slot &&
           is_bookable(&simulation->facilities.row[request->facility]);
}

static void put(const Simulation *simulation, Shard *shard, const Facility *here,
                const Request *request, const Draw *draw) {
    const double delay = simulation->city->parameters.care.referral_delay_days;
    if (request->urgent)
        request_list_add(&shard->next_round, request);
    else if (request->referred && delay >= 1 && !has_kept_slot(simulation, here, request, draw))
        agenda_add(&shard->agenda, simulation->today.day + (uint32_t)delay, request);
    else
        request_list_add(&shard->tomorrow, request);
}

// How an urgent case leaves a primary institution that cannot settle it.
typedef enum Leaving { THE_USUAL_WAY, THROUGH_CHANNEL, BY_TRACING } Leaving;

static Leaving leaving_of(const Simulation *simulation, const Request *request, const Draw *draw) {
    const Facility *here = &simulation->facilities.row[request->facility];
    if (!request->urgent || here->kind > KIND_TOWNSHIP_CENTRE || is_visitor(request->person))
        return THE_USUAL_WAY;
    const CountyToday *today = &simulation->today.county[here->county];
    if (draw_field(draw, REFER_CHANNEL) < today->channelled) return THROUGH_CHANNEL;
    return request->disease == DISEASE_HEART && here->kind != KIND_PRIVATE_CLINIC &&
                   draw_field(draw, REFER_TRACED) < today->heart_straight
               ? BY_TRACING
               : THE_USUAL_WAY;
}

// The general hospital to which it goes straight, where a team waits; NO_FACILITY on the usual way.
static uint16_t straight_to(const Simulation *simulation, const Request *request, Leaving leaving,
                            const Draw *draw) {
    if (leaving == THE_USUAL_WAY) return NO_FACILITY;
    const Resident *resident = &simulation->residents.resident[request->person];
    const unsigned row = choice_row(simulation, resident, request->person);
    const Route *route = &simulation->routes.row[row][KIND_COUNTY_GENERAL];
    return route->count > 0 ? route_pick(route, draw_field(draw, REFER_ROUTE)) : NO_FACILITY;
}

// The way is counted from home, which the first institution is near; in whole minutes.
static void count_transfer(const Simulation *simulation, int64_t *count, const Request *next,
                           Leaving leaving, unsigned county) {
    if (!next->urgent) return;
    const Resident *resident = &simulation->residents.resident[next->person];
    const unsigned row = choice_row(simulation, resident, next->person);
    const Kind there = (Kind)simulation->facilities.row[next->facility].kind;
    const CountyToday *today = &simulation->today.county[county];
    const double delay = leaving == THROUGH_CHANNEL ? today->transfer_minutes
                         : leaving == BY_TRACING
                             ? today->heart_minutes
                             : simulation->city->parameters.care.transfer_delay_minutes;
    count[COUNT_TRANSFERS]++;
    const int64_t minutes = (int64_t)(simulation->routes.row[row][there].minutes + delay + 0.5);
    count[COUNT_TRANSFER_MINUTES] += minutes;
    urgent_goes_on(simulation, next->person, minutes);
}

void refer(const Simulation *simulation, Shard *shard, const Request *request) {
    const Care *care = &simulation->city->parameters.care;
    const Facility *here = &simulation->facilities.row[request->facility];
    const Draw draw =
        draw_at(simulation->key, request->person, PURPOSE_REFER, request->ordinal, request->step);
    int64_t *count = shard->tally->count;

    Request next = *request;
    next.waited = 0;
    if (next.step < MOST_STEPS) next.step++;
    const Leaving leaving = leaving_of(simulation, request, &draw);
    const uint16_t straight = straight_to(simulation, request, leaving, &draw);
    const uint16_t above =
        straight != NO_FACILITY ? straight : one_step_up(simulation, request, &draw);
    if (straight != NO_FACILITY ||
        (above != NO_FACILITY &&
         (draw_field(&draw, REFER_FORMAL) <
              formal_referral_of(&simulation->today.county[here->county],
                                 disease_class[request->disease]) ||
          is_consulted(simulation, request) || is_alarmed(simulation, request)))) {
        request_ask(&next, above);
        next.referred = 1;
        next.contact = CONTACT_REFERRAL;
        if (!next.urgent) next.key = request_with_priority(next.key, PRIORITY_REFERRED);
        count[COUNT_UP_SENT]++;
        count_transfer(simulation, count, &next, straight != NO_FACILITY ? leaving : THE_USUAL_WAY,
                       here->county);
        put(simulation, shard, here, &next, &draw);
        return;
    }

    next.referred = 0;
    next.contact = CONTACT_OWN_WAY;
    const int gives_up = !next.urgent && happens(&draw, REFER_GIVES_UP, care->gives_up_share);
    if (gives_up || above == NO_FACILITY ||
        !seek_again(simulation, &next, kinds_above((Kind)here->kind), request->facility)) {
        count[COUNT_GAVE_UP]++;
        return;
    }
    count[COUNT_OWN_WAY]++;
    count_transfer(simulation, count, &next, THE_USUAL_WAY, here->county);
    put(simulation, shard, here, &next, &draw);
}
