// SPDX-License-Identifier: MIT
// The beds of institutions of true size, while only one in n of their patients is simulated.
//
// First requests are what expected.h says, times a ratio that is counted for each kind and drawn
// towards 1 as far as the counts are few; so are stays. Those whom a ward sends on ask other wards
// on the next day.
#ifndef HXSIM_DAY_LOAD_BEDS_H
#define HXSIM_DAY_LOAD_BEDS_H

#include "day/expected.h"
#include "day/load_ward.h"
#include "day/simulation.h"

// Remembered over months, counted in the sample.
typedef struct KindBeds {
    double expected[BED_CLASSES], asked[BED_CLASSES], again, sent_on, stay_days, stay_mean;
} KindBeds;

typedef struct BedLoads {
    const Expected *expected; // [facilities]
    const Again *again_choice;
    WardLoad *ward;    // [facilities]
    uint32_t *limited; // [facilities] those whose beds can run short today
    KindBeds kind[KIND_COUNT];
    double again[KIND_COUNT]; // of all who were sent on: come to this kind
    double kind_expected[KIND_COUNT][MOST_COUNTIES + 1]; // requests; the last of all counties
    double people_share[MOST_COUNTIES];
    float stay[STAY_CLASSES]; // factors of a stay
} BedLoads;

// For the wards of a simulation at one in n; STATUS_NO_MEMORY after a report.
Status bed_loads_init(BedLoads *loads, const Simulation *simulation, Report *report);
void bed_loads_free(BedLoads *loads);

// Learns from the month that ends, expects the next one, and looks ahead to today.
void bed_loads_close_month(BedLoads *loads, const Simulation *simulation);
void bed_loads_open_month(BedLoads *loads, const Simulation *simulation);
void bed_loads_open_day(BedLoads *loads, const Simulation *simulation);

#endif
