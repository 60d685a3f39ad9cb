// SPDX-License-Identifier: MIT
#include "day/expected.h"

#include "base/clones.h"
#include "day/contracts.h"
#include "day/expected_ladder.h"
#include "day/habit.h"
#include "day/urgent.h"
#include "day/visitors.h"

#include <string.h>

static const double SEEN_IN_A_MONTH = 0.4; // of habits: formed anew

// ---- first choices

// What a township's people choose, summed over schemes and contracts. Kinds stand side by side, as
// in the cells of the tables.
typedef struct Chosen {
    double visits[CHOICE_CLASSES][KIND_COUNT], bed_share[CHOICE_CLASSES][KIND_COUNT];
    double beds[CONTRACTS][CHOICE_CLASSES][KIND_COUNT];
    double dormant[CONTRACTS][CHOICE_CLASSES][KIND_COUNT];
} Chosen;

static inline void shares_of(double share[KIND_COUNT], const uint16_t cumulative[KIND_COUNT]) {
    uint16_t before[KIND_COUNT] = {0};
    memcpy(before + 1, cumulative, (KIND_COUNT - 1) * sizeof *before);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        share[kind] = (cumulative[kind] - before[kind]) / (double)SHARE_ONE;
}

// Of the needs of a class, those that go to each kind first: by habit, as day/habit.h has it, or by
// choice. Exits are taken out.
static inline void share_out(double first[KIND_COUNT], const Place *place, const double *share,
                             double goes, unsigned urgent) {
    const Choice *choice = &place->simulation->city->parameters.choice;
    const double follow = urgent ? 0 : choice->habit_share;
    double by_habit[KIND_COUNT], all = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        by_habit[kind] = share[kind] < choice->habit_least_share ? 0 : follow * place->habit[kind];
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        all += by_habit[kind];
    for (int kind = 0; kind < KIND_COUNT; kind++)
        first[kind] = by_habit[kind] * goes + (1 - all) * share[kind];
    first[KIND_NONE] = first[KIND_PHARMACY] = 0;
}

// Of urgent needs, those whom an ambulance takes to where their case fits.
static void route_urgent(double first[KIND_COUNT], const Place *place, unsigned class) {
    const Simulation *simulation = place->simulation;
    const int county = simulation->city->townships[place->township].county;
    const double routed = simulation->today.county[county].routed / (double)SHARE_ONE *
                          simulation->city->parameters.care.ambulance_share;
    const double complexity =
        choice_band_complexity((int)(class / 2 % COMPLEXITY_BANDS)) * COMPLEXITY_UNIT;
    if (routed == 0) return;
    double taken[KIND_COUNT] = {0};
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
        const Kind to = urgent_routed((Kind)kind, (unsigned)complexity);
        taken[to] += routed * first[kind];
        taken[kind] -= routed * first[kind];
    }
    for (int kind = 0; kind < KIND_COUNT; kind++)
        first[kind] += taken[kind];
}

// Who is turned away chooses anew among all kinds that treat.
static inline void try_next(Again *again, const double share[KIND_COUNT], double treated,
                            const double first[KIND_COUNT], double needs) {
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT && treated > 0; kind++) {
        const double trying = needs * first[kind] / treated;
        for (int next = 0; next < KIND_COUNT; next++)
            again->share[kind][next] += trying * share[next];
    }
}

static inline void add_shares(double sum[KIND_COUNT], double number,
                              const double share[KIND_COUNT]) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        sum[kind] += number * share[kind];
}

