// SPDX-License-Identifier: MIT
// The catalogue of reforms: every reform that the sources tell of, whether or not it has a lever.
//
// What stands in no lever's own file stands in a table, one row a reform: its name in Chinese,
// where it is told of, its mechanism in a line, the reforms that it is made of, what a lever would
// need, and its figures. Its status is read off the levers, so that a new lever needs no change
// here.
#ifndef HXSIM_REPORT_CATALOGUE_H
#define HXSIM_REPORT_CATALOGUE_H

#include "base/arena.h"
#include "base/status.h"
#include "config/registries.h"

typedef struct ReformEntry {
    const char *name, *zh;
    const char *places;    // ids, parted by "; "
    const char *mechanism; // in one line
    const char *parts;     // reforms whose joint run it is, parted by "; "; "" for none
    const char *needed;    // what a lever would need, where there is neither lever nor part
    const char *figures;   // ids, parted by "; "
} ReformEntry;

typedef struct Catalogue {
    ReformEntry *entries; // in the order of the table
    int count;
} Catalogue;

// Reads the catalogue from a table and the figures it names from another; both stay in the arena.
// STATUS_INVALID after telling, with file and line: a name twice, a part that is no reform, a
// figure or place of no figure that does not exist, a row without lever, parts and what is needed,
// and a lever that is in no row.
Status catalogue_read(Catalogue *catalogue, const char *file, const char *figures_file,
                      const Registries *registries, Arena *arena, Report *report);

// The same from models/reforms.csv and models/figures.csv of the folder where the program is run.
Status catalogue_read_here(Catalogue *catalogue, const Registries *registries, Arena *arena,
                           Report *report);

// "lever", "through its parts: ..." or "entry only, needed: ...".
const char *catalogue_status(const ReformEntry *entry, const Registries *registries, Arena *arena);

#endif
