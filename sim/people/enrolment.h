// SPDX-License-Identifier: MIT
// Who is in which insurance scheme and has signed with a family doctor, as people grow up, grow
// old, leave and return: shares by age stay those with which the first population was drawn.
//
// A person signs in every year in which the share of his age is above a number of his own. Schemes
// are jobs: from 18 to 59 people who are here join the employee scheme, or leave it, in as few
// moves as keep its share in town and country of a county, age band by age band; at 60 employees
// retire. No scenario moves either.
#ifndef HXSIM_PEOPLE_ENROLMENT_H
#define HXSIM_PEOPLE_ENROLMENT_H

#include "people/year.h"

enum { YOUNGEST_EMPLOYEE = 18, RETIREMENT_AGE = 60, AGE_OF_ELDERS = 65 };

// 1 if a person of this age who is here signs; `word` is the person's own (contract_word).
int signs_contract(const People *people, int age, uint32_t word);

// The same in every year: word 1 of the person's draw in the first population.
uint32_t contract_word(DrawKey key, uint32_t person);

// Probabilities of the year's moves of one county, in the country and in town, by age band.
typedef struct SchemeMoves {
    double join[2][AGE_BAND_COUNT], leave[2][AGE_BAND_COUNT];
} SchemeMoves;

// Counts the county as it stands before the year's migration, whose expectation it allows for.
void scheme_moves_init(SchemeMoves *moves, const Residents *residents, const YearTurn *turn,
                       int county);

// The scheme of the year for one person of this age, after his migration.
Scheme scheme_of_year(const Resident *resident, const SchemeMoves *moves, const YearTurn *turn,
                      uint32_t person, int age, int urban);

#endif
