// SPDX-License-Identifier: MIT
#include "day/expected_ladder.h"

#include "base/clones.h"
#include "day/expected_able.h"
#include "day/expected_beds.h"

#include <stddef.h>
#include <string.h>

_Static_assert(OF_A_CASE == 2 * CLASS_LANES, "later visits are summed in two parts");

// Who goes on to a higher kind.
typedef struct Going {
    ClassRow cases;
    Beds beds; // of these: call for a bed where they come to
} Going;

// One township's way up, and what all its institutions have in common.
typedef struct Ladder {
    Expected *expected; // [facilities]
    Flows *flows;
    const Place *place;
    ClassRow urgent, others; // 1 for these classes, 0 for the others
    ClassRow comes;          // to a bed that is called for
    ClassRow goes_on;        // elsewhere, when not settled and not referred
    Going on_own_way;        // from the rung under way
    Going to_first;          // from the rungs below: so many for one first visit to a kind
} Ladder;

static void ladder_init(Ladder *ladder, Expected *expected, Flows *flows, const Place *place) {
    const Parameters *p = &place->simulation->city->parameters;
    const int county = place->simulation->city->townships[place->township].county;
    const double declines = place->simulation->today.county[county].declines;
    memset(ladder, 0, sizeof *ladder);
    ladder->expected = expected;
    ladder->flows = flows;
    ladder->place = place;
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const int urgent = class & 1;
        ladder->urgent[class] = urgent;
        ladder->others[class] = !urgent;
        ladder->comes[class] = urgent ? 1 : 1 - declines;
        ladder->goes_on[class] = urgent ? 1 : 1 - p->care.gives_up_share;
    }
    memcpy(flows->first, flows->visits, sizeof flows->first);
    memset(flows->referred, 0, sizeof flows->referred);
    memset(flows->looking, 0, sizeof flows->looking);
    memset(&flows->above, 0, sizeof flows->above);
    memset(flows->ends, 0, sizeof flows->ends);
}

// ---- who goes on to a higher kind

static void going_add(Going *sum, const Going *going) {
    class_add(sum->cases, going->cases);
    beds_add(&sum->beds, &going->beds);
}

static void going_add_part(Going *sum, const Going *going, const double *share) {
    class_add_part(sum->cases, going->cases, share);
    class_add_part(sum->beds.all, going->beds.all, share);
    class_add_part(sum->beds.signed_up, going->beds.signed_up, share);
}

static void arrive(Flows *flows, int kind, const Going *going, const double *share) {
    class_add_part(flows->visits[kind], going->cases, share);
    class_add_part(flows->beds[kind].all, going->beds.all, share);
    class_add_part(flows->beds[kind].signed_up, going->beds.signed_up, share);
}

static void send(Flows *flows, int kind, const Going *going) {
    class_add(flows->visits[kind], going->cases);
    class_add(flows->beds[kind].all, going->beds.all);
    class_add(flows->beds[kind].signed_up, going->beds.signed_up);
    class_add(flows->referred[kind], going->cases);
}

static void send_part(Flows *flows, int kind, const Going *going, const double *share) {
    arrive(flows, kind, going, share);
    class_add_part(flows->referred[kind], going->cases, share);
}

static void set_share(double *share, int of, double value) {
    for (int i = 0; i < OF_A_CASE; i++)
        share[of * OF_A_CASE + i] = value;
}

// A township centre refers mothers and children, and some of the chronic cases, to hospitals of
// their own.
static void refer_from_centre(Flows *flows, const Place *place, const Going *going) {
    const Route *route = place->simulation->routes.row[place->township];
    const int county = place->simulation->city->townships[place->township].county;
    const double tcm_share = place->simulation->today.county[county].tcm_referral;
    const double to_tcm = route[KIND_COUNTY_TCM].count > 0 ? tcm_share : 0;
    const double to_maternal = route[KIND_COUNTY_MATERNAL].count > 0;
    ClassRow tcm, maternal, general;
    for (int of = 0; of < CASE_CLASS_COUNT; of++) {
        const double here = of == CLASS_CHRONIC ? to_tcm : 0;
        const double mothers = of == CLASS_MATERNAL ? to_maternal : 0;
        set_share(tcm, of, here);
        set_share(maternal, of, mothers);
        set_share(general, of, 1 - here - mothers);
    }
    send_part(flows, KIND_COUNTY_TCM, going, tcm);
    send_part(flows, KIND_COUNTY_MATERNAL, going, maternal);
    send_part(flows, KIND_COUNTY_GENERAL, going, general);
}

