// SPDX-License-Identifier: MIT
// Whom a reform that switches a contract on binds, beside its places: `kinds`, `schemes`, `classes`
// and `facilities`, each a list of names; what is not given is all.
#ifndef HXSIM_CONFIG_REFORM_SCOPE_H
#define HXSIM_CONFIG_REFORM_SCOPE_H

#include "config/scenario.h"

// The lists of kinds, schemes and classes, in the order of Reform.only.
typedef struct ScopeList {
    const char *name, *one; // "kinds", "kind"
    const Entity *members;
    int count;
} ScopeList;
extern const ScopeList scope_lists[REFORM_LISTS];

// Adds the names that a reform with such a contract may have to `known`; returns how many there are
// now.
size_t reform_scope_names(const LeverInfo *lever, const char **known, size_t count);

// Reads them; what is unknown is told.
void reform_scope_read(Reform *reform, const City *city, const Setting *group,
                       const LeverInfo *lever, Reader *reader);

// True if two reforms bind a kind, scheme, class and institution together.
bool reform_scopes_meet(const Reform *one, const Reform *other);

#endif
