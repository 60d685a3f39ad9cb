// SPDX-License-Identifier: MIT
// A model: everything that a chain of files says of a place and its people, before any scenario.
#ifndef HXSIM_CONFIG_MODEL_H
#define HXSIM_CONFIG_MODEL_H

#include "config/chain.h"
#include "config/city.h"
#include "config/reader.h"

#include <stdbool.h>

// Reads figures, parameters and places of a chain into a zeroed City, whose strings stay in the
// arena. A chain without `city` (a province that cities rest on) is read as far as it goes. What is
// amiss is told.
void model_read(City *city, const Chain *chain, Reader *reader);

// True if the chain describes a whole city.
bool model_is_city(const Chain *chain);

// Checks that hold only once every change has been laid over the city: its parts sum to the whole,
// and its margins of age leave people of every age.
void model_check_whole(const City *city, Reader *reader);

// The name of a table in model files ("counties"), TABLE_COUNTIES to TABLE_FIGURES.
const char *model_table_name(int table);

// The i-th parameter in the order of the registry.
double *parameter_value(Parameters *parameters, int index);
double parameter_value_of(const Parameters *parameters, int index);

#endif
