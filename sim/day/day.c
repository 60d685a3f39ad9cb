// SPDX-License-Identifier: MIT
#include "day/day.h"

#include "base/calendar.h"
#include "base/curves.h"
#include "base/wall_clock.h"
#include "day/adapt.h"
#include "day/contracts.h"
#include "day/admit.h"
#include "day/laws.h"
#include "day/leave.h"
#include "day/load.h"
#include "day/need.h"
#include "day/observe.h"
#include "day/remote_work.h"
#include "day/screening.h"
#include "day/seek.h"
#include "day/serve.h"
#include "day/staffing.h"
#include "day/tables.h"
#include "day/visitors.h"
#include "day/wards.h"
#include "day/year_books.h"


// ---- what today is

// Spring Festival begins on the eve of New Year; the first day after it is at least festival_days later.
static void set_festival(Today *today, const Time *time) {
    const int32_t since = today->date - calendar_spring_festival(today->year);
    int32_t over = (int32_t)time->festival_days - 1;
    if (over < time->festival_days - 1) over++;
    const int32_t left = since >= -1 && since < over ? over - since : 0;
    today->festival = (uint8_t)left;
    today->catching_up = since >= over && since - over < time->catch_up_days;
    today->absent_at_home = since >= -time->home_days_before && since < time->home_days_after;
}

static void turn_page(Simulation *simulation) {
    Today *today = &simulation->today;
    const Time *time = &simulation->city->parameters.time;
    today->day++;
    today->date++;
    calendar_split(today->date, &today->year, &today->month, &today->day_of_month);
    const int32_t first_of_year = calendar_day(today->year, 1, 1);
    today->day_of_year = today->date - first_of_year;
    today->first_of_year = simulation->fixed_demography ? simulation->experiment->start_day : first_of_year;
    today->half_month = clock_half_month(today->month, today->day_of_month);
    today->weekend = calendar_weekday(today->date) >= SATURDAY;
    set_festival(today, time);
    today->in_warm_up = today->date < simulation->experiment->start_day;
    today->stay_factor = curve_exp(
        simulation->city->parameters.background[background_row(today->year)].stay_log);
}

static int is_first_of_month(const Simulation *simulation) {
    return simulation->today.day_of_month == 1 || simulation->today.day == 0;
}

static int is_first_of_year(const Simulation *simulation) {
    return is_first_of_month(simulation) && (simulation->today.month == 1 || simulation->today.day == 0);
}

static int is_last_of_month(const Simulation *simulation) {
    const Today *today = &simulation->today;
    return today->day_of_month == calendar_days_of_month(today->year, today->month);
}

// ---- the year, the month

static void turn_county(void *context, uint32_t county, int thread) {
    (void)thread;
    Simulation *simulation = context;
    Shard *shard = &simulation->shard[county];
    public_health_turn_year(simulation, (int)county, &simulation->stage_moves[county]);
    year_turn(&simulation->residents, &shard->deaths, &shard->vital, &simulation->turn,
              &simulation->stage_moves[county], (int)county);
    stay_accounts_clear(&shard->stays);
}

static void turn_year(Simulation *simulation) {
    const Today *today = &simulation->today;
    day_tables_init(&simulation->tables, simulation->city, background_row(today->year));
    simulation->turn = (YearTurn){
        .city = simulation->city,
        .hazards = &simulation->hazards,
        .clock = &simulation->clock,
        .key = simulation->key,
        .year = today->year,
        .day = today->day,
        .ages_on = today->first_of_year,
        .employees = simulation->employees,
        .opens_only = today->date <= simulation->experiment->start_day,
        .fixed_demography = simulation->fixed_demography || today->in_warm_up,
    };
    if (today->in_warm_up) return;

    team_share(simulation->team, simulation->city->county_count, turn_county, simulation);
}

static void open_facilities(Simulation *simulation) {
    const double weekend = simulation->city->parameters.time.weekend_factor;
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        Facility *facility = &simulation->facilities.row[f];
        const int slower = simulation->today.weekend && facility->slots != UNLIMITED;
        facility->slots_left = slower ? (uint32_t)(facility->slots * weekend + 0.5) : facility->slots;
    }
}

// ---- the day

// The parts of a day are loops over the shards, largest first; a turn touches nothing of another county.
typedef struct DayPart {
    Simulation *simulation;
    int round;
} DayPart;

static Shard *shard_of_turn(const DayPart *part, uint32_t turn) {
    return &part->simulation->shard[part->simulation->order[turn]];
}

static void open_county(void *context, uint32_t turn, int thread) {
    (void)thread;
    const DayPart *part = context;
    Simulation *simulation = part->simulation;
    Shard *shard = shard_of_turn(part, turn);
    take_up_agenda(simulation, shard);
    if (shard->county < (int)simulation->city->county_count)
        find_needs(simulation, shard);
    else
        visitors_arrive(simulation, shard);
    sort_requests(simulation, shard);
}

