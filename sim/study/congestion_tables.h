// SPDX-License-Identifier: MIT
// Makes the table of care/congestion.h: one isolated clinic of true size at a time, asked for a
// steady load and served by the program's own rule (threshold_of) until its law is known.
#ifndef HXSIM_STUDY_CONGESTION_TABLES_H
#define HXSIM_STUDY_CONGESTION_TABLES_H

#include "base/status.h"
#include "base/team.h"
#include "care/congestion.h"

// How an isolated clinic is observed: so many days, or so many as bring so many requests, whichever
// is more.
typedef struct Isolation {
    uint64_t seed;
    uint32_t days, least_requests;
} Isolation;

// How the table of the repository is made.
Isolation isolation_of_tables(void);

// Shares of days on which a clinic of this many slots has none for each of clinic_loads.
void isolated_clinic(const Isolation *isolation, double slots, double no_slot[CLINIC_LOADS]);

// `hxsim tables FILE`: makes the whole table and writes it. Any number of threads gives the same
// bytes.
Status congestion_tables(const char *file, Team *team, Report *report);

#endif
