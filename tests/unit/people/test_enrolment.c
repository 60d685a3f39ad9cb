// SPDX-License-Identifier: MIT
#include "people/enrolment.h"

#include "support/chance.h"
#include "support/population.h"
#include "unit/claim.h"

#include <stdlib.h>
#include <string.h>

static Population population;

static const City *live_until(int year) {
    const City *city = population_prepare_healthy(&population);
    population_begin(&population, 1, 41);
    while (population.turn.year < year) {
        population_live_year(&population);
        population_turn(&population);
    }
    return city;
}

static int urban_of(uint32_t person) {
    const unsigned township = resident_township(&population.residents, person);
    return population.made.townships[township].urban != 0;
}

typedef struct Share {
    double all, with;
} Share;

static void add(Share *share, int with) {
    share->all++;
    share->with += with;
}

// ---- schemes

// The first population has its shares by chance, and later years hold them closer than that.
TEST(employees_by_age) {
    live_until(2030);
    Share share[2][AGE_BAND_COUNT] = {{{0}}};
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *resident = &population.residents.resident[p];
        const int age = population_age(&population, p);
        if (!resident->alive || resident->absent || age < 18 || age >= 60) continue;
        add(&share[urban_of(p)][population.hazards.band_of_age[age]],
            resident->scheme == SCHEME_EMPLOYEE);
    }
    for (int urban = 0; urban < 2; urban++)
        for (int band = AGE_15; band <= AGE_55; band++) {
            const Share *row = &share[urban][band];
            const double wanted = population.turn.employees.of[urban];
            ck_assert_double_gt(row->with, 100);
            ck_assert_double_lt(misses_by(row->with, row->all, wanted), 2);
        }
    population_end(&population);
}

// Those who come home after 60 find no job, and are few.
TEST(retired_shares) {
    live_until(2030);
    Share share[2] = {{0}};
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *resident = &population.residents.resident[p];
        const int age = population_age(&population, p);
        if (!resident->alive || resident->absent || age < 60) continue;
        add(&share[urban_of(p)], resident->scheme == SCHEME_RETIRED);
    }
    for (int urban = 0; urban < 2; urban++)
        ck_assert_double_lt(
            misses_by(share[urban].with, share[urban].all, population.turn.employees.of[urban]),
            3.5);
    population_end(&population);
}

TEST(only_workers_have_jobs) {
    live_until(2030);
    uint32_t wrong = 0;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *resident = &population.residents.resident[p];
        const int age = population_age(&population, p);
        if (!resident->alive) continue;
        wrong += resident->scheme == SCHEME_EMPLOYEE && (age < 18 || age >= 60 || resident->absent);
        wrong += resident->scheme == SCHEME_RETIRED && (age < 60 || resident->absent);
    }
    ck_assert_uint_eq(wrong, 0);
    population_end(&population);
}

// A year in which people neither come of age nor leave would move nobody.
TEST(few_moves) {
    live_until(2027);
    Resident *before = malloc(population.residents.slots * sizeof *before);
    ck_assert_ptr_nonnull(before);
    memcpy(before, population.residents.resident, population.residents.slots * sizeof *before);
    population_live_year(&population);
    population_turn(&population);
    Share joined = {0}, left = {0};
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *now = &population.residents.resident[p], *was = &before[p];
        const int age = population_age(&population, p);
        if (!was->alive || !now->alive || was->absent || age < 20 || age >= 60) continue;
        if (was->scheme == SCHEME_EMPLOYEE) add(&left, now->scheme != SCHEME_EMPLOYEE);
        if (was->scheme == SCHEME_RESIDENT) add(&joined, now->scheme == SCHEME_EMPLOYEE);
    }
    ck_assert_double_gt(joined.with, 0);
    ck_assert_double_gt(left.with, 0);
    ck_assert_double_lt(joined.with / joined.all, 0.05);
    ck_assert_double_lt(left.with / left.all, 0.05);
    free(before);
    population_end(&population);
}

// ---- contracts

TEST(contracts_by_age) {
    const City *city = live_until(2030);
    Share share[3] = {{0}}; // born since the start, under 65, older
    uint32_t absent = 0;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *resident = &population.residents.resident[p];
        const int age = population_age(&population, p);
        if (!resident->alive) continue;
        absent += resident->absent && resident->contract;
        if (!resident->absent) add(&share[age < 8 ? 0 : age < 65 ? 1 : 2], resident->contract);
    }
    const People *people = &city->parameters.people;
    const double wanted[3] = {people->contract_share_under_65, people->contract_share_under_65,
                              people->contract_share_65};
    for (int i = 0; i < 3; i++) {
        ck_assert_double_gt(share[i].all, 3000);
        ck_assert_double_lt(misses_by(share[i].with, share[i].all, wanted[i]), 3.5);
    }
    ck_assert_uint_eq(absent, 0);
    population_end(&population);
}

// Whoever signs signs again, unless he leaves.
TEST(contracts_are_kept) {
    live_until(2023);
    Resident *before = malloc(population.residents.slots * sizeof *before);
    ck_assert_ptr_nonnull(before);
    memcpy(before, population.residents.resident, population.residents.slots * sizeof *before);
    while (population.turn.year < 2030) {
        population_live_year(&population);
        population_turn(&population);
    }
    Share ended = {0}, signed_late = {0};
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *now = &population.residents.resident[p], *was = &before[p];
        if (!was->alive || !now->alive || was->absent || now->absent) continue;
        if (was->contract)
            add(&ended, !now->contract);
        else if (population_age(&population, p) < 65)
            add(&signed_late, now->contract);
    }
    ck_assert_double_gt(ended.all, 10000);
    ck_assert_double_eq(ended.with, 0);
    ck_assert_double_eq(signed_late.with, 0);
    free(before);
    population_end(&population);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("after eight years each age has the start's share of employees, in town and country",
              employees_by_age),
        CLAIM("and so have the retired", retired_shares),
        CLAIM("nobody under 18 or away has a job, and from 60 on all who had are retired",
              only_workers_have_jobs),
        CLAIM("few change schemes: in a year less than 5 in 100 join or leave", few_moves),
        CLAIM("after eight years contracts have their shares, the newborn's too; the absent none",
              contracts_by_age),
        CLAIM("who signs goes on signing", contracts_are_kept),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
