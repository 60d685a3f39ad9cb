// SPDX-License-Identifier: MIT
// What one in n expects institutions to be asked for, against what all of the people ask for: the
// busy city at one in one, by kind and year. Nothing that is counted enters what is expected.
#include "base/calendar.h"
#include "day/day.h"
#include "day/expected.h"
#include "day/load_beds.h"
#include "day/load_clinic.h"
#include "day/stay.h"
#include "laws/tiny.h"
#include "reforms/lever.h"
#include "unit/claim.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_YEAR = 2022, YEARS = 2, REPLICATES = 2 };

// Of one kind in one year.
typedef struct Asked {
    double visits, beds, stay_days, stays;
} Asked;

typedef struct Both {
    Asked expected[YEARS][KIND_COUNT], counted[YEARS][KIND_COUNT];
} Both;

// What expects, beside a simulation that does not need it.
typedef struct Expecting {
    NeedMasses masses;
    Again again;
    Expected *expected; // [facilities]
    ClinicLoads clinics;
    double (*habit)[KIND_COUNT]; // [townships]
    BedLoads beds;
} Expecting;

static void begin(Expecting *expecting, const Simulation *simulation) {
    Report report;
    report_init(&report);
    const uint32_t facilities = simulation->facilities.count;
    expecting->expected = calloc(facilities, sizeof *expecting->expected);
    expecting->habit = calloc(simulation->city->township_count, sizeof *expecting->habit);
    ck_assert(expecting->expected && expecting->habit);
    ck_assert_int_eq(clinic_loads_init(&expecting->clinics, facilities, &report), STATUS_OK);
    expecting->beds =
        (BedLoads){.expected = expecting->expected, .again_choice = &expecting->again};
    ck_assert_int_eq(bed_loads_init(&expecting->beds, simulation, &report), STATUS_OK);
    report_free(&report);
}

static void end(Expecting *expecting) {
    free(expecting->expected);
    clinic_loads_free(&expecting->clinics);
    free(expecting->habit);
    bed_loads_free(&expecting->beds);
}

static void open_month(Expecting *expecting, const Simulation *simulation) {
    need_masses_fill(&expecting->masses, simulation);
    expected_fill(expecting->expected, &expecting->again, expecting->habit, &expecting->masses,
                  simulation);
    bed_loads_open_month(&expecting->beds, simulation);
    clinic_loads_open_month(&expecting->clinics, expecting->expected, &expecting->masses);
}

// Everybody is served, so that all who are expected are seen. Urgent cases go up in one of two
// rounds, and are expected in both.
static double visits_today(Expecting *expecting, uint32_t f, const Today *today) {
    ClinicLoad *clinic = &expecting->clinics.clinic[f];
    memcpy(clinic->asking, clinic->expected, sizeof clinic->asking);
    clinic->asking[CLIMBS_2] = 0;
    clinic->before = 0;
    for (int coming = 0; coming < COMINGS; coming++)
        clinic->before += clinic->asking[coming];
    clinic_loads_remember(&expecting->clinics, f, today, &expecting->expected[f]);
    return clinic->before;
}

static void expect_day(Expecting *expecting, const Simulation *simulation,
                       Asked expected[KIND_COUNT]) {
    if (simulation->today.day_of_month == 1 || simulation->today.day == 0)
        open_month(expecting, simulation);
    for (uint32_t f = 0; f < simulation->facilities.count; f++)
        memset(expecting->beds.ward[f].expected, 0, sizeof expecting->beds.ward[f].expected);
    bed_loads_open_day(&expecting->beds, simulation);
    clinic_loads_expect(&expecting->clinics, simulation, expecting->expected);
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        Asked *row = &expected[simulation->facilities.row[f].kind];
        const WardLoad *ward = &expecting->beds.ward[f];
        const double *first = ward->expected;
        const double beds = first[BED_URGENT] + first[BED_BEFORE] + first[BED_REST];
        row->visits += visits_today(expecting, f, &simulation->today);
        row->beds += beds;
        row->stays += beds;
        row->stay_days += beds * (ward->month.stay_days + mean_days_to_monday(simulation));
    }
}

