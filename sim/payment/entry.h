// SPDX-License-Identifier: MIT
// What every part of reading one contract of a file needs: numbers with bounds, names, members.
#ifndef HXSIM_PAYMENT_ENTRY_H
#define HXSIM_PAYMENT_ENTRY_H

#include "config/quantity.h"
#include "payment/agreement.h"

// A contract while it is read.
typedef struct Entry {
    Reader *reader;
    const Setting *group;
    const char *file;
    const City *city; // of the model that the file names, or NULL
    bool in_run;      // of that city
    Agreement *agreement;
} Entry;

// True if the contract that is read is one of these (TERMS_...).
bool entry_is(const Entry *entry, unsigned terms);

// A number within its bounds, as whole fen ("yuan"), days or millionths (any other unit). It stands
// alone, or with its passport { value; unit; kind; ... }, of which sources are figures of the
// model.
bool entry_number(const Entry *entry, const Setting *setting, const Measure *measure,
                  int64_t *whole);

// A number of a group inside the contract, which must be there.
void entry_inner(const Entry *entry, const Setting *group, const Measure *measure, int64_t *whole);

// The texts of a list; none if it is not there.
Names entry_names(const Entry *entry, const char *name);

// Index of the member of this name, or -1; and telling that there is none.
int entry_member(const Entity *members, int count, const char *name);
void entry_unknown(const Entry *entry, const Setting *setting, const char *what, const char *name,
                   const Entity *members, int count);

// Reads the terms of the contract; all that is amiss is told.
void entry_terms(const Entry *entry);

#endif
