// SPDX-License-Identifier: MIT
#include "laws/twin.h"

#include "day/contracts.h"

#include <stdlib.h>

enum { ROUNDS = 3 };

// ---- slots

// Urgent first, then referred, contracted and others; among them by the need's own number.
static int compare_asks(const void *a, const void *b) {
    const Ask *first = a, *second = b;
    if (first->priority != second->priority) return first->priority < second->priority ? -1 : 1;
    if (first->random != second->random) return first->random < second->random ? -1 : 1;
    if (first->person != second->person) return first->person < second->person ? -1 : 1;
    return first->ordinal < second->ordinal ? -1 : first->ordinal > second->ordinal;
}

// Sorts all who ask one institution; the first `slots` of them are served. Returns the last of
// them.
static Ask last_served(const Twin *twin, uint32_t facility, uint32_t slots) {
    Asks all = {0};
    for (uint32_t i = 0; i < twin->today.count; i++)
        if (twin->today.row[i].facility == facility) asks_add(&all, &twin->today.row[i]);
    qsort(all.row, all.count, sizeof *all.row, compare_asks);
    const Ask last = all.row[slots - 1];
    free(all.row);
    return last;
}

// ---- those who were turned away

static void wait_or_give_up(Twin *twin, Ask *ask) {
    int64_t *count = twin_count(twin, ask->person);
    if (ask->waited < twin->world.city->parameters.care.visit_wait_limit_days) {
        ask->waited++;
        count[COUNT_WAIT_DAYS]++;
        asks_add(&twin->tomorrow, ask);
        return;
    }
    count[COUNT_UNMET]++;
    if (ask->contact == CONTACT_REFERRAL) count[COUNT_UP_LAPSED]++;
}

// What is shown before anybody is seen in a round: where a slot is left when all are.
static void show_slots(Twin *twin) {
    for (uint32_t f = 0; f < twin->world.facilities.count; f++) {
        uint32_t asked = 0;
        for (uint32_t i = 0; i < twin->today.count; i++)
            asked += twin->today.row[i].facility == f;
        twin->has_slot[f] = asked < twin->world.facilities.row[f].slots_left;
    }
}

static int can_be_booked(const Twin *twin, const Ask *ask) {
    const Kind kind = (Kind)twin_facility(twin, ask)->kind;
    const int hospital = kind == KIND_COUNTY_GENERAL || kind == KIND_COUNTY_TCM ||
                         kind == KIND_COUNTY_MATERNAL || kind == KIND_CITY_HOSPITAL;
    return hospital && !ask->urgent && !ask->needs_bed && !is_visitor(ask->person);
}

static uint32_t booking_word(const Twin *twin, const Ask *ask) {
    return draw_at(twin->world.key, ask->person, PURPOSE_BOOKING, ask->ordinal, ask->step).word[0] &
           TWIN_BITS;
}

static const CountyToday *county_here(const Twin *twin, const Ask *ask) {
    return &twin->world.today.county[twin_facility(twin, ask)->county];
}

static int is_booked(const Twin *twin, const Ask *ask) {
    return can_be_booked(twin, ask) && booking_word(twin, ask) < county_here(twin, ask)->booked;
}

// A booked patient is shown which hospitals have a slot left, and passes over the others.
static int goes_where_free(const Twin *twin, Ask *ask) {
    unsigned full = 0;
    for (int kind = KIND_COUNTY_GENERAL; kind <= KIND_CITY_HOSPITAL; kind++) {
        if (kind == KIND_PRIVATE_HOSPITAL) continue;
        const Route *route = twin_route(twin, ask, (Kind)kind);
        int free = 0;
        for (int i = 0; i < route->count; i++)
            free += twin->has_slot[route->way[i].facility];
        if (free == 0) full |= 1u << kind;
    }
    if (!twin_seek_again(twin, ask, ANY_CARE & ~full, ask->facility)) return 0;
    if (!can_be_booked(twin, ask)) return 1;
    const Route *route = twin_route(twin, ask, (Kind)twin_facility(twin, ask)->kind);
    while (!twin->has_slot[ask->facility]) {
        int here = 0;
        while (route->way[here].facility != ask->facility)
            here++;
        ask->facility = route->way[(here + 1) % route->count].facility;
    }
    return 1;
}

// Who stays away takes up a slot all the same: 1 if so.
static int stays_away(Twin *twin, const Ask *booked) {
    const CountyToday *today = county_here(twin, booked);
    int64_t *count = twin_count(twin, booked->person);
    if (!can_be_booked(twin, booked) || booking_word(twin, booked) >= today->booked) return 0;
    count[COUNT_BOOKED]++;
    if (booking_word(twin, booked) >= today->missed) return 0;
    const Facility *facility = twin_facility(twin, booked);
    count[COUNT_MISSED]++;
    twin->tally[twin_county(twin, booked->person)].missed[facility->county][facility->kind]++;
    if (booking_word(twin, booked) < today->forgone || booked->step == MOST_STEPS) {
        count[COUNT_UNMET]++;
        count[COUNT_UP_LAPSED] += booked->contact == CONTACT_REFERRAL;
        return 1;
    }
    Ask ask = *booked;
    ask.waited = 0;
    twin_step(&ask);
    asks_add(&twin->tomorrow, &ask);
    return 1;
}

