// SPDX-License-Identifier: MIT
#include "people/synthesis.h"
#include "people/condition.h"
#include "support/chance.h"
#include "support/population.h"
#include "unit/claim.h"

#include <math.h>
#include <string.h>

static const City *begin(Population *population) {
    const City *city = population_prepare(population);
    population_begin(population, 1, 11);
    return city;
}

// Asserts that chance allows the groups [from, to) to have these shares of their sum.
static void assert_shares(const double *count, const double *share, int from, int to) {
    const double chance = chance_of_shares(count + from, share + from, to - from);
    ck_assert_double_gt(chance, 1e-4);
}

// ---- heads

TEST(heads_are_exact) {
    static const uint32_t scales[] = {1, 10, 50};
    for (int s = 0; s < 3; s++) {
        static Population population;
        population_prepare(&population);
        population_begin(&population, scales[s], 11);
        const Residents *residents = &population.residents;
        for (int t = 0; t < MADE_UP_TOWNSHIPS; t++) {
            uint32_t present = 0, absent = 0;
            for (uint32_t p = residents->township_first[t]; p < residents->township_first[t + 1];
                 p++) {
                present += residents->resident[p].alive && !residents->resident[p].absent;
                absent += residents->resident[p].alive && residents->resident[p].absent;
            }
            const Headcount heads = township_headcount(&population.made.city, t, scales[s]);
            ck_assert_uint_eq(present, heads.residents);
            ck_assert_uint_eq(absent, heads.absent);
            ck_assert_uint_eq(residents->township_used[t], heads.residents + heads.absent);
        }
        population_end(&population);
    }
}

TEST(a_clean_start) {
    static Population population;
    begin(&population);
    uint32_t spent = 0, unborn_due = 0, used = 0;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *resident = &population.residents.resident[p];
        const Outpatient none = {0};
        spent += memcmp(&resident->outpatient, &none, sizeof none) != 0;
        if (resident->alive)
            used += resident->bed != NO_BED || resident->ordinal || resident->tested ||
                    resident->last_kind != KIND_NONE || resident->discharge_day;
        else
            unborn_due += population.residents.due_day[p] != NEVER;
    }
    ck_assert_uint_eq(spent, 0);
    ck_assert_uint_eq(unborn_due, 0);
    ck_assert_uint_eq(used, 0);
    population_end(&population);
}

// ---- what follows from age and place

TEST(sexes) {
    static Population population;
    const City *city = begin(&population);
    double men[4] = {0}, all[4] = {0};
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        if (!population.residents.resident[p].alive) continue;
        const int quarter = population_age_at_start(&population, p) / 25;
        men[quarter] += population.residents.resident[p].sex == MALE;
        all[quarter]++;
    }
    for (int quarter = 0; quarter < 4; quarter++)
        ck_assert_double_lt(
            misses_by(men[quarter], all[quarter], city->parameters.people.male_share), 3.5);
    population_end(&population);
}

TEST(employees) {
    static Population population;
    const City *city = begin(&population);
    double employed = 0, all = 0;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *resident = &population.residents.resident[p];
        if (!resident->alive) continue;
        const int age = population_age_at_start(&population, p);
        all++;
        employed += resident->scheme != SCHEME_RESIDENT;
        if (resident->scheme == SCHEME_EMPLOYEE)
            ck_assert(age >= 18 && age < 60 && !resident->absent);
        if (resident->scheme == SCHEME_RETIRED) ck_assert(age >= 60 && !resident->absent);
    }
    ck_assert_double_lt(misses_by(employed, all, city->parameters.people.employee_share), 3.5);
    population_end(&population);
}

