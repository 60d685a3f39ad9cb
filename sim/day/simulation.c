// SPDX-License-Identifier: MIT
#include "day/simulation.h"

#include "base/calendar.h"
#include "day/adapt.h"
#include "day/contracts.h"
#include "day/habit.h"
#include "day/load.h"
#include "day/price_answers.h"
#include "day/pricing.h"
#include "day/serve.h"
#include "day/tables.h"
#include "people/synthesis.h"

#include <stdlib.h>

enum { ROOM = 2048 }; // added to every list, for small places

// Room that the day's lists begin with, as a share of slots: a busy day has visits for 2.5 %, beds
// for 0.2 %.
static uint32_t room_for(uint32_t slots, uint32_t share) {
    return slots / share + ROOM;
}

static uint32_t slots_of(const Simulation *simulation, uint32_t shard) {
    const Residents *residents = &simulation->residents;
    if (shard == residents->counties) return 0; // the visitors'
    return county_first_slot(residents, (int)shard + 1) - county_first_slot(residents, (int)shard);
}

static Status shard_init(Shard *shard, const Simulation *simulation, int county, Report *report) {
    const Residents *residents = &simulation->residents;
    const int visitors = county == residents->counties;
    const uint32_t slots =
        visitors ? residents->slots / 20 : slots_of(simulation, (uint32_t)county);
    const uint32_t facilities = simulation->facilities.count;
    *shard = (Shard){.county = county, .event_capacity = room_for(slots, 200)};
    RequestList *visits[] = {&shard->today, &shard->sorted, &shard->next_round, &shard->tomorrow};
    RequestList *beds[] = {&shard->beds, &shard->beds_sorted};
    Status status = STATUS_OK;
    for (size_t i = 0; i < sizeof visits / sizeof *visits; i++)
        status = status_first(status, request_list_init(visits[i], room_for(slots, 20), report));
    for (size_t i = 0; i < sizeof beds / sizeof *beds; i++)
        status = status_first(status, request_list_init(beds[i], room_for(slots, 200), report));
    status = status_first(status, agenda_init(&shard->agenda, room_for(slots, 12), report));
    status = status_first(status, deaths_init(&shard->deaths, slots, report));
    status = status_first(status, stay_accounts_init(&shard->stays, room_for(slots, 6), report));
    shard->offset = report_calloc(report, facilities + 2, sizeof *shard->offset);
    shard->bed_offset = report_calloc(report, facilities + 2, sizeof *shard->bed_offset);
    shard->event = report_calloc(report, shard->event_capacity, sizeof *shard->event);
    shard->ledger = report_calloc(report, 1, sizeof *shard->ledger);
    shard->tally = report_calloc_lines(report, sizeof *shard->tally);
    const int whole =
        shard->offset && shard->bed_offset && shard->event && shard->ledger && shard->tally;
    return status_first(status, whole ? STATUS_OK : STATUS_NO_MEMORY);
}

static void shard_free(Shard *shard) {
    RequestList *lists[] = {&shard->today,    &shard->sorted, &shard->next_round,
                            &shard->tomorrow, &shard->beds,   &shard->beds_sorted};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        request_list_free(lists[i]);
    agenda_free(&shard->agenda);
    deaths_free(&shard->deaths);
    stay_accounts_free(&shard->stays);
    free(shard->offset);
    free(shard->bed_offset);
    free(shard->event);
    free(shard->ledger);
    free(shard->tally);
}

static void order_shards(Simulation *simulation) {
    for (uint32_t s = 0; s < simulation->shards; s++) {
        uint32_t at = s;
        for (; at > 0 && slots_of(simulation, simulation->order[at - 1]) < slots_of(simulation, s);
             at--)
            simulation->order[at] = simulation->order[at - 1];
        simulation->order[at] = s;
    }
}

static Status shards_init(Simulation *simulation, Report *report) {
    simulation->shards = simulation->city->county_count + 1;
    simulation->shard = report_calloc(report, simulation->shards, sizeof *simulation->shard);
    simulation->order = report_calloc(report, simulation->shards, sizeof *simulation->order);
    if (!simulation->shard || !simulation->order) return STATUS_NO_MEMORY;
    order_shards(simulation);
    Status status = STATUS_OK;
    for (uint32_t s = 0; s < simulation->shards; s++)
        status =
            status_first(status, shard_init(&simulation->shard[s], simulation, (int)s, report));
    return status;
}

static Status wards_init(Simulation *simulation, Report *report) {
    const Facilities *facilities = &simulation->facilities;
    simulation->ward = report_calloc(report, facilities->count, sizeof *simulation->ward);
    if (!simulation->ward) return STATUS_NO_MEMORY;
    Status status = STATUS_OK;
    for (uint32_t f = 0; f < facilities->count; f++) {
        const Facility *facility = &facilities->row[f];
        if (!facility->has_beds) continue;
        status = status_first(status, ward_init(&simulation->ward[f], facility->open_beds,
                                                facility->extra_beds, report));
    }
    return status;
}

