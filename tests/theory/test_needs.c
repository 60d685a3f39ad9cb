// SPDX-License-Identifier: MIT
// Candidates are counted among people who are all alike but for frailty: one disease of even rate
// at every age, nobody born, dead, chronically ill or moving. Given both frailties a year's count
// is Poisson, so that over the people, with mean m and gamma shapes a (permanent) and b (yearly),
//     variance = m + m^2 ((1 + 1/a) (1 + 1/b) - 1), covariance of two years = m^2 / a.
#include "support/chance.h"
#include "support/population.h"
#include "unit/claim.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>

enum { YEARS = 4 };
static const double YEARLY = 3.1; // needs at frailty 1, before season and week

static City *prepare_alike(Population *population) {
    City *city = population_prepare(population);
    Parameters *p = &city->parameters;
    made_up_good_health(p);
    p->disease[DISEASE_SKIN] = (DiseaseRow){.male_ratio = 1,
                                            .winter_peak = 0.31,
                                            .episodes_0 = YEARLY,
                                            .episodes_5 = YEARLY,
                                            .episodes_15 = YEARLY,
                                            .episodes_25 = YEARLY,
                                            .episodes_35 = YEARLY,
                                            .episodes_45 = YEARLY,
                                            .episodes_55 = YEARLY,
                                            .episodes_65 = YEARLY,
                                            .episodes_75 = YEARLY};
    p->demand.level = 1;
    p->people.births_per_1000 = p->people.mortality_level = 0;
    p->people.out_migration = p->people.return_migration = 0;
    return city;
}

// Yearly counts of everybody, a column a year.
typedef struct Counts {
    Population population;
    double *of_year[YEARS];
    double mean[YEARS]; // what they should be
    size_t persons;
} Counts;

static void begin(Counts *counts) {
    Population *population = &counts->population;
    prepare_alike(population);
    population_begin(population, 1, 41);
    population_live_year(population);
    for (int year = 0; year < YEARS; year++) {
        counts->of_year[year] = malloc(population->residents.slots * sizeof(double));
        ck_assert_ptr_nonnull(counts->of_year[year]);
        population_turn(population);
        population_live_year(population);
        counts->mean[year] = YEARLY * population_year_length(population) / (365.25 * CLOCK_UNIT);
        counts->persons = 0;
        for (uint32_t p = 0; p < population->residents.slots; p++)
            if (population_alive(population, p))
                counts->of_year[year][counts->persons++] = population->candidates[p];
    }
}

static void end(Counts *counts) {
    for (int year = 0; year < YEARS; year++)
        free(counts->of_year[year]);
    population_end(&counts->population);
}

// Mean of (x - x0)(y - y0), and its standard error.
typedef struct Moment2 {
    double mean, error;
} Moment2;

static Moment2 product_moment(const double *x, double x0, const double *y, double y0, size_t n) {
    double sum = 0, square = 0;
    for (size_t i = 0; i < n; i++) {
        const double product = (x[i] - x0) * (y[i] - y0);
        sum += product;
        square += product * product;
    }
    const double count = (double)n, mean = sum / count;
    return (Moment2){mean, sqrt((square / count - mean * mean) / count)};
}

// ---- counts of a year

TEST(mean_of_a_year) {
    static Counts counts;
    begin(&counts);
    for (int year = 0; year < YEARS; year++) {
        const double mean = gsl_stats_mean(counts.of_year[year], 1, counts.persons);
        const double sd = gsl_stats_sd(counts.of_year[year], 1, counts.persons);
        ck_assert_double_eq_tol(mean, counts.mean[year], 3.5 * sd / sqrt((double)counts.persons));
    }
    end(&counts);
}

TEST(year_and_table) {
    static Counts counts;
    begin(&counts);
    for (int year = 0; year < YEARS; year++) // season and week leave the year's sum to 0.5 %
        ck_assert_double_eq_tol(counts.mean[year] / YEARLY, 1, 0.005);
    end(&counts);
}

