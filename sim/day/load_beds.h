// SPDX-License-Identifier: MIT
// The beds of institutions of true size, while only one in n of their patients is simulated.
//
// A ward's load is what expected.h says, times two ratios that are counted: first requests per request expected,
// and days per day expected; and those whom other wards sent on. A kind's own counts are drawn towards those of
// all kinds as far as they are few. Loads and who is sent on follow from each other and are found together.
#ifndef HXSIM_DAY_LOAD_BEDS_H
#define HXSIM_DAY_LOAD_BEDS_H

#include "care/congestion.h"
#include "care/ward.h"
#include "day/expected.h"
#include "day/simulation.h"

#include <stdint.h>

// One institution. What is counted is of this month.
typedef struct WardLoad {
    WardCase of;                 // this month
    WardLaw law;
    double requests;             // a day, at full scale: first ones
    double sent_here;            // a day, from other wards
    double stay;                 // mean, days
    double expected;             // requests this month at full scale, before any ratio
    uint32_t asked, again;       // counted: first requests, and of those sent on before
    uint32_t urgent, before, sent_on; // of both
    double stay_days, stay_mean; // counted stays, and what their disease groups let expect
} WardLoad;

// Remembered over months.
typedef struct KindBeds {
    double expected, asked, again, urgent, before, sent_on, stay_days, stay_mean;
} KindBeds;

typedef struct BedLoads {
    const Congestion *congestion;
    const NeedMasses *masses;
    const Expected *expected; // [facilities]
    WardLoad *ward;           // [facilities]
    KindBeds kind[KIND_COUNT];
    double kind_expected[KIND_COUNT][MOST_COUNTIES + 1]; // requests; the last of all counties
    double people_share[MOST_COUNTIES];
} BedLoads;

Status bed_loads_init(BedLoads *loads, const Simulation *simulation, Report *report);
void bed_loads_free(BedLoads *loads);

void bed_loads_close_month(BedLoads *loads, const Simulation *simulation);
void bed_loads_open_month(BedLoads *loads, const Simulation *simulation);

#endif
