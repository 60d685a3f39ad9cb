// SPDX-License-Identifier: MIT
// Electrocardiograms at primary sites, free for the patient and read at the county general
// hospital. Most that are not normal are nothing that cannot wait; a few people are sent on for a
// look.
#ifndef HXSIM_DAY_TRACE_H
#define HXSIM_DAY_TRACE_H

#include "day/simulation.h"

// Traces who sees a primary site for heart, vessels, lungs or diabetes, and counts it.
void trace(const Simulation *simulation, Shard *shard, const Request *request);

// 1 if a tracing of this visit was read and sends a case on that can wait.
int is_alarmed(const Simulation *simulation, const Request *request);

#endif
