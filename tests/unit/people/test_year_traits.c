// SPDX-License-Identifier: MIT
#include "base/calendar.h"
#include "people/condition.h"
#include "people/year.h"
#include "support/chance.h"
#include "support/population.h"
#include "unit/claim.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// People who have lived to the end of 2022, as they were and as they are after the turn to 2023.
typedef struct Turned {
    Population population;
    Resident *before;
} Turned;

static const City *begin_at(Turned *turned, uint32_t scale) {
    Population *population = &turned->population;
    population_begin(population, scale, 23);
    population_live_year(population);
    population_turn(population);
    population_live_year(population);
    const size_t size = population->residents.slots * sizeof(Resident);
    turned->before = malloc(size);
    ck_assert_ptr_nonnull(turned->before);
    memcpy(turned->before, population->residents.resident, size);
    population_turn(population);
    return &population->made.city;
}

static const City *begin(Turned *turned) {
    population_prepare_healthy(&turned->population);
    return begin_at(turned, 1);
}

static void end(Turned *turned) {
    free(turned->before);
    population_end(&turned->population);
}

static const Resident *after(const Turned *turned, uint32_t person) {
    return &turned->population.residents.resident[person];
}

static int lived_on(const Turned *turned, uint32_t person) {
    return turned->before[person].alive && after(turned, person)->alive;
}

TEST(birthdays_and_places_stay) {
    static Turned turned;
    begin(&turned);
    uint32_t others = 0;
    for (uint32_t p = 0; p < turned.population.residents.slots; p++) {
        if (!lived_on(&turned, p)) continue;
        const Resident *now = after(&turned, p), *was = &turned.before[p];
        others += now->birth_day != was->birth_day || now->sex != was->sex ||
                  now->frailty_permanent != was->frailty_permanent ||
                  now->low_income != was->low_income || now->ordinal != was->ordinal ||
                  now->last_kind != was->last_kind;
    }
    ck_assert_uint_eq(others, 0);
    end(&turned);
}

TEST(frailty_of_the_year) {
    static Turned turned;
    begin(&turned);
    static double count[FRAILTY_CLASSES], even[FRAILTY_CLASSES];
    double product = 0, permanent = 0, all = 0;
    for (uint32_t p = 0; p < turned.population.residents.slots; p++) {
        if (!lived_on(&turned, p)) continue;
        const double now = after(&turned, p)->frailty_yearly;
        count[after(&turned, p)->frailty_yearly]++;
        product += (now - 127.5) * (turned.before[p].frailty_yearly - 127.5);
        permanent += (now - 127.5) * (turned.before[p].frailty_permanent - 127.5);
        all++;
    }
    for (int i = 0; i < FRAILTY_CLASSES; i++)
        even[i] = 1;
    ck_assert_double_gt(chance_of_shares(count, even, FRAILTY_CLASSES), 1e-4);
    ck_assert_double_lt(fabs(product) / (256 * 256 / 12.0) / sqrt(all), 3.5);
    ck_assert_double_lt(fabs(permanent) / (256 * 256 / 12.0) / sqrt(all), 3.5);
    end(&turned);
}

TEST(retirement) {
    static Turned turned;
    begin(&turned);
    uint32_t retired = 0, wrong = 0;
    for (uint32_t p = 0; p < turned.population.residents.slots; p++) {
        if (!lived_on(&turned, p)) continue;
        const unsigned was = turned.before[p].scheme, now = after(&turned, p)->scheme;
        const int age = population_age(&turned.population, p);
        if (age < 60 && age >= 18) continue;
        wrong += now != (was == SCHEME_EMPLOYEE && age >= 60 ? SCHEME_RETIRED : was);
        retired += was != now;
    }
    ck_assert_uint_gt(retired, 50);
    ck_assert_uint_eq(wrong, 0);
    end(&turned);
}

// Who may move at which rate, and who did; all of them, and those at the youngest and oldest age.
typedef struct Movers {
    double may[3], moved[3];
} Movers;

static void add_mover(Movers *movers, int age, int youngest, int oldest, int moved) {
    const int belongs[3] = {1, age == youngest, age == oldest};
    for (int i = 0; i < 3; i++) {
        movers->may[i] += belongs[i];
        movers->moved[i] += belongs[i] && moved;
    }
}

