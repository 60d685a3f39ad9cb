// SPDX-License-Identifier: MIT
#include "day/load_beds.h"

#include "base/calendar.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS_OF_SENDING = 12 };

static const double KEEP = 0.85; // a month's weight in the next: half a year is remembered on the mean
static const double OWN_COUNTS = 300; // requests that weigh as much as those of all kinds

Status bed_loads_init(BedLoads *loads, const Simulation *simulation, Report *report) {
    const City *city = simulation->city;
    loads->ward = report_calloc(report, simulation->facilities.count, sizeof *loads->ward);
    double all = 0;
    for (uint32_t t = 0; t < city->township_count; t++)
        all += city->townships[t].residents;
    for (uint32_t t = 0; t < city->township_count; t++)
        loads->people_share[city->townships[t].county] += city->townships[t].residents / all;
    return loads->ward ? STATUS_OK : STATUS_NO_MEMORY;
}

void bed_loads_free(BedLoads *loads) {
    free(loads->ward);
}

// ---- what is counted

static void learn(KindBeds *kind, const WardLoad *ward, double scale) {
    kind->expected += ward->expected / scale;
    kind->asked += ward->asked;
    kind->again += ward->again;
    kind->urgent += ward->urgent;
    kind->before += ward->before;
    kind->sent_on += ward->sent_on;
    kind->stay_days += ward->stay_days;
    kind->stay_mean += ward->stay_mean;
}

static void keep(KindBeds *kind, double share) {
    double *number = (double *)kind;
    for (size_t i = 0; i < sizeof *kind / sizeof *number; i++)
        number[i] *= share;
}

static void add_kind(KindBeds *sum, const KindBeds *kind) {
    double *to = (double *)sum;
    const double *from = (const double *)kind;
    for (size_t i = 0; i < sizeof *sum / sizeof *to; i++)
        to[i] += from[i];
}

void bed_loads_close_month(BedLoads *loads, const Simulation *simulation) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        keep(&loads->kind[kind], KEEP);
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        WardLoad *ward = &loads->ward[f];
        learn(&loads->kind[simulation->facilities.row[f].kind], ward, simulation->residents.scale);
        *ward = (WardLoad){.of = ward->of, .law = ward->law, .sent_here = ward->sent_here};
    }
}

// A ratio of few counts is drawn towards a common one.
static double drawn(double counted, double expected, double common, double weight) {
    return (counted + weight * common) / (expected + weight);
}

// What the counts of a kind say.
typedef struct Ratios {
    double requests, days;  // first requests per expected one; days per day expected
    double urgent, before;  // shares of requests; of those not urgent
    double again;           // of all who were sent on: come to this kind
} Ratios;

static Ratios ratios_of(const KindBeds *own, const KindBeds *all, double urgent) {
    const double common = all->expected > 0 ? all->asked / all->expected : 1;
    const double common_days = all->stay_mean > 0 ? all->stay_days / all->stay_mean : 1;
    const double beds = all->asked + all->again - all->sent_on;
    const double mean_days = beds > 0 ? all->stay_mean / beds : 1;
    const double others = all->asked + all->again - all->urgent;
    const double common_before = others > 0 ? all->before / others : 0;
    const double own_all = own->asked + own->again;
    return (Ratios){
        .requests = drawn(own->asked, own->expected, common, OWN_COUNTS),
        .days = drawn(own->stay_days, own->stay_mean, common_days, OWN_COUNTS * mean_days),
        .urgent = drawn(own->urgent, own_all, urgent, OWN_COUNTS),
        .before = drawn(own->before, own_all - own->urgent, common_before, OWN_COUNTS),
        .again = all->sent_on > 0 ? own->again / all->sent_on : 0};
}

// ---- what is expected

// Days of the month to come, their mean pace, and the share of them on which the absent are at home.
typedef struct Month {
    double days, pace, home;
} Month;

// What is put off on the days of Spring Festival is taken up after it.
static double put_off_factor(const BedLoads *loads, const Time *time, int32_t since) {
    const double put_off = loads->masses->beds_put_off, over = time->festival_days - 1;
    if (since < -1 || since >= over + time->catch_up_days) return 1;
    return since < over ? 1 - put_off : 1 + put_off * time->festival_days / time->catch_up_days;
}

