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
#include "day/load_clinic.h"
#include "day/serve.h"
#include "day/simulation.h"

#include <stdint.h>

// What is remembered of the counts of a kind, and what follows for this month.
typedef struct KindSlots {
    double counted[DAY_TYPES][COMINGS][POSITIONS], expected[DAY_TYPES][COMINGS],
        refused[ROUNDS_A_DAY];
    double ratio[DAY_TYPES][COMINGS];            // per request expected
    double share[DAY_TYPES][COMINGS][POSITIONS]; // where they stand; sums to 1
    double back; // come back, of those turned away in the last round
} KindSlots;

// What is counted of a kind in a month, and what was expected at true size.
typedef struct KindMonth {
    uint32_t count[DAY_TYPES][COMINGS][POSITIONS], count_refused[ROUNDS_A_DAY];
    double expected[DAY_TYPES][COMINGS];
} KindMonth;

// The address of each institution's word of today, and the words.
enum { WORD_INDEX, WORD_DAY, WORD_STEP, WORD_FIRST, WORD_ROWS = WORD_FIRST + 4 };

typedef struct SlotLoads {
    const Congestion *congestion;
    const NeedMasses *masses;
    const Expected *expected; // [facilities]
    const Again *again;
    ClinicLoads clinics;
    KindMonth month[KIND_COUNT];
    KindSlots kind[KIND_COUNT];
    uint32_t *words;              // [WORD_ROWS][facilities] where today's words stand, and they
    double try_again[KIND_COUNT]; // of those expected to try this kind
    double kind_expected[KIND_COUNT][MOST_COUNTIES + 1]; // first visits; the last of all counties
    double people_share[MOST_COUNTIES];
    double turned_away[MOST_COUNTIES + 1]
                      [KIND_COUNT]; // in the round before, by kind, of each county's people
    double trying[KIND_COUNT]
                 [MOST_COUNTIES]; // of these: try a kind, per first visit expected there
} SlotLoads;

// For the institutions of a simulation at one in n; STATUS_NO_MEMORY after a report.
Status slot_loads_init(SlotLoads *loads, const Simulation *simulation, Report *report);
void slot_loads_free(SlotLoads *loads);

// Learns from the month's counts, and tells institutions how often they turned people away.
void slot_loads_close_month(SlotLoads *loads, Simulation *simulation);
void slot_loads_open_month(SlotLoads *loads, const Simulation *simulation);

// Who of the round's requests the institutions serve; counts them.
void slot_loads_resolve(SlotLoads *loads, Simulation *simulation, Threshold *threshold, int round);

#endif
