// SPDX-License-Identifier: MIT
#include "support/population.h"

#include "base/calendar.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

City *population_prepare(Population *population) {
    memset(population, 0, sizeof *population);
    return made_up_city(&population->made);
}

City *population_prepare_healthy(Population *population) {
    City *city = population_prepare(population);
    city->parameters.demand.level = 0.02;
    for (int c = 0; c < CONDITION_COUNT; c++) {
        ConditionRow *row = &city->parameters.condition[c];
        row->visits_diagnosed = row->visits_managed = 0;
        row->flares_undiagnosed = row->flares_diagnosed = 0;
        row->flares_managed = row->flares_controlled = 0;
    }
    return city;
}

void population_begin(Population *population, uint32_t scale, uint64_t seed) {
    const City *city = &population->made.city;
    Report *report = &population->report;
    if (population->threads == 0) population->threads = 1;
    report_init(report);
    population->team = team_start(population->threads, report);
    hazards_init(&population->hazards, city);
    clock_init(&population->clock, city, calendar_day(POPULATION_FIRST_YEAR, 1, 1), POPULATION_DAYS,
               population->hazards.bound, report);
    residents_init(&population->residents, city, scale, 10, report);
    for (int county = 0; county < MADE_UP_COUNTIES; county++)
        deaths_init(&population->deaths[county], population->residents.slots, report);
    population->candidates = report_calloc(report, population->residents.slots, sizeof(uint16_t));
    ck_assert_uint_eq(report->count, 0);

    const int32_t start = calendar_day(POPULATION_FIRST_YEAR + 1, 1, 1);
    const Opening opening = {.clock = &population->clock,
                             .key = draw_key(seed, 0),
                             .start = start,
                             .ages_on = population->fixed_demography ? start
                                                                     : population->clock.first_day};
    stage_moves_init(&population->moves, city->parameters.condition);
    population->turn = (YearTurn){.city = city,
                                  .hazards = &population->hazards,
                                  .clock = &population->clock,
                                  .key = opening.key,
                                  .year = POPULATION_FIRST_YEAR,
                                  .fixed_demography = population->fixed_demography,
                                  .ages_on = opening.ages_on,
                                  .employees = population_employee_shares(city)};
    population_synthesise(&population->residents, city, &population->hazards, &opening,
                          population->team);
}

void population_end(Population *population) {
    team_end(population->team);
    for (int county = 0; county < MADE_UP_COUNTIES; county++)
        deaths_free(&population->deaths[county]);
    free(population->candidates);
    clock_free(&population->clock);
    residents_free(&population->residents);
    report_free(&population->report);
}

static uint32_t first_day_of(int year) {
    return (uint32_t)(calendar_day(year, 1, 1) - calendar_day(POPULATION_FIRST_YEAR, 1, 1));
}

static void live(Population *population, uint32_t person, uint32_t until) {
    Resident *resident = &population->residents.resident[person];
    uint16_t *due = &population->residents.due_day[person];
    const double rate = population_rate(population, person);
    while (*due < until) {
        const Draw draw =
            draw_at(population->turn.key, person, PURPOSE_NEED, resident->ordinal++, 1);
        const Moment now = {*due, resident->due_fraction};
        const Moment next =
            next_candidate(&population->clock, now, rate, draw_exponential(draw.word[0]));
        *due = next.day;
        resident->due_fraction = next.fraction;
        population->candidates[person]++;
    }
}

static void bury(Population *population, const Deaths *deaths, Vital *vital) {
    for (uint32_t i = 0; i < deaths->count; i++) {
        const uint32_t person = deaths->person[i];
        live(population, person, population->turn.day + deaths->day_of_year[i]);
        population->residents.resident[person].alive = 0;
        population->residents.due_day[person] = NEVER;
        vital->deaths++;
    }
}

void population_live_year(Population *population) {
    const uint32_t until = first_day_of(population->turn.year + 1);
    memset(population->candidates, 0, population->residents.slots * sizeof(uint16_t));
    for (int county = 0; county < MADE_UP_COUNTIES; county++)
        bury(population, &population->deaths[county], &population->vital[county]);
    for (uint32_t person = 0; person < population->residents.slots; person++)
        if (population_alive(population, person)) live(population, person, until);
}

static void turn_county(void *context, uint32_t county, int thread) {
    (void)thread;
    Population *population = context;
    year_turn(&population->residents, &population->deaths[county], &population->vital[county],
              &population->turn, &population->moves, (int)county);
}

void population_turn(Population *population) {
    YearTurn *turn = &population->turn;
    turn->year++;
    turn->day = first_day_of(turn->year);
    if (!turn->fixed_demography) turn->ages_on = calendar_day(turn->year, 1, 1);
    turn->opens_only = turn->year == POPULATION_FIRST_YEAR + 1;
    team_share(population->team, MADE_UP_COUNTIES, turn_county, population);
}

double population_rate(const Population *population, uint32_t person) {
    const Resident *resident = &population->residents.resident[person];
    const int age = population_age(population, person);
    return hazard_rate(&population->hazards, resident->frailty_permanent, resident->frailty_yearly,
                       resident->sex, population->hazards.band_of_age[age], resident->conditions);
}

double population_year_length(const Population *population) {
    const uint32_t *begins = population->clock.begins;
    const int year = population->turn.year;
    return begins[first_day_of(year + 1)] - (double)begins[first_day_of(year)];
}

int population_age(const Population *population, uint32_t person) {
    return resident_age(&population->residents.resident[person], population->turn.ages_on);
}

int population_age_at_start(const Population *population, uint32_t person) {
    return resident_age(&population->residents.resident[person],
                        calendar_day(POPULATION_FIRST_YEAR + 1, 1, 1));
}

int population_alive(const Population *population, uint32_t person) {
    return population->residents.resident[person].alive;
}

int population_county(const Population *population, uint32_t person) {
    return population->made.townships[resident_township(&population->residents, person)].county;
}

int population_five_years(int age) {
    return age / 5 < FIVE_YEAR_AGES ? age / 5 : FIVE_YEAR_AGES - 1;
}

const double *population_values(const void *section) {
    return section;
}

void population_turn_to(Population *population, int year) {
    while (population->turn.year < year) {
        population_live_year(population);
        population_turn(population);
    }
}

const City *population_begin_in(Population *population, int year) {
    const City *city = population_prepare_healthy(population);
    population_begin(population, 1, 17);
    population_turn_to(population, year);
    return city;
}

Resident *population_copy(const Population *population) {
    const size_t size = population->residents.slots * sizeof(Resident);
    Resident *copy = malloc(size);
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, population->residents.resident, size);
    return copy;
}
