// SPDX-License-Identifier: MIT
// A file and the files it rests on: `base = "../models/huaihua.cfg";` names the one below.
//
// A scenario rests on a city, a city on its province. What a later file says outranks the earlier
// ones.
#ifndef HXSIM_CONFIG_CHAIN_H
#define HXSIM_CONFIG_CHAIN_H

#include "config/reader.h"
#include "config/setting.h"

enum { MOST_BASES = 16 };

typedef struct Chain {
    Document documents[MOST_BASES]; // [0] is the file asked for, [count - 1] rests on nothing
    int count;
} Chain;

// Reads a file and all its bases. A chain must not be moved in memory while it is in use.
Status chain_read(Chain *chain, const char *file, Arena *arena, Report *report);
// The same for a scenario, with the file `model` in place of the model that it rests on, which the
// file itself must rest on: a fit, say. As chain_read() if it is NULL.
Status chain_read_with(Chain *chain, const char *file, const char *model, Arena *arena,
                       Report *report);
void chain_free(Chain *chain);

// The top group of a file of the chain, from level 0, which rests on nothing, to the file asked
// for.
const Setting *chain_level(const Chain *chain, int level);

// The setting of this name in the last file of the chain that has it, or NULL.
const Setting *chain_last(const Chain *chain, const char *name);
// The same for a member of a group ("tables", "counties").
const Setting *chain_last_member(const Chain *chain, const char *group, const char *name);

#endif
