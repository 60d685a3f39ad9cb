// SPDX-License-Identifier: MIT
// What happened in one year, as indicators ask about it: whose care, given where, at which kinds of
// institution.
//
// All amounts are weighted: in a run of one in n, each person stands for n.
#ifndef HXSIM_REPORT_INDICATOR_YEAR_H
#define HXSIM_REPORT_INDICATOR_YEAR_H

#include "config/city.h"
#include "day/results.h"

#include <stdbool.h>

// One year of a replicate, with the sums over counties that most indicators ask for.
typedef struct IndicatorYear {
    const Results *results;
    const City *city;
    int index;        // of the year in results
    Tally *people;    // of the people of all counties
    Tally *everybody; // and of visitors
} IndicatorYear;

// Adds up year `index` of the results; STATUS_NO_MEMORY after a report.
Status indicator_year_init(IndicatorYear *year, const Results *results, const City *city, int index,
                           Report *report);
void indicator_year_free(IndicatorYear *year);

enum { WHOLE_CITY = -1 };

// What a value is broken down by: one thing at a time, but kind of institution, which is also
// crossed with places.
typedef enum Breakdown {
    BY_NOTHING,
    BY_KIND,
    BY_SCHEME,
    BY_DISEASE,
    BY_AGE,
    BY_TOWN, // 0 country, 1 town
    BY_CONDITION,
    BY_CONTACT,
    BY_COMPONENT, // of bills
    BREAKDOWNS
} Breakdown;

// What a value is asked for.
typedef struct Scope {
    int place; // index of a county, or WHOLE_CITY
    Breakdown by;
    int member; // of the breakdown
} Scope;

// Whose care: of residents, of all insured here (the absent too), of anybody at all.
typedef enum Whose { OF_RESIDENTS, OF_INSURED, OF_ANYBODY } Whose;

// Where it was given: the index of a county, or one of these.
enum { ANYWHERE = -1, IN_THE_CITY = -2, OUTSIDE_THE_CITY = -3 };

// Kinds of institution, as sets.
#define KIND_BIT(kind) (1u << (kind))
#define ALL_KINDS (~0u)
#define PRIMARY_KINDS \
    (KIND_BIT(KIND_VILLAGE_CLINIC) | KIND_BIT(KIND_PRIVATE_CLINIC) | KIND_BIT(KIND_TOWNSHIP_CENTRE))
#define PUBLIC_HOSPITALS                                                                          \
    (KIND_BIT(KIND_COUNTY_GENERAL) | KIND_BIT(KIND_COUNTY_TCM) | KIND_BIT(KIND_COUNTY_MATERNAL) | \
     KIND_BIT(KIND_CITY_HOSPITAL))

// Which care is meant. `home` is the county of residence or insurance, or WHOLE_CITY; OF_ANYBODY
// has no home.
typedef struct CareGiven {
    Whose whose;
    int home, where;
    unsigned kinds;
} CareGiven;

// Visits or stays of these people at these institutions, added up.
VisitFlow visits_of(const IndicatorYear *year, CareGiven care);
StayFlow stays_of(const IndicatorYear *year, CareGiven care);

// The counters and heads of a county, or of the people of the whole city (WHOLE_CITY).
const Tally *tally_of(const IndicatorYear *year, int place);
Heads heads_of(const IndicatorYear *year, int place);

// Mean of the persons at the start and the end of the year; of its end in the first.
Heads mean_heads_of(const IndicatorYear *year, int place);

// Those born in the year, whom the turn to the next books; -1 in the last, whose turn never comes.
int64_t births_of(const IndicatorYear *year, int place);

// Days, slots and refusals of institutions of these kinds in a county or, OUTSIDE_THE_CITY or
// IN_THE_CITY, elsewhere.
Capacity capacity_of(const IndicatorYear *year, int where, unsigned kinds);

// What institutions charged for this component, in fen; component COMPONENT_COUNT for all.
Fen charged_by(const IndicatorYear *year, int where, unsigned kinds, int component);

// The same care at the prices before any reform of prices.
Fen charged_before_by(const IndicatorYear *year, int where, unsigned kinds, int component);

// What institutions of these kinds charged those whom they discharged for this component, in fen.
Fen stays_charged_by(const IndicatorYear *year, unsigned kinds, int component);

// A counter of a place's people, weighted.
double count_of(const IndicatorYear *year, int place, Count count);

// First choices of people who are here, residents and absent insured while at home: of one kind or,
// with KIND_COUNT, all, which are their needs. What the absent need while away is met, or not,
// where they live.
double first_choices_here(const IndicatorYear *year, int place, int kind);

// Whether a county counts in an indicator of counties: the scope's own, or of the whole city those
// that are monitored, without city districts.
bool is_county_of(const IndicatorYear *year, Scope scope, int county);

// The institutions of the scope's place, all of them or the scope's kind; of the kinds outside,
// those outside the city.
CareGiven at_providers(Scope scope);

// The care of the scope's people, wherever, at all kinds or the scope's.
CareGiven for_people(Scope scope, Whose whose);

// What was done in the scope: at the institutions of its place, whoever came; but by scheme,
// disease group, age or town, what was done for its residents, wherever they went.
VisitFlow visits_in(const IndicatorYear *year, Scope scope);
StayFlow stays_in(const IndicatorYear *year, Scope scope);

// What was done for the residents of the scope.
VisitFlow visits_of_residents(const IndicatorYear *year, Scope scope);
StayFlow stays_of_residents(const IndicatorYear *year, Scope scope);

// Mean residents of the year in the scope: all, or those of an age, scheme or town.
double person_years(const IndicatorYear *year, Scope scope);

#endif
