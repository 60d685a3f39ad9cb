// SPDX-License-Identifier: MIT
#include "laws/twin.h"

#include <stdlib.h>

enum { ROUNDS = 3 };

static const Resident *resident_of(const Twin *twin, const Ask *ask) {
    return is_visitor(ask->person) ? NULL : &twin->world.residents.resident[ask->person];
}

static const Facility *facility_of(const Twin *twin, const Ask *ask) {
    return &twin->world.facilities.row[ask->facility];
}

// A person has stepped on within a need; the count stops at its end.
static void step(Ask *ask) {
    if (ask->step < MOST_STEPS) ask->step++;
}

// ---- choosing

unsigned twin_row(const Twin *twin, uint32_t person) {
    const Residents *residents = &twin->world.residents;
    const int away = residents->resident[person].absent && !twin->world.today.absent_at_home;
    return away ? residents->townships : resident_township(residents, person);
}

const ChoiceCell *twin_cell(const Twin *twin, const ChoiceTable *table, const Ask *ask) {
    const Resident *resident = resident_of(twin, ask);
    const unsigned class =
        choice_class(disease_class[ask->disease], ask->complexity, (unsigned)ask->urgent);
    return choice_cell(table, twin_row(twin, ask->person), resident->scheme, resident->contract,
                       class);
}

static ChoiceWords words_of(const Draw *draw) {
    return (ChoiceWords){draw->word[0] & TWIN_BITS, draw->word[0] >> 16 & TWIN_BITS,
                         draw->word[1] & TWIN_BITS};
}

static const Route *route_to(const Twin *twin, const Ask *ask, Kind kind) {
    return &twin->world.routes.row[twin_row(twin, ask->person)][kind];
}

// Who goes for care at all, and can wait, may go where he went before.
static int keeps_habit(const Twin *twin, const Ask *ask, const ChoiceCell *cell, Kind chosen,
                       uint32_t word) {
    const unsigned kind = resident_of(twin, ask)->last_kind;
    if (ask->urgent || chosen == KIND_NONE || chosen == KIND_PHARMACY) return 0;
    if (kind < KIND_VILLAGE_CLINIC || kind >= KIND_COUNT) return 0;
    const int chosen_by = cell->now[kind] - cell->now[kind - 1];
    const Choice *choice = &twin->world.city->parameters.choice;
    return chosen_by >= choice->habit_least_share * SHARE_ONE &&
           twin_happens(word, choice->habit_share);
}

// Those who live elsewhere are seen there, outside the books, unless they need a bed that is paid
// here.
static void seek_elsewhere(Twin *twin, const Ask *ask) {
    const Draw draw = draw_at(twin->world.key, ask->person, PURPOSE_SERVE, ask->ordinal, 0);
    const double paid_here = twin->world.city->parameters.people.absent_admission_ratio;
    if (twin_happens(draw.word[0], paid_here) && twin_needs_bed(twin, ask))
        twin_ask_for_bed(twin, ask);
    else
        twin_count(twin, ask->person)[COUNT_ELSEWHERE]++;
}

// Whether insurance at the village clinics of somebody's county is not as it was before any reform;
// the tables are those of the first of the month.
static int is_reformed(const Twin *twin, const Ask *ask) {
    const unsigned row = twin_row(twin, ask->person);
    const Simulation *world = &twin->world;
    return row < world->residents.townships &&
           world->village_reformed[world->city->townships[row].county];
}

void twin_seek(Twin *twin, Ask *ask) {
    const Simulation *world = &twin->world;
    const Draw draw = draw_at(world->key, ask->person, PURPOSE_SEEK, ask->ordinal, 0);
    const Resident *resident = resident_of(twin, ask);
    Tally *tally = &twin->tally[twin_county(twin, ask->person)];
    const ChoiceCell *cell = twin_cell(twin, &world->visits, ask);
    Kind kind = choice_draw(cell, words_of(&draw));
    if (keeps_habit(twin, ask, cell, kind, draw.word[1] >> 16)) kind = (Kind)resident->last_kind;
    const int elsewhere = twin_row(twin, ask->person) == world->residents.townships;
    tally->count[COUNT_OPENED]++;
    tally->first_choice[kind]++;
    if (elsewhere) tally->first_choice_away[kind]++;
    if (kind == KIND_NONE) tally->count[COUNT_NO_CARE]++;
    if (kind == KIND_PHARMACY) tally->count[COUNT_PHARMACY]++;
    if (kind == KIND_NONE || kind == KIND_PHARMACY) return;
    if (kind > KIND_TOWNSHIP_CENTRE && !elsewhere) tally->count[COUNT_SKIPPED]++;

    ask->facility = route_pick(route_to(twin, ask, kind), draw.word[2] >> 16 & TWIN_BITS);
    ask->without = kind;
    if (kind == KIND_VILLAGE_CLINIC && is_reformed(twin, ask)) {
        const ChoiceCell *before = twin_cell(twin, &world->visits_without, ask);
        ask->without = choice_draw(before, words_of(&draw));
        if (keeps_habit(twin, ask, before, ask->without, draw.word[1] >> 16))
            ask->without = (Kind)resident->last_kind;
    }
    ask->random = draw.word[3] >> 2;
    ask->priority = ask->urgent          ? PRIORITY_URGENT
                    : resident->contract ? PRIORITY_CONTRACT
                                         : PRIORITY_PLAIN;
    if (elsewhere) {
        seek_elsewhere(twin, ask);
        return;
    }

    // At Spring Festival what can wait is put off, evenly over the days after it.
    const uint32_t word = draw.word[2] & TWIN_BITS, elective = world->tables.elective[ask->disease];
    if (!world->today.festival || ask->urgent || word >= elective) {
        asks_add(&twin->today, ask);
        return;
    }
    tally->count[COUNT_PUT_OFF]++;
    ask->day = world->today.day + world->today.festival;
    ask->day += (uint32_t)(world->city->parameters.time.catch_up_days * word / elective);
    asks_add(&twin->later, ask);
}

