// SPDX-License-Identifier: MIT
#include "day/expected_beds.h"

#include "base/clones.h"

static void part_of_row(double *restrict part, const double *restrict all,
                        const double *restrict without, const double *restrict share) {
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        part[class] = share[class] * (all[class] - without[class]);
}

// Those sent by other kinds spread over the institutions of a route.
static void look_for_bed(Expected *expected, Flows *flows, const Place *place, const Beds *looking,
                         int kind) {
    const Route *route = &place->simulation->routes.row[place->township][kind];
    const Beds *own = &flows->looking[kind];
    const double *share = flows->bed_share[kind];
    WithBeds with;
    Beds sent;
    with_beds(&with, place, route);
    if (is_above_township(kind)) {
        class_add_part(flows->above.all, own->all, share);
        class_add_part(flows->above.signed_up, own->signed_up, share);
    }
    if (route->count == 0 || with.from[0] < 0) return;
    part_of_row(sent.all, looking->all, own->all, share);
    part_of_row(sent.signed_up, looking->signed_up, own->signed_up, share);
    const Asked asked = asked_of(place->masses, &sent);
    for (int i = 0; i < route->count; i++)
        ask_here(expected, place, kind, route->way[with.from[i]].facility, &asked,
                 route_share(route, i));
    if (is_above_township(kind)) beds_add(&flows->above, &sent);
}

static void keep_maternal(ClassRow row) {
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        if (class / OF_A_CASE != CLASS_MATERNAL) row[class] = 0;
}

static void receive_down(Expected *row, const Asked *asked, double share, const Parameters *p) {
    row->beds += share * asked->beds;
    row->before_beds += share * (asked->urgent + asked->before);
    row->bed_days += share * asked->days * p->kind[KIND_TOWNSHIP_CENTRE].stay_ratio *
                     p->care.down_referral_stay_share;
}

// Long stays above the township that go on in its centre, where nobody is urgent any more.
static void move_down(Expected *expected, const Flows *flows, const Place *place) {
    const Simulation *simulation = place->simulation;
    const Parameters *p = &simulation->city->parameters;
    const Route *route = &simulation->routes.row[place->township][KIND_TOWNSHIP_CENTRE];
    const double *long_stays = place->masses->long_stays;
    const int county = simulation->city->townships[place->township].county;
    const CountyToday *today = &simulation->today.county[county];
    if (route->count == 0 || !simulation->facilities.row[route->way[0].facility].has_beds) return;
    Beds moved = {.all = {0}};
    class_add_part(moved.all, flows->above.all, long_stays);
    class_add_part(moved.signed_up, flows->above.signed_up, long_stays);
    const Asked asked = asked_of(place->masses, &moved);
    Expected *row = &expected[route->way[0].facility];
    receive_down(row, &asked, today->down_referral, p);
    if (today->maternal_down == today->down_referral) return;
    keep_maternal(moved.all);
    keep_maternal(moved.signed_up);
    const Asked maternal = asked_of(place->masses, &moved);
    receive_down(row, &maternal, today->maternal_down - today->down_referral, p);
}

HOT_PATH
void expected_look_for_beds(Expected *expected, Flows *flows, const Place *place) {
    Beds looking = {.all = {0}};
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        beds_add(&looking, &flows->looking[kind]);
    for (int kind = KIND_TOWNSHIP_CENTRE; kind < KIND_COUNT; kind++)
        look_for_bed(expected, flows, place, &looking, kind);
    move_down(expected, flows, place);
}
