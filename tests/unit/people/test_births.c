// SPDX-License-Identifier: MIT
#include "base/calendar.h"
#include "people/year.h"
#include "support/chance.h"
#include "support/population.h"
#include "unit/claim.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static double expected_births(const Population *population, int county, int year) {
    const People *people = &population->made.city.parameters.people;
    double present = 0;
    for (uint32_t p = 0; p < population->residents.slots; p++)
        present += population_alive(population, p) && population_county(population, p) == county &&
                   !population->residents.resident[p].absent;
    return present * people->births_per_1000 / 1000 *
           exp(people->births_change * (year - 1 - 2022)); // born in the year before
}

TEST(births_by_year) {
    static Population population;
    population_begin_in(&population, 2022);
    for (int year = 2023; year <= 2027; year++) {
        population_live_year(&population);
        uint32_t before[MADE_UP_COUNTIES];
        double expected[MADE_UP_COUNTIES];
        for (int county = 0; county < MADE_UP_COUNTIES; county++) {
            before[county] = population.vital[county].births;
            expected[county] = expected_births(&population, county, year);
        }
        population_turn(&population);
        for (int county = 0; county < MADE_UP_COUNTIES; county++)
            ck_assert_double_lt(
                misses_rate_by(population.vital[county].births - before[county], expected[county]),
                3.5);
    }
    population_end(&population);
}

TEST(births_of_the_first_year) {
    static Population population;
    City *city = population_prepare_healthy(&population);
    city->parameters.people.births_change = -0.3;
    city->parameters.people.births_per_1000 = 25;
    population_begin(&population, 1, 17);
    population_turn_to(&population, 2022);
    population_live_year(&population);
    const double expected =
        expected_births(&population, 0, 2023) + expected_births(&population, 1, 2023);
    population_turn(&population);
    ck_assert_double_lt(
        misses_rate_by(population.vital[0].births + population.vital[1].births, expected), 3.5);
    population_end(&population);
}

TEST(newborns) {
    static Population population;
    City *city = population_prepare_healthy(&population);
    city->parameters.people.low_income_share = 0.31;
    population_begin(&population, 1, 17);
    population_turn_to(&population, 2022);
    population_live_year(&population);
    Resident *before = population_copy(&population);
    population_turn(&population);
    double month[12] = {0}, even[12] = {0}, men = 0, all = 0, poor = 0;
    const int32_t today = calendar_day(2023, 1, 1);
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *child = &population.residents.resident[p];
        if (!child->alive || before[p].alive) continue;
        const int days_old = today + DAYS_1900_TO_2021 - child->birth_day;
        ck_assert(days_old >= 1 && days_old <= 365);
        ck_assert(child->scheme == SCHEME_RESIDENT && child->conditions == 0 && !child->absent);
        ck_assert(child->bed == NO_BED && child->ordinal == 0);
        month[(days_old - 1) * 12 / 365]++;
        men += child->sex == MALE;
        poor += child->low_income;
        all++;
    }
    for (int day = 0; day < 364; day++)
        even[day * 12 / 365]++;
    ck_assert_double_eq(all, population.vital[0].births + population.vital[1].births);
    ck_assert_double_gt(chance_of_shares(month, even, 12), 1e-4);
    ck_assert_double_lt(misses_by(men, all, city->parameters.people.male_share), 3.5);
    ck_assert_double_lt(misses_by(poor, all, city->parameters.people.low_income_share), 3.5);
    free(before);
    population_end(&population);
}

TEST(newborns_are_no_twins) {
    static Population population;
    population_begin_in(&population, 2022);
    population_live_year(&population);
    Resident *before = population_copy(&population);
    population_turn(&population);
    static const Resident *children[5000];
    int count = 0;
    for (uint32_t p = 0; p < population.residents.slots && count < 5000; p++)
        if (population_alive(&population, p) && !before[p].alive)
            children[count++] = &population.residents.resident[p];
    int alike = 0;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < i; j++)
            alike += children[i]->birth_day == children[j]->birth_day &&
                     children[i]->frailty_permanent == children[j]->frailty_permanent &&
                     children[i]->frailty_yearly == children[j]->frailty_yearly;
    ck_assert_int_gt(count, 500);
    ck_assert_int_le(alike, 1); // chance alone makes one pair in 60 such years
    free(before);
    population_end(&population);
}

