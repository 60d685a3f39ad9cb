// SPDX-License-Identifier: MIT
// A number with its passport: value, unit, kind, and where it comes from.
//
// The same six fields stand in a group of a model file and in a row of a parameter table:
// `{ value = 0.35; unit = "share"; kind = "assumed"; low = 0.2; high = 0.6; why = "..."; }`. A
// reported or external number names a figure of the figure table; an assumed or calibrated one
// gives its range and the reason.
#ifndef HXSIM_CONFIG_QUANTITY_H
#define HXSIM_CONFIG_QUANTITY_H

#include "config/city.h"
#include "config/reader.h"
#include "config/setting.h"

#include <stdbool.h>

// What a number must be.
typedef struct Measure {
    const char *name, *unit;
    double lowest, highest;
} Measure;

// A number as a file gives it, before it is checked.
typedef struct Quantity {
    Where where;
    const char *unit, *kind, *source, *why;
    double value, low, high;
    bool has_value, has_low, has_high;
} Quantity;

// The figures that sources may name.
typedef struct Figures {
    const Figure *rows;
    uint32_t count;
} Figures;

// Reads the group of a model file; `name` is used in messages.
Quantity quantity_from_setting(Reader *reader, const Setting *setting, const char *name);

// Reads the group of a date: value, earliest and latest are days written as "2022-01-31".
Quantity quantity_from_date(Reader *reader, const Setting *setting, const char *name);

// Checks a number against what it must be and writes its value and evidence; all that is amiss is
// told.
void quantity_check(Reader *reader, const Quantity *quantity, const Measure *measure,
                    const Figures *figures, double *value, Evidence *evidence);

// The figure of this id, or NULL.
const Figure *figures_find(const Figures *figures, const char *id);

// The next id of a text of ids parted by ";", which is moved on; NULL at its end.
const char *figures_next_id(Arena *arena, const char **sources);

// Tells it if a text names figures (ids parted by ";") that do not exist.
void figures_check_sources(Reader *reader, const Figures *figures, Where where,
                           const char *sources);

// Of "reported", "external", "calibrated" and "assumed"; EVIDENCE_MISSING for any other word.
EvidenceKind evidence_kind(const char *word);

// The word of a kind of evidence.
const char *evidence_name(EvidenceKind kind);

#endif
