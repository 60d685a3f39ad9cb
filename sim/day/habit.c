// SPDX-License-Identifier: MIT
#include "day/habit.h"

#include "base/calendar.h"
#include "day/adapt.h"
#include "day/candidate.h"
#include "day/tables.h"

enum { MOST_NEEDS_BEFORE = 64 };

int follows_habit(const Simulation *simulation, const Resident *resident, const ChoiceCell *cell,
                  Kind chosen, unsigned urgent, uint32_t word) {
    const unsigned kind = resident->last_kind;
    if (urgent || chosen <= KIND_PHARMACY || kind <= KIND_PHARMACY || kind >= KIND_COUNT) return 0;
    const Choice *choice = &simulation->city->parameters.choice;
    if (word >= (uint32_t)(choice->habit_share * SHARE_ONE)) return 0;
    return cell->now[kind] - cell->now[kind - 1] >= choice->habit_least_share * SHARE_ONE;
}

typedef struct Beginning {
    Simulation *simulation;
    int half_month;
} Beginning;

// The kind that the last of these needs went to; KIND_NONE without an institution.
static Kind kind_of(const Simulation *simulation, unsigned township, const Candidates *some, uint32_t i) {
    if (!some->exists[i]) return KIND_NONE;
    const Resident *resident = &simulation->residents.resident[some->person[i]];
    const unsigned class = choice_class(disease_class[some->disease[i]],
                                        (uint8_t)some->complexity[i], (unsigned)some->urgent[i]);
    const ChoiceCell *cell = choice_cell(&simulation->visits, township, resident->scheme,
                                         resident->contract, class);
    const Draw draw = {{some->word[0][i], some->word[1][i], some->word[2][i], some->word[3][i]}};
    const Kind kind = choice_draw(cell, (ChoiceWords){.first = draw_field(&draw, 4)});
    return kind > KIND_PHARMACY ? kind : KIND_NONE;
}

// Takes those who need nothing, or have found their kind, out of the rows.
static void keep_searching(Candidates *some, const Simulation *simulation, unsigned township) {
    uint32_t left = 0;
    for (uint32_t i = 0; i < some->count; i++) {
        const Kind kind = kind_of(simulation, township, some, i);
        simulation->residents.resident[some->person[i]].last_kind = kind & 15u;
        if (kind == KIND_NONE && some->rate[i] > 0) some->person[left++] = some->person[i];
    }
    some->count = left;
}

// The needs of some people before the first day, one by one back in time, until one led to an institution.
static void begin_people(const Beginning *beginning, unsigned township, Candidates *some) {
    const Simulation *simulation = beginning->simulation;
    for (uint32_t before = 0; before < MOST_NEEDS_BEFORE && some->count > 0; before++) {
        candidates_load(some, &simulation->residents);
        for (uint32_t i = 0; i < some->count; i++) {
            some->ordinal[i] = 1;
            some->step[i] = before;
        }
        draw_batch(simulation->key, PURPOSE_START, some->count, some->person, some->ordinal, some->step,
                   some->word[0], some->word[1], some->word[2], some->word[3]);
        candidates_weigh(some, &simulation->hazards, simulation->today.first_of_year);
        candidates_decide(some, simulation, beginning->half_month);
        keep_searching(some, simulation, township);
    }
}

static void begin_township(void *context, uint32_t township, int thread) {
    (void)thread;
    const Beginning *beginning = context;
    const Residents *residents = &beginning->simulation->residents;
    const uint32_t last = residents->township_first[township] + residents->township_used[township];
    for (uint32_t person = residents->township_first[township]; person < last;) {
        Candidates some = {.count = 0};
        while (person < last && some.count < CANDIDATES_AT_ONCE)
            some.person[some.count++] = person++;
        begin_people(beginning, township, &some);
    }
}

void begin_habits(Simulation *simulation) {
    int year, month, day_of_month;
    calendar_split(simulation->clock.first_day, &year, &month, &day_of_month);
    day_tables_init(&simulation->tables, simulation->city, background_row(year)); // for needs
    Beginning beginning = {simulation, clock_half_month(month, day_of_month)};
    team_share(simulation->team, simulation->residents.townships, begin_township, &beginning);
}
