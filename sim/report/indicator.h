// SPDX-License-Identifier: MIT
// Indicators: what a run is asked about, each with its definition and the base on which official
// statistics count it.
//
// Three bases differ. Residents are people who live here; insured are all who are insured here, the
// absent ones too; providers means everything done at institutions of a place, whoever the patient
// is. An indicator is one row of a table (name, labels, unit, formula, source) and one function
// that gives numerator and denominator for a year, a place and, for some, one part of a breakdown.
#ifndef HXSIM_REPORT_INDICATOR_H
#define HXSIM_REPORT_INDICATOR_H

#include "config/registries.h"
#include "report/indicator_year.h"

#include <stdbool.h>

// Visits and stays that bear on a share as much as one would if no two were of one person: people
// keep to their ways from visit to visit, less so from stay to stay. Both are ours.
#define VISITS_ALIKE 4.0
#define STAYS_ALIKE 1.5

// A count has the denominator 1; a share without cases has 0.
typedef struct Ratio {
    double numerator, denominator;
} Ratio;

typedef struct Indicator {
    IndicatorInfo info;
    const char *reading_of; // the indicator of which it is another reading, or NULL
    double times;           // 100 for per cent
    unsigned by;            // bit 1 << b for each breakdown that it has
    int decimals;           // of tables
    double alike;           // of a share of cases: how many bear on it like one by itself, or 0
    bool either_sign;       // it may be below 0, as balances are
    bool city_only;         // counties are not told apart
    bool unmoved; // levers move it through the mix of patients alone: a change is the background's,
                  // or chance
    bool not_compared; // differences between scenarios are not estimated
    bool parts_only;   // it has no value beside its breakdown
    bool with_exits;   // no care and the pharmacy are kinds too
    Ratio (*ratio)(const IndicatorYear *year, Scope scope);
} Indicator;

enum { MOST_INDICATORS = 160 };

// The i-th indicator, i below indicator_count(), and one by its name (-1 if there is none).
int indicator_count(void);
const Indicator *indicator_at(int index);
int indicator_find(const char *name);

// The names and definitions alone, for whoever lists and explains; room for MOST_INDICATORS.
int indicator_infos(IndicatorInfo *infos);

// The value in the indicator's unit, to ten digits; NaN where nothing can be divided.
double indicator_value(const Indicator *indicator, const IndicatorYear *year, Scope scope);

// The value of the indicator nearest to a number: none below 0 but where it may have either sign,
// no share of cases above the whole.
double indicator_nearest(const Indicator *indicator, double value);

// A number to the ten digits that tables keep, so that it reads back as it was.
double indicator_ten_digits(double value);

// The standard error of a share in one run, by the binomial law of its simulated cases, in the
// indicator's unit; NaN of what is no share of cases.
double indicator_chance(const Indicator *indicator, const IndicatorYear *year, Scope scope);

// How many members a breakdown has, and the name of one ("city_hospital", "75+").
int breakdown_members(Breakdown by);
const char *breakdown_name(Breakdown by, int member);

// True if this indicator has a value in this scope: pharmacies have no visits, counties no outside
// hospitals.
bool indicator_has(const Indicator *indicator, Scope scope);

// The tables that the registry is made of, in its order.
typedef struct IndicatorTable {
    const Indicator *rows;
    int count;
} IndicatorTable;

extern const IndicatorTable indicators_of_visits, indicators_of_villages, indicators_of_stays,
    indicators_of_the_way, indicators_of_money, indicators_of_people, indicators_of_funds,
    indicators_of_payment, indicators_of_remote_work, indicators_of_urgent_cases,
    indicators_of_prices, indicators_of_public_health;

#endif
