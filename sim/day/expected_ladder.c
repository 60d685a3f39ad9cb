// SPDX-License-Identifier: MIT
#include "day/expected_ladder.h"

#include "day/seek.h"

#include <string.h>

static int case_of(int class) {
    return class / (2 * COMPLEXITY_BANDS);
}

// Rungs of those who find their own way; they take any higher one.
static int rung(int kind) {
    return kind <= KIND_PRIVATE_CLINIC    ? 0
           : kind == KIND_TOWNSHIP_CENTRE ? 1
           : kind < KIND_CITY_HOSPITAL    ? 2
                                          : 3 + kind - KIND_CITY_HOSPITAL;
}

// Who goes on from a kind to a higher one.
typedef struct Going {
    double cases;
    Beds beds; // of these: call for a bed where they come to
} Going;

static void going_add(Going *sum, Going going, double share) {
    sum->cases += share * going.cases;
    beds_add(&sum->beds, beds_part(going.beds, share));
}

static void arrive(Flows *flows, int kind, int class, Going going, double share) {
    flows->visits[kind][class] += share * going.cases;
    beds_add(&flows->beds[kind][class], beds_part(going.beds, share));
}

static void send(Flows *flows, int kind, int class, Going going, double share) {
    arrive(flows, kind, class, going, share);
    flows->referred[kind][class] += share * going.cases;
}

// The kinds to which an institution refers, as day/refer.c has them; two only for chronic cases.
static void refer_up(Flows *flows, const Place *place, int kind, int class, Going going) {
    const Route *route = place->simulation->routes.row[place->township];
    if (kind <= KIND_PRIVATE_CLINIC) {
        send(flows, KIND_TOWNSHIP_CENTRE, class, going, 1);
    } else if (kind == KIND_TOWNSHIP_CENTRE) {
        const int of = case_of(class);
        const int maternal = of == CLASS_MATERNAL && route[KIND_COUNTY_MATERNAL].count > 0;
        const int tcm = of == CLASS_CHRONIC && route[KIND_COUNTY_TCM].count > 0;
        const int county = place->simulation->city->townships[place->township].county;
        const double share = place->simulation->today.county[county].tcm_referral;
        const double to_tcm = tcm ? share : 0;
        send(flows, KIND_COUNTY_TCM, class, going, to_tcm);
        send(flows, maternal ? KIND_COUNTY_MATERNAL : KIND_COUNTY_GENERAL, class, going,
             1 - to_tcm);
    } else {
        send(flows, kind < KIND_CITY_HOSPITAL ? KIND_CITY_HOSPITAL : kind + 1, class, going, 1);
    }
}

static void find_own_way(Flows *flows, int kind, int class, Going going) {
    double all = 0;
    int higher = kind + 1;
    while (higher < KIND_COUNT && rung(higher) == rung(kind))
        higher++;
    for (int to = higher; to < KIND_COUNT; to++)
        all += flows->first[to][class];
    for (int to = higher; to < KIND_COUNT && all > 0; to++)
        arrive(flows, to, class, going, flows->first[to][class] / all);
}

static int is_above_township(int kind) {
    return kind > KIND_TOWNSHIP_CENTRE && kind <= KIND_CITY_HOSPITAL;
}

// What the requests of one township for beds of one kind have in common.
typedef struct Asking {
    const NeedMasses *masses;
    double stay_ratio;
    double down, left; // of long stays: the share moved down, and of their days those after it
} Asking;

static Asking asking_of(const Place *place, int kind) {
    const Parameters *p = &place->simulation->city->parameters;
    const int county = place->simulation->city->townships[place->township].county;
    const double down = place->simulation->today.county[county].down_referral;
    return (Asking){.masses = place->masses,
                    .stay_ratio = p->kind[kind].stay_ratio,
                    .down = is_above_township(kind) ? down : 0,
                    .left = p->care.down_referral_stay_share};
}

static inline void ask_here(Expected *row, const Asking *asking, int class, Beds beds) {
    const NeedMasses *masses = asking->masses;
    const double days = beds.all * masses->stay_days[class] * asking->stay_ratio;
    row->beds += beds.all;
    row->put_off_beds += beds.all * masses->put_off_beds[class];
    if (class & 1)
        row->urgent_beds += beds.all;
    else
        row->before_beds += beds.signed_up;
    row->bed_days += days;
    row->moved_days += days * masses->long_days[class] * asking->down * asking->left;
}

// For each institution of a route, the first with beds from it on, and the first but for itself; -1
// if there is none.
typedef struct WithBeds {
    int from[MOST_ROUTES], after[MOST_ROUTES];
    double share[MOST_ROUTES]; // of the route's cases that go to each
    int count;
} WithBeds;

static WithBeds with_beds(const Place *place, const Route *route) {
    WithBeds with;
    with.count = route->count;
    for (int i = 0; i < route->count; i++) {
        with.from[i] = with.after[i] = -1;
        with.share[i] = route_share(route, i);
        for (int step = 0; step < route->count && with.after[i] < 0; step++) {
            const uint16_t facility = route->way[(i + step) % route->count].facility;
            if (!place->simulation->facilities.row[facility].has_beds) continue;
            if (with.from[i] < 0) with.from[i] = facility;
            if (step > 0) with.after[i] = facility;
        }
    }
    return with;
}

