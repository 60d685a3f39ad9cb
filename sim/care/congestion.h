// SPDX-License-Identifier: MIT
// Congestion of clinics of true size, for runs of one in n residents.
//
// With one in n patients a clinic of a n-th of its size would be far fuller than the real one: it
// loses the economy of scale. So at n > 1 slots do not bind. Whether a patient finds one is drawn
// from the law of the clinic at its true size and expected load, which a table gives; `hxsim tables
// FILE` makes the table by letting the program's own clinic work alone. (Wards of true size live
// their days: day/load_ward.h.)
//
// A clinic's load is requests a day / slots. The table holds the share of days on which a request
// finds no slot when that load stands before it in the order of service; shares by priority follow
// from what stands before each.
#ifndef HXSIM_CARE_CONGESTION_H
#define HXSIM_CARE_CONGESTION_H

#include "base/status.h"

enum { CLINIC_SIZES = 11, CLINIC_LOADS = 41 };

// The axes of the table; between them the law is interpolated, beyond them the nearest end holds.
extern const double clinic_sizes[CLINIC_SIZES]; // slots
extern const double clinic_loads[CLINIC_LOADS];

typedef struct Congestion {
    double clinic[CLINIC_SIZES][CLINIC_LOADS]; // share of days without a slot for this load
} Congestion;

// Reads a table made by `hxsim tables`. Its rows must be those of the axes above, in their order.
Status congestion_read(Congestion *congestion, const char *file, Report *report);

// Whether a table can be written to a file: it is an ordinary file or none yet, in a folder that
// can be written. Making the table takes a while, so that this is asked first.
Status congestion_check_place(const char *file, Report *report);

// Writes it beside the file and puts it in its place when it is whole.
Status congestion_write(const Congestion *congestion, const char *file, Report *report);

// The load up to which a clinic serves today: its quantile at `u` (0 < u < 1). A request is served
// if the load before it in the order of service is less.
double congestion_reach(const Congestion *congestion, double slots, double u);

#endif
