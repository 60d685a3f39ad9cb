// SPDX-License-Identifier: MIT
#include "day/pricing.h"

#include "base/curves.h"
#include "day/adapt.h"

#include <stdlib.h>
#include <string.h>

Status pricing_init(Simulation *simulation, Report *report) {
    const size_t lists = simulation->city->county_count + 1;
    simulation->prices = report_calloc(report, lists, sizeof *simulation->prices);
    simulation->price_year = report_calloc(report, 1, sizeof *simulation->price_year);
    simulation->priced = report_calloc(report, 1, sizeof *simulation->priced);
    const int whole = simulation->prices && simulation->price_year && simulation->priced;
    return whole ? STATUS_OK : STATUS_NO_MEMORY;
}

void pricing_free(Simulation *simulation) {
    free(simulation->prices);
    free(simulation->price_year);
    free(simulation->priced);
}

// ---- lists

// Rounds of prices come one by one: a round begun is none.
static double rounds_done_share(const Effects *effects, int county) {
    const double rounds = effect_sum(effects, county, EFFECT_PRICE_ROUNDS);
    return rounds >= 1 ? (int)rounds / rounds : 0;
}

static PriceChange change_of(const Effects *effects, int county) {
    const double done = rounds_done_share(effects, county);
    const double bed = done * effect_sum(effects, county, EFFECT_BED_PRICE);
    const double service = done * effect_sum(effects, county, EFFECT_SERVICE_PRICE);
    PriceChange change = no_price_change;
    change.unit[COMPONENT_BED] = bed == 0 ? 1 : curve_exp(bed);
    change.unit[COMPONENT_SERVICE] = service == 0 ? 1 : curve_exp(service);
    change.unit[COMPONENT_DRUG] = effect_share_left(effects, county, EFFECT_DRUG_PRICE, 1);
    change.unit[COMPONENT_CONSUMABLE] =
        effect_share_left(effects, county, EFFECT_CONSUMABLE_PRICE, 1);
    change.volume[COMPONENT_DRUG] = effect_share_left(effects, county, EFFECT_DRUG_VOLUME, 1);
    change.volume[COMPONENT_CONSUMABLE] =
        effect_share_left(effects, county, EFFECT_CONSUMABLE_VOLUME, 1);
    change.city_treatment = effect_share_left(effects, county, EFFECT_CITY_TREATMENT, 1);
    change.county_drugs = effect_share_left(effects, county, EFFECT_COUNTY_DRUGS, 1);
    change.returned = 1 - effect_share_left(effects, county, EFFECT_SAVINGS_KEPT, 1);
    return change;
}

// The list of an earlier county with the same prices, or the first, or a new one.
static int list_of(const Simulation *simulation, int county, int lists) {
    const PriceChange *change = simulation->price_change;
    if (price_changes_are_same(&change[county], &no_price_change)) return 0;
    for (int other = 0; other < county; other++)
        if (price_changes_are_same(&change[other], &change[county]))
            return simulation->price_list[other];
    return lists;
}

void pricing_set(Simulation *simulation, int year, int as_reference) {
    const Parameters *parameters = &simulation->city->parameters;
    const int counties = (int)simulation->city->county_count;
    PriceIndex index;
    price_index_init(&index, parameters, background_row(year));
    prices_init(&simulation->prices[0], parameters, &index);
    int lists = 1;
    for (int county = 0; county < counties; county++) {
        simulation->price_change[county] =
            as_reference ? no_price_change : change_of(&simulation->effects, county);
        const int list = list_of(simulation, county, lists);
        simulation->price_list[county] = (uint8_t)list;
        if (list < lists) continue;
        PriceIndex changed = index;
        price_index_change(&changed, &simulation->price_change[county]);
        prices_init(&simulation->prices[lists++], parameters, &changed);
    }
    simulation->price_list[counties] = 0;
}

// ---- what they come to

void pricing_close_month(Simulation *simulation, const Ledger *const *books, int count) {
    const int counties = (int)simulation->city->county_count;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int county = 0; county < LEDGER_COUNTIES; county++) {
            Fen month[COMPONENT_COUNT];
            Fen *before = simulation->priced->charged[kind][county];
            for (int c = 0; c < COMPONENT_COUNT; c++) {
                Fen now = 0;
                for (int b = 0; b < count; b++)
                    now += books[b]->charged[kind][county][c];
                month[c] = now - before[c];
                before[c] = now;
            }
            price_year_add(simulation->price_year, (Kind)kind, county, month,
                           county < counties ? &simulation->price_change[county]
                                             : &no_price_change);
        }
}

void pricing_close_year(Simulation *simulation, Ledger *ledger, PriceYear *told) {
    const int counties = (int)simulation->city->county_count;
    if (told) {
        price_year_return(simulation->price_year, ledger, counties);
        *told = *simulation->price_year;
    }
    memset(simulation->price_year, 0, sizeof *simulation->price_year);
    memset(simulation->priced, 0, sizeof *simulation->priced);
}
