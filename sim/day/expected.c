// SPDX-License-Identifier: MIT
#include "day/expected.h"

#include "base/curves.h"
#include "day/visitors.h"

#include <string.h>

// What one township's people ask for in a day, by kind and class of case.
typedef struct Flows {
    double first[KIND_COUNT][CHOICE_CLASSES];  // visits that were the first choice
    double visits[KIND_COUNT][CHOICE_CLASSES]; // and those on referral
    double beds[KIND_COUNT][CHOICE_CLASSES];  // of those at their first visit: need a bed
    double sent[KIND_COUNT][CHOICE_CLASSES];  // to look for a bed at this kind, from elsewhere
    double bed_share[CHOICE_CLASSES][KIND_COUNT]; // of the choice of a bed, mean over the needs
    double home;                              // needs of those at home for the festival, per present need
} Flows;

typedef struct Place {
    const Simulation *simulation;
    const NeedMasses *masses;
    int township;
    double share; // of its stratum's people
} Place;

// ---- first choices

static double share_of(const uint16_t cumulative[KIND_COUNT], int kind) {
    return (cumulative[kind] - (kind > 0 ? cumulative[kind - 1] : 0)) / (double)SHARE_ONE;
}

static void add_cell(Flows *flows, const Place *place, const NeedMass *mass, unsigned scheme,
                     unsigned contract) {
    const Simulation *simulation = place->simulation;
    for (unsigned class = 0; class < CHOICE_CLASSES; class++) {
        if (mass->needs[class] == 0) continue;
        const double needs = place->share * mass->needs[class];
        const double beds = place->share * mass->beds[class];
        const ChoiceCell *visit = choice_cell(&simulation->visits, (unsigned)place->township,
                                              scheme, contract, class);
        const ChoiceCell *bed = choice_cell(&simulation->beds, (unsigned)place->township, scheme,
                                            contract, class);
        for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
            const double share = share_of(visit->now, kind);
            flows->visits[kind][class] += needs * share;
            flows->beds[kind][class] += beds * share;
            flows->bed_share[class][kind] += beds * share_of(bed->now, kind);
        }
    }
}

static double sum(const double values[CHOICE_CLASSES]) {
    double all = 0;
    for (int class = 0; class < CHOICE_CLASSES; class++)
        all += values[class];
    return all;
}

static void choose_first(Flows *flows, const Place *place) {
    const Township *township = &place->simulation->city->townships[place->township];
    double present = 0, absent = 0;
    memset(flows, 0, sizeof *flows);
    for (unsigned scheme = 0; scheme < SCHEME_COUNT; scheme++)
        for (unsigned contract = 0; contract < CONTRACTS; contract++) {
            const NeedMass(*mass)[SCHEME_COUNT][CONTRACTS] =
                place->masses->of[stratum_of(township)];
            add_cell(flows, place, &mass[PRESENT][scheme][contract], scheme, contract);
            present += sum(mass[PRESENT][scheme][contract].needs);
            absent += sum(mass[ABSENT][scheme][contract].needs);
        }
    flows->home = present > 0 ? absent / present : 0;
    for (int class = 0; class < CHOICE_CLASSES; class++) {
        double all = 0;
        for (int kind = 0; kind < KIND_COUNT; kind++)
            all += flows->bed_share[class][kind];
        for (int kind = 0; kind < KIND_COUNT && all > 0; kind++)
            flows->bed_share[class][kind] /= all;
    }
}

// ---- the ladder

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

// The kinds to which an institution refers, as day/refer.c has them; two only for chronic cases.
static void refer_up(Flows *flows, const Place *place, int kind, int class, double cases) {
    const Route *route = place->simulation->routes.row[place->township];
    if (kind <= KIND_PRIVATE_CLINIC) {
        flows->visits[KIND_TOWNSHIP_CENTRE][class] += cases;
    } else if (kind == KIND_TOWNSHIP_CENTRE) {
        const int of = case_of(class);
        const int maternal = of == CLASS_MATERNAL && route[KIND_COUNTY_MATERNAL].count > 0;
        const int tcm = of == CLASS_CHRONIC && route[KIND_COUNTY_TCM].count > 0;
        const double share = place->simulation->city->parameters.care.tcm_referral_share;
        const double to_tcm = tcm ? share * cases : 0;
        flows->visits[KIND_COUNTY_TCM][class] += to_tcm;
        flows->visits[maternal ? KIND_COUNTY_MATERNAL : KIND_COUNTY_GENERAL][class] +=
            cases - to_tcm;
    } else {
        flows->visits[kind < KIND_CITY_HOSPITAL ? KIND_CITY_HOSPITAL : kind + 1][class] += cases;
    }
}

static void find_own_way(Flows *flows, int kind, int class, double cases) {
    double all = 0;
    for (int to = kind + 1; to < KIND_COUNT; to++)
        all += rung(to) > rung(kind) ? flows->first[to][class] : 0;
    for (int to = kind + 1; to < KIND_COUNT && all > 0; to++)
        if (rung(to) > rung(kind)) flows->visits[to][class] += cases * flows->first[to][class] / all;
}

static double route_share(const Route *route, int i) {
    return (route->cumulative[i] - (i > 0 ? route->cumulative[i - 1] : 0)) / (double)SHARE_ONE;
}

