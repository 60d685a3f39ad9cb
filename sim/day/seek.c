// SPDX-License-Identifier: MIT
#include "day/seek.h"

#include "day/admit.h"
#include "day/habit.h"
#include "day/serve.h"
#include "day/urgent.h"
#include "day/words.h"

enum { RECORDS_AHEAD = 16 }; // memory is asked for so many early

unsigned choice_row(const Simulation *simulation, const Resident *resident, uint32_t person) {
    const int away = resident->absent && !simulation->today.absent_at_home;
    return away ? simulation->residents.townships
                : resident_township(&simulation->residents, person);
}

static const ChoiceCell *cell_of(const ChoiceTable *table, unsigned row, const Resident *resident,
                                 unsigned disease, uint8_t complexity, unsigned urgent) {
    const unsigned class = choice_class(disease_class[disease], complexity, urgent);
    return choice_cell(table, row, resident->scheme, resident->contract, class);
}

const ChoiceCell *request_cell(const Simulation *simulation, const ChoiceTable *table,
                               const Request *request, unsigned *row) {
    const Resident *resident = &simulation->residents.resident[request->person];
    *row = choice_row(simulation, resident, request->person);
    return cell_of(table, *row, resident, request->disease, request->complexity, request->urgent);
}

static Priority priority_of(unsigned urgent, unsigned referred, unsigned contract) {
    return urgent     ? PRIORITY_URGENT
           : referred ? PRIORITY_REFERRED
           : contract ? PRIORITY_CONTRACT
                      : PRIORITY_PLAIN;
}

// Care that can wait is put off to one of the days after Spring Festival. The rest of the word that
// puts it off is even, and picks the day.
static int put_off_by_festival(const Simulation *simulation, Shard *shard, const Request *request,
                               uint32_t word) {
    const Today *today = &simulation->today;
    const uint32_t elective = simulation->tables.elective[request->disease];
    if (today->festival == 0 || request->urgent || word >= elective) return 0;

    const double days = simulation->city->parameters.time.catch_up_days;
    const uint32_t later = (uint32_t)(days * word / elective);
    shard->tally->count[COUNT_PUT_OFF]++;
    agenda_add(&shard->agenda, today->day + today->festival + later, request);
    return 1;
}

// Absent insured are seen where they live, at their own cost and outside the books; only those of
// their stays count that the insurance here pays.
static void seek_elsewhere(const Simulation *simulation, Shard *shard, const Resident *resident,
                           const Request *request) {
    const unsigned age = (unsigned)resident_age(resident, simulation->today.first_of_year);
    const Facility *there = &simulation->facilities.row[request->facility];
    const double ratio = simulation->city->parameters.people.absent_admission_ratio;
    const Draw draw = draw_at(simulation->key, request->person, PURPOSE_SERVE, request->ordinal, 0);
    if (happens(&draw, SERVE_ELSEWHERE, ratio) &&
        calls_for_bed(simulation, request, age, there->free_share))
        ask_for_bed(simulation, shard, request);
    else
        shard->tally->count[COUNT_ELSEWHERE]++;
}

// Whether a choice of a village clinic may be due to a reform of insurance there.
static int may_be_moved(const Simulation *simulation, Kind kind, unsigned row) {
    return kind == KIND_VILLAGE_CLINIC && row < simulation->residents.townships &&
           simulation->village_reformed[simulation->city->townships[row].county];
}

// The kind that the same person would go to first, with the same luck, without that reform.
static Kind first_without(const Simulation *simulation, const Resident *resident, unsigned row,
                          const Need *need, const Draw *draw) {
    const ChoiceCell *cell = cell_of(&simulation->visits_without, row, resident, need->disease,
                                     need->complexity, need->urgent);
    const Kind chosen = choice_draw(cell, choice_words(draw, SEEK_FIRST));
    const int habit = follows_habit(simulation, resident, cell, chosen, need->urgent,
                                    draw_field(draw, SEEK_HABIT));
    return habit ? (Kind)resident->last_kind : chosen;
}

void seek_ahead(const Simulation *simulation, uint32_t person, const Need *need) {
    const Resident *resident = &simulation->residents.resident[person];
    __builtin_prefetch(cell_of(&simulation->visits, choice_row(simulation, resident, person),
                               resident, need->disease, need->complexity, need->urgent));
}