// Whom the institutions of one route see and do not keep, by class.
typedef struct Rung {
    Beds looking[MOST_ROUTES][CHOICE_CLASSES]; // for a bed
    Going referred[CHOICE_CLASSES], on_own_way[CHOICE_CLASSES];
    Going straight[CHOICE_CLASSES]; // urgent cases through a channel to the county
} Rung;

// The lead of a courtyard sees those whom another of its centres refers to it, settles some of them
// and refers the rest.
static void see_at_lead(Rung *rung_now, Expected *row, const Place *place, const Facility *lead,
                        int class, Going going) {
    const Simulation *simulation = place->simulation;
    const double formal =
        simulation->today.county[lead->county].formal_referral / (double)SHARE_ONE;
    const double settled = place->masses->settles[lead->capability[case_of(class)]][class];
    const double gives_up = simulation->city->parameters.care.gives_up_share;
    row->visits += going.cases;
    row->referred += going.cases;
    row->later[case_of(class)] += going.cases * settled * place->masses->later[class];
    going_add(&rung_now->referred[class], going, (1 - settled) * formal);
    going_add(&rung_now->on_own_way[class], going, (1 - settled) * (1 - formal) * (1 - gives_up));
}

// One institution sees its share of the cases: keeps some in its beds, sends others to look for
// one, settles most visits and refers the rest.
static void see(Rung *rung_now, Flows *flows, Expected *expected, const Place *place, int kind,
                int i) {
    const Simulation *simulation = place->simulation;
    const Parameters *p = &simulation->city->parameters;
    const Route *route = &simulation->routes.row[place->township][kind];
    const unsigned here = route->way[i].facility;
    const Facility *facility = &simulation->facilities.row[here];
    const NeedMasses *masses = place->masses;
    const double share = route_share(route, i);
    const CountyToday *today = &simulation->today.county[facility->county];
    const double formal = today->formal_referral / (double)SHARE_ONE;
    const double straight =
        kind <= KIND_TOWNSHIP_CENTRE ? today->channelled / (double)SHARE_ONE : 0;
    const int follows = facility->lead != NO_LEAD && facility->lead != here;
    const double to_lead = follows ? today->to_lead / (double)SHARE_ONE : 0;
    const Asking asking = asking_of(place, kind);
    const double stays_home = p->choice.decline_admission, gives_up = p->care.gives_up_share;
    const double admits_here = p->care.admit_here_share;
    const int above = is_above_township(kind);
    Expected sum = expected[here], *row = &sum;
    const double *induced = masses->induced[facility->free_share * FREE_SHARES / 256];
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const int of = case_of(class), urgent = class & 1;
        const double visits = share * flows->visits[kind][class];
        const Beds called_for = beds_part(flows->beds[kind][class], share * induced[class]);
        const Beds beds = beds_part(called_for, urgent ? 1 : 1 - stays_home);
        const double kept = facility->has_beds
                                ? admits_here * masses->treats[facility->bed_capability[of]][class]
                                : 0;
        ask_here(row, &asking, class, beds_part(beds, kept));
        if (above) beds_add(&flows->above[class], beds_part(beds, kept));
        rung_now->looking[i][class] = beds_part(beds, 1 - kept);

        const double settled =
            kind == KIND_OUTSIDE_PROVINCE ? 1 : masses->settles[facility->capability[of]][class];
        const double seen = visits - called_for.all;
        const Going on = {.cases = seen * (1 - settled),
                          .beds = beds_part(flows->dormant[kind][class], share * (1 - settled))};
        const double through = urgent ? straight : 0, aside = urgent ? 0 : formal * to_lead;
        if (through > 0) going_add(&rung_now->straight[class], on, through);
        going_add(&rung_now->referred[class], on, (1 - through) * formal - aside);
        going_add(&rung_now->on_own_way[class], on,
                  (1 - through) * (1 - formal) * (urgent ? 1 : 1 - gives_up));
        if (aside > 0) {
            Going going = {.cases = 0};
            going_add(&going, on, aside);
            see_at_lead(rung_now, &expected[facility->lead], place,
                        &simulation->facilities.row[facility->lead], class, going);
        }
        row->visits += visits;
        row->home_visits += visits * flows->home;
        row->put_off += share * flows->first[kind][class] * masses->put_off[class];
        row->later[of] += seen * settled * masses->later[class];
        const double up = visits - share * flows->first[kind][class];
        const double referred = share * flows->referred[kind][class];
        row->climbs += urgent ? up : 0;
        row->referred += urgent ? 0 : referred;
        row->own_way += urgent ? 0 : up - referred;
    }
    expected[here] = sum;
}

