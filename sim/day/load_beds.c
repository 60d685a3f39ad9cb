// SPDX-License-Identifier: MIT
#include "day/load_beds.h"

#include "base/calendar.h"
#include "base/curves.h"
#include "day/booking.h"
#include "day/need_mass.h"
#include "day/stay.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double KEEP =
    0.94; // a month's weight in the next: 16 months are remembered on the mean
// What is expected is off by about 0.7 %, as counts of 20,000 are (tests/laws/test_expected.c); so
// it weighs as much as they. Where those go whom a ward sends on is known less well.
static const double PRIOR = 20000, PRIOR_AGAIN = 200;
// Spread of a ward's stays, of all disease groups together and before any wait for Monday: ours. At
// one in one it is 0.70 to 0.79 by kind on tests/cities/busy.
static const double STAY_CV = 0.77;

// Lognormal.
static void fill_stays(float factor[STAY_CLASSES]) {
    const double sigma = sqrt(curve_log(1 + STAY_CV * STAY_CV));
    for (int i = 0; i < STAY_CLASSES; i++) {
        const double z = curve_normal_quantile((i + 0.5) / STAY_CLASSES);
        factor[i] = (float)curve_exp(sigma * z - 0.5 * sigma * sigma);
    }
}

Status bed_loads_init(BedLoads *loads, const Simulation *simulation, Report *report) {
    const City *city = simulation->city;
    loads->ward = report_calloc(report, simulation->facilities.count, sizeof *loads->ward);
    loads->limited = report_calloc(report, simulation->facilities.count, sizeof *loads->limited);
    double all = 0;
    for (uint32_t t = 0; t < city->township_count; t++)
        all += city->townships[t].residents;
    for (uint32_t t = 0; t < city->township_count; t++)
        loads->people_share[city->townships[t].county] += city->townships[t].residents / all;
    fill_stays(loads->stay);
    return loads->ward && loads->limited ? STATUS_OK : STATUS_NO_MEMORY;
}

void bed_loads_free(BedLoads *loads) {
    free(loads->ward);
    free(loads->limited);
}

static int has_limit(const Facility *facility) {
    return facility->has_beds && facility->open_beds > 0 && facility->open_beds != UNLIMITED;
}

// Where those whom a ward sends on look further: in its county, above all in the city.
static uint32_t place_of(const Facility *facility) {
    return facility->kind >= KIND_CITY_HOSPITAL ? MOST_COUNTIES : facility->county;
}

// ---- what is counted

static void learn(KindBeds *kind, WardLoad *ward, double scale) {
    for (int class = 0; class < BED_CLASSES; class ++) {
        kind->expected[class] += ward->expected[class] / scale;
        kind->asked[class] += ward->asked[class];
        ward->expected[class] = ward->asked[class] = 0;
    }
    kind->again += ward->again;
    kind->sent_on += ward->sent_on;
    kind->stay_days += ward->stay_days;
    kind->stay_mean += ward->stay_mean;
    ward->again = ward->sent_on = 0;
    ward->stay_days = ward->stay_mean = 0;
}

static void forget(KindBeds *kind) {
    double *number = (double *)kind;
    for (size_t i = 0; i < sizeof *kind / sizeof *number; i++)
        number[i] *= KEEP;
}

void bed_loads_close_month(BedLoads *loads, const Simulation *simulation) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        forget(&loads->kind[kind]);
    for (uint32_t f = 0; f < simulation->facilities.count; f++)
        learn(&loads->kind[simulation->facilities.row[f].kind], &loads->ward[f],
              simulation->residents.scale);
}

// ---- the month

// A ratio of few counts is drawn towards 1.
static double drawn(double counted, double expected, double weight) {
    return (counted + weight) / (expected + weight);
}

static double sum(const double of[BED_CLASSES]) {
    return of[BED_URGENT] + of[BED_BEFORE] + of[BED_REST];
}

// Days of a stay: few leave at weekends, and some move down before its end.
static double mean_stay(const KindBeds *kind, const Expected *expected, double to_monday) {
    const double stays = expected->beds + expected->steady_beds;
    const double days = expected->bed_days + to_monday * stays - expected->moved_days;
    if (days <= 0) return 1;
    const double prior = PRIOR * expected->bed_days / stays;
    const double ratio =
        (kind->stay_days + prior * days / expected->bed_days) / (kind->stay_mean + prior);
    const double mean = ratio * expected->bed_days / stays;
    return mean > 1 ? mean : 1;
}

