// SPDX-License-Identifier: MIT
#include "people/stays_year.h"

#include <stdlib.h>
#include <string.h>

Status stay_accounts_init(StayAccounts *accounts, uint32_t persons, Report *report) {
    *accounts = (StayAccounts){.capacity = persons + persons / 3 + 64};
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
    const uint32_t hash = person * 2654435761u; // Fibonacci hashing
    uint32_t i = (uint32_t)(((uint64_t)hash * accounts->capacity) >> 32);
    while (accounts->row[i].person != 0 && accounts->row[i].person != person + 1)
        i = i + 1 < accounts->capacity ? i + 1 : 0;

    if (accounts->row[i].person == 0) {
        if (accounts->used + 1 == accounts->capacity) {
            accounts->lost++;
            return NULL;
        }
        accounts->used++;
        accounts->row[i].person = person + 1;
    }
    return &accounts->row[i];
}
