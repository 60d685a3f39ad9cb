// SPDX-License-Identifier: MIT
#include "people/condition.h"
#include "people/year.h"
#include "support/chance.h"
#include "support/population.h"
#include "unit/claim.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void live_and_turn_to(Population *population, int year) {
    while (population->turn.year < year) {
        population_live_year(population);
        population_turn(population);
    }
}

static const City *begin(Population *population, int year) {
    const City *city = population_prepare(population);
    population_begin(population, 1, 31);
    live_and_turn_to(population, year);
    return city;
}

static double *rates_of(const Population *population) {
    double *rate = malloc(population->residents.slots * sizeof *rate);
    ck_assert_ptr_nonnull(rate);
    for (uint32_t p = 0; p < population->residents.slots; p++)
        rate[p] = population_alive(population, p) ? population_rate(population, p) : 0;
    return rate;
}

static uint8_t *dying(const Population *population) {
    uint8_t *dies = calloc(population->residents.slots, sizeof *dies);
    ck_assert_ptr_nonnull(dies);
    for (int county = 0; county < MADE_UP_COUNTIES; county++)
        for (uint32_t i = 0; i < population->deaths[county].count; i++)
            dies[population->deaths[county].person[i]] = 1;
    return dies;
}

// ---- the stretched clock

enum { RATIOS = 6 };

// Persons by how much the turn changed their rate: the cells' upper ends are 0.4, 0.8,
// 1, 1.25, 2.5.
static int ratio_cell(double old_rate, double new_rate) {
    static const double ends[] = {0.4, 0.8, 1, 1.25, 2.5};
    int cell = 0;
    while (cell + 1 < RATIOS && new_rate > ends[cell] * old_rate)
        cell++;
    return cell;
}

// Lives a year and asserts that the candidates of each cell are as many as the new rates call for.
static void assert_counts_follow_rates(Population *population, const double *old_rate) {
    double *rate = rates_of(population);
    uint8_t *dies = dying(population);
    population_live_year(population);
    const double length = population_year_length(population);
    double expected[RATIOS] = {0}, counted[RATIOS] = {0};
    for (uint32_t p = 0; p < population->residents.slots; p++) {
        if (rate[p] <= 0 || old_rate[p] <= 0 || dies[p]) continue;
        const int cell = ratio_cell(old_rate[p], rate[p]);
        expected[cell] += rate[p] * length;
        counted[cell] += population->candidates[p];
    }
    for (int cell = 0; cell < RATIOS; cell++) {
        ck_assert_double_gt(expected[cell], 1000);
        ck_assert_double_lt(misses_rate_by(counted[cell], expected[cell]), 3.5);
    }
    free(rate);
    free(dies);
}

TEST(counts_follow_the_new_rate) {
    static Population population;
    begin(&population, 2022);
    for (int time = 0; time < 2; time++) {
        population_live_year(&population);
        double *old_rate = rates_of(&population);
        population_turn(&population);
        assert_counts_follow_rates(&population, old_rate);
        free(old_rate);
        population_turn(&population);
    }
    population_end(&population);
}

TEST(opening_keeps_the_law) {
    static Population population;
    begin(&population, 2021);
    population_live_year(&population);
    double *old_rate = rates_of(&population);
    population_turn(&population);
    assert_counts_follow_rates(&population, old_rate);
    free(old_rate);
    population_end(&population);
}

// A city in which needs jump up and down from one band of age to the next.
static City *prepare_jumps(Population *population) {
    City *city = population_prepare(population);
    made_up_good_health(&city->parameters);
    city->parameters.disease[DISEASE_SKIN] = (DiseaseRow){.male_ratio = 1,
                                                          .episodes_0 = 9,
                                                          .episodes_5 = 2,
                                                          .episodes_15 = 9,
                                                          .episodes_25 = 2,
                                                          .episodes_35 = 9,
                                                          .episodes_45 = 2,
                                                          .episodes_55 = 9,
                                                          .episodes_65 = 2,
                                                          .episodes_75 = 9};
    return city;
}

