// SPDX-License-Identifier: MIT
// What requests for beds come to at each institution: one township's, by kind and class of case.
#ifndef HXSIM_DAY_EXPECTED_BEDS_H
#define HXSIM_DAY_EXPECTED_BEDS_H

#include "day/expected_ladder.h"

static inline int is_above_township(int kind) {
    return kind > KIND_TOWNSHIP_CENTRE && kind <= KIND_CITY_HOSPITAL;
}

static inline void beds_add(Beds *sum, const Beds *beds) {
    class_add(sum->all, beds->all);
    class_add(sum->signed_up, beds->signed_up);
}

// What some requests come to, over all classes.
typedef struct Asked {
    double beds, urgent, before, put_off, days, long_days;
    double maternal_long_days; // of long_days
} Asked;

static inline double maternal_sum_of(const double *row, const double *weight) {
    double sum = 0;
    for (int class = CLASS_MATERNAL * OF_A_CASE; class < (CLASS_MATERNAL + 1) * OF_A_CASE; class ++)
        sum += row[class] * weight[class];
    return sum;
}

static inline Asked asked_of(const NeedMasses *masses, const Beds *beds) {
    const ClassSum all = class_sums(beds->all), signed_up = class_sums(beds->signed_up);
    return (Asked){.beds = all.others + all.urgent,
                   .urgent = all.urgent,
                   .before = signed_up.others,
                   .put_off = class_sum_of(beds->all, masses->put_off_beds),
                   .days = class_sum_of(beds->all, masses->stay_days),
                   .long_days = class_sum_of(beds->all, masses->days_of_long),
                   .maternal_long_days = maternal_sum_of(beds->all, masses->days_of_long)};
}

static inline void asked_add(Asked *sum, const Asked *asked, double share) {
    sum->beds += share * asked->beds;
    sum->urgent += share * asked->urgent;
    sum->before += share * asked->before;
    sum->put_off += share * asked->put_off;
    sum->days += share * asked->days;
    sum->long_days += share * asked->long_days;
    sum->maternal_long_days += share * asked->maternal_long_days;
}

// A share of what is asked comes to a bed of this institution. Some of the long stays above the
// township are moved down, and leave their last days there.
static inline void ask_here(Expected *expected, const Place *place, int kind, uint16_t facility,
                            const Asked *asked, double share) {
    const Simulation *simulation = place->simulation;
    const Parameters *p = &simulation->city->parameters;
    const int county = simulation->city->townships[place->township].county;
    const CountyToday *today = &simulation->today.county[county];
    const double down = today->down_referral, maternal = today->maternal_down - down;
    const double long_days = is_above_township(kind)
                                 ? asked->long_days * down + asked->maternal_long_days * maternal
                                 : 0;
    const double stays = share * p->kind[kind].stay_ratio;
    Expected *row = &expected[facility];
    row->beds += share * asked->beds;
    row->put_off_beds += share * asked->put_off;
    row->urgent_beds += share * asked->urgent;
    row->before_beds += share * asked->before;
    row->bed_days += stays * asked->days;
    row->moved_days += stays * long_days * p->care.down_referral_stay_share;
}

// For each institution of a route, the next one with beds from it on, and from the one after it on,
// as places on the route; -1 if there is none, or none but itself.
typedef struct WithBeds {
    int from[MOST_ROUTES], after[MOST_ROUTES];
} WithBeds;

static inline void with_beds(WithBeds *with, const Place *place, const Route *route) {
    int next = -1;
    for (int step = 2 * route->count; step-- > 0;) {
        const int i = step < route->count ? step : step - route->count;
        with->after[i] = next == i ? -1 : next;
        if (place->simulation->facilities.row[route->way[i].facility].has_beds) next = i;
        with->from[i] = next;
    }
}

// Those whom no institution of the kind that saw them keeps, and who do not stay with that kind,
// spread over the others; and long stays go on in the township's centre.
void expected_look_for_beds(Expected *expected, Flows *flows, const Place *place);

#endif
