// SPDX-License-Identifier: MIT
#include "report/indicator_year.h"

#include <stdlib.h>

Status indicator_year_init(IndicatorYear *year, const Results *results, const City *city, int index,
                           Report *report) {
    *year = (IndicatorYear){.results = results, .city = city, .index = index};
    year->people = report_calloc(report, 1, sizeof *year->people);
    year->everybody = report_calloc(report, 1, sizeof *year->everybody);
    if (!year->people || !year->everybody) return STATUS_NO_MEMORY;

    const Tally *county = results->year[index].county;
    for (int c = 0; c < results->counties; c++)
        tally_add(year->people, &county[c]);
    *year->everybody = *year->people;
    tally_add(year->everybody, &county[results->counties]);
    return STATUS_OK;
}

void indicator_year_free(IndicatorYear *year) {
    free(year->people);
    free(year->everybody);
    *year = (IndicatorYear){0};
}

const Tally *tally_of(const IndicatorYear *year, int place) {
    return place == WHOLE_CITY ? year->people : &year->results->year[year->index].county[place];
}

static bool is_there(const IndicatorYear *year, int where, int place) {
    const bool outside = place >= year->results->counties;
    switch (where) {
    case ANYWHERE:
        return true;
    case IN_THE_CITY:
        return !outside;
    case OUTSIDE_THE_CITY:
        return outside;
    default:
        return place == where;
    }
}

// Calls `each` for every presence, place and kind that is meant.
#define FOR_EVERY_PART(year, care, each)                                                   \
    for (int presence = 0; presence < ((care).whose == OF_RESIDENTS ? ABSENT : PRESENCES); \
         presence++)                                                                       \
        for (int place = 0; place <= (year)->results->counties; place++) {                 \
            if (!is_there(year, (care).where, place)) continue;                            \
            for (int kind = 0; kind < KIND_COUNT; kind++) {                                \
                if ((care).kinds & KIND_BIT(kind)) each;                                   \
            }                                                                              \
        }

static const Tally *tally_of_care(const IndicatorYear *year, CareGiven care) {
    return care.whose == OF_ANYBODY ? year->everybody : tally_of(year, care.home);
}

VisitFlow visits_of(const IndicatorYear *year, CareGiven care) {
    const Tally *tally = tally_of_care(year, care);
    VisitFlow sum = {0};
    FOR_EVERY_PART(year, care, visit_flow_add(&sum, &tally->visit_at[presence][place][kind]))
    return visit_flow_times(&sum, year->results->scale);
}

StayFlow stays_of(const IndicatorYear *year, CareGiven care) {
    const Tally *tally = tally_of_care(year, care);
    StayFlow sum = {0};
    FOR_EVERY_PART(year, care, stay_flow_add(&sum, &tally->stay_at[presence][place][kind]))
    return stay_flow_times(&sum, year->results->scale);
}

static Heads heads_at_end_of(const IndicatorYear *year, int index, int place) {
    const Heads *heads = year->results->year[index].heads;
    if (place != WHOLE_CITY) return heads[place];
    Heads sum = {0};
    for (int county = 0; county < year->results->counties; county++)
        heads_add(&sum, &heads[county]);
    return sum;
}

Heads heads_of(const IndicatorYear *year, int place) {
    return heads_at_end_of(year, year->index, place);
}

Heads mean_heads_of(const IndicatorYear *year, int place) {
    Heads mean = heads_of(year, place);
    if (year->index == 0) return mean;
    const Heads before = heads_at_end_of(year, year->index - 1, place);
    heads_add(&mean, &before);
    return heads_half(&mean);
}

int64_t births_of(const IndicatorYear *year, int place) {
    const int next = year->index + 1;
    return next < year->results->years ? heads_at_end_of(year, next, place).births : -1;
}

Capacity capacity_of(const IndicatorYear *year, int where, unsigned kinds) {
    Capacity sum = {0};
    for (int place = 0; place <= year->results->counties; place++)
        for (int kind = 0; kind < KIND_COUNT; kind++) {
            if (!is_there(year, where, place) || !(kinds & KIND_BIT(kind))) continue;
            const Capacity *one = &year->results->year[year->index].capacity[place][kind];
            sum.occupied_days += one->occupied_days;
            sum.open_days += one->open_days;
            sum.served += one->served;
            sum.refused += one->refused;
        }
    return sum;
}

// Fen by component, for all kinds and counties of the books.
typedef const Fen (*Charges)[LEDGER_COUNTIES][COMPONENT_COUNT];

static Fen sum_of_charges(const IndicatorYear *year, Charges charges, int where, unsigned kinds,
                          int component) {
    Fen sum = 0;
    for (int place = 0; place < LEDGER_COUNTIES; place++)
        for (int kind = 0; kind < KIND_COUNT; kind++) {
            if (!is_there(year, where, place) || !(kinds & KIND_BIT(kind))) continue;
            for (int c = 0; c < COMPONENT_COUNT; c++)
                if (c == component || component == COMPONENT_COUNT) sum += charges[kind][place][c];
        }
    return sum * year->results->scale;
}

