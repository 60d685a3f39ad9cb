// SPDX-License-Identifier: MIT
// The lists that describe the model itself, for its description in models/README.md: what is known
// of a resident, what things are called, what is counted, what levers move, what the numbers of
// each city rest on, and the figures that results stand beside.
#ifndef HXSIM_REPORT_INSPECT_MODEL_H
#define HXSIM_REPORT_INSPECT_MODEL_H

#include "config/registries.h"
#include "report/listing.h"

#include <stdbool.h>

// Reads the city of a file that is in order; false for one that is not, or that is a province's.
bool inspect_city_read(Experiment *experiment, const char *file, const Registries *registries,
                       Arena *arena);

// Adds what is known of a city; what is put into the listing must be copied into the arena.
typedef void AddCity(Listing *listing, const City *city, Arena *arena);

// Adds every city of the folder where the program is run; what cannot be read is for `check` to
// tell.
void inspect_add_cities(Listing *listing, const Registries *registries, AddCity *add, Arena *arena);

// State variables of a resident.
void list_entities(Listing *listing, const Registries *registries, Arena *arena);

// Members of the closed lists: kinds of institution, disease groups, conditions, schemes and so on.
void list_names(Listing *listing, const Registries *registries, Arena *arena);

// Purposes of visits and what is counted of needs.
void list_counts(Listing *listing, const Registries *registries, Arena *arena);

// What levers may move, and on which scale.
void list_effects(Listing *listing, const Registries *registries, Arena *arena);

// For each city and section, how many numbers are reported, external, calibrated and assumed.
void list_evidence(Listing *listing, const Registries *registries, Arena *arena);

// Figures that no parameter is, but that results are compared with: anchors, states, effects.
void list_targets(Listing *listing, const Registries *registries, Arena *arena);

#endif