static void count_stays(const Simulation *simulation, Asked counted[KIND_COUNT]) {
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        if (!facility->has_beds || facility->open_beds == UNLIMITED) continue;
        for (uint32_t i = 0; i < simulation->ward[f].occupied; i++) {
            const Stay *stay = &simulation->ward[f].stay[i];
            if (stay->admitted_day != simulation->today.day) continue;
            counted[facility->kind].stays++;
            counted[facility->kind].stay_days += stay->discharge_day - stay->admitted_day;
        }
    }
}

static void count_day(const Simulation *simulation, Asked counted[KIND_COUNT]) {
    const Today *today = &simulation->today;
    for (uint32_t s = 0; s < simulation->shards; s++)
        for (uint32_t i = 0; i < simulation->shard[s].beds_sorted.count; i++) {
            const Request *request = &simulation->shard[s].beds_sorted.row[i];
            if (request->waited > 0 || is_visitor(request->person)) continue;
            const Facility *facility = &simulation->facilities.row[request->facility];
            counted[facility->kind].beds += facility->open_beds != UNLIMITED;
        }
    count_stays(simulation, counted);
    if (today->day_of_month != calendar_days_of_month(today->year, today->month)) return;
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        counted[facility->kind].visits += facility->served_month + facility->refused_month;
    }
}

static void live(Both *both, const Experiment *experiment, int replicate) {
    Expecting *expecting = calloc(1, sizeof *expecting);
    Simulation simulation;
    Results results;
    Report report;
    report_init(&report);
    ck_assert_int_eq(results_init(&results, FIRST_YEAR, YEARS, (int)experiment->city.county_count,
                                  experiment->scale, &report),
                     STATUS_OK);
    ck_assert_int_eq(simulation_init(&simulation, experiment, replicate, NULL, &report), STATUS_OK);
    begin(expecting, &simulation);
    Asked warm_up[KIND_COUNT] = {{0}};
    for (uint32_t day = 0; day < simulation.days; day++) {
        ck_assert_int_eq(simulate_day(&simulation, &results, &report), STATUS_OK);
        const int year = simulation.today.year - FIRST_YEAR;
        expect_day(expecting, &simulation, year < 0 ? warm_up : both->expected[year]);
        count_day(&simulation, year < 0 ? warm_up : both->counted[year]);
    }
    end(expecting);
    free(expecting);
    simulation_free(&simulation);
    results_free(&results);
    report_free(&report);
}

static void assert_as_expected(int year, int kind, const char *what, double counted,
                               double expected, double error, double least) {
    const double most = fmax(3 * error, least * expected);
    ck_assert_msg(fabs(counted - expected) <= most,
                  "%s of %s in %d: %.4g counted, %.4g expected (ratio %.4f, standard error %.4f)",
                  what, kind_entities[kind].name, FIRST_YEAR + year, counted, expected,
                  counted / expected, error / expected);
}

// Chance moves counts of beds as if each were its own, but for who comes back.
static void assert_beds(const Both *both, double least) {
    for (int year = 0; year < YEARS; year++)
        for (int kind = KIND_TOWNSHIP_CENTRE; kind <= KIND_CITY_HOSPITAL; kind++) {
            const Asked *counted = &both->counted[year][kind];
            const Asked *expected = &both->expected[year][kind];
            const double stay = expected->stay_days / expected->stays;
            assert_as_expected(year, kind, "requests for beds", counted->beds, expected->beds,
                               sqrt(1.1 * expected->beds), least);
            assert_as_expected(year, kind, "mean stay", counted->stay_days / counted->stays, stay,
                               0.8 * stay / sqrt(counted->stays), least);
        }
}

TEST(beds) {
    static Both both;
    Experiment experiment;
    scenario_read_file(&experiment, "tests/cities/busy.cfg", &(Overrides){.years = YEARS});
    for (int r = 0; r < REPLICATES; r++)
        live(&both, &experiment, r);
    assert_beds(&both, 0.01);
    experiment_free(&experiment);
}

