// SPDX-License-Identifier: MIT
// Spoils a text the way hands and disks do: bytes changed, dropped, doubled, swapped for signs that
// mean something, parts moved or cut off. The same seed spoils the same way everywhere.
#ifndef HXSIM_TESTS_FUZZ_MUTATION_H
#define HXSIM_TESTS_FUZZ_MUTATION_H

#include <stddef.h>
#include <stdint.h>

typedef struct Mutation {
    uint64_t state;
} Mutation;

// A number below `count`.
size_t mutation_below(Mutation *mutation, size_t count);

// A spoiled copy of a text, for the caller to free; its length in *length.
char *mutation_spoil(Mutation *mutation, const char *text, size_t *length);

#endif