TEST(variance_of_a_year) {
    static Counts counts;
    begin(&counts);
    const People *people = &counts.population.made.city.parameters.people;
    const double a = people->frailty_permanent_shape, b = people->frailty_yearly_shape;
    for (int year = 0; year < YEARS; year++) {
        const double m = counts.mean[year], *x = counts.of_year[year];
        const Moment2 variance = product_moment(x, m, x, m, counts.persons);
        const double truth = m + m * m * ((1 + 1 / a) * (1 + 1 / b) - 1);
        ck_assert_double_eq_tol(variance.mean, truth, 3.5 * variance.error);
    }
    end(&counts);
}

TEST(covariance_of_years) {
    static Counts counts;
    begin(&counts);
    const double a = counts.population.made.city.parameters.people.frailty_permanent_shape;
    for (int one = 0; one < YEARS; one++)
        for (int other = 0; other < one; other++) {
            const double m = counts.mean[one], n = counts.mean[other];
            const Moment2 covariance =
                product_moment(counts.of_year[one], m, counts.of_year[other], n, counts.persons);
            ck_assert_double_eq_tol(covariance.mean, m * n / a, 3.5 * covariance.error);
        }
    end(&counts);
}

// Shares of persons with 0, 1, ... needs: Poisson, mixed over both tables of frailty.
TEST(law_of_a_year) {
    static Counts counts;
    begin(&counts);
    enum { CELLS = 16 }; // the last is 15 and more
    double share[CELLS] = {0}, counted[CELLS] = {0};
    const Hazards *hazards = &counts.population.hazards;
    for (int i = 0; i < FRAILTY_CLASSES; i++)
        for (int j = 0; j < FRAILTY_CLASSES; j++) {
            const double mean =
                counts.mean[2] * hazards->frailty_permanent[i] * hazards->frailty_yearly[j];
            double rest = 1;
            for (unsigned k = 0; k + 1 < CELLS; k++) {
                const double chance = gsl_ran_poisson_pdf(k, mean);
                share[k] += chance;
                rest -= chance;
            }
            share[CELLS - 1] += rest;
        }
    for (size_t i = 0; i < counts.persons; i++)
        counted[(int)fmin(counts.of_year[2][i], CELLS - 1)]++;
    ck_assert_double_gt(chance_of_shares(counted, share, CELLS), 1e-4);
    end(&counts);
}

// ---- chronic conditions

// With one condition that nobody lacks and no acute needs, the excess knows no frailty.
TEST(excess_is_poisson) {
    static Population population;
    City *city = prepare_alike(&population);
    city->parameters.disease[DISEASE_SKIN] = (DiseaseRow){.male_ratio = 1};
    city->parameters.condition[CONDITION_COPD] = (ConditionRow){.male_ratio = 1,
                                                                .prevalence_20 = 0.9,
                                                                .prevalence_35 = 0.9,
                                                                .prevalence_45 = 0.9,
                                                                .prevalence_55 = 0.9,
                                                                .prevalence_65 = 0.9,
                                                                .prevalence_75 = 0.9,
                                                                .prevalence_85 = 0.9,
                                                                .turnover_rate = 0.05,
                                                                .flares_undiagnosed = 2.7};
    population_begin(&population, 1, 43);
    population_live_year(&population);
    double *count = malloc(population.residents.slots * sizeof *count);
    ck_assert_ptr_nonnull(count);
    size_t holders = 0;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        if (population.residents.resident[p].conditions)
            count[holders++] = population.candidates[p];
        else
            ck_assert(population.candidates[p] == 0);
    }
    const double m = 2.7 * population_year_length(&population) / (365.25 * CLOCK_UNIT);
    const double mean = gsl_stats_mean(count, 1, holders);
    const Moment2 variance = product_moment(count, m, count, m, holders);
    ck_assert_double_eq_tol(mean, m, 3.5 * sqrt(m / (double)holders));
    ck_assert_double_eq_tol(variance.mean, m, 3.5 * variance.error);
    free(count);
    population_end(&population);
}

