// SPDX-License-Identifier: MIT
// The fingerprint of an experiment: SHA-256 over everything that moves a byte of its results.
//
// Files, lines, sources and reasons are left out, as are figures that no result shows: an
// experiment read from a copy elsewhere has the same fingerprint.
#ifndef HXSIM_CONFIG_FINGERPRINT_H
#define HXSIM_CONFIG_FINGERPRINT_H

#include "config/scenario.h"

#include <stdbool.h>

// Writes 64 hexadecimal digits.
void fingerprint(const Experiment *experiment, const Levers *levers, char out[65]);

// The same of a model alone, before any scenario: its places, figures, and every number but those
// left out [PARAMETER_COUNT].
void fingerprint_model(const City *city, const bool *left_out, char out[65]);

#endif