// The kinds to which an institution refers, as day/refer.c has them.
static void refer_up(Flows *flows, const Place *place, int kind, const Going *going) {
    if (kind == KIND_TOWNSHIP_CENTRE)
        refer_from_centre(flows, place, going);
    else if (kind <= KIND_PRIVATE_CLINIC)
        send(flows, KIND_TOWNSHIP_CENTRE, going);
    else
        send(flows, kind < KIND_CITY_HOSPITAL ? KIND_CITY_HOSPITAL : kind + 1, going);
}

// Rungs of those who find their own way; they take any higher one.
static int rung(int kind) {
    return kind <= KIND_PRIVATE_CLINIC    ? 0
           : kind == KIND_TOWNSHIP_CENTRE ? 1
           : kind < KIND_CITY_HOSPITAL    ? 2
                                          : 3 + kind - KIND_CITY_HOSPITAL;
}

// Those of the rung below this kind spread over all higher kinds as first visits do.
static void leave_rung(Ladder *ladder, int kind) {
    ClassRow all = {0}, share;
    for (int to = kind; to < KIND_COUNT; to++)
        class_add(all, ladder->flows->first[to]);
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        share[class] = all[class] > 0 ? 1 / all[class] : 0;
    going_add_part(&ladder->to_first, &ladder->on_own_way, share);
    memset(&ladder->on_own_way, 0, sizeof ladder->on_own_way);
}

// ---- one institution

// What the institutions of one route see, and whom they do not keep.
typedef struct Rung {
    int kind, has_beds;
    double visits, put_off, climbs, sent, own_way; // of all institutions
    Going referred, on_own_way;
    Going straight;       // urgent cases through a channel to the county
    Going on;             // neither settled nor kept, at the institutions
    ClassRow consulted;   // of these, the share heard elsewhere, at the last
    const Facility *last; // of one county, with this the last, that none of the above has yet
    WithBeds with;
    Asked from_here[MOST_ROUTES]; // looking at the same kind, by the institution that they leave
} Rung;

static void add_later(Expected *row, const double *visits, const double *settles,
                      const double *later) {
    ClassRow brought;
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        brought[class] = visits[class] * settles[class] * later[class];
    for (int of = 0; of < CASE_CLASS_COUNT; of++) {
        ClassLanes first, rest;
        memcpy(&first, &brought[of * OF_A_CASE], sizeof first);
        memcpy(&rest, &brought[of * OF_A_CASE + CLASS_LANES], sizeof rest);
        first += rest;
        row->later[of] += (first[0] + first[2]) + (first[1] + first[3]);
    }
}

static double formal_share(const CountyToday *today, int class) {
    return formal_referral_of(today, (unsigned)(class / OF_A_CASE)) / (double)SHARE_ONE;
}

// The lead of a courtyard sees those whom another of its centres refers to it, settles some of them
// and refers the rest.
static void see_at_lead(Rung *rung_now, const Ladder *ladder, uint16_t lead, const Going *going) {
    const Simulation *simulation = ladder->place->simulation;
    const Facility *facility = &simulation->facilities.row[lead];
    const CountyToday *today = &simulation->today.county[facility->county];
    const double goes_on = 1 - simulation->city->parameters.care.gives_up_share;
    const double cases = class_sum(going->cases);
    Expected *row = &ladder->expected[lead];
    Able able;
    ClassRow referred, own_way;
    able_fill(&able, ladder->place, facility);
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const double formal = formal_share(today, class);
        referred[class] = (1 - able.settles[class]) * formal;
        own_way[class] = (1 - able.settles[class]) * (1 - formal) * goes_on;
    }
    row->visits += cases;
    row->referred += cases;
    add_later(row, going->cases, able.settles, ladder->place->masses->later);
    going_add_part(&rung_now->referred, going, referred);
    going_add_part(&rung_now->on_own_way, going, own_way);
}

static int has_lead(const Ladder *ladder, const Facility *facility) {
    return facility->lead != NO_LEAD &&
           facility != &ladder->place->simulation->facilities.row[facility->lead];
}

