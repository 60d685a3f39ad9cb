// SPDX-License-Identifier: MIT
#include "people/stays_year.h"

#include <stdlib.h>
#include <string.h>

Status stay_accounts_init(StayAccounts *accounts, uint32_t persons, Report *report) {
    *accounts = (StayAccounts){.capacity = 64};
    while (accounts->capacity < persons + persons / 3)
        accounts->capacity *= 2;
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

StayAccount *stay_account(StayAccounts *accounts, uint32_t person) {
    const uint32_t mask = accounts->capacity - 1;
    uint32_t i = (person * 2654435761u) & mask; // Fibonacci hashing
    while (accounts->row[i].person != 0 && accounts->row[i].person != person + 1)
        i = (i + 1) & mask;

    if (accounts->row[i].person == 0) {
        if (accounts->used + 1 == accounts->capacity) return NULL;
        accounts->used++;
        accounts->row[i].person = person + 1;
    }
    return &accounts->row[i];
}
