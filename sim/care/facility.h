// SPDX-License-Identifier: MIT
// Institutions while they work: what they can do, how many they can see, how full they are.
#ifndef HXSIM_CARE_FACILITY_H
#define HXSIM_CARE_FACILITY_H

#include "base/status.h"
#include "config/city.h"

#include <stdint.h>

enum { COMPLEXITY_UNIT = 32, UNLIMITED = 0x3FFFFFFF, NO_LEAD = 0xFFFF };

// Complexity and capability are stored in 1/32 of a unit, 0 to 255.
static inline uint8_t complexity_stored(double units) {
    const double scaled = units * COMPLEXITY_UNIT + 0.5;
    return (uint8_t)(scaled < 0 ? 0 : scaled > 255 ? 255 : scaled);
}

typedef struct Facility {
    uint8_t kind, county, level, diagnostics; // Kind; county_count for outside the city; 0-3; 0-3
    uint16_t township;
    uint8_t has_beds;
    uint8_t free_share;                       // of open beds, yesterday, in 1/255
    uint8_t capability[CASE_CLASS_COUNT];     // settles half of the visits of this complexity
    uint8_t bed_capability[CASE_CLASS_COUNT]; // treats half of the stays of this complexity
    uint16_t turned_away;                     // share of requests refused lately, in 1/65536
    uint16_t lead;                            // facility that leads its courtyard, or NO_LEAD
    uint32_t slots;                           // most visits on a working day
    uint32_t slots_left;                      // today
    uint32_t served_month, refused_month;     // visits; requests refused
    uint32_t open_beds, extra_beds;
    double doctors;                    // now, after secondment
    double remote;                     // of these, who work for patients elsewhere
    uint64_t occupied_days, open_days; // since the month began
    // Since the run began, in limited beds: what one in n is held against.
    uint64_t beds_given, sent_on, bed_wait_days;
} Facility;

typedef struct Facilities {
    Facility *row;
    uint32_t count;
} Facilities;

// Always at true size: at one in n slots and beds do not bind (care/congestion.h).
Status facilities_init(Facilities *facilities, const City *city, Report *report);
void facilities_free(Facilities *facilities);

// Capabilities, slots and beds from the kind's parameters, moved by these amounts. An institution
// without doctors can do no more than before, whatever its building.
typedef struct FacilityShift {
    double capability[CASE_CLASS_COUNT]; // units
    double doctors;                      // persons
    double remote;                       // of all doctors here, who see nobody in person
    double effort;                       // log ratio of visits for which a doctor has time
    double beds;                         // log ratio
} FacilityShift;
void facility_set(Facility *facility, const City *city, const Institution *institution,
                  const FacilityShift *shift);

#endif