// Those whom their birthday of last year took into another band of age, up and down.
TEST(birthdays_change_the_rate) {
    static Population population;
    prepare_jumps(&population);
    population_begin(&population, 1, 31);
    live_and_turn_to(&population, 2022);
    population_live_year(&population);
    double expected[2] = {0}, counted[2] = {0};
    for (int year = 2023; year < 2026; year++) { // of which 2025 follows a leap year
        population_turn(&population);
        uint8_t *dies = dying(&population);
        double *rate = rates_of(&population);
        const double length = population_year_length(&population);
        population_live_year(&population);
        for (uint32_t p = 0; p < population.residents.slots; p++) {
            const int age = population_age(&population, p);
            const int32_t *band = population.hazards.band_of_age;
            if (rate[p] <= 0 || dies[p] || age == 0 || band[age] == band[age - 1]) continue;
            expected[band[age] % 2] += rate[p] * length;
            counted[band[age] % 2] += population.candidates[p];
        }
        free(dies);
        free(rate);
    }
    for (int up = 0; up < 2; up++) {
        ck_assert_double_gt(expected[up], 10000);
        ck_assert_double_lt(misses_rate_by(counted[up], expected[up]), 3.5);
    }
    population_end(&population);
}

// Where in its own law a person's first candidate of the year falls: a number evenly spread from 0
// to the chance that it falls before the end of the clock.
TEST(first_candidate_of_a_year) {
    static Population population;
    begin(&population, 2024);
    enum { CELLS = 20 };
    double count[CELLS] = {0}, expected[CELLS] = {0};
    const Clock *clock = &population.clock;
    const double now = clock->begins[population.turn.day];
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        if (!population_alive(&population, p)) continue;
        const double rate = population_rate(&population, p);
        const double most = -expm1(-rate * (clock->begins[POPULATION_DAYS] - now));
        for (int i = 0; i < CELLS; i++)
            expected[i] += fmin(fmax(most - i / (double)CELLS, 0), 1.0 / CELLS);
        const Moment due = {population.residents.due_day[p],
                            population.residents.resident[p].due_fraction};
        if (due.day == NEVER) continue;
        ck_assert(due.day >= population.turn.day);
        count[(int)(CELLS * -expm1(-rate * (clock_at(clock, due) - now)))]++;
    }
    ck_assert_double_gt(chance_of_shares(count, expected, CELLS), 1e-4);
    population_end(&population);
}

// At the end of the clock most people have no further candidate; a higher rate may bring one back.
TEST(never_is_not_for_ever) {
    static Population population;
    City *city = population_prepare(&population);
    city->parameters.demand.level = 0.03; // candidates are rare: most are never
    for (int c = 0; c < CONDITION_COUNT; c++)
        city->parameters.condition[c] = (ConditionRow){.male_ratio = 1, .turnover_rate = 0.05};
    population_begin(&population, 1, 31);
    live_and_turn_to(&population, 2028);
    double *rate = rates_of(&population);
    const Clock *clock = &population.clock;
    const double rest = clock->begins[POPULATION_DAYS] - (double)clock->begins[population.turn.day];
    double never[2] = {0}, expected[2] = {0};
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        if (rate[p] <= 0) continue;
        const int frail = population.residents.resident[p].frailty_yearly > 127;
        never[frail] += population.residents.due_day[p] == NEVER;
        expected[frail] += exp(-rate[p] * rest);
    }
    for (int frail = 0; frail < 2; frail++)
        ck_assert_double_lt(misses_rate_by(never[frail], expected[frail]), 3.5);
    free(rate);
    population_end(&population);
}

TEST(newborns_have_their_needs) {
    static Population population;
    begin(&population, 2022);
    population_live_year(&population);
    double *old_rate = rates_of(&population);
    population_turn(&population);
    double *rate = rates_of(&population);
    uint8_t *dies = dying(&population);
    const double length = population_year_length(&population);
    population_live_year(&population);
    double expected = 0, counted = 0;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        if (old_rate[p] > 0 || rate[p] <= 0 || dies[p]) continue;
        expected += rate[p] * length;
        counted += population.candidates[p];
    }
    ck_assert_double_gt(expected, 1000);
    ck_assert_double_lt(misses_rate_by(counted, expected), 3.5);
    free(old_rate);
    free(rate);
    free(dies);
    population_end(&population);
}

// ---- what may not move

TEST(fixed_demography_moves_frailty_alone) {
    static Population population;
    population_prepare(&population);
    population.fixed_demography = 1;
    population_begin(&population, 1, 31);
    live_and_turn_to(&population, 2024);
    population_live_year(&population);
    const size_t size = population.residents.slots * sizeof(Resident);
    Resident *before = malloc(size);
    ck_assert_ptr_nonnull(before);
    memcpy(before, population.residents.resident, size);
    population_turn(&population);
    uint32_t other_frailty = 0;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        Resident now = population.residents.resident[p];
        other_frailty += now.frailty_yearly != before[p].frailty_yearly;
        now.frailty_yearly = before[p].frailty_yearly;
        now.due_fraction = before[p].due_fraction;
        ck_assert(memcmp(&now, &before[p], sizeof now) == 0);
        ck_assert(!now.alive || death_day_of_year(&population.turn, &now, p) == -1);
    }
    ck_assert_uint_gt(other_frailty, population.residents.slots / 2);
    for (int county = 0; county < MADE_UP_COUNTIES; county++) {
        const Vital none = {0};
        ck_assert(memcmp(&population.vital[county], &none, sizeof none) == 0);
        ck_assert_uint_eq(population.deaths[county].count, 0);
    }
    free(before);
    population_end(&population);
}