int twin_seek_again(const Twin *twin, Ask *ask, unsigned kinds, uint16_t not_at) {
    step(ask);
    const Draw draw = draw_at(twin->world.key, ask->person, PURPOSE_SEEK, ask->ordinal, ask->step);
    const ChoiceCell *cell = twin_cell(twin, &twin->world.visits, ask);
    const Kind kind = choice_draw_among(cell, kinds, words_of(&draw));
    if (kind == KIND_NONE) return 0;

    const Route *route = route_to(twin, ask, kind);
    if (ask->without != KIND_NONE && ask->without != KIND_PHARMACY) {
        ask->without = kind;
        if (kind == KIND_VILLAGE_CLINIC && is_reformed(twin, ask))
            ask->without = choice_draw_among(twin_cell(twin, &twin->world.visits_without, ask),
                                             kinds, words_of(&draw));
    }
    ask->facility = route_pick(route, draw.word[2] >> 16 & TWIN_BITS);
    if (ask->facility != not_at) return 1;
    if (route->count == 1) return 0;
    for (int i = 0; i < route->count; i++) // the next one on the list
        if (route->way[i].facility == not_at) {
            ask->facility = route->way[(i + 1) % route->count].facility;
            return 1;
        }
    return 0;
}

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

static void turn_away(Twin *twin, const Ask *refused, int round) {
    Ask ask = *refused;
    twin_count(twin, ask.person)[COUNT_REFUSED]++;
    const int tries_elsewhere = round < ROUNDS - 1 && !ask.referred && !is_visitor(ask.person);
    if (tries_elsewhere && twin_seek_again(twin, &ask, ANY_CARE, refused->facility))
        asks_add(&twin->next_round, &ask);
    else
        wait_or_give_up(twin, &ask);
}

// ---- those who were seen

int twin_needs_bed(const Twin *twin, const Ask *ask) {
    if (ask->needs_bed) return 1;
    if (ask->contact == CONTACT_FOLLOWUP || ask->contact == CONTACT_ROUTINE ||
        ask->contact == CONTACT_VISITOR)
        return 0;

    const DayTables *tables = &twin->world.tables;
    const unsigned free_class = facility_of(twin, ask)->free_share * FREE_SHARES / 256u;
    const int age = resident_age(resident_of(twin, ask), twin->world.today.first_of_year);
    const int third = age < 15 ? 0 : age < 65 ? 1 : 2;
    const uint32_t threshold =
        ask->flare ? tables->admits_flare[ask->disease][ask->complexity / 8][free_class]
                   : tables->admits[ask->disease][third][ask->complexity / 8][free_class];
    return (ask->random & 0xFFFF) < threshold;
}

static void come_again(Twin *twin, const Ask *seen, Contact contact) {
    Ask ask = *seen;
    const Resident *resident = resident_of(twin, seen);
    ask.contact = (int)contact;
    ask.waited = ask.urgent = ask.referred = 0;
    ask.priority = resident->contract ? PRIORITY_CONTRACT : PRIORITY_PLAIN;
    ask.day = twin->world.today.day + twin->world.tables.followup_days[ask.disease];
    if (contact == CONTACT_FOLLOWUP)
        step(&ask);
    else if (!twin_seek_again(twin, &ask, ANY_CARE, NOWHERE)) {
        twin_count(twin, ask.person)[COUNT_SETTLED]++;
        return;
    }
    asks_add(&twin->later, &ask);
}

