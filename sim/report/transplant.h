// SPDX-License-Identifier: MIT
// The same reforms in several cities, on common draws: each city without them, with each
// by itself and with all of them, and what becomes of the difference when one block of the city's
// starting conditions is another city's. Same assumed mechanism, other starting conditions: nothing
// here ranks cities.
//
// A city without the reforms asked for is as its own scenario has it, with all its other reforms:
// they belong to its starting conditions. If one asked for is a contract, the city's contracts for
// the same care are left out, too, so that nothing is paid twice.
//
// A reform has in a city the scope that the city's own scenario gives it. Where that has none, or
// has it switched off, the standard scope holds: dates, ramp, coverage and numbers of the first
// city by id, among those asked for and those of scenarios/, whose scenario has the reform; in all
// places. If no scenario has it: from the second year on, over a year, with full coverage and the
// central numbers of the lever's own table.
#ifndef HXSIM_REPORT_TRANSPLANT_H
#define HXSIM_REPORT_TRANSPLANT_H

#include "report/command.h"
#include "report/paired_runs.h"
#include "study/blocks.h"

enum { MOST_CITIES = 8, MOST_PACKAGE = MOST_SCENARIOS - 2 };

typedef struct TransplantCity {
    const char *file;  // of its scenario
    Experiment source; // as its scenario has it; owns what the runs point to
    // Scenario 0 is without reforms, then each reform of the list, then all if there are several.
    PairedRuns runs;
    Compared compared;
    // Of each reform: the id of the city whose scope it has, its own or another; "" of none.
    const char *scope_of[MOST_PACKAGE];
    bool synthetic[MOST_SCENARIOS]; // whether a difference rests on a scope that nothing printed
                                    // of the city stands behind
} TransplantCity;

typedef struct Transplant {
    const LeverInfo *levers;
    int lever_count;          // known
    int reform[MOST_PACKAGE]; // indices of levers, in the order asked for
    int reform_count;         // asked for
    TransplantCity *city;     // [city_count], in the order asked for
    int city_count;
    Experiment *others; // [other_count]: scenarios of cities not asked for, for standard scopes
    int other_count;
    int rows; // of the matrix: the reforms, and all of them if there are several
    Arena *arena;
} Transplant;

// Reads --reform and --city and puts together all that is to be run. On a problem the report says
// what is wrong, with file and line where there are any. Free it in any case.
Status transplant_read(Transplant *transplant, const Command *command, const LeverInfo *levers,
                       int lever_count, Report *report);
void transplant_free(Transplant *transplant);

// The scenario of the last row: all reforms together.
int transplant_package(const Transplant *transplant);

// The last year, in which differences are told.
int transplant_year(const Transplant *transplant);

// What is in a row: a reform's label, or all of them.
const char *transplant_row(const Transplant *transplant, int row, Language language);
const char *transplant_city_name(const TransplantCity *city, Language language);

// Gives every city its reforms, once all sources are read.
Status transplant_compose(Transplant *transplant, const Command *command, Report *report);

#endif