TEST(migration) {
    static Turned turned;
    City *city = population_prepare_healthy(&turned.population);
    city->parameters.people.out_migration = 0.1;
    city->parameters.people.return_migration = 0.4;
    begin_at(&turned, 1);
    Movers out = {0}, home = {0};
    uint32_t moved_unasked = 0;
    for (uint32_t p = 0; p < turned.population.residents.slots; p++) {
        if (!lived_on(&turned, p)) continue;
        const Resident *was = &turned.before[p], *now = after(&turned, p);
        const int age = population_age(&turned.population, p);
        if (!was->absent && age >= 15 && age < 45 && now->scheme == SCHEME_RESIDENT)
            add_mover(&out, age, 15, 44, now->absent);
        else if (was->absent && age >= 45 && age < 65)
            add_mover(&home, age, 45, 64, !now->absent);
        else
            moved_unasked += was->absent != now->absent;
    }
    const Vital *vital = turned.population.vital;
    ck_assert_uint_eq(moved_unasked, 0);
    for (int i = 0; i < 3; i++) {
        ck_assert_double_lt(misses_by(out.moved[i], out.may[i], 0.1), 3.5);
        ck_assert_double_lt(misses_by(home.moved[i], home.may[i], 0.4), 3.5);
    }
    ck_assert_double_eq(out.moved[0], vital[0].left + vital[1].left);
    ck_assert_double_eq(home.moved[0], vital[0].returned + vital[1].returned);
    end(&turned);
}

// ---- conditions

// Stages of one condition among its holders after the turn against the year's matrix; those who got
// it this year began as undiagnosed.
static void assert_stages(const Turned *turned, int c, Stage from, int is_new) {
    double count[STAGE_COUNT] = {0}, year[STAGE_COUNT][STAGE_COUNT];
    condition_year(&turned->population.made.city.parameters.condition[c], year);
    for (uint32_t p = 0; p < turned->population.residents.slots; p++) {
        if (!lived_on(turned, p)) continue;
        const Stage was = condition_stage(turned->before[p].conditions, c);
        const Stage now = condition_stage(after(turned, p)->conditions, c);
        if (now != STAGE_NONE && was == (is_new ? STAGE_NONE : from)) count[now]++;
    }
    ck_assert_double_gt(chance_of_shares(count, year[from], STAGE_COUNT), 1e-4);
}

TEST(stages_move_by_the_matrix) {
    static Turned turned;
    begin(&turned);
    for (int c = 0; c < CONDITION_COUNT; c++)
        for (Stage from = STAGE_UNDIAGNOSED; from < STAGE_COUNT; from++)
            assert_stages(&turned, c, from, 0);
    end(&turned);
}

// By how much two conditions of one person move together, in standard errors.
static double togetherness(const Turned *turned, int a, int b) {
    double year[2][STAGE_COUNT][STAGE_COUNT], sum = 0, variance = 0;
    condition_year(&turned->population.made.city.parameters.condition[a], year[0]);
    condition_year(&turned->population.made.city.parameters.condition[b], year[1]);
    for (uint32_t p = 0; p < turned->population.residents.slots; p++) {
        if (!lived_on(turned, p)) continue;
        const uint32_t was = turned->before[p].conditions, now = after(turned, p)->conditions;
        const Stage one = condition_stage(was, a), other = condition_stage(was, b);
        if (one == STAGE_NONE || other == STAGE_NONE) continue;
        const double stay_one = year[0][one][one], stay_other = year[1][other][other];
        sum += ((condition_stage(now, a) == one) - stay_one) *
               ((condition_stage(now, b) == other) - stay_other);
        variance += stay_one * (1 - stay_one) * stay_other * (1 - stay_other);
    }
    return sum / sqrt(variance);
}

TEST(conditions_move_alone) {
    static Turned turned;
    City *city = population_prepare_healthy(&turned.population);
    for (int c = 0; c < CONDITION_COUNT; c++) {
        ConditionRow *row = &city->parameters.condition[c];
        row->prevalence_35 = row->prevalence_45 = row->prevalence_55 = row->prevalence_65 = 0.5;
    }
    begin_at(&turned, 1);
    for (int a = 0; a < CONDITION_COUNT; a++)
        for (int b = 0; b < a; b++)
            ck_assert_double_lt(fabs(togetherness(&turned, a, b)), 3.5);
    end(&turned);
}

TEST(new_cases_start_undiagnosed) {
    static Turned turned;
    begin(&turned);
    for (int c = 0; c < CONDITION_COUNT; c++)
        assert_stages(&turned, c, STAGE_UNDIAGNOSED, 1);
    end(&turned);
}

