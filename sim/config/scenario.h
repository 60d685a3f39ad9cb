// SPDX-License-Identifier: MIT
// The parts of a scenario file: who it is and how it is run, its reforms, and its changes of
// numbers.
#ifndef HXSIM_CONFIG_SCENARIO_H
#define HXSIM_CONFIG_SCENARIO_H

#include "config/chain.h"
#include "config/experiment.h"
#include "config/quantity.h"
#include "config/reader.h"

// The levers that a scenario may name.
typedef struct Levers {
    const LeverInfo *rows;
    int count;
} Levers;

// Reads `scenario` through the chain, then what the command line says of it.
void scenario_read(Experiment *experiment, const Chain *chain, const Overrides *overrides,
                   Reader *reader);

// Reads `reforms` of every file of the chain, the lowest first.
void reforms_read(Experiment *experiment, const Chain *chain, const Levers *levers, Reader *reader);

// Puts reforms in the order of the registry, those of one lever as they stood; the order moves no
// result.
void reforms_sort(Experiment *experiment);

// Tells which reforms end before they start.
void reforms_check_dates(const Experiment *experiment, const Levers *levers, Reader *reader);

// Tells which reforms switch contracts on that pay the same care twice.
void reforms_check_contracts(const Experiment *experiment, const Levers *levers, Reader *reader);

// Lays `changes` of every file of the chain over the city, the lowest first.
void changes_read(Experiment *experiment, const Chain *chain, Reader *reader);

// Lays one "path=value" of the command line over a parameter or a number of a reform.
void changes_set(Experiment *experiment, const char *set, const Levers *levers, Reader *reader);

// What number `which` (REFORM_START ...) of a reform with this lever must be; its unit is "day" for
// dates.
Measure reform_measure(const LeverInfo *lever, int which);

// Number `which` (REFORM_START ...) of a reform, days as numbers.
double reform_number(const Reform *reform, int which);

// Sets it; a day is cut to a whole one. Nothing is checked.
void reform_set_number(Reform *reform, int which, double value);

#endif
