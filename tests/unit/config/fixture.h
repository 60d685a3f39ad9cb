// SPDX-License-Identifier: MIT
// A small model and a scenario in a folder of their own, whole and in order, to be spoiled by
// tests.
//
//     model.cfg, scenario.cfg, counties.csv, townships.csv, facilities.csv, origins.csv,
//     figures.csv, parameters.csv (every parameter of the registry, near its lowest value)
#ifndef HXSIM_TESTS_CONFIG_FIXTURE_H
#define HXSIM_TESTS_CONFIG_FIXTURE_H

#include "config/experiment.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct Fixture {
    char folder[64];
} Fixture;

// Two levers that are none of the program's.
extern const LeverInfo fixture_levers[];
enum { FIXTURE_LEVERS = 2 };

void fixture_make(Fixture *fixture);
void fixture_free(Fixture *fixture);

// Path of a file of the folder; stays as it is until the next call.
const char *fixture_path(const Fixture *fixture, const char *name, char path[256]);

void fixture_write(const Fixture *fixture, const char *name, const void *bytes, size_t length);
void fixture_write_text(const Fixture *fixture, const char *name, const char *text);
char *fixture_text(const Fixture *fixture, const char *name); // for the caller to free

// Replaces a text that must stand in the file exactly once.
void fixture_replace(const Fixture *fixture, const char *name, const char *old, const char *new);

// Reads the scenario with some `--set`s (NULL after the last; may be NULL) and keeps the problems.
Status fixture_read(const Fixture *fixture, const char *name, const char *const *sets,
                    Experiment *experiment, Report *report);

// A slip: what is replaced by what in which file, and the message it must provoke (without the
// folder).
typedef struct Slip {
    const char *file, *old, *new, *message;
} Slip;

// Each slip alone makes the scenario invalid, provokes its message and no other.
void fixture_expect_slips(const Slip *slips, size_t count);

// True if one of the messages holds these words.
bool fixture_told(const Report *report, const char *words);

#endif