Fen charged_by(const IndicatorYear *year, int where, unsigned kinds, int component) {
    const Ledger *ledger = year->results->year[year->index].ledger;
    return sum_of_charges(year, ledger->charged, where, kinds, component);
}

Fen charged_before_by(const IndicatorYear *year, int where, unsigned kinds, int component) {
    const PriceYear *prices = year->results->year[year->index].prices;
    return sum_of_charges(year, prices->before, where, kinds, component);
}

Fen stays_charged_by(const IndicatorYear *year, unsigned kinds, int component) {
    Fen sum = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (kinds & KIND_BIT(kind)) sum += year->everybody->stay_charged_fen[kind][component];
    return sum * year->results->scale;
}

double count_of(const IndicatorYear *year, int place, Count count) {
    return (double)(tally_of(year, place)->count[count] * year->results->scale);
}

double first_choices_here(const IndicatorYear *year, int place, int kind) {
    const Tally *tally = tally_of(year, place);
    int64_t sum = 0;
    for (int k = 0; k < KIND_COUNT; k++)
        if (k == kind || kind == KIND_COUNT)
            sum += tally->first_choice[k] - tally->first_choice_away[k];
    return (double)(sum * year->results->scale);
}

static unsigned kinds_in(Scope scope) {
    return scope.by == BY_KIND ? KIND_BIT(scope.member) : ALL_KINDS;
}

static bool is_outside(Scope scope) {
    return scope.by == BY_KIND &&
           (scope.member == KIND_OUTSIDE_CITY || scope.member == KIND_OUTSIDE_PROVINCE);
}

bool is_county_of(const IndicatorYear *year, Scope scope, int county) {
    if (scope.place != WHOLE_CITY) return scope.place == county;
    return year->city->counties[county].monitored != 0;
}

CareGiven at_providers(Scope scope) {
    const int city = is_outside(scope) ? OUTSIDE_THE_CITY : IN_THE_CITY;
    return (CareGiven){.whose = OF_ANYBODY,
                       .home = WHOLE_CITY,
                       .where = scope.place == WHOLE_CITY ? city : scope.place,
                       .kinds = kinds_in(scope)};
}

CareGiven for_people(Scope scope, Whose whose) {
    return (CareGiven){
        .whose = whose, .home = scope.place, .where = ANYWHERE, .kinds = kinds_in(scope)};
}

VisitFlow visits_of_residents(const IndicatorYear *year, Scope scope) {
    const Tally *tally = tally_of(year, scope.place);
    const int64_t scale = year->results->scale;
    switch (scope.by) {
    case BY_SCHEME:
        return visit_flow_times(&tally->visit_by_scheme[scope.member], scale);
    case BY_DISEASE:
        return visit_flow_times(&tally->visit_by_disease[scope.member], scale);
    case BY_AGE:
        return visit_flow_times(&tally->visit_by_age[scope.member], scale);
    case BY_TOWN:
        return visit_flow_times(&tally->visit_by_urban[scope.member], scale);
    default:
        return visits_of(year, for_people(scope, OF_RESIDENTS));
    }
}

StayFlow stays_of_residents(const IndicatorYear *year, Scope scope) {
    const Tally *tally = tally_of(year, scope.place);
    const int64_t scale = year->results->scale;
    switch (scope.by) {
    case BY_SCHEME:
        return stay_flow_times(&tally->stay_by_scheme[scope.member], scale);
    case BY_DISEASE:
        return stay_flow_times(&tally->stay_by_disease[scope.member], scale);
    case BY_AGE:
        return stay_flow_times(&tally->stay_by_age[scope.member], scale);
    case BY_TOWN:
        return stay_flow_times(&tally->stay_by_urban[scope.member], scale);
    default:
        return stays_of(year, for_people(scope, OF_RESIDENTS));
    }
}

VisitFlow visits_in(const IndicatorYear *year, Scope scope) {
    const bool at_institutions = scope.by == BY_NOTHING || scope.by == BY_KIND;
    return at_institutions ? visits_of(year, at_providers(scope))
                           : visits_of_residents(year, scope);
}

StayFlow stays_in(const IndicatorYear *year, Scope scope) {
    const bool at_institutions = scope.by == BY_NOTHING || scope.by == BY_KIND;
    return at_institutions ? stays_of(year, at_providers(scope)) : stays_of_residents(year, scope);
}

double person_years(const IndicatorYear *year, Scope scope) {
    const Heads heads = mean_heads_of(year, scope.place);
    switch (scope.by) {
    case BY_SCHEME:
        return (double)heads.by_scheme[scope.member];
    case BY_AGE:
        return (double)heads.by_age[scope.member];
    case BY_TOWN:
        return (double)heads.by_town[scope.member];
    default:
        return (double)heads.residents;
    }
}