TEST(employees_live_in_town) {
    static Population population;
    const City *city = begin(&population);
    double in[2] = {0}, out[2] = {0};
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *resident = &population.residents.resident[p];
        if (!resident->alive || resident->absent || population_age_at_start(&population, p) < 18)
            continue;
        const int urban = city->townships[resident_township(&population.residents, p)].urban;
        if (resident->scheme == SCHEME_RESIDENT)
            out[urban]++;
        else
            in[urban]++;
    }
    const double log_ratio = log(in[1] / out[1] / (in[0] / out[0]));
    const double error = sqrt(1 / in[0] + 1 / in[1] + 1 / out[0] + 1 / out[1]);
    ck_assert_double_eq_tol(log_ratio, log(city->parameters.people.employee_urban_ratio),
                            3.5 * error);
    population_end(&population);
}

TEST(contracts) {
    static Population population;
    const City *city = begin(&population);
    double signed_by[2] = {0}, all[2] = {0}, poor = 0;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *resident = &population.residents.resident[p];
        if (!resident->alive) continue;
        poor += resident->low_income;
        if (resident->absent) {
            ck_assert(!resident->contract);
            continue;
        }
        const int old = population_age_at_start(&population, p) >= 65;
        all[old]++;
        signed_by[old] += resident->contract;
    }
    const People *people = &city->parameters.people;
    ck_assert_double_lt(misses_by(signed_by[0], all[0], people->contract_share_under_65), 3.5);
    ck_assert_double_lt(misses_by(signed_by[1], all[1], people->contract_share_65), 3.5);
    ck_assert_double_lt(
        misses_by(poor, MADE_UP_RESIDENTS + people->absent_insured, people->low_income_share), 3.5);
    population_end(&population);
}

TEST(frailties) {
    static Population population;
    begin(&population);
    static double permanent[FRAILTY_CLASSES], yearly[FRAILTY_CLASSES], even[FRAILTY_CLASSES];
    double product = 0, all = 0;
    for (int i = 0; i < FRAILTY_CLASSES; i++)
        even[i] = 1;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Resident *resident = &population.residents.resident[p];
        if (!resident->alive) continue;
        permanent[resident->frailty_permanent]++;
        yearly[resident->frailty_yearly]++;
        product += (resident->frailty_permanent - 127.5) * (resident->frailty_yearly - 127.5);
        all++;
    }
    assert_shares(permanent, even, 0, FRAILTY_CLASSES);
    assert_shares(yearly, even, 0, FRAILTY_CLASSES);
    ck_assert_double_lt(fabs(product) / (256 * 256 / 12.0) / sqrt(all), 3.5); // no correlation
    population_end(&population);
}

// ---- conditions

TEST(prevalence) {
    static Population population;
    const City *city = begin(&population);
    for (int c = 0; c < CONDITION_COUNT; c++)
        for (int from = 0; from < 100; from += 25) {
            double have = 0, expected = 0, variance = 0;
            for (uint32_t p = 0; p < population.residents.slots; p++) {
                const Resident *resident = &population.residents.resident[p];
                const int age = population_age_at_start(&population, p);
                if (!resident->alive || age < from || age >= from + 25) continue;
                const double share =
                    condition_prevalence(&city->parameters.condition[c], resident->sex, age);
                have += condition_stage(resident->conditions, c) != STAGE_NONE;
                expected += share;
                variance += share * (1 - share);
            }
            ck_assert_double_le(fabs(have - expected), 4 * sqrt(variance));
        }
    population_end(&population);
}

TEST(first_stages) {
    static Population population;
    const City *city = begin(&population);
    for (int c = 0; c < CONDITION_COUNT; c++) {
        double count[STAGE_COUNT] = {0}, share[STAGE_COUNT];
        for (uint32_t p = 0; p < population.residents.slots; p++)
            if (population.residents.resident[p].alive)
                count[condition_stage(population.residents.resident[p].conditions, c)]++;
        condition_stationary(&city->parameters.condition[c], share);
        assert_shares(count, share, STAGE_UNDIAGNOSED, STAGE_COUNT);
    }
    population_end(&population);
}

// ---- the first need

// Chance that a person's first need falls before operational time `to`.
static double chance_before(double rate, double to) {
    return -expm1(-rate * to);
}

