// SPDX-License-Identifier: MIT
#include "laws/twin.h"
#include "laws/twin_need.h"

#include "base/calendar.h"
#include "base/curves.h"
#include "day/adapt.h"
#include "day/contracts.h"
#include "day/remote_work.h"
#include "day/screening.h"
#include "day/staffing.h"
#include "day/tables.h"
#include "day/visitors.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

void asks_add(Asks *asks, const Ask *ask) {
    if (asks->count == asks->room) {
        asks->room = 2 * asks->room + 64;
        asks->row = realloc(asks->row, asks->room * sizeof *asks->row);
        ck_assert_ptr_nonnull(asks->row);
    }
    asks->row[asks->count++] = *ask;
}

unsigned twin_county(const Twin *twin, uint32_t person) {
    const City *city = twin->world.city;
    if (is_visitor(person)) return city->county_count;
    return city->townships[resident_township(&twin->world.residents, person)].county;
}

int64_t *twin_count(Twin *twin, uint32_t person) {
    return twin->tally[twin_county(twin, person)].count;
}

// ---- what today is

static int days_into_festival(const Today *today) {
    return today->date - calendar_spring_festival(today->year);
}

static void next_date(Twin *twin) {
    Today *today = &twin->world.today;
    const Parameters *parameters = &twin->world.city->parameters;
    const Time *time = &parameters->time;
    today->day++;
    today->date++;
    calendar_split(today->date, &today->year, &today->month, &today->day_of_month);
    today->day_of_year = today->date - calendar_day(today->year, 1, 1);
    today->first_of_year = today->date - today->day_of_year;
    if (twin->world.fixed_demography) today->first_of_year = twin->world.experiment->start_day;
    today->half_month = (today->month - 1) * 2 + (today->day_of_month > 15 ? 1 : 0);
    today->weekend = calendar_weekday(today->date) >= SATURDAY;
    const int into = days_into_festival(today);
    for (today->festival = 0; into >= -1 && into + today->festival < time->festival_days - 1;)
        today->festival++; // days that are left of it
    today->absent_at_home = into >= -time->home_days_before && into < time->home_days_after;
    today->in_warm_up = today->date < twin->world.experiment->start_day;
    today->stay_factor = curve_exp(parameters->background[background_row(today->year)].stay_log);
}

static void new_year(Twin *twin) {
    Simulation *world = &twin->world;
    const Today *today = &world->today;
    const int counties = (int)world->city->county_count;
    day_tables_init(&world->tables, world->city, background_row(today->year));
    world->turn = (YearTurn){.city = world->city,
                             .hazards = &world->hazards,
                             .clock = &world->clock,
                             .key = world->key,
                             .year = today->year,
                             .day = today->day,
                             .ages_on = today->first_of_year,
                             .employees = world->employees,
                             .opens_only = today->date <= world->experiment->start_day,
                             .fixed_demography = world->fixed_demography || today->in_warm_up};
    for (uint32_t person = 0; person < world->residents.slots; person++)
        twin->year[person].death_day = -1;
    if (today->in_warm_up) return;

    for (int county = 0; county < counties; county++) {
        StageMoves moves;
        public_health_turn_year(world, county, &moves);
        year_turn(&world->residents, &world->shard[county].deaths, &twin->vital[county],
                  &world->turn, &moves, county);
    }
    for (uint32_t person = 0; person < world->residents.slots; person++) {
        const Resident *resident = &world->residents.resident[person];
        Year *year = &twin->year[person];
        year->visits = year->stays = (Annual){0};
        if (resident->alive) year->death_day = death_day_of_year(&world->turn, resident, person);
    }
}

static void open_doors(Twin *twin) {
    for (uint32_t f = 0; f < twin->world.facilities.count; f++) {
        Facility *facility = &twin->world.facilities.row[f];
        double visits = facility->slots;
        if (twin->world.today.weekend && facility->slots != UNLIMITED)
            visits *= twin->world.city->parameters.time.weekend_factor;
        facility->slots_left = (uint32_t)(visits + 0.5);
    }
}

// ---- who asks

// A request of an earlier day lapses if its person has died or lies in a bed. Absent insured book
// no visit while they are away, and none before they lie down again.
static void take_up(Twin *twin, const Ask *ask) {
    if (!is_visitor(ask->person)) {
        const Resident *resident = &twin->world.residents.resident[ask->person];
        int64_t *count = twin_count(twin, ask->person);
        if (!resident->alive || resident->bed != NO_BED) {
            count[resident->alive ? COUNT_ABSORBED : COUNT_DIED_OPEN]++;
            if (ask->contact == CONTACT_REFERRAL) count[COUNT_UP_LAPSED]++;
            return;
        }
        if (resident->absent && ask->contact == CONTACT_READMISSION) {
            twin_ask_for_bed(twin, ask);
            return;
        }
        if (twin_row(twin, ask->person) == twin->world.residents.townships) {
            count[COUNT_ELSEWHERE]++;
            if (ask->contact == CONTACT_REFERRAL) count[COUNT_UP_LAPSED]++;
            return;
        }
    }
    asks_add(&twin->today, ask);
}

