// SPDX-License-Identifier: MIT
// Makes the table of care/congestion.h: one isolated clinic or ward of true size at a time, at a
// steady load, served by the program's own rules (threshold_of, ward_answer) until its law is
// known.
//
// What is the same for all of them is our choice: stays are lognormal with a mean of 8 days and a
// coefficient of variation of 0.9, as of all disease groups of a hospital together; two days of the
// week bring 0.8 of the requests of the others, and of the discharges that would fall on them 0.4
// wait for Monday. The law depends on these far less than on size and load;
// tests/theory/test_congestion.c says by how much.
#ifndef HXSIM_STUDY_CONGESTION_TABLES_H
#define HXSIM_STUDY_CONGESTION_TABLES_H

#include "base/status.h"
#include "base/team.h"
#include "care/congestion.h"

// How an isolated institution is observed.
typedef struct Isolation {
    double stay_days, stay_cv;
    double weekend_arrivals, weekend_discharges; // against the other days
    uint64_t seed;
    // Observed at each point, whichever is longer: near a load of 1 a large ward forgets in months
    // only.
    uint32_t clinic_days, ward_days, least_requests;
} Isolation;

// How the table of the repository is made.
Isolation isolation_of_tables(void);

// Shares of days on which a clinic of this many slots has none for each of clinic_loads.
void isolated_clinic(const Isolation *isolation, double slots, double no_slot[CLINIC_LOADS]);

// The law of one ward. The status can only be STATUS_OK or STATUS_NO_MEMORY.
Status isolated_ward(const Isolation *isolation, const WardCase *ward, WardLaw *law,
                     Report *report);

// `hxsim tables FILE`: makes the whole table and writes it. Any number of threads gives the same
// bytes.
Status congestion_tables(const char *file, Team *team, Report *report);

#endif
