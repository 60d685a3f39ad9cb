// SPDX-License-Identifier: MIT
// The day's slots of institutions of true size, while only one in n of their patients is simulated.
//
// Requests stand in the order of service: round, priority, key. How many of true size stand where
// is expected. New ones and urgent ones on referral are those of expected.h; later visits follow
// from those served in the weeks before; those who were turned away come again, in a later round
// elsewhere or tomorrow, in the numbers in which institutions of true size turned them away. All
// are multiplied by ratios that are counted for each kind. One word a day tells how far down this
// order a clinic gets (congestion_reach).
#ifndef HXSIM_DAY_LOAD_SLOTS_H
#define HXSIM_DAY_LOAD_SLOTS_H

#include "care/congestion.h"
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

// One institution. Numbers of requests at true size, but for what is counted.
typedef struct ClinicLoad {
    double expected[COMINGS];     // today, before any ratio; of those who come back or try: none
    double put_off;               // at this Spring Festival so far
    double later, later_home;     // later visits a day, of residents and of absent insured at home
    double asking[COMINGS];       // today
    double slots, reach;          // today; the latter in requests
    double before;                // requests of today's earlier rounds
    double refused[ROUNDS_A_DAY]; // today
    double back_tomorrow;
    double asked_month, refused_month, expected_month[DAY_TYPES][COMINGS];
    uint32_t count[DAY_TYPES][COMINGS][POSITIONS], count_refused[ROUNDS_A_DAY]; // of this month
} ClinicLoad;

// What is remembered of the counts of a kind, and what follows for this month.
typedef struct KindSlots {
    double counted[DAY_TYPES][COMINGS][POSITIONS], expected[DAY_TYPES][COMINGS],
        refused[ROUNDS_A_DAY];
    double ratio[DAY_TYPES][COMINGS];            // per request expected
    double share[DAY_TYPES][COMINGS][POSITIONS]; // where they stand; sums to 1
    double back; // come back, of those turned away in the last round
} KindSlots;

typedef struct SlotLoads {
    const Congestion *congestion;
    const Expected *expected; // [facilities]
    const Again *again;
    ClinicLoad *clinic; // [facilities]
    KindSlots kind[KIND_COUNT];
    double try_again[KIND_COUNT];                        // of those expected to try this kind
    double kind_expected[KIND_COUNT][MOST_COUNTIES + 1]; // first visits; the last of all counties
    double people_share[MOST_COUNTIES];
    double turned_away[MOST_COUNTIES + 1]
                      [KIND_COUNT]; // in the round before, by kind, of each county's people
} SlotLoads;

Status slot_loads_init(SlotLoads *loads, const Simulation *simulation, Report *report);
void slot_loads_free(SlotLoads *loads);

// Learns from the month's counts, and tells institutions how often they turned people away.
void slot_loads_close_month(SlotLoads *loads, Simulation *simulation);
void slot_loads_open_month(SlotLoads *loads, const Simulation *simulation);

// Adds up who was turned away in the round before. One thread calls it before each round.
void slot_loads_open_round(SlotLoads *loads, const Simulation *simulation, int round);

// Who of the round's requests an institution serves; counts them. Threads share the institutions.
Threshold slot_loads_resolve(SlotLoads *loads, Simulation *simulation, uint32_t facility,
                             int round);

#endif