static void take_up_earlier(Twin *twin) {
    for (uint32_t i = 0; i < twin->tomorrow.count; i++)
        take_up(twin, &twin->tomorrow.row[i]);
    twin->tomorrow.count = 0;

    uint32_t kept = 0;
    for (uint32_t i = 0; i < twin->later.count; i++)
        if (twin->later.row[i].day == twin->world.today.day)
            take_up(twin, &twin->later.row[i]);
        else
            twin->later.row[kept++] = twin->later.row[i];
    twin->later.count = kept;
}

static void die(Twin *twin, uint32_t person) {
    Simulation *world = &twin->world;
    Resident *resident = &world->residents.resident[person];
    if (!resident->alive || twin->year[person].death_day != world->today.day_of_year) return;
    Vital *vital = &twin->vital[twin_county(twin, person)];
    const int in_bed = resident->bed != NO_BED && resident->bed != IN_QUEUE;
    resident->alive = 0;
    world->residents.due_day[person] = NEVER;
    vital->deaths++;
    if (resident->absent) vital->absent_deaths++;
    twin_count(twin, person)[in_bed ? COUNT_DIED_IN_BED : COUNT_DIED_ELSEWHERE]++;
    for (uint32_t i = 0; i < twin->in_bed_count; i++) { // the stay ends today, whatever was planned
        InBed *stay = &twin->in_bed[i];
        if (stay->ask.person != person) continue;
        stay->until_day = world->today.day;
        stay->end = STAY_ENDS_DEAD;
    }
}

static void meet_candidate(Twin *twin, uint32_t person) {
    Simulation *world = &twin->world;
    Resident *resident = &world->residents.resident[person];
    int64_t *count = twin_count(twin, person);
    const int age = resident_age(resident, world->today.first_of_year);
    const int32_t band = world->hazards.band_of_age[age];
    const double rate =
        hazard_rate(&world->hazards, resident->frailty_permanent, resident->frailty_yearly,
                    resident->sex, band, resident->conditions);
    const Draw draw = draw_at(world->key, person, PURPOSE_NEED, resident->ordinal, 0);
    const TwinNeed need = twin_need(world, resident, &draw, rate, world->today.half_month, band);
    Ask ask = {.person = person,
               .ordinal = resident->ordinal,
               .disease = need.disease,
               .complexity = need.complexity,
               .urgent = need.urgent,
               .contact = need.contact,
               .flare = need.contact == CONTACT_FLARE};

    const Moment now = {(uint16_t)world->today.day, resident->due_fraction};
    const Moment next = next_candidate(&world->clock, now, rate, draw_exponential(draw.word[3]));
    world->residents.due_day[person] = next.day;
    resident->due_fraction = next.fraction;
    resident->ordinal++;

    count[COUNT_CANDIDATES]++;
    if (!need.exists)
        count[COUNT_THINNED]++;
    else if (resident->bed != NO_BED)
        count[COUNT_IN_BED]++;
    else
        twin_seek(twin, &ask);
}

// ---- who comes from elsewhere

static unsigned arrivals(double mean, uint32_t word) {
    unsigned number = 0;
    double probability = curve_exp(-mean), sum = probability;
    while (draw_unit(word) > sum) {
        number++;
        probability *= mean / number;
        sum += probability;
    }
    return number;
}

