// SPDX-License-Identifier: MIT
// Admit: who needs a bed asks for one, waits, is sent on, stays, and leaves.
#ifndef HXSIM_DAY_ADMIT_H
#define HXSIM_DAY_ADMIT_H

#include "day/simulation.h"

// Asks for a bed where the patient was seen, or where the patient chooses.
void ask_for_bed(const Simulation *simulation, Shard *shard, const Request *request);

// Sorts the day's requests for beds by institution.
void sort_bed_requests(const Simulation *simulation, Shard *shard);

// Every ward's day: discharges, then admissions in order of urgency and arrival; then hands what happened over to
// the counties of the patients.
void run_wards(Simulation *simulation);

// Takes discharges, moves down, deaths and diversions back to the county of the patient.
void receive_from_wards(Simulation *simulation, Shard *shard);

// Mean stay of a disease group at a kind this year, days.
double mean_stay_days(const Simulation *simulation, Disease disease, Kind kind);

// Factor of mean 1 by which this stay's charge differs from its group's mean; the same at every institution.
double stay_noise(const Simulation *simulation, const Request *request);

#endif
