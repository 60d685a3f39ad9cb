// SPDX-License-Identifier: MIT
// The turn of the year: births, ageing, onset of conditions, stages of care, migration; and who
// will die.
//
// It happens on 1 January, before the day's needs. True events (birth, death, onset, migration,
// frailty) are draws by person and year that no scenario moves; only the moves between stages of
// care follow rates that levers change. Needs already due keep their place in the queue of time:
// what remains is stretched by the ratio of the old rate to the new.
#ifndef HXSIM_PEOPLE_YEAR_H
#define HXSIM_PEOPLE_YEAR_H

#include "base/draw.h"
#include "people/follow_up.h"
#include "people/residents.h"
#include "people/synthesis.h"

#include <stdint.h>

enum { DAYS_OF_LONGEST_YEAR = 366 };

// Cumulative probabilities, in 1/65536, of a year's moves between stages of care.
typedef uint32_t MovesOfYear[CONDITION_COUNT][STAGE_COUNT][STAGE_COUNT]; // the last is 65536

// The year's moves of a county: of those whom nobody follows up, and by the way of follow-up.
typedef struct StageMoves {
    MovesOfYear cumulative[FOLLOWED_WAYS];
    double followed[FOLLOWED_WAYS]; // of those whom a way is meant for, the share it reaches
} StageMoves;

// Turns each condition's rates into a year's moves; nobody is followed up.
void stage_moves_init(StageMoves *moves, const ConditionRow rows[CONDITION_COUNT]);

// The same where some are followed up, and more or fewer cases are detected.
void stage_moves_follow_up(StageMoves *moves, const ConditionRow rows[CONDITION_COUNT],
                           const FollowUp *follow_up);

// Who dies in the current year in one county, ordered by day.
typedef struct Deaths {
    uint32_t *person;
    uint16_t *day_of_year;
    uint32_t first_of_day[DAYS_OF_LONGEST_YEAR + 1]; // into person
    uint32_t count;
} Deaths;

// What happened to the population of one county; whole persons at this scale.
typedef struct Vital {
    uint32_t births, deaths, left, returned;
    uint32_t absent_deaths;       // of all deaths, those of absent insured
    uint32_t births_without_slot; // must stay 0
} Vital;

typedef struct YearTurn {
    const City *city;
    const Hazards *hazards;
    const Clock *clock;
    DrawKey key;
    int year;
    uint32_t day;    // simulated day of 1 January
    int32_t ages_on; // calendar day on which ages are counted: 1 January, or always the same
    EmployeeShares employees; // that the years keep
    int opens_only;           // the first year: nobody is born or ages yet
    int fixed_demography;     // nobody is born, ages, dies, falls ill for good or moves
} YearTurn;

// Room for everybody of a county with so many slots, since nobody dies twice: no death can be left
// out. Memory that no death is written to is never touched.
Status deaths_init(Deaths *deaths, uint32_t slots, Report *report);
void deaths_free(Deaths *deaths);

// Turns the year for one county; counties are independent of each other.
void year_turn(Residents *residents, Deaths *deaths, Vital *vital, const YearTurn *turn,
               const StageMoves *moves, int county);

// Day of the year (0 is 1 January) on which this person dies in this year, or -1.
int death_day_of_year(const YearTurn *turn, const Resident *resident, uint32_t person);

#endif
