// SPDX-License-Identifier: MIT
#include "day/laws.h"

#include "base/calendar.h"

#include <inttypes.h>
#include <stdio.h>

const char *law_place(const Simulation *simulation, uint32_t shard) {
    return shard < simulation->city->county_count ? simulation->city->counties[shard].name_en
                                                  : "visitors";
}

Status law_broken(const Simulation *simulation, const char *place, const char *law, int64_t left,
                  int64_t right, Report *report) {
    char date[11];
    calendar_format(simulation->today.date, date);
    return report_problem(report, STATUS_LAW_BROKEN,
                          "%s, %s: law broken: %s: %" PRId64 " against %" PRId64
                          "; this is a bug in hxsim, please report it with the scenario and seed",
                          date, place, law, left, right);
}

// ---- every day

// The lists of a day grow with it, until there is no memory for them.
static Status no_memory_left(const Simulation *simulation, const char *place, uint32_t lost,
                             Report *report) {
    char date[11];
    calendar_format(simulation->today.date, date);
    return report_problem(report, STATUS_NO_MEMORY,
                          "%s, %s: out of memory: no room for %" PRIu32
                          " requests, stays or accounts of this day; close other programs or raise "
                          "--scale",
                          date, place, lost);
}

static Status check_limits(const Simulation *simulation, uint32_t f, Report *report) {
    const Facility *facility = &simulation->facilities.row[f];
    const Ward *ward = &simulation->ward[f];
    const char *name = simulation->city->institutions[f].name_en;
    if (ward->occupied > ward->open + ward->extra)
        return law_broken(simulation, name, "beds occupied never exceed open and extra beds",
                          ward->occupied, ward->open + ward->extra, report);
    if (facility->slots_left > facility->slots)
        return law_broken(simulation, name, "slots left never exceed slots", facility->slots_left,
                          facility->slots, report);
    if (ward->lost) return no_memory_left(simulation, name, ward->lost, report);
    return STATUS_OK;
}

static Status check_memory(const Simulation *simulation, uint32_t s, Report *report) {
    const Shard *shard = &simulation->shard[s];
    const uint32_t lost = shard->today.lost + shard->sorted.lost + shard->next_round.lost +
                          shard->tomorrow.lost + shard->beds.lost + shard->beds_sorted.lost +
                          shard->agenda.lost + shard->events_lost + shard->stays.lost;
    if (lost) return no_memory_left(simulation, law_place(simulation, s), lost, report);
    if (shard->vital.births_without_slot)
        return report_problem(report, STATUS_INVALID,
                              "%s, year %d: %" PRIu32 " more children are born in a township than "
                              "were foreseen; lower people.births_per_1000, people.births_change "
                              "or people.out_migration, or write fewer years",
                              law_place(simulation, s), simulation->today.year,
                              shard->vital.births_without_slot);
    return STATUS_OK;
}

Status check_day_laws(const Simulation *simulation, Report *report) {
    Status status = STATUS_OK;
    for (uint32_t f = 0; f < simulation->facilities.count && status == STATUS_OK; f++)
        status = check_limits(simulation, f, report);
    for (uint32_t s = 0; s < simulation->shards && status == STATUS_OK; s++)
        status = check_memory(simulation, s, report);
    if (status == STATUS_OK && simulation->scratch.lost)
        status =
            no_memory_left(simulation, simulation->city->name_en, simulation->scratch.lost, report);
    return status;
}

// ---- needs and cases

// What is open at the end of a day in each shard, and who lies in a bed.
typedef struct Open {
    int64_t cases, up, down, in_bed;
} Open;

static unsigned shard_of(const Simulation *simulation, uint32_t person) {
    return is_visitor(person)
               ? simulation->shards - 1
               : simulation->city->townships[resident_township(&simulation->residents, person)]
                     .county;
}

static void count_request(Open *open, const Request *request) {
    open->cases++;
    open->up += request->contact == CONTACT_REFERRAL;
    open->down += request->contact == CONTACT_MOVED_DOWN;
}

static void count_requests(Open *open, const RequestList *list) {
    for (uint32_t i = 0; i < list->count; i++)
        count_request(open, &list->row[i]);
}

static void count_agenda(Open *open, const Agenda *agenda) {
    for (int day = 0; day < AGENDA_DAYS; day++)
        for (uint32_t at = agenda->first[day]; at != NO_CHUNK; at = agenda->chunk[at].next)
            for (uint32_t i = 0; i < agenda->chunk[at].count; i++)
                count_request(open, &agenda->chunk[at].row[i]);
}

static void count_open(const Simulation *simulation, Open open[MOST_COUNTIES + 1]) {
    for (uint32_t s = 0; s < simulation->shards; s++) {
        const Shard *shard = &simulation->shard[s];
        count_requests(&open[s], &shard->today);
        count_requests(&open[s], &shard->tomorrow);
        count_requests(&open[s], &shard->beds);
        count_agenda(&open[s], &shard->agenda);
    }
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Ward *ward = &simulation->ward[f];
        for (uint32_t i = 0; i < ward->occupied; i++) {
            Open *here = &open[shard_of(simulation, ward->stay[i].request.person)];
            here->cases++;
            here->in_bed++;
        }
        for (uint32_t i = 0; i < ward->waiting_count; i++) {
            const Request *request = &ward->waiting[i].request;
            count_request(&open[shard_of(simulation, request->person)], request);
        }
    }
}

static int64_t cases_closed(const int64_t *count) {
    return count[COUNT_NO_CARE] + count[COUNT_PHARMACY] + count[COUNT_ELSEWHERE] +
           count[COUNT_SETTLED] + count[COUNT_GAVE_UP] + count[COUNT_UNMET] +
           count[COUNT_DECLINED_BED] + count[COUNT_NO_BED] + count[COUNT_DISCHARGED] +
           count[COUNT_DIED_OPEN] + count[COUNT_ABSORBED];
}

