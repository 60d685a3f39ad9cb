// SPDX-License-Identifier: MIT
// Congestion of institutions of true size, for runs of one in n residents.
//
// With one in n patients an institution of a n-th of its size would be far fuller than the real
// one: it loses the economy of scale. So at n > 1 slots and beds do not bind. What a patient meets
// is drawn from the law of the institution at its true size and expected load, which a table gives;
// `hxsim tables FILE` makes the table by letting the program's own clinic and ward work alone.
//
// A clinic's load is requests a day / slots. The table holds the share of days on which a request
// finds no slot when that load stands before it in the order of service; shares by priority follow
// from what stands before each. A ward's load is requests for beds a day x mean stay / open beds.
// The table holds what becomes of urgent cases, of others who go before the rest (referred or
// signed with a family doctor) and of the rest, by size, load, shares of urgent cases and of those
// who go before, extra beds, and the days that others will wait.
#ifndef HXSIM_CARE_CONGESTION_H
#define HXSIM_CARE_CONGESTION_H

#include "base/status.h"
#include "care/request.h"
#include "config/city.h"

enum {
    CLINIC_SIZES = 11,
    CLINIC_LOADS = 41,
    WARD_SIZES = 6,
    WARD_LOADS = 12,
    WARD_URGENT_SHARES = 3,
    WARD_BEFORE_SHARES = 3,
    WARD_EXTRA_SHARES = 2,
    WARD_LIMITS = 4,
    WARDS = WARD_SIZES * WARD_LOADS * WARD_URGENT_SHARES * WARD_BEFORE_SHARES * WARD_EXTRA_SHARES *
            WARD_LIMITS,
    WAIT_POINTS = 6,
    MOST_WAIT_DAYS = 14
};

// Mean stay in the wards of the table, with discharges put off at weekends; other stays stretch
// time.
#define TABLE_STAY_DAYS 8.2

// The axes of the table; between them the law is interpolated, beyond them the nearest end holds.
extern const double clinic_sizes[CLINIC_SIZES]; // slots
extern const double clinic_loads[CLINIC_LOADS];
extern const double ward_sizes[WARD_SIZES]; // open beds
extern const double ward_loads[WARD_LOADS];
extern const double ward_urgent_shares[WARD_URGENT_SHARES]; // of requests
extern const double ward_before_shares[WARD_BEFORE_SHARES]; // of requests that are not urgent
extern const double ward_extra_shares[WARD_EXTRA_SHARES];   // extra beds, of open ones
extern const double ward_limits[WARD_LIMITS];               // days
extern const int wait_points[WAIT_POINTS];                  // days of which the table tells waits

// The classes of request that a ward tells apart.
typedef enum BedClass { BED_URGENT, BED_BEFORE, BED_REST, BED_CLASSES } BedClass;

static inline BedClass bed_class(const Request *request) {
    const uint32_t priority = request->key >> KEY_RANDOM_BITS;
    return request->urgent ? BED_URGENT : priority == PRIORITY_PLAIN ? BED_REST : BED_BEFORE;
}

// What becomes of a request for a bed: shares of all requests of its class.
typedef struct WardLaw {
    double elsewhere[BED_CLASSES];          // sent on
    double waits[BED_CLASSES][WAIT_POINTS]; // at least wait_points days; nobody urgent does
    double waits_longest[BED_CLASSES];      // as long as may be; not in the table by itself
    double free_share;                      // of open beds, at the end of a day
} WardLaw;

// A ward of the table, or one that is asked for.
typedef struct WardCase {
    double open, load, urgent_share, before_share, extra_share, limit_days;
    double stay_days; // mean
} WardCase;

typedef struct Congestion {
    double clinic[CLINIC_SIZES][CLINIC_LOADS]; // share of days without a slot for this load
    WardLaw ward[WARDS];
    WardLaw odds[WARDS]; // made from it for interpolation
} Congestion;

// The case of row `index` of the wards: the last axis, limits, runs fastest.
WardCase ward_case(int index);

// Reads a table made by `hxsim tables`. Its rows must be those of the axes above, in their order.
Status congestion_read(Congestion *congestion, const char *file, Report *report);

// Whether a table can be written to a file: it is an ordinary file or none yet, in a folder that
// can be written. Making the table takes minutes, so that this is asked first.
Status congestion_check_place(const char *file, Report *report);

// Writes it beside the file and puts it in its place when it is whole.
Status congestion_write(const Congestion *congestion, const char *file, Report *report);

// The load up to which a clinic serves today: its quantile at `u` (0 < u < 1). A request is served
// if the load before it in the order of service is less.
double congestion_reach(const Congestion *congestion, double slots, double u);

// Prepares a table for interpolation; congestion_read has done so.
void congestion_prepare(Congestion *congestion);

// The laws of one ward at the loads of the table, as log odds.
typedef struct WardLaws {
    WardCase of;
    WardLaw odds[WARD_LOADS];
} WardLaws;

// Finds those of a ward whatever its load, and from them the law at one load.
void congestion_ward(WardLaws *laws, const Congestion *congestion, const WardCase *ward);
WardLaw congestion_law(const WardLaws *laws, double load);

// What becomes of one request, given its own `u`: the days it waits, and whether it then gets a
// bed.
typedef struct BedOutcome {
    unsigned days;
    int gets_bed;
} BedOutcome;
BedOutcome congestion_bed(const WardLaw *law, const WardCase *ward, BedClass class, double u);

// The share of all requests that a ward sends on, and their mean wait in days, whether or not in
// vain.
double congestion_sent_on(const WardLaw *law, const WardCase *ward);
double congestion_wait(const WardLaw *law, const WardCase *ward);

#endif