TEST(first_needs) {
    static Population population;
    begin(&population);
    static const int edges[] = {0, 4, 15, 40, 90, 200, 400, 900, 1800, POPULATION_DAYS};
    enum { CELLS = sizeof edges / sizeof *edges }; // the last is never
    double count[CELLS] = {0}, expected[CELLS] = {0};
    const Clock *clock = &population.clock;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        if (!population.residents.resident[p].alive) continue;
        const double rate = population_rate(&population, p);
        const uint16_t due = population.residents.due_day[p];
        int cell = 0;
        while (cell + 1 < CELLS && due >= edges[cell + 1])
            cell++;
        count[cell]++;
        for (int i = 0; i + 1 < CELLS; i++)
            expected[i] += chance_before(rate, clock->begins[edges[i + 1]]) -
                           chance_before(rate, clock->begins[edges[i]]);
        expected[CELLS - 1] += 1 - chance_before(rate, clock->begins[POPULATION_DAYS]);
    }
    assert_shares(count, expected, 0, CELLS);
    population_end(&population);
}

// Where in its own law a person's first need falls, 0 to 1; those of never are few.
static double place_in_law(const Population *population, uint32_t person) {
    const Moment due = {population->residents.due_day[person],
                        population->residents.resident[person].due_fraction};
    if (due.day == NEVER) return 1;
    return chance_before(population_rate(population, person), clock_at(&population->clock, due));
}

TEST(first_needs_of_neighbours) {
    static Population population;
    begin(&population);
    double sum = 0, pairs = 0;
    for (uint32_t p = 0; p + 1 < population.residents.slots; p += 2) {
        if (!population.residents.resident[p + 1].alive) continue;
        sum += (place_in_law(&population, p) - 0.5) * (place_in_law(&population, p + 1) - 0.5);
        pairs++;
    }
    ck_assert_double_lt(fabs(sum * 12 / sqrt(pairs)), 3.5);
    population_end(&population);
}

// ---- the same people

static int same_people(const Residents *a, const Residents *b) {
    return a->slots == b->slots &&
           memcmp(a->resident, b->resident, a->slots * sizeof *a->resident) == 0 &&
           memcmp(a->due_day, b->due_day, a->slots * sizeof *a->due_day) == 0;
}

TEST(threads_do_not_matter) {
    static Population one, more;
    begin(&one);
    for (int threads = 2; threads <= 3; threads++) {
        population_prepare(&more);
        more.threads = threads;
        population_begin(&more, 1, 11);
        const int same = same_people(&one.residents, &more.residents);
        ck_assert(same);
        population_end(&more);
    }
    population_end(&one);
}

TEST(seeds_matter) {
    static Population one, other;
    begin(&one);
    population_prepare(&other);
    population_begin(&other, 1, 12);
    uint32_t same = 0, all = 0;
    for (uint32_t p = 0; p < one.residents.slots; p++)
        if (one.residents.resident[p].alive) {
            same += one.residents.resident[p].birth_day == other.residents.resident[p].birth_day;
            all++;
        }
    ck_assert_uint_lt(same, all / 1000);
    population_end(&one);
    population_end(&other);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("each township holds its headcount, present and absent, at 1, 10 and 50",
              heads_are_exact),
        CLAIM("nobody starts in a bed, with a visit behind them or money spent", a_clean_start),
        CLAIM("men are their share at every age", sexes),
        CLAIM("the employee scheme has its share of all insured; retired from 60, none under 18",
              employees),
        CLAIM("the odds of the employee scheme in town and country differ by their ratio",
              employees_live_in_town),
        CLAIM("contracts and medical assistance have their shares; the absent sign none",
              contracts),
        CLAIM("both frailties are evenly drawn and know nothing of each other", frailties),
        CLAIM("each condition has its prevalence by sex and age", prevalence),
        CLAIM("stages of care start from their stationary law", first_stages),
        CLAIM("first needs come as each person's rate says", first_needs),
        CLAIM("neighbours fall ill independently", first_needs_of_neighbours),
        CLAIM("one, two and three threads make the same people", threads_do_not_matter),
        CLAIM("another seed makes other people", seeds_matter),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
