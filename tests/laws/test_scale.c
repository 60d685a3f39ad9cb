// SPDX-License-Identifier: MIT
// One in n against the whole, where slots and beds run short (section 8 of the model): what is
// turned away and how long people wait, by kind of institution and year.
#include "base/calendar.h"
#include "day/day.h"
#include "day/simulation.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_YEAR = 2022, YEARS = 2, SCALES = 3, MOST_REPLICATES = 24 };
static const int scales[SCALES] = {1, 10, 50}, replicates[SCALES] = {12, 12, 24};

typedef enum Measure { VISITS_REFUSED, VISIT_DAYS, BEDS_REFUSED, BED_DAYS, MEASURES } Measure;
static const char *const names[MEASURES] = {
    "requests for a visit turned away, points", "days waited for a visit",
    "requests for a bed sent on, points", "days waited for a bed"};

// What one kind of institution did in one year of one replicate.
typedef struct Done {
    double served, refused, visit_days, slots, given, sent_on, bed_days;
} Done;

typedef struct Years {
    Done kind[YEARS][KIND_COUNT];
} Years;

static void count_visits(const Simulation *simulation, Done done[KIND_COUNT], int month_ends) {
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        if (facility->slots == UNLIMITED) continue;
        done[facility->kind].slots += facility->slots;
        if (!month_ends) continue;
        done[facility->kind].served += facility->served_month;
        done[facility->kind].refused += facility->refused_month;
    }
    for (uint32_t s = 0; s < simulation->shards; s++)
        for (uint32_t i = 0; i < simulation->shard[s].tomorrow.count; i++) {
            const Request *request = &simulation->shard[s].tomorrow.row[i];
            const unsigned kind = simulation->facilities.row[request->facility].kind;
            done[kind].visit_days += request->waited > 0;
        }
}

// Beds are counted from the first day on.
static void count_beds(const Simulation *simulation, Done done[KIND_COUNT], int sign) {
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        if (!facility->has_beds || facility->open_beds == UNLIMITED) continue;
        done[facility->kind].given += sign * (double)facility->beds_given;
        done[facility->kind].sent_on += sign * (double)facility->sent_on;
        done[facility->kind].bed_days += sign * (double)facility->bed_wait_days;
    }
}

static void live(Simulation *simulation, Results *results, Years *years, Report *report) {
    memset(years, 0, sizeof *years);
    for (uint32_t day = 0; day < simulation->days; day++) {
        ck_assert_int_eq(simulate_day(simulation, results, report), STATUS_OK);
        const Today *today = &simulation->today;
        const int year = today->year - FIRST_YEAR;
        const int month_ends =
            today->day_of_month == calendar_days_of_month(today->year, today->month);
        if (year >= 0) count_visits(simulation, years->kind[year], month_ends);
        if (today->month != 12 || !month_ends) continue;
        if (year >= 0) count_beds(simulation, years->kind[year], 1);
        if (year + 1 < YEARS) count_beds(simulation, years->kind[year + 1], -1);
    }
}

static void live_one_in(int scale, int replicate, Years *years) {
    const Overrides overrides = {.years = YEARS, .scale = scale};
    Experiment experiment;
    Simulation simulation;
    Results results;
    Report report;
    report_init(&report);
    scenario_read_file(&experiment, "tests/cities/busy.cfg", &overrides);
    ck_assert_int_eq(results_init(&results, FIRST_YEAR, YEARS, (int)experiment.city.county_count,
                                  scale, &report),
                     STATUS_OK);
    ck_assert_int_eq(
        simulation_init(&simulation, &experiment, 1000 * scale + replicate, NULL, &report),
        STATUS_OK);
    live(&simulation, &results, years, &report);
    simulation_free(&simulation);
    results_free(&results);
    experiment_free(&experiment);
    report_free(&report);
}

static double measured(const Done *done, Measure measure) {
    switch (measure) {
    case VISITS_REFUSED:
        return 100 * done->refused / (done->served + done->refused);
    case VISIT_DAYS:
        return done->visit_days / done->served;
    case BEDS_REFUSED:
        return 100 * done->sent_on / (done->given + done->sent_on);
    default:
        return done->bed_days / done->given;
    }
}

