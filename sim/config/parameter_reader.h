// SPDX-License-Identifier: MIT
// The parameters of a model: groups of its files and tables with one row a parameter, in one
// registry.
#ifndef HXSIM_CONFIG_PARAMETER_READER_H
#define HXSIM_CONFIG_PARAMETER_READER_H

#include "config/chain.h"
#include "config/city.h"
#include "config/quantity.h"
#include "config/reader.h"

// Lays the parameters of every file of the chain over the city, later files over earlier ones.
void parameters_read(City *city, const Chain *chain, Reader *reader);

// Tells which parameters no file has given, the first ten by name.
void parameters_check_complete(const City *city, const char *file, Reader *reader);

// The index of the parameter with this path; -1 after telling that there is none, with the nearest
// name.
int parameters_look_up(Reader *reader, Where where, const char *path);

#endif
