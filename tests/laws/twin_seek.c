// SPDX-License-Identifier: MIT
#include "laws/twin.h"

unsigned twin_row(const Twin *twin, uint32_t person) {
    const Residents *residents = &twin->world.residents;
    const int away = residents->resident[person].absent && !twin->world.today.absent_at_home;
    return away ? residents->townships : resident_township(residents, person);
}

const ChoiceCell *twin_cell(const Twin *twin, const ChoiceTable *table, const Ask *ask) {
    const Resident *resident = twin_resident(twin, ask);
    const unsigned class =
        choice_class(disease_class[ask->disease], ask->complexity, (unsigned)ask->urgent);
    return choice_cell(table, twin_row(twin, ask->person), resident->scheme, resident->contract,
                       class);
}

static ChoiceWords words_of(const Draw *draw) {
    return (ChoiceWords){draw->word[0] & TWIN_BITS, draw->word[0] >> 16 & TWIN_BITS,
                         draw->word[1] & TWIN_BITS};
}

// Who goes for care at all, and can wait, may go where he went before.
static int keeps_habit(const Twin *twin, const Ask *ask, const ChoiceCell *cell, Kind chosen,
                       uint32_t word) {
    const unsigned kind = twin_resident(twin, ask)->last_kind;
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
    const Resident *resident = twin_resident(twin, ask);
    Tally *tally = &twin->tally[twin_county(twin, ask->person)];
    const ChoiceCell *cell = twin_cell(twin, &world->visits, ask);
    Kind kind = choice_draw(cell, words_of(&draw));
    if (keeps_habit(twin, ask, cell, kind, draw.word[1] >> 16)) kind = (Kind)resident->last_kind;
    const int elsewhere = twin_row(twin, ask->person) == world->residents.townships;
    if (ask->urgent && !elsewhere && kind != KIND_NONE && kind != KIND_PHARMACY)
        kind = twin_urgent_begins(twin, ask, kind);
    tally->count[COUNT_OPENED]++;
    tally->first_choice[kind]++;
    if (elsewhere) tally->first_choice_away[kind]++;
    if (kind == KIND_NONE) tally->count[COUNT_NO_CARE]++;
    if (kind == KIND_PHARMACY) tally->count[COUNT_PHARMACY]++;
    if (kind == KIND_NONE || kind == KIND_PHARMACY) return;
    if (kind > KIND_TOWNSHIP_CENTRE && !elsewhere) tally->count[COUNT_SKIPPED]++;

    ask->facility = route_pick(twin_route(twin, ask, kind), draw.word[2] >> 16 & TWIN_BITS);
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
    twin_step(ask);
    const Draw draw = draw_at(twin->world.key, ask->person, PURPOSE_SEEK, ask->ordinal, ask->step);
    const ChoiceCell *cell = twin_cell(twin, &twin->world.visits, ask);
    const Kind kind = choice_draw_among(cell, kinds, words_of(&draw));
    if (kind == KIND_NONE) return 0;

    const Route *route = twin_route(twin, ask, kind);
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
