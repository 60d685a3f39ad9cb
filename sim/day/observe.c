// SPDX-License-Identifier: MIT
#include "day/observe.h"

#include "day/building.h"
#include "day/contracts.h"
#include "day/pricing.h"
#include "day/year_books.h"

#include <string.h>

static void observe_month_flows(MonthResults *month, const Tally *tally, int64_t scale) {
    for (int presence = 0; presence < PRESENCES; presence++)
        for (int place = 0; place < PLACES; place++)
            for (int kind = 0; kind < KIND_COUNT; kind++) {
                const StayFlow *stay = &tally->stay_at[presence][place][kind];
                month->visits[place][kind] += scale * tally->visit_at[presence][place][kind].visits;
                month->discharges[place][kind] += scale * stay->discharges;
                month->bed_days[place][kind] += scale * stay->bed_days;
            }
}

static void observe_capacity(Simulation *simulation, YearResults *year) {
    const int64_t scale = simulation->residents.scale;
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        Facility *facility = &simulation->facilities.row[f];
        Capacity *capacity = &year->capacity[facility->county][facility->kind];
        capacity->occupied_days += scale * (int64_t)facility->occupied_days;
        capacity->open_days += scale * (int64_t)facility->open_days;
        capacity->served += scale * facility->served_month;
        capacity->refused += scale * facility->refused_month;
    }
}

static void observe_prices(Simulation *simulation) {
    const Ledger *books[MOST_COUNTIES + 1];
    for (uint32_t s = 0; s < simulation->shards; s++)
        books[s] = simulation->shard[s].ledger;
    pricing_close_month(simulation, books, (int)simulation->shards);
}

void observe_month(Simulation *simulation, Results *results) {
    const Today *today = &simulation->today;
    const int year = today->year - results->first_year;
    const int month = 12 * year + today->month - 1;
    observe_prices(simulation);
    building_close_month(simulation);
    for (uint32_t s = 0; s < simulation->shards; s++) {
        Tally *tally = simulation->shard[s].tally;
        if (!today->in_warm_up) {
            observe_month_flows(&results->month[month], tally, results->scale);
            tally_add(&results->year[year].county[s], tally);
        }
        memset(tally, 0, sizeof *tally);
    }
    if (!today->in_warm_up) observe_capacity(simulation, &results->year[year]);
    for (uint32_t f = 0; f < simulation->facilities.count; f++)
        simulation->facilities.row[f].occupied_days = simulation->facilities.row[f].open_days = 0;
}

static unsigned town_of(const Simulation *simulation, uint32_t person) {
    return simulation->city->townships[resident_township(&simulation->residents, person)].urban;
}

static Heads count_heads(const Simulation *simulation, int county) {
    const Residents *residents = &simulation->residents;
    const int64_t scale = residents->scale;
    const Vital *vital = &simulation->shard[county].vital;
    Heads heads = {.births = scale * vital->births,
                   .deaths = scale * (vital->deaths - vital->absent_deaths),
                   .left = scale * vital->left,
                   .returned = scale * vital->returned};
    for (uint32_t p = county_first_slot(residents, county);
         p < county_first_slot(residents, county + 1); p++) {
        const Resident *resident = &residents->resident[p];
        if (!resident->alive) continue;
        if (resident->absent) {
            heads.absent += scale;
            continue;
        }
        heads.residents += scale;
        const int age = resident_age(resident, simulation->today.first_of_year);
        heads.residents_65 += age >= 65 ? scale : 0;
        heads.by_age[simulation->hazards.band_of_age[age & 127]] += scale;
        heads.by_scheme[resident->scheme] += scale;
        heads.by_town[town_of(simulation, p)] += scale;
        for (int c = 0; c < CONDITION_COUNT; c++)
            heads.stage[c][condition_stage(resident->conditions, c)] += scale;
    }
    return heads;
}

typedef struct HeadCounting {
    const Simulation *simulation;
    Heads *heads; // [counties]
} HeadCounting;

static void count_county(void *context, uint32_t county, int thread) {
    (void)thread;
    const HeadCounting *counting = context;
    counting->heads[county] = count_heads(counting->simulation, (int)county);
}

void observe_year(Simulation *simulation, Results *results) {
    const int year = simulation->today.year - results->first_year;
    if (!simulation->today.in_warm_up) {
        HeadCounting counting = {simulation, results->year[year].heads};
        team_share(simulation->team, (uint32_t)results->counties, count_county, &counting);
        for (uint32_t s = 0; s < simulation->shards; s++)
            ledger_add(results->year[year].ledger, simulation->shard[s].ledger);
        if (simulation->portfolio) {
            ledger_add(results->year[year].ledger, &simulation->portfolio->books);
            memcpy(results->year[year].cleared, simulation->portfolio->cleared,
                   sizeof simulation->portfolio->cleared);
        }
        pricing_close_year(simulation, results->year[year].ledger, results->year[year].prices);
        building_close_year(simulation, &results->year[year].works);
        year_books_close(results, year, simulation->city);
    } else {
        pricing_close_year(simulation, NULL, NULL);
        building_close_year(simulation, NULL);
    }
    for (uint32_t s = 0; s < simulation->shards; s++) {
        memset(simulation->shard[s].ledger, 0, sizeof(Ledger));
        simulation->shard[s].vital = (Vital){0};
    }
}