static void settled_today(Twin *twin, const Ask *ask, const Draw *draw) {
    const int may_come_again =
        !is_visitor(ask->person) && ask->contact != CONTACT_ROUTINE && ask->step < MOST_STEPS - 2;
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

static const CountyToday *county_here(const Twin *twin, const Ask *ask) {
    return &twin->world.today.county[facility_of(twin, ask)->county];
}

static Kind refers_to(const Twin *twin, const Ask *ask, const Draw *draw) {
    const CaseClass class = (CaseClass)disease_class[ask->disease];
    switch ((Kind)facility_of(twin, ask)->kind) {
    case KIND_VILLAGE_CLINIC:
    case KIND_PRIVATE_CLINIC:
        return KIND_TOWNSHIP_CENTRE;
    case KIND_TOWNSHIP_CENTRE:
        if (class == CLASS_MATERNAL && route_to(twin, ask, KIND_COUNTY_MATERNAL)->count)
            return KIND_COUNTY_MATERNAL;
        if (class == CLASS_CHRONIC &&
            twin_happens(draw->word[1] >> 16, county_here(twin, ask)->tcm_referral) &&
            route_to(twin, ask, KIND_COUNTY_TCM)->count)
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

static void go_on(Twin *twin, Ask *ask) {
    const double delay = twin->world.city->parameters.care.referral_delay_days;
    if (ask->urgent) {
        asks_add(&twin->next_round, ask);
    } else if (ask->referred && delay >= 1) {
        ask->day = twin->world.today.day + (uint32_t)delay;
        asks_add(&twin->later, ask);
    } else {
        asks_add(&twin->tomorrow, ask);
    }
}

// The way from home and what is lost beside it, for those who cannot wait.
static void count_transfer(Twin *twin, const Ask *ask, double minutes_lost) {
    int64_t *count = twin_count(twin, ask->person);
    const Route *way = route_to(twin, ask, (Kind)facility_of(twin, ask)->kind);
    if (!ask->urgent) return;
    count[COUNT_TRANSFERS]++;
    count[COUNT_TRANSFER_MINUTES] += (int64_t)(way->minutes + minutes_lost + 0.5);
}

// From primary institutions of a county with a channel urgent cases go straight to a general
// hospital.
static int takes_the_channel(const Twin *twin, const Ask *seen, const Draw *draw) {
    const int primary = kind_nest[facility_of(twin, seen)->kind] == NEST_PRIMARY;
    const int open = (draw->word[2] & TWIN_BITS) < county_here(twin, seen)->channelled;
    return seen->urgent && primary && open && route_to(twin, seen, KIND_COUNTY_GENERAL)->count > 0;
}

// What can wait goes to the centre that leads the courtyard first.
static int goes_to_lead(const Twin *twin, const Ask *seen, const Draw *draw) {
    const uint16_t lead = facility_of(twin, seen)->lead;
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
    const int to_lead = goes_to_lead(twin, seen, &draw);
    const Route *above =
        route_to(twin, seen, channel ? KIND_COUNTY_GENERAL : refers_to(twin, seen, &draw));
    const int reached = above->count > 0 || to_lead;
    const double minutes_lost = world->city->parameters.care.transfer_delay_minutes;
    const Facility *here = facility_of(twin, seen);
    ask.waited = 0;
    step(&ask);
    if (channel || (reached && (draw.word[0] & TWIN_BITS) <
                                   world->today.county[here->county].formal_referral)) {
        ask.facility = to_lead ? here->lead : route_pick(above, draw.word[0] >> 16 & TWIN_BITS);
        ask.referred = 1;
        ask.contact = CONTACT_REFERRAL;
        if (!ask.urgent) ask.priority = PRIORITY_REFERRED;
        count[COUNT_UP_SENT]++;
        count_transfer(twin, &ask,
                       channel ? county_here(twin, seen)->transfer_minutes : minutes_lost);
        go_on(twin, &ask);
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
        go_on(twin, &ask);
    } else {
        count[COUNT_GAVE_UP]++;
    }
}

static int is_settled(const Twin *twin, const Ask *ask, const Draw *draw) {
    const Facility *facility = facility_of(twin, ask);
    if (ask->contact == CONTACT_FOLLOWUP || facility->kind == KIND_OUTSIDE_PROVINCE) return 1;
    const int margin = facility->capability[disease_class[ask->disease]] - ask->complexity;
    return (draw->word[0] & TWIN_BITS) < twin->world.tables.settles[margin + 255];
}

static void see(Twin *twin, const Ask *ask) {
    const Draw draw = draw_at(twin->world.key, ask->person, PURPOSE_SERVE, ask->ordinal, ask->step);
    if (ask->contact == CONTACT_REFERRAL) twin_count(twin, ask->person)[COUNT_UP_ARRIVED]++;
    twin_pay_visit(twin, ask, &draw);
    if (!is_visitor(ask->person))
        twin->world.residents.resident[ask->person].last_kind = facility_of(twin, ask)->kind & 15u;

    if (twin_needs_bed(twin, ask))
        twin_ask_for_bed(twin, ask);
    else if (is_settled(twin, ask, &draw))
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
        if (served && compare_asks(ask, &last) <= 0)
            see(twin, ask);
        else
            turn_away(twin, ask, round);
    }
}

void twin_visits(Twin *twin) {
    for (int round = 0; round < ROUNDS; round++) {
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
