// SPDX-License-Identifier: MIT
// Diagnose: whether a visit needs a test, and whether the result of another institution will do.
#ifndef HXSIM_DAY_DIAGNOSE_H
#define HXSIM_DAY_DIAGNOSE_H

#include "day/simulation.h"

enum { NO_TEST = TEST_CLASS_COUNT };

// The TestClass that is done, or NO_TEST; `visit` holds the words of PURPOSE_SERVE. What is repeatable, recognised,
// carried along and saved is counted, and the resident's last test kept.
int diagnose(Simulation *simulation, Shard *shard, const Facility *facility, const Request *request,
             const Draw *visit);

#endif