HOT_PATH
static void add_cells(Chosen *chosen, Again *again, const Place *place, const NeedMass *mass,
                      unsigned scheme, unsigned contract) {
    const Simulation *simulation = place->simulation;
    const unsigned township = (unsigned)place->township;
    const ChoiceCell *visit = choice_cell(&simulation->visits, township, scheme, contract, 0);
    const ChoiceCell *bed = choice_cell(&simulation->beds, township, scheme, contract, 0);
    for (unsigned class = 0; class < CHOICE_CLASSES; class ++) {
        if (mass->needs[class] == 0) continue;
        const double needs = place->share * mass->needs[class];
        const double beds = place->share * mass->beds[class];
        const double dormant = place->share * mass->dormant[class];
        const double treated = 1 - visit[class].now[KIND_PHARMACY] / (double)SHARE_ONE;
        double share[KIND_COUNT], first[KIND_COUNT], for_bed[KIND_COUNT];
        shares_of(share, visit[class].now);
        shares_of(for_bed, bed[class].now);
        share[KIND_NONE] = share[KIND_PHARMACY] = 0;
        share_out(first, place, share, treated, class & 1u);
        if (class & 1u) route_urgent(first, place, class);
        if (!(class & 1u)) try_next(again, share, treated, first, needs);
        add_shares(chosen->visits[class], needs, first);
        add_shares(chosen->beds[contract][class], beds, first);
        add_shares(chosen->dormant[contract][class], dormant, first);
        add_shares(chosen->bed_share[class], beds, for_bed);
    }
}

// Turns the tables, so that classes stand side by side.
static void turn_tables(Flows *flows, const Chosen *chosen) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int class = 0; class < CHOICE_CLASSES; class ++) {
            const double signed_up = chosen->beds[1][class][kind];
            const double dormant = chosen->dormant[1][class][kind];
            flows->visits[kind][class] = chosen->visits[class][kind];
            flows->beds[kind].all[class] = chosen->beds[0][class][kind] + signed_up;
            flows->beds[kind].signed_up[class] = signed_up;
            flows->dormant[kind].all[class] = chosen->dormant[0][class][kind] + dormant;
            flows->dormant[kind].signed_up[class] = dormant;
        }
}

static void set_bed_shares(Flows *flows, Again *again, const Chosen *chosen) {
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        const double *share = chosen->bed_share[class];
        double all = 0;
        for (int kind = 0; kind < KIND_COUNT; kind++) {
            all += share[kind];
            again->beds[kind] += share[kind];
        }
        for (int kind = 0; kind < KIND_COUNT; kind++)
            flows->bed_share[kind][class] = all > 0 ? share[kind] / all : 0;
    }
}

static void choose_first(Flows *flows, Again *again, const Place *place) {
    const Township *township = &place->simulation->city->townships[place->township];
    double present = 0, absent = 0;
    Chosen chosen;
    memset(&chosen, 0, sizeof chosen);
    for (unsigned scheme = 0; scheme < SCHEME_COUNT; scheme++)
        for (unsigned contract = 0; contract < CONTRACTS; contract++) {
            const NeedMass(*mass)[SCHEME_COUNT][CONTRACTS] =
                place->masses->of[stratum_of(township)];
            add_cells(&chosen, again, place, &mass[PRESENT][scheme][contract], scheme, contract);
            present += class_sum(mass[PRESENT][scheme][contract].needs);
            absent += class_sum(mass[ABSENT][scheme][contract].needs);
        }
    turn_tables(flows, &chosen);
    set_bed_shares(flows, again, &chosen);
    flows->home = present > 0 ? absent / present : 0;
}

// ---- together

// Where people were last seen, a month on.
static void form_habits(const Flows *flows, const Place *place) {
    double all = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        all += flows->ends[kind];
    const double weight = place->simulation->today.day > 0 ? SEEN_IN_A_MONTH : 1;
    for (int kind = 0; kind < KIND_COUNT && all > 0; kind++)
        place->habit[kind] += weight * (flows->ends[kind] / all - place->habit[kind]);
}

// ---- visitors

// Their mean stay at a county hospital.
static double visitor_days(const Simulation *simulation) {
    const uint16_t *cumulative = simulation->tables.visitor_disease;
    double days = 0;
    for (int g = 0; g < DISEASE_COUNT; g++)
        days += (cumulative[g] - (g > 0 ? cumulative[g - 1] : 0)) *
                simulation->city->parameters.disease[g].stay_days;
    return days / SHARE_ONE * simulation->today.stay_factor;
}

