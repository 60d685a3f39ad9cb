// SPDX-License-Identifier: MIT
// One clinic of true size from day to day: how many requests for its slots are expected to come in,
// and why.
//
// New needs come at the day's pace; those put off at Spring Festival, after it. Who is sent up by
// another institution, or goes up on his own, comes some days after the visits that this clinic
// itself has served, and so do later visits: visits of other clinics move like its own.
#ifndef HXSIM_DAY_LOAD_CLINIC_H
#define HXSIM_DAY_LOAD_CLINIC_H

#include "day/expected.h"
#include "day/serve.h"
#include "day/simulation.h"

#include <stdint.h>

enum { DAY_TYPES = 3, PRIORITIES = 4, KEY_BINS = 8, POSITIONS = PRIORITIES * KEY_BINS };

// Why somebody asks, and in which round.
typedef enum Coming {
    COMES_FRESH,    // in the first round, with a new need or on referral
    COMES_LATER,    // in the first round, for a later visit of an episode
    COMES_VISITING, // in the first round, from elsewhere
    COMES_BACK,     // in the first round, having waited since yesterday
    CLIMBS_1,       // urgent, referred in the first round
    TRIES_1,        // turned away elsewhere in the first round
    CLIMBS_2,       // urgent, referred in the second round
    TRIES_2,        // turned away elsewhere in the second round
    COMINGS
} Coming;

// One institution: what a day reads. Numbers of requests at true size.
typedef struct ClinicLoad {
    double expected[COMINGS];     // today, before any ratio; of those who come back or try: none
    double asking[COMINGS];       // today
    double slots, reach;          // today; the latter in requests
    double before;                // requests of today's earlier rounds
    double refused[ROUNDS_A_DAY]; // today
    double back_tomorrow;
    double asked_month, refused_month;
    double put_off; // at this Spring Festival so far, by residents
} ClinicLoad;

// All of them, and what they remember of the weeks before: a row for each day, in a ring, in which
// clinics stand side by side.
typedef struct ClinicLoads {
    uint32_t count;
    ClinicLoad *clinic; // [count]
    double *seen;       // [LATER_DAYS][count] visits of residents for new needs, by day
    double *seen_home;  // and of absent insured at home
    double *later; // [LATER_DAYS][count] later visits that each of these brings so many days on
    double *today; // [count] of these
    uint8_t brings[LATER_DAYS]; // 1 if any come so many days on
} ClinicLoads;

Status clinic_loads_init(ClinicLoads *loads, uint32_t count, Report *report);
void clinic_loads_free(ClinicLoads *loads);

// Spreads the later visits that are expected over the days since the first.
void clinic_loads_open_month(ClinicLoads *loads, const Expected *expected,
                             const NeedMasses *masses);

// Expects today's requests of the first round, and urgent ones who go up.
void clinic_loads_expect(ClinicLoads *loads, const Simulation *simulation,
                         const Expected *expected);

// Remembers whom a clinic saw today: those asking and not refused.
void clinic_loads_remember(ClinicLoads *loads, uint32_t index, const Today *today,
                           const Expected *expected);

#endif