typedef struct Estimate {
    double mean, variance; // of the mean
} Estimate;

static Estimate estimate(const Years *lived, int count, int year, int kind, Measure measure) {
    double sum = 0, squares = 0;
    for (int r = 0; r < count; r++) {
        const double value = measured(&lived[r].kind[year][kind], measure);
        sum += value;
        squares += value * value;
    }
    const double mean = sum / count;
    return (Estimate){mean, (squares / count - mean * mean) / (count - 1)};
}

typedef struct Bound {
    double points, days;
} Bound;

// Where a scale differs from the whole by more than 5 % of the value, more than 3 standard errors
// and more than the bound. Tells each; returns their number.
static int breaches(const Years lived[SCALES][MOST_REPLICATES], int scale, Measure measure,
                    Bound least) {
    const double enough =
        measure == VISITS_REFUSED || measure == BEDS_REFUSED ? least.points : least.days;
    int breaches = 0;
    for (int year = 0; year < YEARS; year++)
        for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
            const Done *done = &lived[0][0].kind[year][kind];
            if ((measure < BEDS_REFUSED ? done->served : done->given) <= 0) continue;
            const Estimate whole = estimate(lived[0], replicates[0], year, kind, measure);
            const Estimate part = estimate(lived[scale], replicates[scale], year, kind, measure);
            const double error = sqrt(whole.variance + part.variance);
            const double bound = fmax(fmax(0.05 * whole.mean, enough), 3 * error);
            if (fabs(part.mean - whole.mean) <= bound) continue;
            printf("# %s, %d, %s: one in %d %.4f, whole %.4f, standard error %.4f\n",
                   kind_entities[kind].name, FIRST_YEAR + year, names[measure], scales[scale],
                   part.mean, whole.mean, error);
            breaches++;
        }
    fflush(stdout);
    return breaches;
}

static int of_visits(const Years lived[SCALES][MOST_REPLICATES], int scale, Bound least) {
    return breaches(lived, scale, VISITS_REFUSED, least) +
           breaches(lived, scale, VISIT_DAYS, least);
}

static int of_beds(const Years lived[SCALES][MOST_REPLICATES], int scale, Bound least) {
    return breaches(lived, scale, BEDS_REFUSED, least) + breaches(lived, scale, BED_DAYS, least);
}

static const Years (*lives(void))[MOST_REPLICATES] {
    static Years lived[SCALES][MOST_REPLICATES];
    static int done;
    for (int scale = 0; scale < SCALES && !done; scale++)
        for (int r = 0; r < replicates[scale]; r++)
            live_one_in(scales[scale], r, &lived[scale][r]);
    done = 1;
    return (const Years(*)[MOST_REPLICATES])lived;
}

// The bound of the model's section 8.
static const Bound bound_of_the_model = {0.3, 0.05};

TEST(loads) {
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
        const Done *done = &lives()[0][0].kind[YEARS - 1][kind];
        if (done->slots <= 0) continue;
        const double load = (done->served + done->refused) / done->slots;
        ck_assert_double_ge(load, 0.6);
        ck_assert_double_le(load, 1.0);
    }
}

TEST(one_in_10) {
    ck_assert_int_eq(of_visits(lives(), 1, bound_of_the_model), 0);
    ck_assert_int_eq(of_beds(lives(), 1, bound_of_the_model), 0);
}

TEST(one_in_50) {
    ck_assert_int_eq(of_visits(lives(), 2, bound_of_the_model), 0);
    ck_assert_int_eq(of_beds(lives(), 2, bound_of_the_model), 0);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the busy city's clinics are asked for 0.6 to 1.0 of their slots", loads),
        CLAIM("one in 10 turns away and lets wait as the whole, by kind and year: to 5 %, 0.3 "
              "points or 0.05 days, or 3 standard errors",
              one_in_10),
        CLAIM("one in 50 does so too", one_in_50),
    };
    setenv("CK_FORK", "no", 1); // all claims look at the same runs
    return claims_run(claims, sizeof claims / sizeof *claims);
}
