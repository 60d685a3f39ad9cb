// SPDX-License-Identifier: MIT
// The people of the made-up city, and their years: candidates arise and are counted, nobody seeks
// care. Day 0 is 2021-01-01; 2021 is the warm-up, the opening turn is that of 2022.
//
//     static Population population;
//     City *city = population_prepare(&population); // may be changed before the people are made
//     population_begin(&population, 1, 11);
//     population_live_year(&population);            // 2021
//     population_turn(&population);                 // 1 January 2022
//     ...
//     population_end(&population);
#ifndef HXSIM_TESTS_SUPPORT_POPULATION_H
#define HXSIM_TESTS_SUPPORT_POPULATION_H

#include "people/synthesis.h"
#include "people/year.h"
#include "support/city.h"

enum { POPULATION_DAYS = 3652, POPULATION_FIRST_YEAR = 2021, FIVE_YEAR_AGES = 18 };

typedef struct Population {
    MadeUpCity made;
    Hazards hazards;
    Clock clock;
    Residents residents;
    Deaths deaths[MADE_UP_COUNTIES];
    Vital vital[MADE_UP_COUNTIES]; // added up over the years
    StageMoves moves;
    YearTurn turn; // the last one; `year` is the current year
    Report report;
    uint16_t *candidates; // [slots] of the year lived last
    int fixed_demography; // to be set before population_begin
    int threads;          // to be set before population_begin; 0 is one
    Team *team;           // of so many threads
} Population;

// Builds the city alone.
City *population_prepare(Population *population);

// The same, but nearly without candidates, for tests that do not count them: years pass faster.
City *population_prepare_healthy(Population *population);

// Makes the people at one in `scale` with the city as it is, and opens 2021.
void population_begin(Population *population, uint32_t scale, uint64_t seed);
void population_end(Population *population);

// Lives the current year to its end: everybody's candidates are counted; who dies this year has
// none after the day of death.
void population_live_year(Population *population);

// Turns the year, county by county on any number of threads; the turn to 2022 opens only.
void population_turn(Population *population);

// Lives to 31 December of the year before `year` and turns to it.
void population_turn_to(Population *population, int year);

// Prepares a healthy population, makes its people at 1:1 and turns to `year`.
const City *population_begin_in(Population *population, int year);

// A copy of everybody's record, for the caller to free.
Resident *population_copy(const Population *population);

// The rate that a person has in the current year, and the operational time of that year.
double population_rate(const Population *population, uint32_t person);
double population_year_length(const Population *population);

int population_age(const Population *population, uint32_t person); // on 1 January of this year
int population_age_at_start(const Population *population, uint32_t person); // 2022-01-01
int population_alive(const Population *population, uint32_t person);
int population_county(const Population *population, uint32_t person);

// Counts of five-year groups, the last 85 and over.
int population_five_years(int age);

// A section of 18 five-year values as an array.
const double *population_values(const void *section);

#endif