// Those who look for a bed at the kind that saw them go to another institution of it.
static Beds look_among_the_same(Expected *expected, const Asking *asking, const Rung *rung_now,
                                const WithBeds *with, int class, double share) {
    Beds all = {0, 0};
    for (int i = 0; i < with->count; i++)
        beds_add(&all, beds_part(rung_now->looking[i][class], share));
    for (int i = 0; i < with->count && all.all > 0; i++) {
        const Beds from_here = beds_part(rung_now->looking[i][class], share);
        const Beds others = {all.all - from_here.all, all.signed_up - from_here.signed_up};
        const double picked = with->share[i];
        if (with->from[i] >= 0)
            ask_here(&expected[with->from[i]], asking, class, beds_part(others, picked));
        if (with->after[i] >= 0)
            ask_here(&expected[with->after[i]], asking, class, beds_part(from_here, picked));
    }
    return all;
}

// Everybody whom a kind does not keep goes on.
static void go_on(Expected *expected, Flows *flows, const Place *place, const Rung *rung_now,
                  int kind) {
    const Route *route = place->simulation->routes.row[place->township];
    const WithBeds with = with_beds(place, &route[kind]);
    const Asking asking = asking_of(place, kind);
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        Beds looking = {0, 0};
        for (int i = 0; i < route[kind].count; i++)
            beds_add(&looking, rung_now->looking[i][class]);
        for (int to = KIND_TOWNSHIP_CENTRE; to < KIND_COUNT; to++)
            if (to != kind)
                beds_add(&flows->sent[to][class], beds_part(looking, flows->bed_share[class][to]));
        const Beds here = look_among_the_same(expected, &asking, rung_now, &with, class,
                                              flows->bed_share[class][kind]);
        if (is_above_township(kind)) beds_add(&flows->above[class], here);
        flows->ends[kind] += flows->visits[kind][class];
        if (kind == KIND_OUTSIDE_PROVINCE) continue;
        refer_up(flows, place, kind, class, rung_now->referred[class]);
        find_own_way(flows, kind, class, rung_now->on_own_way[class]);
        flows->ends[kind] -= rung_now->referred[class].cases + rung_now->on_own_way[class].cases;
        if (rung_now->straight[class].cases == 0) continue;
        send(flows, KIND_COUNTY_GENERAL, class, rung_now->straight[class], 1);
        flows->ends[kind] -= rung_now->straight[class].cases;
    }
}

// Those sent by other kinds spread over the institutions of a route.
static void look_for_bed(Expected *expected, Flows *flows, const Place *place, int kind) {
    const Route *route = &place->simulation->routes.row[place->township][kind];
    const WithBeds with = with_beds(place, route);
    const Asking asking = asking_of(place, kind);
    if (route->count == 0 || with.from[0] < 0) return;
    for (int i = 0; i < route->count; i++) {
        Expected sum = expected[with.from[i]];
        for (int class = 0; class < CHOICE_CLASSES; class ++)
            ask_here(&sum, &asking, class, beds_part(flows->sent[kind][class], with.share[i]));
        expected[with.from[i]] = sum;
    }
    for (int class = 0; class < CHOICE_CLASSES && is_above_township(kind); class ++)
        beds_add(&flows->above[class], flows->sent[kind][class]);
}

// Long stays above the township that go on in its centre.
static void move_down(Expected *expected, const Flows *flows, const Place *place) {
    const Simulation *simulation = place->simulation;
    const Route *route = &simulation->routes.row[place->township][KIND_TOWNSHIP_CENTRE];
    const int county = simulation->city->townships[place->township].county;
    const double share = simulation->today.county[county].down_referral;
    if (route->count == 0 || !simulation->facilities.row[route->way[0].facility].has_beds) return;
    Expected *row = &expected[route->way[0].facility];
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const Beds moved = beds_part(flows->above[class], share * place->masses->long_stays[class]);
        const double stay = place->masses->stay_days[class] *
                            simulation->city->parameters.kind[KIND_TOWNSHIP_CENTRE].stay_ratio *
                            simulation->city->parameters.care.down_referral_stay_share;
        row->beds += moved.all;
        row->before_beds += class & 1 ? moved.all : moved.signed_up; // nobody is urgent any more
        row->bed_days += moved.all * stay;
    }
}

void expected_climb(Expected *expected, Flows *flows, const Place *place) {
    const Route *route = place->simulation->routes.row[place->township];
    Rung rung_now;
    memcpy(flows->first, flows->visits, sizeof flows->first);
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
        memset(rung_now.referred, 0, sizeof rung_now.referred);
        memset(rung_now.on_own_way, 0, sizeof rung_now.on_own_way);
        memset(rung_now.straight, 0, sizeof rung_now.straight);
        for (int i = 0; i < route[kind].count; i++)
            see(&rung_now, flows, expected, place, kind, i);
        go_on(expected, flows, place, &rung_now, kind);
    }
    for (int kind = KIND_TOWNSHIP_CENTRE; kind < KIND_COUNT; kind++)
        look_for_bed(expected, flows, place, kind);
    move_down(expected, flows, place);
}
