// SPDX-License-Identifier: MIT
#include "day/laws.h"

#include "base/calendar.h"

#include <inttypes.h>
#include <stdio.h>

static const char *place_name(const Simulation *simulation, uint32_t shard) {
    return shard < simulation->city->county_count ? simulation->city->counties[shard].name_en
                                                  : "visitors";
}

static Status broken(const Simulation *simulation, const char *place, const char *law,
                     int64_t left, int64_t right, Report *report) {
    char date[11];
    calendar_format(simulation->today.date, date);
    return report_problem(report, STATUS_LAW_BROKEN,
                          "%s, %s: law broken: %s: %" PRId64 " against %" PRId64
                          "; this is a bug in hxsim, please report it with the scenario and seed",
                          date, place, law, left, right);
}

Status check_day_laws(const Simulation *simulation, Report *report) {
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        const Ward *ward = &simulation->ward[f];
        const char *name = simulation->city->institutions[f].name_en;
        if (ward->occupied > ward->open + ward->extra)
            return broken(simulation, name, "beds occupied never exceed open and extra beds",
                          ward->occupied, ward->open + ward->extra, report);
        if (facility->slots_left > facility->slots)
            return broken(simulation, name, "slots given never exceed slots", facility->slots_left,
                          facility->slots, report);
        if (ward->events_lost)
            return broken(simulation, name, "a ward's day fits its memory", ward->events_lost, 0,
                          report);
    }
    for (uint32_t s = 0; s < simulation->shards; s++) {
        const Shard *shard = &simulation->shard[s];
        const uint32_t lost = shard->today.lost + shard->next_round.lost + shard->tomorrow.lost +
                              shard->beds.lost + shard->agenda.lost + shard->events_lost;
        if (lost)
            return broken(simulation, place_name(simulation, s), "a county's day fits its memory",
                          lost, 0, report);
        if (shard->vital.births_without_slot)
            return broken(simulation, place_name(simulation, s), "every newborn has a slot",
                          shard->vital.births_without_slot, 0, report);
    }
    return STATUS_OK;
}

// ---- cases

static int64_t cases_closed(const int64_t *count) {
    return count[COUNT_NO_CARE] + count[COUNT_PHARMACY] + count[COUNT_ELSEWHERE] +
           count[COUNT_SETTLED] +
           count[COUNT_GAVE_UP] + count[COUNT_UNMET] + count[COUNT_DECLINED_BED] +
           count[COUNT_NO_BED] + count[COUNT_DISCHARGED] + count[COUNT_DIED_OPEN] +
           count[COUNT_ABSORBED];
}

static unsigned shard_of(const Simulation *simulation, uint32_t person) {
    return is_visitor(person)
               ? simulation->shards - 1
               : simulation->city->townships[resident_township(&simulation->residents, person)].county;
}

static void count_open(const Simulation *simulation, int64_t open[MOST_COUNTIES + 1],
                       int64_t up[MOST_COUNTIES + 1], int64_t down[MOST_COUNTIES + 1]) {
    for (uint32_t s = 0; s < simulation->shards; s++) {
        const Shard *shard = &simulation->shard[s];
        open[s] = shard->today.count + shard->tomorrow.count + shard->beds.count +
                  shard->agenda.count;
        for (uint32_t i = 0; i < shard->tomorrow.count; i++)
            up[s] += shard->tomorrow.row[i].contact == CONTACT_REFERRAL;
        for (uint32_t i = 0; i < shard->beds.count; i++) {
            up[s] += shard->beds.row[i].contact == CONTACT_REFERRAL;
            down[s] += shard->beds.row[i].contact == CONTACT_MOVED_DOWN;
        }
        up[s] += agenda_count(&shard->agenda, CONTACT_REFERRAL);
    }
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Ward *ward = &simulation->ward[f];
        for (uint32_t i = 0; i < ward->occupied; i++)
            open[shard_of(simulation, ward->stay[i].request.person)]++;
        for (uint32_t i = 0; i < ward->waiting_count; i++) {
            const Request *request = &ward->waiting[i].request;
            const unsigned s = shard_of(simulation, request->person);
            open[s]++;
            up[s] += request->contact == CONTACT_REFERRAL;
            down[s] += request->contact == CONTACT_MOVED_DOWN;
        }
    }
}