// Of who can wait, `come` do: the rest booked, did not turn up and went without.
static void expect(WardLoad *ward, const KindBeds *kind, const Expected *expected,
                   const Facility *facility, double to_monday, double come) {
    const double others = come * (expected->beds - expected->urgent_beds);
    ward->month = (WardMonth){
        .first = {[BED_URGENT] = expected->urgent_beds,
                  [BED_BEFORE] = come * expected->before_beds,
                  [BED_REST] = others - come * expected->before_beds},
        .home_share = expected->visits > 0 ? expected->home_visits / expected->visits : 0,
        .put_off_share = others > 0 ? come * expected->put_off_beds / others : 0,
        .visitors = expected->steady_beds,
        .ratio = drawn(sum(kind->asked), sum(kind->expected), PRIOR),
        .stay_days = mean_stay(kind, expected, to_monday) - to_monday,
        .open = facility->open_beds,
        .extra = facility->extra_beds};
}

// Those sent on who ask once more, and the kinds that they ask.
static void set_again(BedLoads *loads) {
    double again = 0, sent_on = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        again += loads->kind[kind].again;
        sent_on += loads->kind[kind].sent_on;
    }
    for (int kind = 0; kind < KIND_COUNT; kind++)
        loads->again[kind] =
            drawn(again, sent_on, PRIOR_AGAIN) *
            (loads->kind[kind].again + PRIOR_AGAIN * loads->again_choice->beds[kind]) /
            (again + PRIOR_AGAIN);
}

void bed_loads_open_month(BedLoads *loads, const Simulation *simulation) {
    memset(loads->kind_expected, 0, sizeof loads->kind_expected);
    set_again(loads);
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        const Expected *expected = &loads->expected[f];
        if (!has_limit(facility)) continue;
        expect(&loads->ward[f], &loads->kind[facility->kind], expected, facility,
               mean_days_to_monday(simulation), booked_who_come(simulation, facility));
        loads->kind_expected[facility->kind][facility->county] += expected->beds;
        loads->kind_expected[facility->kind][MOST_COUNTIES] += expected->beds;
    }
}

// ---- the day

// Whom all wards sent on yesterday, for each county's kinds; the last of all.
typedef struct SentOn {
    double in[MOST_COUNTIES + 1][BED_CLASSES];
} SentOn;

static void add_up_sent(SentOn *sent, const BedLoads *loads, const Simulation *simulation) {
    double at_city[BED_CLASSES] = {0};
    memset(sent, 0, sizeof *sent);
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const uint32_t place = place_of(&simulation->facilities.row[f]);
        for (int class = 0; class < BED_CLASSES; class ++) {
            const double out = loads->ward[f].sends[class];
            sent->in[MOST_COUNTIES][class] += out;
            *(place == MOST_COUNTIES ? &at_city[class] : &sent->in[place][class]) += out;
        }
    }
    for (int county = 0; county < MOST_COUNTIES; county++)
        for (int class = 0; class < BED_CLASSES; class ++)
            sent->in[county][class] += at_city[class] * loads->people_share[county];
}

void bed_loads_open_day(BedLoads *loads, const Simulation *simulation) {
    const Today *today = &simulation->today;
    const Parameters *p = &simulation->city->parameters;
    const double pace = day_pace(simulation, today->day, today->month, today->day_of_month);
    const WardToday for_wards = {.key = simulation->key,
                                 .day = today->day,
                                 .weekday = (uint32_t)calendar_weekday(today->date),
                                 .pace = pace,
                                 .limit_days = p->care.bed_wait_limit_days,
                                 .leave_at_weekend = p->time.weekend_discharge_factor,
                                 .stay = loads->stay,
                                 .absent_at_home = today->absent_at_home,
                                 .festival = today->festival != 0,
                                 .catch_up_share =
                                     today->catching_up ? 1 / p->time.catch_up_days : 0};
    SentOn sent;
    uint32_t limited = 0;
    add_up_sent(&sent, loads, simulation);
    for (uint32_t f = 0; f < simulation->facilities.count; f++) {
        const Facility *facility = &simulation->facilities.row[f];
        WardLoad *ward = &loads->ward[f];
        if (!has_limit(facility)) continue;
        const uint32_t place = place_of(facility);
        const double all = loads->kind_expected[facility->kind][place];
        const double share =
            all > 0 ? loads->again[facility->kind] * loads->expected[f].beds / all : 0;
        for (int class = 0; class < BED_CLASSES; class ++)
            ward->sent_here[class] = share * sent.in[place][class];
        loads->limited[limited++] = f;
    }
    ward_loads_day(loads->ward, loads->limited, limited, &for_wards);
}