// ---- the time between needs

enum { CELLS = 20, GAPS = 8 };

// Follows a person whose rate never changes through its first gaps. `place` is where each falls in
// the exponential law, 0 to 1, or -1 if the clock ended before; `most` is how far it could have
// fallen.
static void follow(const Population *population, uint32_t person, double place[GAPS],
                   double most[GAPS]) {
    const Clock *clock = &population->clock;
    const double rate = population_rate(population, person);
    const double last = clock->begins[POPULATION_DAYS];
    Moment now = {100, (uint16_t)(person * 40503u)};
    for (uint32_t gap = 0; gap < GAPS; gap++) {
        const Draw draw = draw_at(population->turn.key, person, PURPOSE_NEED, gap, 1);
        const Moment next = next_candidate(clock, now, rate, draw_exponential(draw.word[0]));
        const int ends = now.day == NEVER || next.day == NEVER;
        place[gap] =
            ends ? -1 : -expm1(-rate * (clock_at(clock, next) - (double)clock_at(clock, now)));
        most[gap] = now.day == NEVER ? 0 : -expm1(-rate * (last - clock_at(clock, now)));
        now = next;
    }
}

// Above a need in 50 days the rule "not twice a day" would show.
static int is_rare(const Population *population, uint32_t person) {
    return population_alive(population, person) &&
           population_rate(population, person) * CLOCK_UNIT < 0.02;
}

TEST(gaps_are_exponential) {
    static Population population;
    prepare_alike(&population);
    population_begin(&population, 1, 47);
    double count[CELLS] = {0}, expected[CELLS] = {0};
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        if (!is_rare(&population, p)) continue;
        double place[GAPS], most[GAPS];
        follow(&population, p, place, most);
        for (int gap = 0; gap < GAPS; gap++) {
            for (int i = 0; i < CELLS; i++)
                expected[i] += fmin(fmax(most[gap] - i / (double)CELLS, 0), 1.0 / CELLS);
            if (place[gap] >= 0) count[(int)(CELLS * place[gap])]++;
        }
    }
    ck_assert_double_gt(chance_of_shares(count, expected, CELLS), 1e-4);
    population_end(&population);
}

TEST(gaps_forget) {
    static Population population;
    prepare_alike(&population);
    population_begin(&population, 1, 47);
    double sum = 0, pairs = 0;
    for (uint32_t p = 0; p < population.residents.slots; p++) {
        double place[GAPS], most[GAPS];
        if (!is_rare(&population, p)) continue;
        follow(&population, p, place, most);
        if (most[GAPS - 1] < 1 - 1e-4) continue; // far from the end of the clock
        for (int gap = 1; gap < GAPS; gap++) {
            sum += (place[gap] - 0.5) * (place[gap - 1] - 0.5);
            pairs++;
        }
    }
    ck_assert_double_gt(pairs, 100000);
    ck_assert_double_lt(fabs(12 * sum / sqrt(pairs)), 3.5);
    population_end(&population);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the mean of a year's candidates is the table's, times the year's length",
              mean_of_a_year),
        CLAIM("a year is as long as the table means it, to 0.5 %", year_and_table),
        CLAIM("a year's variance is that of two gamma frailties", variance_of_a_year),
        CLAIM("two years share the permanent frailty's part, however far apart",
              covariance_of_years),
        CLAIM("persons with 0, 1, 2, ... candidates are as many as the mixed Poisson law says",
              law_of_a_year),
        CLAIM("the excess of a condition is Poisson and knows no frailty", excess_is_poisson),
        CLAIM("the time between needs is exponential at the person's rate", gaps_are_exponential),
        CLAIM("a gap between needs knows nothing of the one before", gaps_forget),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