// With doctors enough for visits and all other work, so that all who ask are first requests. One person's visits come in
// episodes and with his frailty: 4 stand for one.
static void assert_visits(Experiment *experiment, double least_of_beds) {
    static Both both;
    for (uint32_t f = 0; f < experiment->city.institution_count; f++)
        experiment->city.institutions[f].doctors *= 100;
    live(&both, experiment, 7);
    for (int year = 0; year < YEARS; year++)
        for (int kind = KIND_VILLAGE_CLINIC; kind <= KIND_CITY_HOSPITAL; kind++)
            assert_as_expected(year, kind, "visits", both.counted[year][kind].visits,
                               both.expected[year][kind].visits,
                               sqrt(4 * both.expected[year][kind].visits), 0.025);
    assert_beds(&both, least_of_beds);
}

TEST(visits) {
    Experiment experiment;
    scenario_read_file(&experiment, "tests/cities/busy.cfg", &(Overrides){.years = YEARS});
    assert_visits(&experiment, 0.01);
    experiment_free(&experiment);
}

// Each three centres of a county, as the table has them, make a courtyard.
static void make_courtyards(City *city) {
    int centres[MOST_COUNTIES] = {0};
    for (uint32_t f = 0; f < city->institution_count; f++) {
        Institution *institution = &city->institutions[f];
        if (institution->kind == KIND_TOWNSHIP_CENTRE)
            institution->courtyard = (uint8_t)(1 + centres[institution->county]++ / 3);
    }
}

// Many urgent cases, and primary institutions that can settle few: much goes up.
static void make_severe(Parameters *parameters) {
    parameters->care.formal_referral_share = 0.9;
    for (int g = 0; g < DISEASE_COUNT; g++)
        parameters->disease[g].urgent_share = 0.4;
    for (int kind = KIND_VILLAGE_CLINIC; kind <= KIND_TOWNSHIP_CENTRE; kind++) {
        parameters->kind[kind].capability_acute -= 1;
        parameters->kind[kind].capability_surgical -= 1;
    }
}

// Whom a screening sends to an institution is not expected there: at one in n that is learned from
// what each kind is asked beyond it (day/load_slots.c).
static bool screens(const char *lever) {
    static const char *const screening[] = {"diabetes_network", "cancer_network",
                                            "five_smalls_child_prevention", "outreach_free_clinic"};
    for (size_t i = 0; i < sizeof screening / sizeof *screening; i++)
        if (strcmp(lever, screening[i]) == 0) return true;
    return false;
}

// All at the high end of their ranges, and every case in a channel or a courtyard. Market days are
// left out: what is expected is a month's mean, and is asked here on a day. So are teams for the
// heart: what is expected knows classes of case, not diseases.
TEST(visits_under_levers) {
    Experiment experiment;
    scenario_read_file(&experiment, "tests/cities/busy.cfg", &(Overrides){.years = YEARS});
    make_courtyards(&experiment.city);
    for (int i = 0; i < lever_count; i++) {
        const LeverInfo *info = &levers[i]->info;
        if (strcmp(info->name, "circuit_clinics") == 0) continue;
        if (strcmp(info->name, "ecmo_tavr") == 0 || screens(info->name)) continue;
        Reform *reform = tiny_reform(&experiment, info->name, 2021, tiny_part(i, 0.98));
        for (int v = 0; v < info->parameter_count; v++)
            reform->value[v] = info->parameters[v].high;
        if (strcmp(info->name, "green_channel_transfer") == 0) reform->value[0] = 1;
        if (strcmp(info->name, "big_courtyard") == 0) reform->value[2] = 1;
    }
    make_severe(&experiment.city.parameters);
    assert_visits(&experiment, 0.025);
    experiment_free(&experiment);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a busy city asks for the beds that are expected, and for as long: by kind and year, "
              "to 3 standard errors or 1 %",
              beds),
        CLAIM("where slots never run short, institutions are asked for the visits expected, to 3 "
              "standard errors or 2.5 %",
              visits),
        CLAIM("and so they are under all levers together, market days apart, and beds to 2.5 %",
              visits_under_levers),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