// Where those go whom the last institutions neither settled nor kept.
static void pass_on(Rung *rung_now, const Ladder *ladder) {
    const Facility *facility = rung_now->last;
    const CountyToday *today = &ladder->place->simulation->today.county[facility->county];
    const double straight =
        rung_now->kind <= KIND_TOWNSHIP_CENTRE ? today->channelled / (double)SHARE_ONE : 0;
    const double to_lead = has_lead(ladder, facility) ? today->to_lead / (double)SHARE_ONE : 0;
    ClassRow through, aside, referred, own_way;
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const double formal = formal_share(today, class);
        const double by_letter = formal + (1 - formal) * rung_now->consulted[class];
        through[class] = ladder->urgent[class] * straight;
        aside[class] = ladder->others[class] * by_letter * to_lead;
        referred[class] = (1 - through[class]) * by_letter - aside[class];
        own_way[class] = (1 - through[class]) * (1 - by_letter) * ladder->goes_on[class];
    }
    going_add_part(&rung_now->referred, &rung_now->on, referred);
    going_add_part(&rung_now->on_own_way, &rung_now->on, own_way);
    if (straight > 0) going_add_part(&rung_now->straight, &rung_now->on, through);
    if (to_lead > 0) {
        Going going = {.cases = {0}};
        going_add_part(&going, &rung_now->on, aside);
        see_at_lead(rung_now, ladder, facility->lead, &going);
    }
    memset(&rung_now->on, 0, sizeof rung_now->on);
}

// Institutions of one county pass on alike, unless one of them follows a lead.
static void open_institution(Rung *rung_now, const Ladder *ladder, const Facility *facility) {
    const Facility *last = rung_now->last;
    const int alike = last && last->county == facility->county && !has_lead(ladder, last) &&
                      !has_lead(ladder, facility);
    if (last && !alike) pass_on(rung_now, ladder);
    rung_now->last = facility;
}

// Keeps some of those who call for a bed; the others look for one, some of them at the same kind.
static void keep_or_send(Rung *rung_now, const Ladder *ladder, const Route *route, int i,
                         const Able *able, const double *called) {
    const int kind = rung_now->kind;
    Flows *flows = ladder->flows;
    Beds kept, looking, same_kind;
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const double come = called[class] * ladder->comes[class];
        const double all = come * flows->beds[kind].all[class];
        const double signed_up = come * flows->beds[kind].signed_up[class];
        const double same = flows->bed_share[kind][class];
        kept.all[class] = all * able->keeps[class];
        kept.signed_up[class] = signed_up * able->keeps[class];
        looking.all[class] = all - kept.all[class];
        looking.signed_up[class] = signed_up - kept.signed_up[class];
        same_kind.all[class] = looking.all[class] * same;
        same_kind.signed_up[class] = looking.signed_up[class] * same;
    }
    beds_add(&flows->looking[kind], &looking);
    if (!rung_now->has_beds) return;
    rung_now->from_here[i] = asked_of(ladder->place->masses, &same_kind);
    const Asked asked = asked_of(ladder->place->masses, &kept);
    ask_here(ladder->expected, ladder->place, kind, route->way[i].facility, &asked, 1);
    if (is_above_township(kind)) beds_add(&flows->above, &kept);
}

// One institution sees its share of the cases: keeps some in its beds, sends others to look for
// one, settles most visits and refers the rest.
static void see(Rung *rung_now, const Ladder *ladder, const Route *route, int i) {
    const NeedMasses *masses = ladder->place->masses;
    const Flows *flows = ladder->flows;
    const int kind = rung_now->kind;
    const uint16_t here = route->way[i].facility;
    const Facility *facility = &ladder->place->simulation->facilities.row[here];
    const double share = route_share(route, i);
    const double *induced = masses->induced[facility->free_share * FREE_SHARES / 256];
    Able able;
    ClassRow called, seen;
    Going on;
    able_fill(&able, ladder->place, facility);
    able_consult(&able, rung_now->consulted, ladder->place, facility, ladder->others);
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const double leave = share * (1 - able.settles[class]);
        const double visits = share * flows->visits[kind][class];
        called[class] = share * induced[class];
        seen[class] = visits - called[class] * flows->beds[kind].all[class];
        on.cases[class] = seen[class] * (1 - able.settles[class]);
        on.beds.all[class] = leave * flows->dormant[kind].all[class];
        on.beds.signed_up[class] = leave * flows->dormant[kind].signed_up[class];
    }
    keep_or_send(rung_now, ladder, route, i, &able, called);
    open_institution(rung_now, ladder, facility);
    going_add(&rung_now->on, &on);

    Expected *row = &ladder->expected[here];
    add_later(row, seen, able.settles, masses->later);
    row->visits += share * rung_now->visits;
    row->home_visits += share * rung_now->visits * flows->home;
    row->put_off += share * rung_now->put_off;
    row->climbs += share * rung_now->climbs;
    row->referred += share * rung_now->sent;
    row->own_way += share * rung_now->own_way;
}

