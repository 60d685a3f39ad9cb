// SPDX-License-Identifier: MIT
// A weighted sample of numbers that were fitted together, from which draws are taken as they stand.
//
// `tables = { sample = "huaihua.sample.csv"; };` names a table with a column `weight` and one for
// each fitted number ("demand.level"): each row is a whole set. `fit = { inputs = "..."; };` in the
// same file is the hash of the model that they were fitted to, without the fitted numbers
// themselves, which are those that this file gives.
#ifndef HXSIM_CONFIG_SAMPLE_H
#define HXSIM_CONFIG_SAMPLE_H

#include "config/chain.h"
#include "config/city.h"
#include "config/reader.h"

#include <stdbool.h>

// Whether a file is called as fitted models are ("models/huaihua.fitted.cfg"): it is the same city
// as the model that it rests on, and lists of cities leave it out.
bool sample_is_of_fitted(const char *file);

// Reads the sample into the city. Told: a column that is no number of a model, a cell that is no
// number, weights that do not sum to 1.
void sample_read(City *city, const char *file, const char *named_at, Reader *reader);

// Tells it if a file of the chain was fitted to another model than the one it rests on.
void sample_check_inputs(const City *city, const Chain *chain, Reader *reader);

// What a change in the scenario makes of a number: the sample has it `factor` times as large, or no
// longer speaks of it.
void sample_stretch(City *city, int parameter, double factor);
void sample_forget(City *city, int parameter);

// The row in which a share of the weight (0-1) lies, and a number of a row: NaN if the sample does
// not have this parameter.
int sample_row_at(const City *city, double share);
double sample_value(const City *city, int row, int parameter);

#endif
