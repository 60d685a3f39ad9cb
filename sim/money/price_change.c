// SPDX-License-Identifier: MIT
#include "money/price_change.h"

const PriceChange no_price_change = {
    .unit = {1, 1, 1, 1, 1}, .volume = {1, 1, 1, 1, 1}, .city_treatment = 1, .county_drugs = 1};
_Static_assert(COMPONENT_COUNT == 5, "every component has a price");

int price_changes_are_same(const PriceChange *one, const PriceChange *other) {
    for (int c = 0; c < COMPONENT_COUNT; c++)
        if (one->unit[c] != other->unit[c] || one->volume[c] != other->volume[c]) return 0;
    return one->returned == other->returned && one->city_treatment == other->city_treatment &&
           one->county_drugs == other->county_drugs;
}

int has_public_prices(Kind kind) {
    const int private = kind == KIND_PRIVATE_CLINIC || kind == KIND_PRIVATE_HOSPITAL;
    return kind >= KIND_VILLAGE_CLINIC && kind < KIND_OUTSIDE_CITY && !private;
}

// How much more of a component public institutions of a kind use.
static double volume_at(const PriceChange *change, int kind, int component) {
    const int treatment = component == COMPONENT_SERVICE || component == COMPONENT_CONSUMABLE;
    double volume = change->volume[component];
    if (kind == KIND_CITY_HOSPITAL && treatment) volume *= change->city_treatment;
    if (kind == KIND_COUNTY_GENERAL && component == COMPONENT_DRUG) volume *= change->county_drugs;
    return volume;
}

void price_index_change(PriceIndex *index, const PriceChange *change) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int c = 0; c < COMPONENT_COUNT && has_public_prices((Kind)kind); c++) {
            const double ratio = change->unit[c] * volume_at(change, kind, c);
            index->visit[kind][c] *= ratio;
            index->admission[kind][c] *= ratio;
        }
}

// ---- what it comes to

void price_year_add(PriceYear *year, Kind kind, int county, const Fen charged[COMPONENT_COUNT],
                    const PriceChange *change) {
    Fen saved = 0;
    for (int c = 0; c < COMPONENT_COUNT; c++) {
        const double unit = has_public_prices(kind) ? change->unit[c] : 1;
        const Fen before = unit == 1 ? charged[c] : fen_round((double)charged[c] / unit);
        year->before[kind][county][c] += before;
        if (is_goods(c)) saved += before - charged[c];
    }
    year->to_return[kind][county] += fen_round((double)saved * change->returned);
}

static void give_back(Ledger *ledger, int kind, int county, Fen amount) {
    const Fen *paid = ledger->paid[kind][county];
    Fen all = 0;
    for (int payer = 0; payer < PAYER_COUNT; payer++)
        all += paid[payer];
    if (all <= 0) return;
    const int to = account_operation((Kind)kind, (uint8_t)county);
    const double share = (double)amount / (double)all;
    ledger_move(ledger, account_fund(SCHEME_EMPLOYEE, CITY_AREA), to,
                fen_round(share * (double)paid[PAYER_EMPLOYEE_FUND]));
    ledger_move(ledger, account_fund(SCHEME_RESIDENT, county), to,
                fen_round(share * (double)paid[PAYER_RESIDENT_FUND]));
}

void price_year_return(const PriceYear *year, Ledger *ledger, int counties) {
    for (int kind = 0; kind < KIND_OUTSIDE_CITY; kind++)
        for (int county = 0; county < counties; county++)
            if (year->to_return[kind][county] != 0)
                give_back(ledger, kind, county, year->to_return[kind][county]);
}