// ---- one kind

// Who finds his own way from below comes last.
static void rung_init(Rung *rung_now, Ladder *ladder, const Route *route, int kind) {
    Flows *flows = ladder->flows;
    ClassRow up, own_way;
    if (rung(kind) > rung(kind - 1)) leave_rung(ladder, kind);
    arrive(flows, kind, &ladder->to_first, flows->first[kind]);
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        up[class] = flows->visits[kind][class] - flows->first[kind][class];
        own_way[class] = up[class] - flows->referred[kind][class];
    }
    memset(rung_now, 0, offsetof(Rung, with));
    rung_now->kind = kind;
    rung_now->visits = class_sum(flows->visits[kind]);
    rung_now->put_off = class_sum_of(flows->first[kind], ladder->place->masses->put_off);
    rung_now->climbs = class_sums(up).urgent;
    rung_now->sent = class_sums(flows->referred[kind]).others;
    rung_now->own_way = class_sums(own_way).others;
    with_beds(&rung_now->with, ladder->place, route);
    rung_now->has_beds = route->count > 0 && rung_now->with.from[0] >= 0;
}

// Those who look for a bed at the kind that saw them go to another institution of it.
static void look_among_the_same(const Ladder *ladder, const Rung *rung_now, const Route *route) {
    const WithBeds *with = &rung_now->with;
    Asked all = {0};
    for (int i = 0; i < route->count; i++)
        asked_add(&all, &rung_now->from_here[i], 1);
    for (int i = 0; i < route->count; i++) {
        const Asked *from_here = &rung_now->from_here[i];
        const double picked = route_share(route, i);
        Asked others = all;
        asked_add(&others, from_here, -1);
        ask_here(ladder->expected, ladder->place, rung_now->kind,
                 route->way[with->from[i]].facility, &others, picked);
        if (with->after[i] < 0) continue;
        ask_here(ladder->expected, ladder->place, rung_now->kind,
                 route->way[with->after[i]].facility, from_here, picked);
    }
}

// Everybody whom a kind does not keep goes on.
static void go_on(Ladder *ladder, Rung *rung_now, const Route *route) {
    Flows *flows = ladder->flows;
    const int kind = rung_now->kind;
    flows->ends[kind] = rung_now->visits;
    if (rung_now->last) pass_on(rung_now, ladder);
    if (rung_now->has_beds) look_among_the_same(ladder, rung_now, route);
    if (kind == KIND_OUTSIDE_PROVINCE) return;
    refer_up(flows, ladder->place, kind, &rung_now->referred);
    going_add(&ladder->on_own_way, &rung_now->on_own_way);
    send(flows, KIND_COUNTY_GENERAL, &rung_now->straight);
    flows->ends[kind] -= class_sum(rung_now->referred.cases) +
                         class_sum(rung_now->on_own_way.cases) +
                         class_sum(rung_now->straight.cases);
}

// ---- all kinds

HOT_PATH
void expected_climb(Expected *expected, Flows *flows, const Place *place) {
    const Route *route = place->simulation->routes.row[place->township];
    Ladder ladder;
    Rung rung_now;
    ladder_init(&ladder, expected, flows, place);
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
        rung_init(&rung_now, &ladder, &route[kind], kind);
        for (int i = 0; i < route[kind].count; i++)
            see(&rung_now, &ladder, &route[kind], i);
        go_on(&ladder, &rung_now, &route[kind]);
    }
    expected_look_for_beds(expected, flows, place);
}