// Who does not come for a bed may yet need one.
static void add_visitors(Expected *expected, const Simulation *simulation) {
    const City *city = simulation->city;
    const double stay = visitor_days(simulation);
    for (uint32_t o = 0; o < city->origin_count; o++)
        for (int at_county = 0; at_county < 2; at_county++) {
            const Origin *origin = &city->origins[o];
            const uint16_t township = simulation->residents.county_first[origin->nearest_county];
            const Kind kind = at_county ? KIND_COUNTY_GENERAL : KIND_CITY_HOSPITAL;
            const Route *route = &simulation->routes.row[township][kind];
            const double arrivals = visitors_expected(simulation, origin, at_county);
            for (int i = 0; i < route->count; i++) {
                Expected *row = &expected[route->way[i].facility];
                const double visits = arrivals * route_share(route, i);
                const double beds = visits * city->parameters.visitors.admission_share;
                row->steady += visits;
                row->steady_beds += beds;
                row->bed_days += beds * stay * city->parameters.kind[kind].stay_ratio *
                                 answer_of(simulation, route->way[i].facility)->days;
            }
        }
}

// Who comes back to a bed after a stay may stay at home instead, as anybody who is not urgent.
static void readmit(Expected *row, const Simulation *simulation, unsigned facility) {
    const double stay_factor =
        simulation->today.stay_factor * answer_of(simulation, facility)->days;
    const Parameters *p = &simulation->city->parameters;
    const double share = p->demand.readmission_share;
    const double urgent = 1 / (1 - share);
    const uint8_t county = simulation->facilities.row[facility].county;
    const double others = 1 / (1 - share * (1 - simulation->today.county[county].declines));
    const double before = row->beds;
    row->beds = urgent * row->urgent_beds + others * (before - row->urgent_beds);
    row->urgent_beds *= urgent;
    row->before_beds *= others;
    row->put_off_beds *= others;
    const double all = before > 0 ? row->beds / before : 1;
    row->bed_days *= all * stay_factor;
    row->moved_days *= all * stay_factor;
}

static double stratum_residents(const City *city, int stratum) {
    double residents = 0;
    for (uint32_t t = 0; t < city->township_count; t++)
        if (stratum_of(&city->townships[t]) == stratum) residents += city->townships[t].residents;
    return residents;
}

static void make_shares(double share[KIND_COUNT]) {
    double all = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        all += share[kind];
    for (int kind = 0; kind < KIND_COUNT && all > 0; kind++)
        share[kind] /= all;
}

void expected_fill(Expected *expected, Again *again, double (*habit)[KIND_COUNT],
                   const NeedMasses *masses, const Simulation *simulation) {
    const City *city = simulation->city;
    double residents[STRATA];
    for (int stratum = 0; stratum < STRATA; stratum++)
        residents[stratum] = stratum_residents(city, stratum);

    memset(expected, 0, simulation->facilities.count * sizeof *expected);
    memset(again, 0, sizeof *again);
    for (uint32_t t = 0; t < city->township_count; t++) {
        const Township *township = &city->townships[t];
        const double all = residents[stratum_of(township)];
        const Place place = {.simulation = simulation,
                             .masses = masses,
                             .township = (int)t,
                             .share = all > 0 ? township->residents / all : 0,
                             .habit = habit[t]};
        Flows flows;
        choose_first(&flows, again, &place);
        expected_climb(expected, &flows, &place);
        form_habits(&flows, &place);
    }
    for (int kind = 0; kind < KIND_COUNT; kind++)
        make_shares(again->share[kind]);
    make_shares(again->beds);
    for (uint32_t f = 0; f < simulation->facilities.count; f++)
        readmit(&expected[f], simulation, f);
    add_visitors(expected, simulation);
}
