// SPDX-License-Identifier: MIT
// How many needs of each class of case a day brings, counted on in place of drawn: persons x rate x
// share.
//
// Persons are those of today, by place, presence, scheme and contract; their rates are those of
// their age, sex and conditions at the mean frailty, so that the chance of a small sample of
// persons is kept small. Only runs of one in n ask for this.
#ifndef HXSIM_DAY_NEED_MASS_H
#define HXSIM_DAY_NEED_MASS_H

#include "day/simulation.h"

// People of one county are told apart by town (1) and country (0): a stratum.
enum { STRATA = 2 * MOST_COUNTIES, COMPLEXITIES = 256, LATER_DAYS = 64 };

// Needs a day of this month at full scale, by class of case; the day's own pace stands in
// `day_pace`.
typedef struct NeedMass {
    double needs[CHOICE_CLASSES];
    double beds[CHOICE_CLASSES];    // of which call for a bed where the usual share of beds is free
    double dormant[CHOICE_CLASSES]; // routine ones that would do so if they were acute: the first
                                    // institution settles or refers them, the next gives a bed
} NeedMass;

typedef struct NeedMasses {
    NeedMass of[STRATA][PRESENCES][SCHEME_COUNT][CONTRACTS];
    double induced[FREE_SHARES]
                  [CHOICE_CLASSES];    // beds called for, by the share that is free, against usual
    double stay_days[CHOICE_CLASSES];  // mean of those who need a bed, at a county hospital in 2023
    double long_stays[CHOICE_CLASSES]; // of those: share long enough to be moved down
    double long_days[CHOICE_CLASSES];  // of their days: share of stays long enough
    double days_of_long[CHOICE_CLASSES]; // of those who need a bed: mean days in long stays
    double later[CHOICE_CLASSES];        // later visits of an episode settled in a visit
    double later_after[CASE_CLASS_COUNT][LATER_DAYS]; // shares of these by days since its first
    double put_off[CHOICE_CLASSES],
        put_off_beds[CHOICE_CLASSES]; // at Spring Festival: of needs, of beds
    // Shares of a class that an institution of this capability settles in a visit, and treats in a
    // bed.
    double settles[COMPLEXITIES][CHOICE_CLASSES], treats[COMPLEXITIES][CHOICE_CLASSES];
} NeedMasses;

static inline int stratum_of(const Township *township) {
    return 2 * township->county + township->urban;
}

// Weekdays, epidemics and what else makes needs denser on one day than on another of the same
// season: the clock's pace without the season.
double day_pace(const Simulation *simulation, uint32_t day, int month, int day_of_month);

// Counts the needs of this month: its two half-months alike.
void need_masses_fill(NeedMasses *masses, const Simulation *simulation);

#endif