// Who was referred in the last round is seen tomorrow.
static void close_county(const Simulation *simulation, Shard *shard) {
    for (uint32_t i = 0; i < shard->today.count; i++)
        request_list_add(&shard->tomorrow, &shard->today.row[i]);
    shard->today.count = 0;
    sort_bed_requests(simulation, shard);
}

static void serve_county(void *context, uint32_t turn, int thread) {
    (void)thread;
    const DayPart *part = context;
    Simulation *simulation = part->simulation;
    Shard *shard = shard_of_turn(part, turn);
    serve_round(simulation, shard, simulation->threshold, part->round);
    if (part->round + 1 < ROUNDS_A_DAY)
        sort_requests(simulation, shard);
    else
        close_county(simulation, shard);
}

static void receive_county(void *context, uint32_t turn, int thread) {
    (void)thread;
    const DayPart *part = context;
    receive_from_wards(part->simulation, shard_of_turn(part, turn));
}

static void note_time(Simulation *simulation, int stage, double *since) {
    const double now = wall_seconds();
    simulation->seconds[stage] += now - *since;
    *since = now;
}

static void live_the_day(Simulation *simulation, double *since) {
    DayPart part = {.simulation = simulation};
    team_share(simulation->team, simulation->shards, open_county, &part);
    note_time(simulation, TIME_NEED, since);
    for (part.round = 0; part.round < ROUNDS_A_DAY; part.round++) {
        resolve_round(simulation, simulation->threshold, part.round);
        note_time(simulation, TIME_RESOLVE, since);
        team_share(simulation->team, simulation->shards, serve_county, &part);
        note_time(simulation, TIME_SERVE, since);
    }
    run_wards(simulation);
    note_time(simulation, TIME_WARDS, since);
    team_share(simulation->team, simulation->shards, receive_county, &part);
    note_time(simulation, TIME_RECEIVE, since);
}

// What could have been asked of doctors elsewhere this month.
static void close_remote(Simulation *simulation) {
    int64_t possible[MOST_COUNTIES][REMOTES] = {{0}};
    for (uint32_t s = 0; s < simulation->shards; s++)
        for (uint32_t c = 0; c < simulation->city->county_count; c++)
            for (int remote = 0; remote < REMOTES; remote++)
                possible[c][remote] += simulation->shard[s].tally->remote[c][remote].possible;
    remote_close_month(simulation, possible);
}

static void close_county_month(void *context, uint32_t county, int thread) {
    (void)thread;
    Simulation *simulation = context;
    Shard *shard = &simulation->shard[county];
    ScreeningPlan plan;
    public_health_close_month(simulation, (int)county, shard->tally, &plan);
    screen_county(simulation, shard, &plan);
}

static Status end_month(Simulation *simulation, Results *results, Report *report) {
    for (uint32_t s = 0; s < simulation->shards; s++)
        for (int contact = 0; contact < CONTACT_COUNT; contact++)
            simulation->visits_simulated += (uint64_t)simulation->shard[s].tally->contacts[contact];
    contracts_close_month(simulation);
    close_remote(simulation);
    team_share(simulation->team, simulation->city->county_count, close_county_month, simulation);
    Status status = check_month_laws(simulation, report);
    if (status == STATUS_OK) status = contracts_check(simulation, report);
    if (status != STATUS_OK) return status;
    observe_month(simulation, results);
    if (simulation->today.month != 12) return STATUS_OK;
    observe_year(simulation, results);
    if (simulation->today.in_warm_up) return STATUS_OK;
    const int year = simulation->today.year - results->first_year;
    return year_books_check(results, year, simulation->city, report);
}

Status simulate_day(Simulation *simulation, Results *results, Report *report) {
    double since = wall_seconds();
    turn_page(simulation);
    if (is_first_of_year(simulation)) turn_year(simulation);
    note_time(simulation, TIME_YEAR, &since);
    adapt_day(simulation);
    public_health_day(simulation);
    if (is_first_of_month(simulation)) {
        if (simulation->load) load_close_month(simulation);
        adapt_month(simulation);
        if (simulation->load) load_open_month(simulation);
    }
    staffing_market_day(simulation);
    if (simulation->load) load_open_day(simulation);
    note_time(simulation, TIME_TABLES, &since);

    open_facilities(simulation);
    live_the_day(simulation, &since);

    const Status status = check_day_laws(simulation, report);
    if (status != STATUS_OK) return status;
    return is_last_of_month(simulation) ? end_month(simulation, results, report) : STATUS_OK;
}
