// SPDX-License-Identifier: MIT
#include "day/expected.h"

#include "day/contracts.h"
#include "day/expected_ladder.h"
#include "day/habit.h"
#include "day/visitors.h"

#include <string.h>

static const double SEEN_IN_A_MONTH = 0.4; // of habits: formed anew

// ---- first choices

static double share_of(const uint16_t cumulative[KIND_COUNT], int kind) {
    return (cumulative[kind] - (kind > 0 ? cumulative[kind - 1] : 0)) / (double)SHARE_ONE;
}

// Of the needs of a class, those that go to each kind first: by habit, as day/habit.h has it, or by
// choice.
static void share_out(double share[KIND_COUNT], const Place *place, const ChoiceCell *cell,
                      unsigned urgent) {
    const Choice *choice = &place->simulation->city->parameters.choice;
    const double follow = urgent ? 0 : choice->habit_share;
    double by_habit[KIND_COUNT] = {0}, all = 0, goes = 0;
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
        share[kind] = share_of(cell->now, kind);
        goes += share[kind];
        if (share[kind] < choice->habit_least_share) continue;
        by_habit[kind] = follow * place->habit[kind];
        all += by_habit[kind];
    }
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
        share[kind] = by_habit[kind] * goes + (1 - all) * share[kind];
}

// Who is turned away chooses anew among all kinds that treat.
static void try_next(Flows *flows, const ChoiceCell *cell, const double first[KIND_COUNT],
                     double needs) {
    const double treated = 1 - cell->now[KIND_PHARMACY] / (double)SHARE_ONE;
    double share[KIND_COUNT];
    for (int next = KIND_VILLAGE_CLINIC; next < KIND_COUNT; next++)
        share[next] = share_of(cell->now, next);
    for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT && treated > 0; kind++) {
        const double trying = needs * first[kind];
        for (int next = KIND_VILLAGE_CLINIC; next < KIND_COUNT; next++)
            flows->again[kind][next] += trying * share[next] / treated;
    }
}

static void add_cell(Flows *flows, const Place *place, const NeedMass *mass, unsigned scheme,
                     unsigned contract) {
    const Simulation *simulation = place->simulation;
    for (unsigned class = 0; class < CHOICE_CLASSES; class ++) {
        if (mass->needs[class] == 0) continue;
        const double needs = place->share * mass->needs[class];
        const double beds = place->share * mass->beds[class];
        const double dormant = place->share * mass->dormant[class];
        const ChoiceCell *visit =
            choice_cell(&simulation->visits, (unsigned)place->township, scheme, contract, class);
        const ChoiceCell *bed =
            choice_cell(&simulation->beds, (unsigned)place->township, scheme, contract, class);
        double share[KIND_COUNT];
        share_out(share, place, visit, class & 1u);
        if (!(class & 1u)) try_next(flows, visit, share, needs);
        for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++) {
            flows->visits[kind][class] += needs * share[kind];
            beds_add(&flows->beds[kind][class],
                     beds_part((Beds){beds, contract ? beds : 0}, share[kind]));
            beds_add(&flows->dormant[kind][class],
                     beds_part((Beds){dormant, contract ? dormant : 0}, share[kind]));
            flows->bed_share[class][kind] += beds * share_of(bed->now, kind);
        }
    }
}

static double sum(const double values[CHOICE_CLASSES]) {
    double all = 0;
    for (int class = 0; class < CHOICE_CLASSES; class ++)
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
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        double all = 0;
        for (int kind = 0; kind < KIND_COUNT; kind++) {
            all += flows->bed_share[class][kind];
            flows->again_beds[kind] += flows->bed_share[class][kind];
        }
        for (int kind = 0; kind < KIND_COUNT && all > 0; kind++)
            flows->bed_share[class][kind] /= all;
    }
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
    const double others = 1 / (1 - share * (1 - p->choice.decline_admission));
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

static void add_again(Again *again, const Flows *flows) {
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        for (int next = 0; next < KIND_COUNT; next++)
            again->share[kind][next] += flows->again[kind][next];
        again->beds[kind] += flows->again_beds[kind];
    }
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
        choose_first(&flows, &place);
        expected_climb(expected, &flows, &place);
        form_habits(&flows, &place);
        add_again(again, &flows);
    }
    for (int kind = 0; kind < KIND_COUNT; kind++)
        make_shares(again->share[kind]);
    make_shares(again->beds);
    for (uint32_t f = 0; f < simulation->facilities.count; f++)
        readmit(&expected[f], simulation, f);
    add_visitors(expected, simulation);
}
