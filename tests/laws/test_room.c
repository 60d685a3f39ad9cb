// SPDX-License-Identifier: MIT
#include "base/calendar.h"
#include "day/day.h"
#include "laws/compare.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "support/trial.h"
#include "unit/claim.h"

#include <stdio.h>

// ---- the end of memory

static void assert_no_memory(const char *place, const char *amount) {
    char words[200];
    snprintf(words, sizeof words, ", %s: out of memory: no room for %s requests", place, amount);
    lived_ends(check_day_laws(&lived.simulation, &lived.report), STATUS_NO_MEMORY, words);
}

TEST(requests_without_memory) {
    lived_prepare(SOME_DAYS);
    uint32_t *const lost[] = {&lived_south()->today.lost,      &lived_south()->sorted.lost,
                              &lived_south()->next_round.lost, &lived_south()->tomorrow.lost,
                              &lived_south()->beds.lost,       &lived_south()->beds_sorted.lost,
                              &lived_south()->agenda.lost,     &lived_south()->events_lost,
                              &lived_south()->stays.lost};
    for (size_t i = 0; i < sizeof lost / sizeof *lost; i++)
        *lost[i] = 1u << i;
    assert_no_memory("South County (made up)", "511");
}

TEST(a_ward_without_memory) {
    Simulation *simulation = lived_prepare(SOME_DAYS);
    simulation->ward[lived_ward(KIND_CITY_HOSPITAL, 0)].lost = 7;
    assert_no_memory("City hospital (made up)", "7");
}

TEST(an_order_without_memory) {
    Simulation *simulation = lived_prepare(SOME_DAYS);
    simulation->scratch.lost = 5;
    assert_no_memory("Tiny (made up)", "5");
}

TEST(children_without_place) {
    lived_prepare(SOME_DAYS);
    lived_south()->vital.births_without_slot = 4;
    lived_ends(check_day_laws(&lived.simulation, &lived.report), STATUS_INVALID,
               "South County (made up), year 2022: 4 more children are born in a township than "
               "were foreseen; lower people.births_per_1000, people.births_change or "
               "people.out_migration, or write fewer years");
}

// ---- lists that grow

static void no_room(RequestList *list, Report *report) {
    request_list_free(list);
    ck_assert_int_eq(request_list_init(list, 0, report), STATUS_OK);
}

// As if nothing had been foreseen.
static void begin_without_room(Simulation *simulation, Report *report) {
    for (uint32_t s = 0; s < simulation->shards; s++) {
        Shard *shard = &simulation->shard[s];
        RequestList *const lists[] = {&shard->today,    &shard->sorted, &shard->next_round,
                                      &shard->tomorrow, &shard->beds,   &shard->beds_sorted};
        for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
            no_room(lists[i], report);
        agenda_free(&shard->agenda);
        stay_accounts_free(&shard->stays);
        ck_assert_int_eq(agenda_init(&shard->agenda, 0, report), STATUS_OK);
        ck_assert_int_eq(stay_accounts_init(&shard->stays, 0, report), STATUS_OK);
        shard->agenda.free = NO_CHUNK;
        shard->event_capacity = 1;
    }
    for (uint32_t f = 0; f < simulation->facilities.count; f++)
        if (simulation->facilities.row[f].has_beds) simulation->ward[f].event_capacity = 1;
    no_room(&simulation->scratch, report);
}

static void live_year(Simulation *simulation, const Experiment *experiment, Results *results,
                      void (*begin)(Simulation *, Report *)) {
    Report report;
    report_init(&report);
    ck_assert_int_eq(results_init(results, 2022, 1, 2, 1, &report), STATUS_OK);
    ck_assert_int_eq(simulation_init(simulation, experiment, 0, NULL, &report), STATUS_OK);
    if (begin) begin(simulation, &report);
    while (simulation->today.date + 1 < calendar_day(2023, 1, 1))
        ck_assert_int_eq(simulate_day(simulation, results, &report), STATUS_OK);
    simulation_free(simulation);
}

TEST(room_is_no_matter) {
    static Simulation simulation;
    Experiment experiment;
    Results usual, grown;
    tiny_read(&experiment, 1);
    experiment.warm_up_days = 0; // lists grow in the days that are looked at
    live_year(&simulation, &experiment, &usual, NULL);
    live_year(&simulation, &experiment, &grown, begin_without_room);
    assert_same_results(&usual, &grown, 1);
    results_free(&usual);
    results_free(&grown);
    experiment_free(&experiment);
}

// ---- the ends of the ranges

static Trial trial;

TEST(as_ill_as_can_be) {
    City *city = trial_prepare(&trial);
    city->parameters.demand.level = 5;
    city->parameters.demand.admission_level = 3;
    city->parameters.demand.still_ill_share = 1;
    city->parameters.demand.readmission_share = 1;
    for (int disease = 0; disease < DISEASE_COUNT; disease++) {
        DiseaseRow *row = &city->parameters.disease[disease];
        row->followups = 20;
        row->stay_days = 90;
        row->episodes_15 = row->episodes_25 = row->episodes_65 = 50;
    }
    trial_begin(&trial);
    trial_live(&trial, 70);
    ck_assert_uint_gt(trial.simulation.shard[0].today.capacity,
                      trial.simulation.residents.slots / 10);
    trial_end(&trial);
}

TEST(as_many_children_as_can_be) {
    City *city = trial_prepare(&trial);
    made_up_good_health(&city->parameters);
    city->parameters.people.births_per_1000 = 60;
    city->parameters.people.births_change = 0.3;
    city->parameters.people.absent_insured = 0;
    for (int t = 0; t < MADE_UP_TOWNSHIPS; t++)
        city->townships[t].residents /= 50;
    trial.experiment.years = 9;
    trial_begin(&trial);
    trial_live_to_the_end(&trial);
    trial_end(&trial);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("requests that found no memory end the run as out of memory, all added up",
              requests_without_memory),
        CLAIM("a ward without memory ends the run as out of memory", a_ward_without_memory),
        CLAIM("an institution without memory to order its requests ends the run",
              an_order_without_memory),
        CLAIM("children without a place end the run, and what to change is named",
              children_without_place),
        CLAIM("a year is the same, bit for bit, when no room was taken for its lists beforehand",
              room_is_no_matter),
        CLAIM("people as ill as the ranges allow find room in every list", as_ill_as_can_be),
        CLAIM("nine years with as many births as the ranges allow have a place for every child",
              as_many_children_as_can_be),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