static void turn_away(Twin *twin, const Ask *refused, int round) {
    Ask ask = *refused;
    twin_count(twin, ask.person)[COUNT_REFUSED]++;
    const int tries_elsewhere = round < ROUNDS - 1 && !ask.referred && !is_visitor(ask.person);
    if (tries_elsewhere &&
        (is_booked(twin, refused) ? goes_where_free(twin, &ask)
                                  : twin_seek_again(twin, &ask, ANY_CARE, refused->facility)))
        asks_add(&twin->next_round, &ask);
    else
        wait_or_give_up(twin, &ask);
}

// ---- those who were seen

int twin_needs_bed(const Twin *twin, const Ask *ask) {
    if (ask->needs_bed) return 1;
    if (ask->contact == CONTACT_FOLLOWUP || ask->contact == CONTACT_ROUTINE ||
        ask->contact == CONTACT_SCREENED || ask->contact == CONTACT_VISITOR)
        return 0;

    const DayTables *tables = &twin->world.tables;
    const unsigned free_class = twin_facility(twin, ask)->free_share * FREE_SHARES / 256u;
    const int age = resident_age(twin_resident(twin, ask), twin->world.today.first_of_year);
    const int third = age < 15 ? 0 : age < 65 ? 1 : 2;
    const uint32_t threshold =
        ask->flare ? tables->admits_flare[ask->disease][ask->complexity / 8][free_class]
                   : tables->admits[ask->disease][third][ask->complexity / 8][free_class];
    // p + p (1 - p) d, in 1/65536, cut off towards 0 each time
    const int64_t spread = (int64_t)threshold * (65536 - threshold) / 65536;
    const int64_t moved =
        threshold + spread * answer_of(&twin->world, ask->facility)->admission / 65536;
    return (ask->random & 0xFFFF) < moved;
}

static void come_again(Twin *twin, const Ask *seen, Contact contact) {
    Ask ask = *seen;
    const Resident *resident = twin_resident(twin, seen);
    ask.contact = (int)contact;
    ask.waited = ask.urgent = ask.referred = 0;
    ask.priority = resident->contract ? PRIORITY_CONTRACT : PRIORITY_PLAIN;
    ask.day = twin->world.today.day + twin->world.tables.followup_days[ask.disease];
    if (contact == CONTACT_FOLLOWUP)
        twin_step(&ask);
    else if (!twin_seek_again(twin, &ask, ANY_CARE, NOWHERE)) {
        twin_count(twin, ask.person)[COUNT_SETTLED]++;
        return;
    }
    asks_add(&twin->later, &ask);
}

static void settled_today(Twin *twin, const Ask *ask, const Draw *draw) {
    const int may_come_again = !is_visitor(ask->person) && ask->contact != CONTACT_ROUTINE &&
                               ask->contact != CONTACT_SCREENED && ask->step < MOST_STEPS - 2;
    const double still_ill = twin->world.city->parameters.demand.still_ill_share;
    if (may_come_again && (draw->word[1] & TWIN_BITS) < twin->world.tables.followup[ask->disease])
        come_again(twin, ask, CONTACT_FOLLOWUP);
    else if (may_come_again && ask->contact != CONTACT_FOLLOWUP &&
             twin_happens(draw->word[1] >> 16, still_ill))
        come_again(twin, ask, CONTACT_STILL_ILL);
    else
        twin_count(twin, ask->person)[COUNT_SETTLED]++;
}

// ---- those whose case was not settled