TEST(fixed_demography_keeps_the_law) {
    static Population population;
    prepare_jumps(&population);
    population.fixed_demography = 1;
    population_begin(&population, 1, 31);
    live_and_turn_to(&population, 2024);
    population_live_year(&population);
    double *old_rate = rates_of(&population);
    population_turn(&population);
    assert_counts_follow_rates(&population, old_rate);
    free(old_rate);
    population_end(&population);
}

// True if two populations are the same but for the stages of care of those who have a condition.
static int same_but_care(const Population *a, const Population *b) {
    for (uint32_t p = 0; p < a->residents.slots; p++) {
        Resident one = a->residents.resident[p], other = b->residents.resident[p];
        for (int c = 0; c < CONDITION_COUNT; c++)
            if ((condition_stage(one.conditions, c) == STAGE_NONE) !=
                (condition_stage(other.conditions, c) == STAGE_NONE))
                return 0;
        one.conditions = other.conditions = 0;
        if (memcmp(&one, &other, sizeof one) != 0) return 0;
        if (a->residents.due_day[p] != b->residents.due_day[p]) return 0;
    }
    return memcmp(a->vital, b->vital, sizeof a->vital) == 0;
}

TEST(care_moves_no_true_event) {
    static Population base, reformed;
    begin(&base, 2022);
    begin(&reformed, 2022);
    ConditionRow rows[CONDITION_COUNT];
    for (int c = 0; c < CONDITION_COUNT; c++) {
        rows[c] = reformed.made.city.parameters.condition[c];
        rows[c].detection_rate *= 3;
        rows[c].enrolment_rate *= 2;
    }
    stage_moves_init(&reformed.moves, rows);
    live_and_turn_to(&base, 2025);
    live_and_turn_to(&reformed, 2025);
    const int same = same_but_care(&base, &reformed);
    ck_assert(same);
    const int managed_alike = memcmp(base.residents.resident, reformed.residents.resident,
                                     base.residents.slots * sizeof(Resident)) == 0;
    ck_assert(!managed_alike);
    population_end(&base);
    population_end(&reformed);
}

static int same_years(const Population *a, const Population *b) {
    const size_t slots = a->residents.slots;
    for (int county = 0; county < MADE_UP_COUNTIES; county++) {
        const Deaths *one = &a->deaths[county], *other = &b->deaths[county];
        if (one->count != other->count) return 0;
        if (memcmp(one->person, other->person, one->count * sizeof *one->person) != 0) return 0;
    }
    return memcmp(a->residents.resident, b->residents.resident, slots * sizeof(Resident)) == 0 &&
           memcmp(a->residents.due_day, b->residents.due_day, slots * sizeof(uint16_t)) == 0 &&
           memcmp(a->vital, b->vital, sizeof a->vital) == 0;
}

TEST(threads_do_not_matter) {
    static Population one, more;
    begin(&one, 2024);
    for (int threads = 2; threads <= 3; threads++) {
        population_prepare(&more);
        more.threads = threads;
        population_begin(&more, 1, 31);
        live_and_turn_to(&more, 2024);
        const int same = same_years(&one, &more);
        ck_assert(same);
        population_end(&more);
    }
    population_end(&one);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("after a turn candidates come at the new rate, whatever the change",
              counts_follow_the_new_rate),
        CLAIM("after the opening too", opening_keeps_the_law),
        CLAIM("who grew into another band of age has that band's needs from 1 January",
              birthdays_change_the_rate),
        CLAIM("the first candidate of a year is exponential from 1 January",
              first_candidate_of_a_year),
        CLAIM("who had no further candidate may get one when the rate rises",
              never_is_not_for_ever),
        CLAIM("newborns have the needs of their age from 1 January", newborns_have_their_needs),
        CLAIM("with fixed demography a year moves frailty and the next need, nothing else",
              fixed_demography_moves_frailty_alone),
        CLAIM("with fixed demography candidates come at the new rate",
              fixed_demography_keeps_the_law),
        CLAIM("three times the detection moves stages of care and no true event",
              care_moves_no_true_event),
        CLAIM("one, two and three threads live the same years", threads_do_not_matter),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
