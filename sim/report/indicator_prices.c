// SPDX-License-Identifier: MIT
// Indicators of reforms of prices: what prices did by themselves, and what volumes did.
#include "report/indicator.h"

static double yuan(Fen fen) {
    return (double)fen / 100;
}

// A year's volumes at the prices before: what is left of a change is what volumes did.
static Ratio service_share_before(const IndicatorYear *year, Scope scope) {
    CareGiven care = at_providers(scope);
    care.kinds &= PUBLIC_HOSPITALS;
    const Fen services = charged_before_by(year, care.where, care.kinds, COMPONENT_BED) +
                         charged_before_by(year, care.where, care.kinds, COMPONENT_SERVICE);
    return (Ratio){yuan(services),
                   yuan(charged_before_by(year, care.where, care.kinds, COMPONENT_COUNT))};
}

// What components came to at today's prices above what they had come to before, in yuan.
static double above_before(const IndicatorYear *year, Scope scope, Component one, Component other) {
    const CareGiven care = at_providers(scope);
    const Component both[] = {one, other};
    Fen above = 0;
    for (int i = 0; i < 2; i++)
        above += charged_by(year, care.where, care.kinds, (int)both[i]) -
                 charged_before_by(year, care.where, care.kinds, (int)both[i]);
    return yuan(above);
}

static Ratio procurement_savings(const IndicatorYear *year, Scope scope) {
    return (Ratio){-above_before(year, scope, COMPONENT_DRUG, COMPONENT_CONSUMABLE), 1};
}

static Ratio service_price_gains(const IndicatorYear *year, Scope scope) {
    return (Ratio){above_before(year, scope, COMPONENT_BED, COMPONENT_SERVICE), 1};
}

static const Indicator rows[] = {
    {.info = {"medical_service_revenue_share_before", "医疗服务收入占比（改革前价格）",
              "medical-service revenue share, prices before", "percent",
              "medical_service_revenue_share of the year's volumes at the prices before any reform "
              "of prices",
              "providers", "own definition",
              "its change is what volumes did; the rest of the change of the share is mechanical, "
              "by prices alone"},
     .times = 100,
     .by = 1u << BY_KIND,
     .decimals = 1,
     .ratio = service_share_before},
    {.info = {"procurement_savings", "集采节约费用", "saved on procured items", "yuan",
              "the year's volumes of drugs and consumables x fall of their price", "providers",
              "own definition",
              "a change of volumes is not in it; who keeps it stands in the books: what payers did "
              "not pay, and the clearing by which funds give part of it back"},
     .times = 1,
     .by = 1u << BY_KIND,
     .either_sign = true,
     .ratio = procurement_savings},
    {.info = {"service_price_gains", "服务调价增收", "paid more for services", "yuan",
              "the year's volumes of services, bed and nursing x rise of their price", "providers",
              "own definition", "paid by those who pay the bills"},
     .times = 1,
     .by = 1u << BY_KIND,
     .either_sign = true,
     .ratio = service_price_gains},
};

const IndicatorTable indicators_of_prices = {rows, sizeof rows / sizeof *rows};
