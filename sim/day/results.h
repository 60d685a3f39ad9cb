// SPDX-License-Identifier: MIT
// What one replicate leaves behind: counts by year and county, by month for the city, and the
// books.
#ifndef HXSIM_DAY_RESULTS_H
#define HXSIM_DAY_RESULTS_H

#include "base/status.h"
#include "day/tally.h"
#include "money/fund.h"
#include "money/ledger.h"
#include "money/operation.h"
#include "payment/portfolio.h"

#include <stdint.h>

// People of one county at the end of a year (persons at full scale).
typedef struct Heads {
    int64_t residents, residents_65, absent, births, deaths, left, returned;
    int64_t stage[CONDITION_COUNT][STAGE_COUNT]; // residents, by stage of each condition
    int64_t by_age[AGE_BAND_COUNT], by_scheme[SCHEME_COUNT], by_town[2]; // residents
} Heads;

// Institutions of one kind in one county during a year.
typedef struct Capacity {
    int64_t occupied_days, open_days, served, refused;
} Capacity;

typedef struct YearResults {
    Tally *county; // [shards]: by county of residence or insurance; the last is the visitors'
    Heads *heads;  // [counties]
    Capacity (*capacity)[KIND_COUNT]; // [counties + 1], the last is outside
    Ledger *ledger;                   // the year's books, all shards, and those of contracts
    FundYear *fund;                   // [FUND_COUNT]
    Operations *operations;
    PriceYear *prices; // charges at the prices before any reform
    Works works;
    ClearedYear cleared[CLEARED_PARTS]; // by contract
} YearResults;

// Visits and discharges in one month at the institutions of a place and kind, all patients.
typedef struct MonthResults {
    int64_t visits[PLACES][KIND_COUNT], discharges[PLACES][KIND_COUNT],
        bed_days[PLACES][KIND_COUNT];
} MonthResults;

typedef struct Results {
    int first_year, years, months, shards, counties, scale;
    YearResults *year;
    MonthResults *month;
} Results;

// Room for so many years from the first, all 0; `scale` is the persons that one slot stands for.
Status results_init(Results *results, int first_year, int years, int counties, int scale,
                    Report *report);
void results_free(Results *results);

// Adds every number of one county's heads to others, and halves every number.
void heads_add(Heads *sum, const Heads *heads);
Heads heads_half(const Heads *heads);

#endif
