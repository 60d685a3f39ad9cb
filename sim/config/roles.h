// SPDX-License-Identifier: MIT
// What part each reported figure plays: given to the model, fitted, or kept to check it with.
//
// Two tables stand beside that of figures, and they are fixed before anything is fitted.
// `roles.csv` gives every reported figure one role: a state with a level is a target, an effect (a
// change) is held out, an input is an input, ranks and slogans are not simulatable; whatever
// departs from that says why. Anchors of the province are targets of every city ("*") or of those
// listed. `crosswalk.csv` says with which indicators a target or held-out figure is compared: one
// row a reading, where what was printed can be read in more ways than one, with the level or trend
// that the province or nation had (the null).
#ifndef HXSIM_CONFIG_ROLES_H
#define HXSIM_CONFIG_ROLES_H

#include "config/quantity.h"
#include "config/text.h"

#include <stdbool.h>

typedef enum FigureRole {
    ROLE_INPUT,
    ROLE_TARGET,
    ROLE_HELD_OUT,
    ROLE_NOT_SIMULATABLE,
    ROLE_COUNT
} FigureRole;

extern const char *const role_names[ROLE_COUNT];

// How a figure is read off an indicator.
typedef enum ReadAs {
    READ_LEVEL,    // the value of the year
    READ_PER_1000, // 1,000 times the figure is the value of the year
    READ_SHARE,    // per cent that some members of a breakdown have of the whole
    READ_CHANGE,   // the value of the year less that of the year `since`
    READ_PER_CENT, // the same in per cent of the year `since`
    READ_SUM,      // of the years from `since`, or from the first with any
    READ_AS_COUNT
} ReadAs;

extern const char *const read_as_names[READ_AS_COUNT];

typedef struct Role {
    const char *id; // of the figure
    FigureRole role;
    const char *same_as;         // id of the figure that prints the same number first, or ""
    const char *reform, *places; // a place of the figure, "*" or places parted by ";"
    const char *reason;          // of what departs from the rule, or ""
    const Figure *figure;        // NULL of anecdotes and of what is printed twice
    Where where;
} Role;

typedef struct Reading {
    int role;                          // row of the roles
    const char *name, *indicator, *of; // `of` is "" or members: "kind=a+b", "scheme=resident"
    ReadAs as;
    int year, since;  // since 0: none given
    bool baseline;    // of the run without reforms
    double low, high; // what was printed; they differ where it is ambiguous, NaN where not printed
    double null_low, null_high; // 90 % of the null, NaN if there is none
    const char *null_from, *why;
    Where where;
} Reading;

enum { ROLE_TABLES = 2 };

typedef struct Roles {
    Text text[ROLE_TABLES]; // roles.csv and crosswalk.csv as they stand
    Role *rows;
    int count;
    Reading *readings;
    int reading_count;
} Roles;

// Reads `roles.csv` and `crosswalk.csv`, which stand beside the table of figures. Told, with file
// and line: a reported figure without a role or with two, a target that is no level, a departure
// from the rule without a reason, a reading of what is neither fitted nor held out. False if
// anything was.
bool roles_read(Roles *roles, const char *figures_file, const Figures *figures, Reader *reader);

// True if the figure speaks about this place: its own, one of a list, or any.
bool role_is_of(const Role *role, const char *place);

// The role of a figure, or NULL.
const Role *roles_find(const Roles *roles, const char *id);

#endif
