// SPDX-License-Identifier: MIT
#include "people/year.h"
#include "base/calendar.h"
#include "support/chance.h"
#include "support/population.h"
#include "unit/claim.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static uint32_t count_alive(const Population *population) {
    uint32_t alive = 0;
    for (uint32_t p = 0; p < population->residents.slots; p++)
        alive += population_alive(population, p) != 0;
    return alive;
}

// ---- balance

TEST(persons_balance) {
    static Population population;
    population_begin_in(&population, 2022);
    const uint32_t start = count_alive(&population);
    population_turn_to(&population, 2028);
    uint32_t births = 0, deaths = 0;
    for (int county = 0; county < MADE_UP_COUNTIES; county++) {
        births += population.vital[county].births;
        deaths += population.vital[county].deaths;
        ck_assert_uint_eq(population.vital[county].births_without_slot, 0);
    }
    ck_assert_uint_gt(births, 1000);
    ck_assert_uint_gt(deaths, 1000);
    ck_assert_uint_eq(start + births, count_alive(&population) + deaths);
    population_end(&population);
}

TEST(opening_moves_nobody) {
    static Population population;
    population_begin_in(&population, 2021);
    population_live_year(&population);
    Resident *before = population_copy(&population);
    population_turn(&population);
    uint32_t moved = 0;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        Resident now = population.residents.resident[p];
        now.frailty_yearly = before[p].frailty_yearly;
        now.due_fraction = before[p].due_fraction;
        moved += memcmp(&now, &before[p], sizeof now) != 0;
    }
    ck_assert_uint_eq(moved, 0);
    free(before);
    population_end(&population);
}

// ---- deaths

// The chance to die at this age in a year; mortality changes from 2022 on.
static double death_share(const City *city, int group, int year) {
    const double per_1000 = population_values(&city->parameters.mortality)[group];
    const People *people = &city->parameters.people;
    return per_1000 / 1000 * people->mortality_level *
           exp(people->mortality_change * (year - 2022));
}

TEST(deaths_by_age) {
    static Population population;
    City *city = population_prepare_healthy(&population);
    city->parameters.people.mortality_change = -0.06;
    population_begin(&population, 1, 17);
    population_turn_to(&population, 2022);
    double dead[FIVE_YEAR_AGES] = {0}, expected[FIVE_YEAR_AGES] = {0}, all = 0, all_expected = 0;
    for (int year = 2022; year < 2029; year++, population_turn_to(&population, year)) {
        for (uint32_t p = 0; p < population.residents.slots; p++) {
            const int group = population_five_years(population_age(&population, p));
            if (population_alive(&population, p)) expected[group] += death_share(city, group, year);
        }
        for (int county = 0; county < MADE_UP_COUNTIES; county++)
            for (uint32_t i = 0; i < population.deaths[county].count; i++) {
                const uint32_t p = population.deaths[county].person[i];
                dead[population_five_years(population_age(&population, p))]++;
            }
    }
    for (int group = 0; group < FIVE_YEAR_AGES; group++) {
        ck_assert_double_lt(misses_rate_by(dead[group], expected[group]), 3.5);
        all += dead[group];
        all_expected += expected[group];
    }
    ck_assert_double_lt(misses_rate_by(all, all_expected), 3.5);
    population_end(&population);
}

TEST(newborns_may_die) {
    static Population population;
    City *city = population_prepare_healthy(&population);
    city->parameters.mortality.age_0 = 100;
    population_begin(&population, 1, 17);
    population_turn_to(&population, 2023);
    double newborns = 0, dead = 0;
    for (uint32_t p = 0; p < population.residents.slots; p++)
        newborns +=
            population_alive(&population, p) && population.residents.resident[p].birth_day >
                                                    calendar_day(2022, 1, 1) + DAYS_1900_TO_2021;
    for (int county = 0; county < MADE_UP_COUNTIES; county++)
        for (uint32_t i = 0; i < population.deaths[county].count; i++) {
            const uint32_t p = population.deaths[county].person[i];
            dead += population.residents.resident[p].birth_day >
                    calendar_day(2022, 1, 1) + DAYS_1900_TO_2021;
        }
    ck_assert_double_gt(newborns, 500);
    ck_assert_double_lt(misses_by(dead, newborns, death_share(city, 0, 2023)), 3.5);
    population_end(&population);
}