void seek_care(const Simulation *simulation, Shard *shard, uint32_t person, uint16_t ordinal,
               const Need *need, const Draw *draw) {
    const Resident *resident = &simulation->residents.resident[person];
    const unsigned row = choice_row(simulation, resident, person);
    const int away = row == simulation->residents.townships;
    const ChoiceCell *cell =
        cell_of(&simulation->visits, row, resident, need->disease, need->complexity, need->urgent);
    const Kind chosen = choice_draw(cell, choice_words(draw, SEEK_FIRST));
    const int habit = follows_habit(simulation, resident, cell, chosen, need->urgent,
                                    draw_field(draw, SEEK_HABIT));
    const Kind wanted = habit ? (Kind)resident->last_kind : chosen;
    const Kind kind = need->urgent && wanted > KIND_PHARMACY && !away
                          ? urgent_begins(simulation, shard, person, ordinal, need, wanted)
                          : wanted;

    Tally *tally = shard->tally;
    tally->count[COUNT_OPENED]++;
    tally->first_choice[kind]++;
    if (away) tally->first_choice_away[kind]++;
    if (kind == KIND_NONE || kind == KIND_PHARMACY) {
        tally->count[kind == KIND_NONE ? COUNT_NO_CARE : COUNT_PHARMACY]++;
        return;
    }
    if (kind > KIND_TOWNSHIP_CENTRE && !away) tally->count[COUNT_SKIPPED]++;

    const unsigned facility =
        route_pick(&simulation->routes.row[row][kind], draw_field(draw, SEEK_ROUTE));
    const Kind without = may_be_moved(simulation, kind, row)
                             ? first_without(simulation, resident, row, need, draw)
                             : kind;
    const Request request = request_from(
        person, request_key(priority_of(need->urgent, 0, resident->contract), draw->word[3]),
        request_packed(facility, without, ordinal, need->complexity, need->disease, need->urgent,
                       need->contact));
    if (away)
        seek_elsewhere(simulation, shard, resident, &request);
    else if (!put_off_by_festival(simulation, shard, &request, draw_field(draw, SEEK_FESTIVAL)))
        request_list_add(&shard->today, &request);
}

static Kind again_without(const Simulation *simulation, const Request *request, unsigned kinds,
                          const Draw *draw) {
    unsigned row;
    const ChoiceCell *cell = request_cell(simulation, &simulation->visits_without, request, &row);
    return choice_draw_among(cell, kinds, choice_words(draw, SEEK_FIRST));
}

int seek_again(const Simulation *simulation, Request *request, unsigned kinds, uint16_t not_at) {
    if (request->step < MOST_STEPS) request->step++;
    const Draw draw =
        draw_at(simulation->key, request->person, PURPOSE_SEEK, request->ordinal, request->step);
    unsigned row;
    const ChoiceCell *cell = request_cell(simulation, &simulation->visits, request, &row);
    const Kind kind = choice_draw_among(cell, kinds, choice_words(&draw, SEEK_FIRST));
    if (kind == KIND_NONE) return 0;

    const Route *route = &simulation->routes.row[row][kind];
    uint16_t facility = route_pick(route, draw_field(&draw, SEEK_ROUTE));
    if (facility == not_at) { // the next one on the list, or nobody
        if (route->count == 1) return 0;
        int i = 0;
        while (route->way[i].facility != not_at)
            i++;
        facility = route->way[(i + 1) % route->count].facility;
    }
    request_ask(request, facility);
    if (request->without > KIND_PHARMACY) // else the case would not be here at all, and stays new
        request->without =
            (may_be_moved(simulation, kind, row) ? again_without(simulation, request, kinds, &draw)
                                                 : kind) &
            15u;
    return 1;
}

// A request of an earlier day lapses with the death of the person, or if a bed was found in
// between.
static int still_stands(const Simulation *simulation, Shard *shard, const Request *request) {
    if (is_visitor(request->person)) return 1;
    const Resident *resident = &simulation->residents.resident[request->person];
    if (resident->alive && resident->bed == NO_BED) return 1;
    shard->tally->count[resident->alive ? COUNT_ABSORBED : COUNT_DIED_OPEN]++;
    if (request->contact == CONTACT_REFERRAL) shard->tally->count[COUNT_UP_LAPSED]++;
    return 0;
}

// No visit of an absent insured is booked while he is away: he comes back to a bed without one, and
// for all else is seen where he lives. Returns 0 for everybody else.
static int is_taken_up_elsewhere(const Simulation *simulation, Shard *shard,
                                 const Request *request) {
    if (is_visitor(request->person)) return 0;
    const Resident *resident = &simulation->residents.resident[request->person];
    if (resident->absent && request->contact == CONTACT_READMISSION) {
        ask_for_bed(simulation, shard, request);
        return 1;
    }
    if (choice_row(simulation, resident, request->person) < simulation->residents.townships)
        return 0;
    shard->tally->count[COUNT_ELSEWHERE]++;
    if (request->contact == CONTACT_REFERRAL) shard->tally->count[COUNT_UP_LAPSED]++;
    return 1;
}

void take_up_agenda(Simulation *simulation, Shard *shard) {
    RequestList *from = &shard->tomorrow;
    agenda_take(&shard->agenda, simulation->today.day, from);
    for (uint32_t i = 0; i < from->count; i++) {
        const uint32_t ahead = i + RECORDS_AHEAD < from->count ? i + RECORDS_AHEAD : i;
        if (!is_visitor(from->row[ahead].person))
            __builtin_prefetch(&simulation->residents.resident[from->row[ahead].person], 1);
        if (still_stands(simulation, shard, &from->row[i]) &&
            !is_taken_up_elsewhere(simulation, shard, &from->row[i]))
            request_list_add(&shard->today, &from->row[i]);
    }
    from->count = 0;
}