// Institutions without beds, and those never full, look to their patients as usual.
static void set_usual_free_share(Simulation *simulation) {
    for (uint32_t f = 0; f < simulation->facilities.count; f++)
        simulation->facilities.row[f].free_share =
            (uint8_t)(255 * simulation->city->parameters.demand.usual_free_share + 0.5);
}

static Status scratch_init(Simulation *simulation, Report *report) {
    simulation->threshold =
        report_calloc(report, simulation->facilities.count, sizeof *simulation->threshold);
    simulation->asked = report_calloc(report, simulation->facilities.count, sizeof *simulation->asked);
    if (!simulation->threshold || !simulation->asked) return STATUS_NO_MEMORY;
    return request_list_init(&simulation->scratch, ROOM, report);
}

// The day before the warm-up; returns the first one.
static int32_t open_calendar(Simulation *simulation, const Experiment *experiment) {
    int year, month, day_of_month;
    calendar_split(experiment->start_day, &year, &month, &day_of_month);
    const int32_t first = experiment->start_day - experiment->warm_up_days;
    simulation->days = (uint32_t)(calendar_day(year + experiment->years, 1, 1) - first);
    simulation->today.date = first - 1;
    simulation->today.day = UINT32_MAX;
    calendar_split(first, &year, &month, &day_of_month);
    simulation->today.first_of_year =
        experiment->fixed_demography ? experiment->start_day : calendar_day(year, 1, 1);
    return first;
}

Status simulation_init(Simulation *simulation, const Experiment *experiment, int replicate,
                       Team *team, Report *report) {
    const City *city = &experiment->city;
    *simulation = (Simulation){.experiment = experiment,
                               .team = team,
                               .city = city,
                               .fixed_demography = experiment->fixed_demography,
                               .key = draw_key(experiment->seed, (uint32_t)replicate)};
    const int32_t first = open_calendar(simulation, experiment);
    hazards_init(&simulation->hazards, city);
    benefits_init(&simulation->benefits, &city->parameters);
    Status status = clock_init(&simulation->clock, city, first, simulation->days,
                               simulation->hazards.bound, report);
    status = status_first(status,
                          residents_init(&simulation->residents, city, (uint32_t)experiment->scale,
                                         (uint32_t)experiment->years, report));
    status = status_first(status, facilities_init(&simulation->facilities, city, report));
    status = status_first(status, routes_init(&simulation->routes, city, report));
    status = status_first(status, choice_table_init(&simulation->visits, city, report));
    status = status_first(status, choice_table_init(&simulation->beds, city, report));
    status = status_first(status, choice_table_init(&simulation->visits_without, city, report));
    if (status == STATUS_OK) status = shards_init(simulation, report);
    if (status == STATUS_OK) status = wards_init(simulation, report);
    if (status == STATUS_OK) status = scratch_init(simulation, report);
    if (status == STATUS_OK) status = pricing_init(simulation, report);
    if (status == STATUS_OK) status = contracts_init(simulation, report);
    if (status == STATUS_OK) status = price_answers_init(simulation, report);
    if (status == STATUS_OK && experiment->scale > 1)
        status = load_init(&simulation->load, simulation, report);
    if (status != STATUS_OK) return status;

    set_usual_free_share(simulation);
    adapt_reference(simulation);
    simulation->employees = population_employee_shares(city);
    const Opening opening = {.clock = &simulation->clock,
                             .key = simulation->key,
                             .start = experiment->start_day,
                             .ages_on = simulation->today.first_of_year};
    population_synthesise(&simulation->residents, city, &simulation->hazards, &opening, team);
    begin_habits(simulation);
    for (uint32_t c = 0; c < city->county_count; c++)
        for (int t = simulation->residents.county_first[c];
             t < simulation->residents.county_first[c + 1]; t++)
            simulation->shard[c].balance.alive += simulation->residents.township_used[t];
    return STATUS_OK;
}

void simulation_free(Simulation *simulation) {
    for (uint32_t s = 0; simulation->shard && s < simulation->shards; s++)
        shard_free(&simulation->shard[s]);
    for (uint32_t f = 0; simulation->ward && f < simulation->facilities.count; f++)
        ward_free(&simulation->ward[f]);
    free(simulation->shard);
    free(simulation->order);
    free(simulation->ward);
    request_list_free(&simulation->scratch);
    free(simulation->threshold);
    free(simulation->asked);
    load_free(simulation->load);
    pricing_free(simulation);
    price_answers_free(simulation);
    contracts_free(simulation);
    choice_table_free(&simulation->visits);
    choice_table_free(&simulation->beds);
    choice_table_free(&simulation->visits_without);
    routes_free(&simulation->routes);
    facilities_free(&simulation->facilities);
    residents_free(&simulation->residents);
    clock_free(&simulation->clock);
    *simulation = (Simulation){0};
}