TEST(deaths_are_ordered) {
    static Population population;
    population_begin_in(&population, 2024);
    for (int county = 0; county < MADE_UP_COUNTIES; county++) {
        const Deaths *deaths = &population.deaths[county];
        ck_assert_uint_gt(deaths->count, 200);
        ck_assert_uint_eq(deaths->first_of_day[0], 0);
        ck_assert_uint_eq(deaths->first_of_day[DAYS_OF_LONGEST_YEAR], deaths->count);
        for (int day = 0; day < DAYS_OF_LONGEST_YEAR; day++)
            for (uint32_t i = deaths->first_of_day[day]; i < deaths->first_of_day[day + 1]; i++)
                ck_assert_int_eq(deaths->day_of_year[i], day);
    }
    population_end(&population);
}

TEST(deaths_fall_on_every_day) {
    static Population population;
    population_begin_in(&population, 2022);
    double month[12] = {0}, even[12] = {0};
    for (int year = 2022; year < 2027; year++, population_turn_to(&population, year))
        for (int county = 0; county < MADE_UP_COUNTIES; county++)
            for (uint32_t i = 0; i < population.deaths[county].count; i++) {
                ck_assert_uint_lt(population.deaths[county].day_of_year[i], 365);
                month[population.deaths[county].day_of_year[i] * 12 / 365]++;
            }
    for (int day = 0; day < 365; day++)
        even[day * 12 / 365]++;
    ck_assert_double_gt(chance_of_shares(month, even, 12), 1e-4);
    population_end(&population);
}

TEST(the_list_is_what_each_death_says) {
    static Population population;
    population_begin_in(&population, 2024);
    int *listed = malloc(population.residents.slots * sizeof *listed);
    ck_assert_ptr_nonnull(listed);
    for (uint32_t p = 0; p < population.residents.slots; p++)
        listed[p] = -1;
    for (int county = 0; county < MADE_UP_COUNTIES; county++)
        for (uint32_t i = 0; i < population.deaths[county].count; i++) {
            const uint32_t p = population.deaths[county].person[i];
            ck_assert(population_county(&population, p) == county);
            ck_assert(listed[p] == -1);
            listed[p] = population.deaths[county].day_of_year[i];
        }
    uint32_t wrong = 0;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *resident = &population.residents.resident[p];
        wrong += resident->alive && death_day_of_year(&population.turn, resident, p) != listed[p];
    }
    ck_assert_uint_eq(wrong, 0);
    free(listed);
    population_end(&population);
}

TEST(everybody_dies) {
    static Population population;
    City *city = population_prepare_healthy(&population);
    double *per_1000 = (double *)&city->parameters.mortality;
    for (int group = 0; group < FIVE_YEAR_AGES; group++)
        per_1000[group] = 1000;
    city->parameters.people.mortality_change = 0;
    population_begin(&population, 1, 23);
    population_turn_to(&population, 2022);
    for (int county = 0; county < MADE_UP_COUNTIES; county++) {
        uint32_t alive = 0;
        for (uint32_t p = 0; p < population.residents.slots; p++)
            alive +=
                population_alive(&population, p) && population_county(&population, p) == county;
        ck_assert_uint_gt(alive, 50000);
        ck_assert_uint_eq(population.deaths[county].count, alive);
    }
    population_live_year(&population);
    ck_assert_uint_eq(count_alive(&population), 0);
    population_end(&population);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("start and births are the living and the dead, to the last person", persons_balance),
        CLAIM("opening the first year moves nothing but frailty and the next need",
              opening_moves_nobody),
        CLAIM("deaths of each age are the table's with its level and yearly change", deaths_by_age),
        CLAIM("newborns may die in their first calendar year", newborns_may_die),
        CLAIM("deaths are listed by day of the year", deaths_are_ordered),
        CLAIM("deaths fall evenly on the days of the year", deaths_fall_on_every_day),
        CLAIM("everybody's own day of death is the one on the list, in the right county",
              the_list_is_what_each_death_says),
        CLAIM("where everybody dies nobody is left out of the list", everybody_dies),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
