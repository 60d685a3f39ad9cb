// SPDX-License-Identifier: MIT
#include "people/stays_year.h"

#include <stdlib.h>
#include <string.h>

// Rows for so many accounts, a fifth of them free: with more, the way to a free one grows long.
static uint32_t rows_for(uint64_t accounts) {
    const uint64_t rows = accounts + accounts / 4 + 64;
    return rows < UINT32_MAX ? (uint32_t)rows : UINT32_MAX;
}

Status stay_accounts_init(StayAccounts *accounts, uint32_t persons, Report *report) {
    *accounts = (StayAccounts){.capacity = rows_for(persons)};
    accounts->row = report_calloc(report, accounts->capacity, sizeof *accounts->row);
    return accounts->row ? STATUS_OK : STATUS_NO_MEMORY;
}

void stay_accounts_free(StayAccounts *accounts) {
    free(accounts->row);
    *accounts = (StayAccounts){0};
}

void stay_accounts_clear(StayAccounts *accounts) {
    memset(accounts->row, 0, accounts->capacity * sizeof *accounts->row);
    accounts->used = 0;
}

// Where the search for a person begins.
static uint32_t first_row(const StayAccounts *accounts, uint32_t person) {
    const uint32_t hash = person * 2654435761u; // Fibonacci hashing
    return (uint32_t)(((uint64_t)hash * accounts->capacity) >> 32);
}

// The row of this person, or the free one where it would be.
static StayAccount *row_of(const StayAccounts *accounts, uint32_t person) {
    uint32_t i = first_row(accounts, person);
    while (accounts->row[i].person != 0 && accounts->row[i].person != person + 1)
        i = i + 1 < accounts->capacity ? i + 1 : 0;
    return &accounts->row[i];
}

// Half as many rows again; 0 if the memory cannot be had.
static int grow(StayAccounts *accounts) {
    StayAccounts larger = *accounts;
    larger.capacity = rows_for(accounts->used + accounts->used / 2ull + 64);
    larger.row = calloc(larger.capacity, sizeof *larger.row);
    if (!larger.row) return 0;
    for (uint32_t i = 0; i < accounts->capacity; i++)
        if (accounts->row[i].person != 0)
            *row_of(&larger, accounts->row[i].person - 1) = accounts->row[i];
    free(accounts->row);
    *accounts = larger;
    return 1;
}

StayAccount *stay_account(StayAccounts *accounts, uint32_t person) {
    StayAccount *row = row_of(accounts, person);
    if (row->person != 0) return row;

    const int crowded = rows_for(accounts->used + 1ull) > accounts->capacity;
    if (crowded && grow(accounts)) row = row_of(accounts, person);
    if (accounts->used + 1 == accounts->capacity) {
        accounts->lost++;
        return NULL;
    }
    accounts->used++;
    row->person = person + 1;
    return row;
}

void stay_account_ahead(const StayAccounts *accounts, uint32_t person) {
    __builtin_prefetch(&accounts->row[first_row(accounts, person)], 1);
}