static void visitor_arrives(Twin *twin, uint32_t origin, int at_county, unsigned number) {
    const Simulation *world = &twin->world;
    const Draw draw = draw_at(world->key, VISITOR_PERSON + origin, PURPOSE_VISITOR,
                              world->today.day, 2 * (number + 1) + (uint32_t)at_county);
    const int county = world->city->origins[origin].nearest_county;
    const Kind kind = at_county ? KIND_COUNTY_GENERAL : KIND_CITY_HOSPITAL;
    const Route *route = &world->routes.row[world->residents.county_first[county]][kind];
    Disease disease = 0; // the first whose cumulative share is above the word
    while ((draw.word[0] >> 16 & TWIN_BITS) >= world->tables.visitor_disease[disease])
        disease++;
    const uint32_t before = (uint32_t)twin->visitors++; // 65,536 of them to a person number
    Ask ask = {.person = VISITOR_PERSON + origin + before / 65536 * world->city->origin_count,
               .ordinal = before % 65536,
               .random = draw.word[2] >> 2,
               .priority = PRIORITY_REFERRED,
               .disease = (uint8_t)disease,
               .contact = CONTACT_VISITOR};
    if (route->count == 0) return;
    ask.facility = route_pick(route, draw.word[0] & TWIN_BITS);
    const float complexity =
        world->tables.complexity_mean[disease] +
        world->tables.complexity_sd[disease] * world->tables.normal[draw.word[1] & 255];
    ask.complexity = (uint8_t)(complexity < 0 ? 0 : complexity > 255 ? 255 : complexity);
    ask.needs_bed =
        twin_happens(draw.word[1] >> 16, world->city->parameters.visitors.admission_share);
    twin_count(twin, ask.person)[COUNT_OPENED]++;
    asks_add(&twin->today, &ask);
}

static void visitors(Twin *twin) {
    const Simulation *world = &twin->world;
    for (uint32_t origin = 0; origin < world->city->origin_count; origin++)
        for (int at_county = 0; at_county < 2; at_county++) {
            const double mean = visitors_expected(world, &world->city->origins[origin], at_county);
            const Draw draw = draw_at(world->key, VISITOR_PERSON + origin, PURPOSE_VISITOR,
                                      world->today.day, (uint32_t)at_county);
            const unsigned number = arrivals(mean, draw.word[0]);
            for (unsigned i = 0; i < number; i++)
                visitor_arrives(twin, origin, at_county, i);
        }
}

// ---- the day

static void close_remote(Twin *twin) {
    int64_t possible[MOST_COUNTIES][REMOTES] = {{0}};
    for (int home = 0; home <= MOST_COUNTIES; home++)
        for (int c = 0; c < MOST_COUNTIES; c++)
            for (int remote = 0; remote < REMOTES; remote++)
                possible[c][remote] += twin->tally[home].remote[c][remote].possible;
    remote_close_month(&twin->world, possible);
}

static void twin_day(Twin *twin) {
    Simulation *world = &twin->world;
    const Today *today = &world->today;
    next_date(twin);
    if (today->day == 0 || today->day_of_year == 0) new_year(twin);
    adapt_day(world);
    public_health_day(world);
    if (today->day == 0 || today->day_of_month == 1) adapt_month(world);
    staffing_market_day(world);
    open_doors(twin);

    take_up_earlier(twin);
    for (uint32_t person = 0; person < world->residents.slots; person++)
        die(twin, person);
    for (uint32_t person = 0; person < world->residents.slots; person++)
        if (world->residents.due_day[person] == today->day) meet_candidate(twin, person);
    visitors(twin);

    twin_visits(twin);
    twin_wards(twin);
    if (today->day_of_month == calendar_days_of_month(today->year, today->month)) {
        contracts_close_month(world);
        close_remote(twin);
        for (int county = 0; county < (int)world->city->county_count; county++) {
            ScreeningPlan plan;
            public_health_close_month(world, county, &twin->tally[county], &plan);
            twin_screen(twin, county, &plan);
        }
        twin_observe(twin);
    }
}

static void twin_free(Twin *twin) {
    Asks *lists[] = {&twin->today, &twin->next_round,    &twin->tomorrow, &twin->later,
                     &twin->beds,  &twin->beds_tomorrow, &twin->waiting};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        free(lists[i]->row);
    free(twin->in_bed);
    free(twin->year);
    free(twin->has_slot);
    simulation_free(&twin->world);
    free(twin);
}

Status twin_run(const Experiment *experiment, int replicate, Results *results, Report *report) {
    int year, month, day_of_month;
    calendar_split(experiment->start_day, &year, &month, &day_of_month);
    ck_assert_int_eq(experiment->scale, 1);
    Twin *twin = report_calloc(report, 1, sizeof *twin);
    if (!twin) return STATUS_NO_MEMORY;

    twin->results = results;
    Status status = results_init(results, year, experiment->years,
                                 (int)experiment->city.county_count, 1, report);
    if (status == STATUS_OK)
        status = simulation_init(&twin->world, experiment, replicate, NULL, report);
    if (status == STATUS_OK) {
        twin->year = report_calloc(report, twin->world.residents.slots, sizeof *twin->year);
        twin->has_slot = report_calloc(report, twin->world.facilities.count, 1);
        status = twin->year && twin->has_slot ? STATUS_OK : STATUS_NO_MEMORY;
    }
    for (uint32_t day = 0; status == STATUS_OK && day < twin->world.days; day++)
        twin_day(twin);
    twin_free(twin);
    return status;
}
