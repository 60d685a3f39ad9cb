// SPDX-License-Identifier: MIT
// Drugs and consumables are bought together, at a fraction of their old price; part of the room
// goes into prices of services, round by round, and part of what the funds save goes back to
// institutions. It is a vector of prices and no benefit by itself: the share of services rises when
// drugs get cheaper although nobody is served more. Mark-ups had been taken off before the first
// year that can be simulated (kind.*.markup is 0 at public institutions), so that a drug's price is
// its cost and a cut leaves the institution as it was.
#include "reforms/lever.h"

enum {
    DRUGS_LISTED,
    DRUG_CUT,
    DRUG_GROWTH,
    CONSUMABLES_LISTED,
    CONSUMABLE_CUT,
    CONSUMABLE_GROWTH,
    ROUNDS,
    SERVICE_RISE,
    BED_RISE,
    RETURNED
};

// clang-format off
static const LeverParameter table[] = {
    [DRUGS_LISTED] = {"drugs_procured_share", "share", {0, 1}, {0.1, 0.3, 0.5},
        "assumed: of spending on drugs, at old prices, what is bought as procured products; 572 "
        "kinds are printed (xiangtan-procured-drugs), their share of spending is not; products "
        "of the same use that are not procured are left out of it"},
    [DRUG_CUT] = {"drug_price_cut", "share", {0, 0.95}, {0.4, 0.53, 0.62},
        "reported: xiangtan-procured-drug-price-change, the mean over listed drugs; whether "
        "weighted by volume is not said, so the range is ours; 54 % in the nation's first rounds"},
    [DRUG_GROWTH] = {"drug_volume_growth", "log ratio", {-0.5, 1}, {0, 0.1, 0.3},
        "assumed: more of a procured drug is used, less of others (three pilot cities: +132 and "
        "-38 %, an abstract); what is left after the exchange, in old prices"},
    [CONSUMABLES_LISTED] = {"consumables_procured_share", "share", {0, 1}, {0.05, 0.2, 0.4},
        "assumed: eight classes are printed (xiangtan-procured-consumable-classes), their share of "
        "spending is not"},
    [CONSUMABLE_CUT] = {"consumable_price_cut", "share", {0, 0.95}, {0.5, 0.69, 0.85},
        "reported: xiangtan-procured-consumable-price-change, listed consumables; the range is "
        "ours, as for drugs"},
    [CONSUMABLE_GROWTH] = {"consumable_volume_growth", "log ratio", {-0.5, 1}, {-0.1, 0.05, 0.2},
        "assumed: both signs; after the cut of stents fewer stents and more balloons were used "
        "(an abstract)"},
    [ROUNDS] = {"price_rounds", "rounds", {0, 20}, {2, 4, 8},
        "assumed: 6,646 item-times since 2016 are printed (xiangtan-price-adjustments), rounds are "
        "not; about one a year over the ramp; a round begun is none"},
    [SERVICE_RISE] = {"service_rise", "log ratio", {0, 0.1}, {0, 0.03, 0.06},
        "assumed: of the prices of all services, a round; over four rounds a bit less than half of "
        "the rise of service revenue by 30.9 % in 124 hospitals (an abstract); sizes are not "
        "printed"},
    [BED_RISE] = {"bed_rise", "log ratio", {0, 0.1}, {0, 0.02, 0.05},
        "assumed: of the prices of bed and nursing, a round; nursing is named, beds are not"},
    [RETURNED] = {"returned_share", "share", {0, 1}, {0, 0.25, 0.5},
        "assumed: of what funds save on procured items; national rules let up to half go back "
        "(recalled), the central value is half of it; who keeps the printed 500 million is not "
        "said (xiangtan-procurement-savings)"},
};
// clang-format on

const Lever procurement_and_price_adjustment = {
    .info = {.name = "procurement_and_price_adjustment",
             .zh = "集中带量采购与服务价格调整",
             .en = "procurement and prices",
             .about = "procured drugs and consumables get cheaper, services dearer in rounds",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_INSURANCE,
    .moves = {{TAKES_PRODUCT, EFFECT_DRUG_PRICE, {DRUGS_LISTED, DRUG_CUT}},
              {ADDS_PRODUCT, EFFECT_DRUG_VOLUME, {DRUGS_LISTED, DRUG_GROWTH}},
              {TAKES_PRODUCT, EFFECT_CONSUMABLE_PRICE, {CONSUMABLES_LISTED, CONSUMABLE_CUT}},
              {ADDS_PRODUCT, EFFECT_CONSUMABLE_VOLUME, {CONSUMABLES_LISTED, CONSUMABLE_GROWTH}},
              {ADDS, EFFECT_PRICE_ROUNDS, {ROUNDS}},
              {ADDS_PRODUCT, EFFECT_SERVICE_PRICE, {ROUNDS, SERVICE_RISE}},
              {ADDS_PRODUCT, EFFECT_BED_PRICE, {ROUNDS, BED_RISE}},
              {TAKES_SHARE, EFFECT_SAVINGS_KEPT, {RETURNED}}},
};