static void ask_here(Expected *row, const Place *place, int kind, int class, double beds) {
    const KindRow *of = &place->simulation->city->parameters.kind[kind];
    row->beds += beds;
    if (class & 1) row->urgent_beds += beds;
    row->bed_days += beds * place->masses->stay_days[class] * of->stay_ratio;
}

// One institution of a route sees its share of the cases: keeps some in its beds, sends others to look for one,
// settles most visits and refers the rest.
static void see(Flows *flows, Expected *row, const Place *place, uint16_t facility_index, int kind,
                double share) {
    const Simulation *simulation = place->simulation;
    const Facility *facility = &simulation->facilities.row[facility_index];
    const Parameters *p = &simulation->city->parameters;
    const double formal = simulation->today.county[facility->county].formal_referral /
                          (double)SHARE_ONE;
    for (int class = 0; class < CHOICE_CLASSES; class++) {
        const double visits = share * flows->visits[kind][class];
        const int of = case_of(class), urgent = class & 1;
        const double beds = share * flows->beds[kind][class] *
                            (urgent ? 1 : 1 - p->choice.decline_admission);
        const double kept =
            facility->has_beds ? beds * p->care.admit_here_share *
                                     place->masses->treats[facility->bed_capability[of]][class]
                               : 0;
        row->visits += visits;
        row->home_visits += visits * flows->home;
        ask_here(row, place, kind, class, kept);
        for (int to = KIND_TOWNSHIP_CENTRE; to < KIND_COUNT; to++)
            flows->sent[to][class] += (beds - kept) * flows->bed_share[class][to];
        if (kind == KIND_OUTSIDE_PROVINCE) continue;

        const double settled = place->masses->settles[facility->capability[of]][class];
        const double unsettled = (visits - share * flows->beds[kind][class]) * (1 - settled);
        refer_up(flows, place, kind, class, unsettled * formal);
        find_own_way(flows, kind, class,
                     unsettled * (1 - formal) * (urgent ? 1 : 1 - p->care.gives_up_share));
    }
}

static void climb(Expected *expected, Flows *flows, const Place *place) {
    const Route *route = place->simulation->routes.row[place->township];
    memcpy(flows->first, flows->visits, sizeof flows->first);
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        for (int i = 0; i < route[kind].count; i++) {
            const uint16_t facility = route[kind].facility[i];
            see(flows, &expected[facility], place, facility, kind, route_share(&route[kind], i));
        }
    for (int kind = KIND_TOWNSHIP_CENTRE; kind < KIND_COUNT; kind++)
        for (int i = 0; i < route[kind].count; i++)
            for (int class = 0; class < CHOICE_CLASSES; class++)
                ask_here(&expected[route[kind].facility[i]], place, kind, class,
                         route_share(&route[kind], i) * flows->sent[kind][class]);
}

// ---- visitors

// Visitors are cases of the day's usual mix; those who do not come for a bed may yet need one.
static void add_visitors(Expected *expected, const Simulation *simulation) {
    const City *city = simulation->city;
    for (uint32_t o = 0; o < city->origin_count; o++)
        for (int at_county = 0; at_county < 2; at_county++) {
            const Origin *origin = &city->origins[o];
            const uint16_t township = simulation->residents.county_first[origin->nearest_county];
            const Kind kind = at_county ? KIND_COUNTY_GENERAL : KIND_CITY_HOSPITAL;
            const Route *route = &simulation->routes.row[township][kind];
            const double arrivals = visitors_expected(simulation, origin, at_county);
            for (int i = 0; i < route->count; i++) {
                Expected *row = &expected[route->facility[i]];
                const double visits = arrivals * route_share(route, i);
                const double beds = visits * city->parameters.visitors.admission_share;
                const double stay = row->beds > 0 ? row->bed_days / row->beds : 0;
                row->steady += visits;
                row->beds += beds;
                row->bed_days += beds * stay;
            }
        }
}

// ---- together

static double stratum_residents(const City *city, int stratum) {
    double residents = 0;
    for (uint32_t t = 0; t < city->township_count; t++)
        if (stratum_of(&city->townships[t]) == stratum) residents += city->townships[t].residents;
    return residents;
}

void expected_fill(Expected *expected, const NeedMasses *masses, const Simulation *simulation) {
    const City *city = simulation->city;
    double residents[STRATA];
    for (int stratum = 0; stratum < STRATA; stratum++)
        residents[stratum] = stratum_residents(city, stratum);

    memset(expected, 0, simulation->facilities.count * sizeof *expected);
    for (uint32_t t = 0; t < city->township_count; t++) {
        const Township *township = &city->townships[t];
        const double all = residents[stratum_of(township)];
        const Place place = {.simulation = simulation,
                             .masses = masses,
                             .township = (int)t,
                             .share = all > 0 ? township->residents / all : 0};
        Flows flows;
        choose_first(&flows, &place);
        climb(expected, &flows, &place);
    }
    add_visitors(expected, simulation);
    const double stay = simulation->today.stay_factor;
    for (uint32_t f = 0; f < simulation->facilities.count; f++)
        expected[f].bed_days *= stay;
}
