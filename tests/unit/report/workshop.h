// SPDX-License-Identifier: MIT
// A folder for one test, and its files.
#ifndef HXSIM_TESTS_WORKSHOP_H
#define HXSIM_TESTS_WORKSHOP_H

#include <stdbool.h>
#include <stddef.h>

enum { WORKSHOP_PATH = 512 };

typedef struct Workshop {
    char folder[WORKSHOP_PATH];
} Workshop;

// Creates an empty folder; close removes it with its files.
void workshop_open(Workshop *workshop);
void workshop_close(Workshop *workshop);

void workshop_path(const Workshop *workshop, const char *name, char path[WORKSHOP_PATH]);
void workshop_write(const Workshop *workshop, const char *name, const char *text);
bool workshop_has(const Workshop *workshop, const char *name);

// How many files the folder has, hidden ones too.
size_t workshop_count(const Workshop *workshop);

// A file's bytes with a zero behind them, to be freed by the caller.
char *workshop_read(const Workshop *workshop, const char *name, size_t *length);

#endif