static Kind refers_to(const Twin *twin, const Ask *ask, const Draw *draw) {
    const CaseClass class = (CaseClass)disease_class[ask->disease];
    switch ((Kind)twin_facility(twin, ask)->kind) {
    case KIND_VILLAGE_CLINIC:
    case KIND_PRIVATE_CLINIC:
        return KIND_TOWNSHIP_CENTRE;
    case KIND_TOWNSHIP_CENTRE:
        if (class == CLASS_MATERNAL && twin_route(twin, ask, KIND_COUNTY_MATERNAL)->count)
            return KIND_COUNTY_MATERNAL;
        if (class == CLASS_CHRONIC &&
            twin_happens(draw->word[1] >> 16, county_here(twin, ask)->tcm_referral) &&
            twin_route(twin, ask, KIND_COUNTY_TCM)->count)
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

// Kinds of a higher tier than this one: village and private clinics, township centres, county
// kinds, the city's, other cities', other provinces'.
static unsigned higher_kinds(Kind here) {
    static const uint8_t tier[KIND_COUNT] = {
        [KIND_VILLAGE_CLINIC] = 1,   [KIND_PRIVATE_CLINIC] = 1, [KIND_TOWNSHIP_CENTRE] = 2,
        [KIND_COUNTY_GENERAL] = 3,   [KIND_COUNTY_TCM] = 3,     [KIND_COUNTY_MATERNAL] = 3,
        [KIND_PRIVATE_HOSPITAL] = 3, [KIND_CITY_HOSPITAL] = 4,  [KIND_OUTSIDE_CITY] = 5,
        [KIND_OUTSIDE_PROVINCE] = 6};
    unsigned kinds = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (tier[kind] > tier[here]) kinds |= 1u << kind;
    return kinds;
}

// A site that holds a slot of tomorrow at the hospital sends there tomorrow.
static int holds_slot(const Twin *twin, const Ask *seen, const Ask *ask, const Draw *draw) {
    const Kind kind = (Kind)twin_facility(twin, seen)->kind;
    return (kind == KIND_VILLAGE_CLINIC || kind == KIND_TOWNSHIP_CENTRE) &&
           can_be_booked(twin, ask) &&
           (draw->word[3] >> 16 & TWIN_BITS) < county_here(twin, seen)->kept_slot;
}

static void go_on(Twin *twin, const Ask *seen, Ask *ask, const Draw *draw) {
    const double delay = twin->world.city->parameters.care.referral_delay_days;
    if (ask->urgent) {
        asks_add(&twin->next_round, ask);
    } else if (ask->referred && delay >= 1 && !holds_slot(twin, seen, ask, draw)) {
        ask->day = twin->world.today.day + (uint32_t)delay;
        asks_add(&twin->later, ask);
    } else {
        asks_add(&twin->tomorrow, ask);
    }
}

// The way from home and what is lost beside it, for those who cannot wait.
static void count_transfer(Twin *twin, const Ask *ask, double minutes_lost) {
    int64_t *count = twin_count(twin, ask->person);
    const Route *way = twin_route(twin, ask, (Kind)twin_facility(twin, ask)->kind);
    if (!ask->urgent) return;
    count[COUNT_TRANSFERS]++;
    count[COUNT_TRANSFER_MINUTES] += (int64_t)(way->minutes + minutes_lost + 0.5);
    twin_urgent_goes_on(twin, ask->person, (int64_t)(way->minutes + minutes_lost + 0.5));
}

// From primary institutions of a county with a channel urgent cases go straight to a general
// hospital.
static int takes_the_channel(const Twin *twin, const Ask *seen, const Draw *draw) {
    const int primary = kind_nest[twin_facility(twin, seen)->kind] == NEST_PRIMARY;
    const int open = (draw->word[2] & TWIN_BITS) < county_here(twin, seen)->channelled;
    return seen->urgent && primary && open &&
           twin_route(twin, seen, KIND_COUNTY_GENERAL)->count > 0;
}

// So do those whose heart a village clinic or township centre has traced.
static int is_recognised(const Twin *twin, const Ask *seen, const Draw *draw) {
    const Kind kind = (Kind)twin_facility(twin, seen)->kind;
    const int traced = (draw->word[3] & TWIN_BITS) < county_here(twin, seen)->heart_straight;
    return seen->urgent && seen->disease == DISEASE_HEART && traced &&
           (kind == KIND_VILLAGE_CLINIC || kind == KIND_TOWNSHIP_CENTRE) &&
           twin_route(twin, seen, KIND_COUNTY_GENERAL)->count > 0;
}

// What can wait goes to the centre that leads the courtyard first.
static int goes_to_lead(const Twin *twin, const Ask *seen, const Draw *draw) {
    const uint16_t lead = twin_facility(twin, seen)->lead;
    return !seen->urgent && lead != NO_LEAD && lead != seen->facility &&
           (draw->word[2] >> 16 & TWIN_BITS) < county_here(twin, seen)->to_lead;
}

static void not_settled(Twin *twin, const Ask *seen) {
    const Simulation *world = &twin->world;
    int64_t *count = twin_count(twin, seen->person);
    if (is_visitor(seen->person)) {
        count[COUNT_GAVE_UP]++;
        return;
    }

    Ask ask = *seen;
    const Draw draw = draw_at(world->key, seen->person, PURPOSE_REFER, seen->ordinal, seen->step);
    const int channel = takes_the_channel(twin, seen, &draw);
    const int traced = !channel && is_recognised(twin, seen, &draw);
    const int to_lead = goes_to_lead(twin, seen, &draw);
    const Route *above = twin_route(
        twin, seen, channel || traced ? KIND_COUNTY_GENERAL : refers_to(twin, seen, &draw));
    const int reached = above->count > 0 || to_lead;
    const double minutes_lost = world->city->parameters.care.transfer_delay_minutes;
    const Facility *here = twin_facility(twin, seen);
    ask.waited = 0;
    twin_step(&ask);
    const int by_letter =
        (draw.word[0] & TWIN_BITS) < (twin_is_maternal(seen)
                                          ? world->today.county[here->county].maternal_referral
                                          : world->today.county[here->county].formal_referral);
    if (channel || traced ||
        (reached && (by_letter || twin_is_consulted(twin, seen) || twin_is_alarmed(twin, seen)))) {
        ask.facility = to_lead ? here->lead : route_pick(above, draw.word[0] >> 16 & TWIN_BITS);
        ask.referred = 1;
        ask.contact = CONTACT_REFERRAL;
        if (!ask.urgent) ask.priority = PRIORITY_REFERRED;
        count[COUNT_UP_SENT]++;
        count_transfer(twin, &ask,
                       channel  ? county_here(twin, seen)->transfer_minutes
                       : traced ? county_here(twin, seen)->heart_minutes
                                : minutes_lost);
        go_on(twin, seen, &ask, &draw);
        return;
    }

    ask.referred = 0;
    ask.contact = CONTACT_OWN_WAY;
    const int gives_up =
        !ask.urgent && twin_happens(draw.word[1], world->city->parameters.care.gives_up_share);
    if (!gives_up && reached &&
        twin_seek_again(twin, &ask, higher_kinds((Kind)here->kind), seen->facility)) {
        count[COUNT_OWN_WAY]++;
        count_transfer(twin, &ask, minutes_lost);
        go_on(twin, seen, &ask, &draw);
    } else {
        count[COUNT_GAVE_UP]++;
    }
}

static int is_settled(const Twin *twin, const Ask *ask, const Draw *draw) {
    const Facility *facility = twin_facility(twin, ask);
    if (ask->contact == CONTACT_FOLLOWUP || facility->kind == KIND_OUTSIDE_PROVINCE) return 1;
    const int margin = facility->capability[disease_class[ask->disease]] - ask->complexity;
    return (draw->word[0] & TWIN_BITS) < twin->world.tables.settles[margin + 255];
}

static void see(Twin *twin, const Ask *ask) {
    const Draw draw = draw_at(twin->world.key, ask->person, PURPOSE_SERVE, ask->ordinal, ask->step);
    if (ask->contact == CONTACT_REFERRAL) twin_count(twin, ask->person)[COUNT_UP_ARRIVED]++;
    twin_pay_visit(twin, ask, &draw);
    if (!is_visitor(ask->person))
        twin->world.residents.resident[ask->person].last_kind =
            twin_facility(twin, ask)->kind & 15u;
    twin_trace(twin, ask);

    const int in_bed = twin_needs_bed(twin, ask);
    const int settled = !in_bed && !twin_is_alarmed(twin, ask) &&
                        (is_settled(twin, ask, &draw) || twin_settles_remotely(twin, ask, &draw));
    if (in_bed || settled) twin_urgent_ends(twin, ask);
    if (in_bed)
        twin_ask_for_bed(twin, ask);
    else if (settled)
        settled_today(twin, ask, &draw);
    else
        not_settled(twin, ask);
}

// ---- the rounds

static void work(Twin *twin, uint32_t f, int round) {
    Facility *facility = &twin->world.facilities.row[f];
    uint32_t asked = 0;
    for (uint32_t i = 0; i < twin->today.count; i++)
        asked += twin->today.row[i].facility == f;
    const uint32_t served = asked < facility->slots_left ? asked : facility->slots_left;
    facility->slots_left -= served;
    facility->served_month += served;
    facility->refused_month += asked - served;
    if (asked == 0) return;

    const Ask last = served ? last_served(twin, f, served) : (Ask){0};
    for (uint32_t i = 0; i < twin->today.count; i++) {
        const Ask *ask = &twin->today.row[i];
        if (ask->facility != f) continue;
        if (!served || compare_asks(ask, &last) > 0)
            turn_away(twin, ask, round);
        else if (!stays_away(twin, ask))
            see(twin, ask);
    }
}

void twin_visits(Twin *twin) {
    for (int round = 0; round < ROUNDS; round++) {
        show_slots(twin);
        for (uint32_t f = 0; f < twin->world.facilities.count; f++)
            work(twin, f, round);
        const Asks served = twin->today;
        twin->today = twin->next_round;
        twin->next_round = served;
        twin->next_round.count = 0;
    }
    for (uint32_t i = 0; i < twin->today.count; i++)
        asks_add(&twin->tomorrow, &twin->today.row[i]);
    twin->today.count = 0;
}
