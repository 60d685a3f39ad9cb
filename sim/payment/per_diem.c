// SPDX-License-Identifier: MIT
#include "payment/per_diem.h"

#include "payment/clearing.h"

// The most that one stay is worth, 1,000 million yuan, so that no list of stays can add to more
// than 2^63 fen.
static const Fen MOST_VALUE = 100000000000;

static Fen value_of_days(const Terms *terms, int32_t days) {
    Fen value = 0;
    int32_t from = 0;
    for (int step = 0; step < terms->step_count && from < days; step++) {
        const int32_t to = days < terms->steps[step].to_day ? days : terms->steps[step].to_day;
        value += (Fen)(to - from) * terms->steps[step].fen;
        from = to;
    }
    return value;
}

static CaseClaim price(const Terms *terms, const PaidCase *paid_case) {
    const Fen value = value_of_days(terms, paid_case->days);
    return (CaseClaim){
        .prepaid = fen_part(paid_case->fund_by_items, terms->prepayment),
        .value = fen_least(division_round(value, paid_case->coefficient, WHOLE), MOST_VALUE),
        .by_items = paid_case->days == 0};
}

static void settle(const Terms *terms, Period period, const ContractYear *years, size_t count,
                   Clearing *clearings, Pool *pool) {
    clearing_open(terms, period, years, count, clearings, pool);
    for (size_t i = 0; i < count; i++)
        clearings[i].value = years[i].value;
    clearing_by_value(years, count, clearings, pool);
    clearing_by_bands(terms, years, count, clearings, pool);
    clearing_close(years, count, clearings, pool);
}

// One more day of a stay of the mean length.
static Margin marginal(const Terms *terms, const ContractYear *years, size_t index,
                       const Clearing *clearings, const Pool *pool) {
    const ContractYear *year = &years[index];
    const Zone zone = clearing_zone(terms, year, &clearings[index], pool);
    const double fund = contract_year_fund(year);
    const double entitled = clearings[index].entitlement > 0 ? zone.of_entitlement : 0;
    const int32_t mean = year->cases > 0 ? (int32_t)(year->days / year->cases) : 0;
    const Fen day = value_of_days(terms, mean + 1) - value_of_days(terms, mean);
    return (Margin){.item = (1 - fund) * (1 - entitled) + fund * zone.of_items,
                    .day = entitled * (double)day * (double)year->coefficient / WHOLE};
}

const PaymentContract payment_per_diem = {
    .name = "per_diem",
    .about_zh = "按床日付费：每个床日一个标准，随住院天数分段",
    .about_en = "Payment by bed-day: a rate for each day, in steps of the length of the stay",
    .terms = TERMS_PER_DIEM,
    .price = price,
    .settle = settle,
    .marginal = marginal,
};