TEST(onset_by_age_and_sex) {
    static Turned turned;
    const City *city = begin(&turned);
    for (int c = 0; c < CONDITION_COUNT; c++)
        for (unsigned sex = 0; sex < SEXES; sex++)
            for (int from = 15; from < 85; from += 35) {
                double cases = 0, expected = 0;
                for (uint32_t p = 0; p < turned.population.residents.slots; p++) {
                    const int age = population_age(&turned.population, p);
                    if (!lived_on(&turned, p) || age < from || age >= from + 35) continue;
                    if (turned.before[p].sex != sex) continue;
                    if (condition_stage(turned.before[p].conditions, c) != STAGE_NONE) continue;
                    expected += condition_onset(&city->parameters.condition[c], sex, age - 1);
                    cases += condition_stage(after(&turned, p)->conditions, c) != STAGE_NONE;
                }
                ck_assert_double_lt(misses_rate_by(cases, expected), 3.9);
            }
    end(&turned);
}

TEST(children_have_none) {
    static Turned turned;
    City *city = population_prepare_healthy(&turned.population);
    for (int c = 0; c < CONDITION_COUNT; c++)
        city->parameters.condition[c].prevalence_20 = 0.15; // steep from 15 on
    begin_at(&turned, 1);
    uint32_t ill = 0;
    for (uint32_t p = 0; p < turned.population.residents.slots; p++)
        if (lived_on(&turned, p) && population_age(&turned.population, p) <= 15)
            ill += after(&turned, p)->conditions != 0;
    ck_assert_uint_eq(ill, 0);
    end(&turned);
}

TEST(conditions_never_end) {
    static Turned turned;
    begin(&turned);
    uint32_t ended = 0;
    for (uint32_t p = 0; p < turned.population.residents.slots; p++)
        for (int c = 0; c < CONDITION_COUNT; c++)
            ended += lived_on(&turned, p) &&
                     condition_stage(turned.before[p].conditions, c) != STAGE_NONE &&
                     condition_stage(after(&turned, p)->conditions, c) == STAGE_NONE;
    ck_assert_uint_eq(ended, 0);
    end(&turned);
}

TEST(prevalence_keeps_its_curve) {
    static Population population;
    const City *city = population_prepare_healthy(&population);
    population_begin(&population, 1, 29);
    while (population.turn.year < 2029) {
        population_live_year(&population);
        population_turn(&population);
    }
    for (int c = 0; c < CONDITION_COUNT; c++)
        for (int from = 0; from < 75; from += 15) {
            double have = 0, expected = 0;
            for (uint32_t p = 0; p < population.residents.slots; p++) {
                const int age = population_age(&population, p);
                if (!population_alive(&population, p) || age < from || age >= from + 15) continue;
                const Resident *resident = &population.residents.resident[p];
                expected +=
                    condition_prevalence(&city->parameters.condition[c], resident->sex, age);
                have += condition_stage(resident->conditions, c) != STAGE_NONE;
            }
            if (expected > 0) ck_assert_double_lt(misses_rate_by(have, expected), 3.5);
        }
    population_end(&population);
}

// ---- money of the year

TEST(the_year_of_the_rules_begins) {
    static Population population;
    population_prepare_healthy(&population);
    population_begin(&population, 50, 23);
    population_live_year(&population);
    for (uint32_t p = 0; p < population.residents.slots; p++)
        population.residents.resident[p].outpatient = (Outpatient){.pool_paid_fen = 4321,
                                                          .account_paid_fen = 777,
                                                          .visit_deductible_fen = 99,
                                                          .test_day = 360,
                                                          .test_place = 11,
                                                          .test_class = 2};
    population_turn(&population);
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        const Outpatient *now = &population.residents.resident[p].outpatient;
        if (!population_alive(&population, p)) continue;
        ck_assert(now->pool_paid_fen == 0 && now->account_paid_fen == 0);
        ck_assert(now->visit_deductible_fen == 0);
        ck_assert(now->test_day == 360 && now->test_place == 11 && now->test_class == 2);
    }
    population_end(&population);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a year leaves birth, sex, permanent frailty and habit alone",
              birthdays_and_places_stay),
        CLAIM("frailty of the year is drawn anew and remembers nothing", frailty_of_the_year),
        CLAIM("employees retire at 60, and nobody outside working age changes scheme", retirement),
        CLAIM("residents of 15 to 44 leave and absent of 45 to 64 return at their rates",
              migration),
        CLAIM("stages of care move by the year's matrix", stages_move_by_the_matrix),
        CLAIM("the stages of two conditions move independently", conditions_move_alone),
        CLAIM("new cases start undiagnosed and have a year of moves", new_cases_start_undiagnosed),
        CLAIM("new cases arise by age and sex as onset says", onset_by_age_and_sex),
        CLAIM("nobody has a chronic condition before the year they are 16", children_have_none),
        CLAIM("a chronic condition does not end", conditions_never_end),
        CLAIM("after seven years of births, deaths and onset prevalence keeps its curve",
              prevalence_keeps_its_curve),
        CLAIM("1 January empties what was used of pool, account and deductible, not the tests",
              the_year_of_the_rules_begins),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