TEST(newborns_live_with_their_mothers) {
    static Population population;
    population_begin_in(&population, 2022);
    population_live_year(&population);
    uint32_t used[MADE_UP_TOWNSHIPS];
    memcpy(used, population.residents.township_used, sizeof used);
    population_turn(&population);
    double mothers[MADE_UP_TOWNSHIPS] = {0}, births[MADE_UP_TOWNSHIPS];
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const int t = resident_township(&population.residents, p);
        const Resident *resident = &population.residents.resident[p];
        const int age = population_age(&population, p);
        mothers[t] += resident->alive && resident->sex == FEMALE && !resident->absent &&
                      age >= 15 && age < 45;
    }
    for (int t = 0; t < MADE_UP_TOWNSHIPS; t++)
        births[t] = population.residents.township_used[t] - used[t];
    ck_assert_double_gt(chance_of_shares(births, mothers, 2), 1e-4); // within each county
    ck_assert_double_gt(chance_of_shares(births + 2, mothers + 2, 2), 1e-4);
    population_end(&population);
}

// Births of 2022 where the groups of age [from, to) are missing from the pyramid and so many are
// men.
static double births_without(int from, int to, double male_share, double *expected) {
    static Population population;
    City *city = population_prepare_healthy(&population);
    double *pyramid = &city->parameters.pyramid.age_0;
    for (int group = from; group < to; group++)
        pyramid[group] = 0;
    city->parameters.people.male_share = male_share;
    city->parameters.people.births_per_1000 = 2.1;
    population_begin(&population, 1, 17);
    population_turn_to(&population, 2022);
    population_live_year(&population);
    *expected = expected_births(&population, 0, 2023) + expected_births(&population, 1, 2023);
    population_turn(&population);
    const double births = population.vital[0].births + population.vital[1].births;
    population_end(&population);
    return births;
}

TEST(women_of_15_to_44_bear) {
    double expected;
    ck_assert_double_eq(births_without(0, 0, 1, &expected), 0);   // no women
    ck_assert_double_eq(births_without(2, 9, 0.5, &expected), 0); // none of 10 to 44
    const double late = births_without(2, 8, 0.5, &expected);     // but those of 40 to 44
    ck_assert_double_lt(misses_rate_by(late, expected), 3.5);
    const double early = births_without(3, 9, 0.5, &expected); // but those who have turned 15
    ck_assert_double_lt(misses_rate_by(early, expected), 3.5);
}

// Slots are made for 6.6 births a year of 1,000 persons.
TEST(births_without_room) {
    static Population population;
    City *city = population_prepare_healthy(&population);
    population_begin(&population, 1, 17);
    city->parameters.people.births_per_1000 = 130;
    population_turn_to(&population, 2022);
    population_live_year(&population);
    double expected[MADE_UP_COUNTIES];
    for (int county = 0; county < MADE_UP_COUNTIES; county++)
        expected[county] = expected_births(&population, county, 2023);
    population_turn(&population);
    const Residents *residents = &population.residents;
    for (int county = 0; county < MADE_UP_COUNTIES; county++) {
        const Vital *vital = &population.vital[county];
        ck_assert_uint_gt(vital->births_without_slot, 100);
        ck_assert_double_lt(
            misses_rate_by(vital->births + vital->births_without_slot, expected[county]), 3.5);
    }
    for (int t = 0; t < MADE_UP_TOWNSHIPS; t++)
        ck_assert_uint_eq(residents->township_first[t] + residents->township_used[t],
                          residents->township_first[t + 1]);
    population_end(&population);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("births follow the birth rate and its yearly change in each county", births_by_year),
        CLAIM("the first births come at the rate of the first year, not yet changed",
              births_of_the_first_year),
        CLAIM("newborns are new, insured as residents, and born on any day of the year", newborns),
        CLAIM("no two newborns are drawn alike", newborns_are_no_twins),
        CLAIM("newborns live where the women of 15 to 44 live", newborns_live_with_their_mothers),
        CLAIM("women of 15 to 44 bear, and nobody else", women_of_15_to_44_bear),
        CLAIM("births beyond the slots are counted, each of them, and write nowhere",
              births_without_room),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
