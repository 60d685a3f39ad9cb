// SPDX-License-Identifier: MIT
// Candidate needs of many people side by side: how often each falls ill, and what a candidate is.
//
// Columns instead of records, and loops without branches over them, so that a processor works on
// several people at once and guesses nothing. tests/laws/twin_need.c says the same of one person at
// a time.
#ifndef HXSIM_DAY_CANDIDATE_H
#define HXSIM_DAY_CANDIDATE_H

#include "day/simulation.h"

enum { CANDIDATES_AT_ONCE = 128 };

// One candidate in each row.
typedef struct Candidates {
    uint32_t count;
    uint32_t person[CANDIDATES_AT_ONCE];
    uint32_t ordinal[CANDIDATES_AT_ONCE], step[CANDIDATES_AT_ONCE];
    uint32_t word[4][CANDIDATES_AT_ONCE]; // drawn
    // Of the person.
    int32_t born[CANDIDATES_AT_ONCE], sex[CANDIDATES_AT_ONCE], conditions[CANDIDATES_AT_ONCE];
    int32_t permanent[CANDIDATES_AT_ONCE], yearly[CANDIDATES_AT_ONCE]; // classes of frailty
    int32_t due_fraction[CANDIDATES_AT_ONCE]; // 1/65536 day: of this candidate, then of the next
    int32_t due_day[CANDIDATES_AT_ONCE];      // of the next candidate, or NEVER
    int32_t row[CANDIDATES_AT_ONCE];  // sex and age band: of Hazards.acute and Hazards.group
    double rate[CANDIDATES_AT_ONCE];  // candidates per unit of operational time
    double acute[CANDIDATES_AT_ONCE]; // of them, acute
    // Of the need.
    int32_t exists[CANDIDATES_AT_ONCE]; // 0: thinned away
    int32_t disease[CANDIDATES_AT_ONCE];
    int32_t contact[CANDIDATES_AT_ONCE];    // CONTACT_ACUTE, CONTACT_ROUTINE or CONTACT_FLARE
    int32_t condition[CANDIDATES_AT_ONCE];  // of a routine visit or flare
    int32_t complexity[CANDIDATES_AT_ONCE]; // 1/32 unit
    int32_t urgent[CANDIDATES_AT_ONCE];
} Candidates;

// What a candidate turned out to be that is a need.
typedef struct Need {
    uint8_t disease;    // Disease
    uint8_t complexity; // 1/32 unit
    uint8_t urgent;
    uint8_t contact; // CONTACT_ACUTE, CONTACT_ROUTINE or CONTACT_FLARE
} Need;

// Copies what a need depends on from the records of `person`, and the ordinals.
void candidates_load(Candidates *some, const Residents *residents);

// Fills rates and needs from the words and the people, at the ages of the calendar day `ages_on`.
void candidates_weigh(Candidates *some, const Hazards *hazards, int32_t ages_on);
void candidates_decide(Candidates *some, const Simulation *simulation, int half_month);

// Fills when each person's next candidate comes: next_candidate() (people/residents.h) of many,
// after a candidate on the day `today`; the fourth word is the uniform number that it is made from.
void candidates_go_on(Candidates *some, const Clock *clock, uint32_t today);

#endif