// ---- persons

typedef struct Alive {
    int64_t persons, in_bed;
} Alive;

static Alive count_alive(const Simulation *simulation, int county) {
    const Residents *residents = &simulation->residents;
    Alive alive = {0};
    for (uint32_t p = county_first_slot(residents, county);
         p < county_first_slot(residents, county + 1); p++) {
        alive.persons += residents->resident[p].alive;
        alive.in_bed += residents->resident[p].bed < simulation->facilities.count;
    }
    return alive;
}

static Status check_persons(Simulation *simulation, int county, int64_t beds, Report *report) {
    Shard *shard = &simulation->shard[county];
    const Alive alive = count_alive(simulation, county);
    const int64_t expected = shard->balance.alive + shard->vital.births -
                             (int64_t)shard->balance.births - shard->vital.deaths +
                             (int64_t)shard->balance.deaths;
    shard->balance.alive = alive.persons;
    shard->balance.births = shard->vital.births;
    shard->balance.deaths = shard->vital.deaths;
    const char *place = place_name(simulation, (uint32_t)county);
    if (alive.persons != expected)
        return broken(simulation, place, "alive = alive before + births - deaths", alive.persons,
                      expected, report);
    if (alive.in_bed != beds)
        return broken(simulation, place, "persons in a bed = beds with a person", alive.in_bed,
                      beds, report);
    return STATUS_OK;
}

Status check_month_laws(Simulation *simulation, Report *report) {
    int64_t open[MOST_COUNTIES + 1] = {0}, up[MOST_COUNTIES + 1] = {0}, down[MOST_COUNTIES + 1] = {0};
    int64_t beds[MOST_COUNTIES + 1] = {0};
    count_open(simulation, open, up, down);
    for (uint32_t f = 0; f < simulation->facilities.count; f++)
        for (uint32_t i = 0; i < simulation->ward[f].occupied; i++)
            beds[shard_of(simulation, simulation->ward[f].stay[i].request.person)]++;

    char date[11];
    calendar_format(simulation->today.date, date);
    for (uint32_t s = 0; s < simulation->shards; s++) {
        Shard *shard = &simulation->shard[s];
        const int64_t *count = shard->tally->count;
        const char *place = place_name(simulation, s);
        const int64_t expected = shard->balance.open + count[COUNT_OPENED] - cases_closed(count);
        const int64_t up_expected = shard->balance.up + count[COUNT_UP_SENT] -
                                    count[COUNT_UP_ARRIVED] - count[COUNT_UP_LAPSED];
        const int64_t down_expected = shard->balance.down + count[COUNT_DOWN_SENT] -
                                      count[COUNT_DOWN_ARRIVED] - count[COUNT_DOWN_LAPSED];
        if (open[s] != expected)
            return broken(simulation, place, "cases open = open before + opened - closed", open[s],
                          expected, report);
        if (up[s] != up_expected)
            return broken(simulation, place, "referrals up on the way = sent - arrived - lapsed",
                          up[s], up_expected, report);
        if (down[s] != down_expected)
            return broken(simulation, place, "moves down on the way = sent - arrived - lapsed",
                          down[s], down_expected, report);
        shard->balance.open = open[s];
        shard->balance.up = up[s];
        shard->balance.down = down[s];
        if (s < simulation->city->county_count) {
            const Status persons = check_persons(simulation, (int)s, beds[s], report);
            if (persons != STATUS_OK) return persons;
        }
        const Status books = ledger_check(shard->ledger, simulation->city, date, report);
        if (books != STATUS_OK) return books;
    }
    return STATUS_OK;
}
