// SPDX-License-Identifier: MIT
// An experiment as a list of entries: everything that it says, each with its passport.
#ifndef HXSIM_REPORT_INSPECT_ENTRIES_H
#define HXSIM_REPORT_INSPECT_ENTRIES_H

#include "base/arena.h"
#include "config/registries.h"
#include "report/listing.h"

// One value. Texts are "" where they do not apply.
typedef struct Entry {
    const char *path, *value, *unit, *kind, *low, *high, *source, *where, *was, *why;
} Entry;

typedef struct Entries {
    Entry *rows;
    int count, room;
} Entries;

// Everything that an experiment says: run, tables, reforms, parameters. Texts stay in the arena.
Entries entries_of(const Experiment *experiment, const Registries *registries, Arena *arena);

// The entry of this path, or NULL.
const Entry *entries_find(const Entries *entries, const char *path);

// The entries as a listing with their columns.
Listing entries_listing(const Entries *entries, Arena *arena);

#endif