static Status check_needs(const Simulation *simulation, uint32_t s, Report *report) {
    const Tally *tally = simulation->shard[s].tally;
    const int64_t *count = tally->count;
    const int64_t ends = count[COUNT_THINNED] + count[COUNT_IN_BED] + count[COUNT_OPENED] -
                         count[COUNT_SENT_BY_SCREENING];
    int64_t choices = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        choices += tally->first_choice[kind];
    if (count[COUNT_CANDIDATES] != ends)
        return law_broken(simulation, law_place(simulation, s),
                          "candidates = no needs + suppressed + opened", count[COUNT_CANDIDATES],
                          ends, report);
    if (choices != count[COUNT_OPENED])
        return law_broken(simulation, law_place(simulation, s), "first choices = cases opened",
                          choices, count[COUNT_OPENED], report);
    return STATUS_OK;
}

static Status check_cases(Simulation *simulation, uint32_t s, const Open *open, Report *report) {
    Balance *balance = &simulation->shard[s].balance;
    const int64_t *count = simulation->shard[s].tally->count;
    const char *place = law_place(simulation, s);
    const int64_t cases = balance->open + count[COUNT_OPENED] - cases_closed(count);
    const int64_t up =
        balance->up + count[COUNT_UP_SENT] - count[COUNT_UP_ARRIVED] - count[COUNT_UP_LAPSED];
    const int64_t down = balance->down + count[COUNT_DOWN_SENT] - count[COUNT_DOWN_ARRIVED] -
                         count[COUNT_DOWN_LAPSED];
    if (open->cases != cases)
        return law_broken(simulation, place, "cases open = open before + opened - closed",
                          open->cases, cases, report);
    if (open->up != up)
        return law_broken(simulation, place, "referrals up on the way = sent - arrived - lapsed",
                          open->up, up, report);
    if (open->down != down)
        return law_broken(simulation, place, "moves down on the way = sent - arrived - lapsed",
                          open->down, down, report);
    balance->open = open->cases;
    balance->up = open->up;
    balance->down = open->down;
    return STATUS_OK;
}

// ---- persons

typedef struct Alive {
    int64_t persons, absent, in_bed;
} Alive;

static Alive count_alive(const Simulation *simulation, int county) {
    const Residents *residents = &simulation->residents;
    Alive alive = {0};
    for (uint32_t p = county_first_slot(residents, county);
         p < county_first_slot(residents, county + 1); p++) {
        const Resident *resident = &residents->resident[p];
        alive.persons += resident->alive;
        alive.absent += resident->alive & resident->absent;
        alive.in_bed += resident->bed < simulation->facilities.count;
    }
    return alive;
}

typedef struct Counting {
    const Simulation *simulation;
    Alive alive[MOST_COUNTIES + 1];
} Counting;

static void count_county(void *context, uint32_t county, int thread) {
    (void)thread;
    Counting *counting = context;
    counting->alive[county] = count_alive(counting->simulation, (int)county);
}

static Status check_persons(Simulation *simulation, uint32_t s, Alive alive, int64_t in_bed,
                            Report *report) {
    const Vital *vital = &simulation->shard[s].vital;
    Balance *balance = &simulation->shard[s].balance;
    const Vital *before = &balance->vital;
    const char *place = law_place(simulation, s);
    const int64_t expected = balance->alive + vital->births - (int64_t)before->births -
                             vital->deaths + (int64_t)before->deaths;
    if (!balance->begun) // nobody was absent or here before the first month
        balance->absent = alive.absent - vital->left + vital->returned + vital->absent_deaths;
    const int64_t absent = balance->absent + vital->left - (int64_t)before->left - vital->returned +
                           (int64_t)before->returned - vital->absent_deaths +
                           (int64_t)before->absent_deaths;
    if (alive.persons != expected)
        return law_broken(simulation, place, "alive = alive before + births - deaths",
                          alive.persons, expected, report);
    if (alive.absent != absent)
        return law_broken(simulation, place, "absent = absent before + left - returned - deaths",
                          alive.absent, absent, report);
    if (alive.in_bed != in_bed)
        return law_broken(simulation, place, "persons in a bed = beds with a person", alive.in_bed,
                          in_bed, report);
    balance->alive = alive.persons;
    balance->absent = alive.absent;
    balance->vital = *vital;
    balance->begun = 1;
    return STATUS_OK;
}

// ---- every month

static Status check_county(Simulation *simulation, uint32_t s, Alive alive, const Open *open,
                           Report *report) {
    Status status = check_cases(simulation, s, open, report);
    if (s < simulation->city->county_count) {
        if (status == STATUS_OK) status = check_needs(simulation, s, report);
        if (status == STATUS_OK) status = check_persons(simulation, s, alive, open->in_bed, report);
    }
    return status == STATUS_OK ? check_flow_laws(simulation, s, report) : status;
}

Status check_month_laws(Simulation *simulation, Report *report) {
    Open open[MOST_COUNTIES + 1] = {{0}};
    Counting counting = {.simulation = simulation, .alive = {{0}}};
    count_open(simulation, open);
    team_share(simulation->team, simulation->city->county_count, count_county, &counting);
    Status status = check_institution_laws(simulation, report);
    for (uint32_t s = 0; s < simulation->shards && status == STATUS_OK; s++) {
        Balance *balance = &simulation->shard[s].balance;
        if (simulation->today.month == 1) { // books and vital counts begin with the year
            balance->vital = (Vital){0};
            balance->books = (Books){0};
        }
        status = check_county(simulation, s, counting.alive[s], &open[s], report);
    }
    return status;
}