static Month month_ahead(const BedLoads *loads, const Simulation *simulation) {
    const Today *today = &simulation->today;
    const Time *time = &simulation->city->parameters.time;
    const int left = calendar_days_of_month(today->year, today->month) - today->day_of_month + 1;
    const int32_t festival = calendar_spring_festival(today->year);
    Month month = {0};
    for (int i = 0; i < left && today->day + (uint32_t)i < simulation->days; i++) {
        const uint32_t day = today->day + (uint32_t)i;
        const int32_t since = today->date + i - festival;
        month.days++;
        month.pace += put_off_factor(loads, time, since) *
                      day_pace(simulation, day, today->month, today->day_of_month + i);
        month.home += since >= -time->home_days_before && since < time->home_days_after;
    }
    month.pace /= month.days;
    month.home /= month.days;
    return month;
}

static void expect(WardLoad *ward, const Expected *expected, const Ratios *ratios,
                   const Facility *facility, const Month *month) {
    const double home = expected->visits > 0 ? expected->home_visits / expected->visits : 0;
    const double a_day = month->pace * (1 + month->home * home) * expected->beds;
    const double open = facility->open_beds;
    ward->expected = a_day * month->days;
    ward->requests = a_day * ratios->requests;
    ward->stay = expected->beds > 0 ? ratios->days * expected->bed_days / expected->beds : 0;
    ward->of.open = open;
    ward->of.urgent_share = ratios->urgent;
    ward->of.before_share = ratios->before;
    ward->of.extra_share = open > 0 ? facility->extra_beds / open : 0;
}

static int has_limit(const Facility *facility) {
    return facility->has_beds && facility->open_beds != UNLIMITED;
}

// Whom all wards send on, for each county's kinds; the last of all.
static void add_up_sent(const BedLoads *loads, const Simulation *simulation,
                        double sent[MOST_COUNTIES + 1]) {
    double at_city = 0;
    memset(sent, 0, (MOST_COUNTIES + 1) * sizeof *sent);
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        const WardLoad *ward = &loads->ward[f];
        if (!has_limit(facility)) continue;
        const double out =
            (ward->requests + ward->sent_here) * congestion_sent_on(&ward->law, &ward->of);
        sent[MOST_COUNTIES] += out;
        *(facility->kind >= KIND_CITY_HOSPITAL ? &at_city : &sent[facility->county]) += out;
    }
    for (int county = 0; county < MOST_COUNTIES; county++)
        sent[county] += at_city * loads->people_share[county];
}

// From the loads the laws, from the laws whom each ward sends on, from those the loads, until they agree.
static void settle(BedLoads *loads, const Simulation *simulation, const Ratios ratios[KIND_COUNT]) {
    double sent[MOST_COUNTIES + 1];
    for (int i = 0; i < ROUNDS_OF_SENDING; i++) {
        add_up_sent(loads, simulation, sent);
        for (uint32_t f = 0; f < simulation->facilities.count; f++) {
            const Facility *facility = &simulation->facilities.row[f];
            WardLoad *ward = &loads->ward[f];
            if (!has_limit(facility)) continue;
            const uint32_t place =
                facility->kind >= KIND_CITY_HOSPITAL ? MOST_COUNTIES : facility->county;
            const double all = loads->kind_expected[facility->kind][place];
            const double now =
                all > 0 ? sent[place] * ratios[facility->kind].again * loads->expected[f].beds / all
                        : 0;
            ward->sent_here = 0.5 * (ward->sent_here + now);
            ward->of.load = ward->of.open > 0 ? (ward->requests + ward->sent_here) * ward->stay /
                                                    ward->of.open
                                              : INFINITY;
            ward->law = congestion_ward(loads->congestion, &ward->of);
        }
    }
}

void bed_loads_open_month(BedLoads *loads, const Simulation *simulation) {
    const Month month = month_ahead(loads, simulation);
    KindBeds all = {0};
    Ratios ratios[KIND_COUNT];
    memset(loads->kind_expected, 0, sizeof loads->kind_expected);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        add_kind(&all, &loads->kind[kind]);
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        const Expected *expected = &loads->expected[f];
        WardLoad *ward = &loads->ward[f];
        if (!has_limit(facility)) continue;
        const double urgent = expected->beds > 0 ? expected->urgent_beds / expected->beds : 0;
        ratios[facility->kind] = ratios_of(&loads->kind[facility->kind], &all, urgent);
        expect(ward, expected, &ratios[facility->kind], facility, &month);
        ward->of.limit_days = simulation->city->parameters.care.bed_wait_limit_days;
        loads->kind_expected[facility->kind][facility->county] += expected->beds;
        loads->kind_expected[facility->kind][MOST_COUNTIES] += expected->beds;
    }
    settle(loads, simulation, ratios);
}
