// SPDX-License-Identifier: MIT
#include "day/habit.h"

#include "base/calendar.h"
#include "day/adapt.h"
#include "day/need.h"
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

// What the persons of one township have in common on the first day.
typedef struct Before {
    unsigned township;
    int32_t day;
    int half_month;
} Before;

// The needs of a person before the first day, one by one back in time; KIND_NONE if none of the
// last led to an institution, or if the person has no needs at all.
static Kind kind_before(const Simulation *simulation, const Before *before, uint32_t person) {
    const Resident *resident = &simulation->residents.resident[person];
    const Hazards *hazards = &simulation->hazards;
    const unsigned band = hazards->band_of_age[resident_age(resident, before->day) & 127];
    const double rate = hazard_rate(hazards, resident->frailty_permanent, resident->frailty_yearly,
                                    resident->sex, band, resident->conditions);
    for (uint32_t i = 0; i < MOST_NEEDS_BEFORE && rate > 0; i++) {
        const Draw draw = draw_at(simulation->key, person, PURPOSE_START, 1, i);
        const Need need = need_of(simulation, resident, &draw, rate, before->half_month, band);
        if (!need.exists) continue;
        const unsigned class =
            choice_class(disease_class[need.disease], need.complexity, need.urgent);
        const ChoiceCell *cell = choice_cell(&simulation->visits, before->township,
                                             resident->scheme, resident->contract, class);
        const Kind kind = choice_draw(cell, (ChoiceWords){.first = draw_field(&draw, 4)});
        if (kind > KIND_PHARMACY) return kind;
    }
    return KIND_NONE;
}

typedef struct Beginning {
    Simulation *simulation;
    int half_month;
} Beginning;

static void begin_township(void *context, uint32_t township, int thread) {
    (void)thread;
    const Beginning *beginning = context;
    const Simulation *simulation = beginning->simulation;
    const Residents *residents = &simulation->residents;
    const Before before = {.township = township,
                           .day = simulation->today.first_of_year,
                           .half_month = beginning->half_month};
    const uint32_t first = residents->township_first[township];
    for (uint32_t person = first; person < first + residents->township_used[township]; person++)
        residents->resident[person].last_kind = kind_before(simulation, &before, person) & 15u;
}

void begin_habits(Simulation *simulation) {
    int year, month, day_of_month;
    calendar_split(simulation->clock.first_day, &year, &month, &day_of_month);
    day_tables_init(&simulation->tables, simulation->city, background_row(year)); // for needs
    Beginning beginning = {simulation, clock_half_month(month, day_of_month)};
    team_share(simulation->team, simulation->residents.townships, begin_township, &beginning);
}
