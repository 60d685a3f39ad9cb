// SPDX-License-Identifier: MIT
#include "people/synthesis.h"
#include "base/calendar.h"
#include "support/chance.h"
#include "support/population.h"
#include "unit/claim.h"

#include <math.h>

static const City *begin(Population *population) {
    const City *city = population_prepare(population);
    population_begin(population, 1, 11);
    return city;
}

// ---- ages

typedef struct Ages {
    double all, to_15, from_60, from_65;
} Ages;

static Ages count_ages(const Population *population, int county) {
    Ages ages = {0};
    for (uint32_t p = 0; p < population->residents.slots; p++) {
        const Resident *resident = &population->residents.resident[p];
        if (!resident->alive || resident->absent || population_county(population, p) != county)
            continue;
        const int age = population_age_at_start(population, p);
        ages.all++;
        ages.to_15 += age <= 15;
        ages.from_60 += age >= 60;
        ages.from_65 += age >= 65;
    }
    return ages;
}

static void assert_county_margins(const Population *population) {
    const City *city = &population->made.city;
    const People *people = &city->parameters.people;
    for (int c = 0; c < MADE_UP_COUNTIES; c++) {
        const Ages ages = count_ages(population, c);
        const double old = city->counties[c].share_60;
        const double tilt = old / people->share_60;
        const double young = people->share_0_15 * (1 - old) / (1 - people->share_60);
        ck_assert_double_lt(misses_by(ages.from_60, ages.all, old), 3.5);
        ck_assert_double_lt(misses_by(ages.from_65, ages.all, people->share_65 * tilt), 3.5);
        ck_assert_double_lt(misses_by(ages.to_15, ages.all, young), 3.5);
    }
}

TEST(county_margins) {
    static Population population;
    begin(&population);
    assert_county_margins(&population);
    population_end(&population);
}

static const City *begin_young(Population *population) {
    City *city = population_prepare(population);
    city->parameters.people.share_0_15 = 0.43;
    city->parameters.people.share_60 = 0.081;
    city->parameters.people.share_65 = 0.047;
    city->counties[0].share_60 = 0.093;
    city->counties[1].share_60 = 0.072;
    population_begin(population, 1, 13);
    return city;
}

TEST(margins_far_from_the_pyramid) {
    static Population population;
    begin_young(&population);
    assert_county_margins(&population);
    population_end(&population);
}

TEST(city_margins) {
    static Population population;
    const City *city = begin(&population);
    const People *people = &city->parameters.people;
    const Ages hill = count_ages(&population, 0), river = count_ages(&population, 1);
    const double all = hill.all + river.all;
    ck_assert_double_lt(misses_by(hill.from_60 + river.from_60, all, people->share_60), 3.5);
    ck_assert_double_lt(misses_by(hill.from_65 + river.from_65, all, people->share_65), 3.5);
    ck_assert_double_lt(misses_by(hill.to_15 + river.to_15, all, people->share_0_15), 3.5);
    population_end(&population);
}

static void count_groups(const Population *population, unsigned absent,
                         double count[FIVE_YEAR_AGES]) {
    for (uint32_t p = 0; p < population->residents.slots; p++) {
        const Resident *resident = &population->residents.resident[p];
        if (!resident->alive || resident->absent != absent) continue;
        count[population_five_years(population_age_at_start(population, p))]++;
    }
}

// Asserts that chance allows the groups [from, to) to have these shares of their sum.
static void assert_shares(const double *count, const double *share, int from, int to) {
    const double chance = chance_of_shares(count + from, share + from, to - from);
    ck_assert_double_gt(chance, 1e-4);
}

TEST(pyramid_between_the_margins) {
    static Population population;
    const City *city = begin(&population);
    const double *pyramid = population_values(&city->parameters.pyramid);
    double count[FIVE_YEAR_AGES] = {0};
    count_groups(&population, 0, count);
    assert_shares(count, pyramid, 0, 3);   // under 15
    assert_shares(count, pyramid, 4, 12);  // 20 to 59
    assert_shares(count, pyramid, 13, 18); // 65 and over
    population_end(&population);
}

// What a range of groups gained against the pyramid.
static double gain(const double *count, const double *pyramid, int from, int to) {
    double counted = 0, shared = 0;
    for (int g = from; g < to; g++) {
        counted += count[g];
        shared += pyramid[g];
    }
    return counted / shared;
}

TEST(the_group_that_is_cut) {
    static Population population;
    const City *city = begin_young(&population);
    const double *pyramid = population_values(&city->parameters.pyramid);
    double count[FIVE_YEAR_AGES] = {0};
    count_groups(&population, 0, count);
    const double expected =
        pyramid[3] * (gain(count, pyramid, 0, 3) + 4 * gain(count, pyramid, 4, 12)) / 5;
    ck_assert_double_eq_tol(count[3], expected, 4 * sqrt(expected));
    population_end(&population);
}

TEST(ages_within_a_group) {
    static Population population;
    begin(&population);
    double within[5] = {0}, oldest[11] = {0}, even[10];
    for (int i = 0; i < 10; i++)
        even[i] = 1;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        if (!population.residents.resident[p].alive) continue;
        const int age = population_age_at_start(&population, p);
        if (age < 85)
            within[age % 5]++;
        else
            oldest[age < 95 ? age - 85 : 10]++;
    }
    assert_shares(within, even, 0, 5);
    assert_shares(oldest, even, 0, 10);
    ck_assert_double_eq(oldest[10], 0);
    population_end(&population);
}

TEST(absent_have_their_own_ages) {
    static Population population;
    const City *city = begin(&population);
    const double *absence = population_values(&city->parameters.absence);
    double count[FIVE_YEAR_AGES] = {0};
    count_groups(&population, 1, count);
    assert_shares(count, absence, 0, FIVE_YEAR_AGES);
    population_end(&population);
}

TEST(birthdays_are_even) {
    static Population population;
    begin(&population);
    double month[12] = {0}, days[12];
    for (int m = 0; m < 12; m++)
        days[m] = m == 1 ? 28.25 : calendar_days_of_month(2021, m + 1);
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        if (!population.residents.resident[p].alive) continue;
        int year, of_year, day;
        calendar_split(population.residents.resident[p].birth_day - DAYS_1900_TO_2021, &year,
                       &of_year, &day);
        month[of_year - 1]++;
    }
    assert_shares(month, days, 0, 12);
    population_end(&population);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("each county has its share of 0-15, 60+ and 65+ within binomial error",
              county_margins),
        CLAIM("a county far younger than the province's pyramid has its shares all the same",
              margins_far_from_the_pyramid),
        CLAIM("the city has its share of 0-15, 60+ and 65+ within binomial error", city_margins),
        CLAIM("between the margins ages are the province's", pyramid_between_the_margins),
        CLAIM("the group that a margin cuts takes a fifth from one side and four from the other",
              the_group_that_is_cut),
        CLAIM("within a group of ages all are alike, and the oldest are under 95",
              ages_within_a_group),
        CLAIM("the absent have the ages of the absent", absent_have_their_own_ages),
        CLAIM("birthdays are spread evenly over the year", birthdays_are_even),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
