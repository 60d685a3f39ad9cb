// SPDX-License-Identifier: MIT
// What reforms have done to the price list of public institutions, and what that comes to.
//
// By component of a bill a unit costs `unit` times what it cost before, and `volume` times as much
// is used because of it. Private clinics and hospitals set their own prices, and the nation's
// prices outside the city are the background's: neither is touched.
#ifndef HXSIM_MONEY_PRICE_CHANGE_H
#define HXSIM_MONEY_PRICE_CHANGE_H

#include "money/bill.h"
#include "money/ledger.h"

typedef struct PriceChange {
    double unit[COMPONENT_COUNT], volume[COMPONENT_COUNT];
    double city_treatment; // services and consumables used for a case at city hospitals
    double county_drugs;   // drugs used for a case at county general hospitals
    double returned;       // share of what funds save that institutions get back
} PriceChange;

extern const PriceChange no_price_change;

// Whether a component is goods that are bought and sold.
static inline int is_goods(int component) {
    return component == COMPONENT_DRUG || component == COMPONENT_CONSUMABLE;
}

// Whether two lists are the same.
int price_changes_are_same(const PriceChange *one, const PriceChange *other);

// Whether prices of a kind are those of public institutions of the city.
int has_public_prices(Kind kind);

// Public hospitals of county and city.
static inline int is_public_hospital(Kind kind) {
    return kind == KIND_COUNTY_GENERAL || kind == KIND_COUNTY_TCM || kind == KIND_COUNTY_MATERNAL ||
           kind == KIND_CITY_HOSPITAL;
}

// Changes the prices of public institutions; the rest stays.
void price_index_change(PriceIndex *index, const PriceChange *change);

// ---- what it comes to

// A year of the bills of public institutions and of all others, by kind and county: what the same
// care had cost at the prices before any reform, and what institutions are owed of what was saved,
// had funds paid all of it.
typedef struct PriceYear {
    Fen before[KIND_COUNT][LEDGER_COUNTIES][COMPONENT_COUNT];
    Fen to_return[KIND_COUNT][LEDGER_COUNTIES];
} PriceYear;

// Enters what institutions of a kind and county charged in a month with these prices in force.
void price_year_add(PriceYear *year, Kind kind, int county, const Fen charged[COMPONENT_COUNT],
                    const PriceChange *change);

// Gives institutions their part of what funds saved: each fund, of the area in which the
// institution stands, as it paid for the bills there. Moves are entered in the ledger of the year.
void price_year_return(const PriceYear *year, Ledger *ledger, int counties);

#endif
