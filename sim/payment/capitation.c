// SPDX-License-Identifier: MIT
#include "payment/capitation.h"

#include "payment/clearing.h"

static CaseClaim price(const Terms *terms, const PaidCase *paid_case) {
    return (CaseClaim){.prepaid = fen_part(paid_case->fund_by_items, terms->prepayment)};
}

static Fen sum_by_head(const Terms *terms, Period period, const ContractYear *year) {
    return division_wide((Wide)terms->per_head * year->enrolled * year->risk * period.days,
                         (Wide)WHOLE * period.days_of_year);
}

static void clear_one(const Terms *terms, const ContractYear *year, Clearing *clearing,
                      Pool *pool) {
    const Fen borne = fen_least(clearing->value, fen_part(year->borne, terms->up_referrals_borne));
    const Fen room = clearing->value - borne, claims = year->fund_by_items;
    const Fen within = fen_least(claims, room);
    const Fen paid = within + fen_part(room - within, claims < room ? terms->savings_kept : 0);
    clearing->entitlement = room;
    clearing->overrun = fen_part(claims - within, terms->losses_shared);
    clearing->paid += paid;
    pool->borne += borne;
    pool->budget += clearing->value;
    pool->budget_left += clearing->value - borne - paid;
}

static void settle(const Terms *terms, Period period, const ContractYear *years, size_t count,
                   Clearing *clearings, Pool *pool) {
    clearing_open(terms, period, years, count, clearings, pool);
    pool->has_budget = true;
    for (size_t i = 0; i < count; i++) {
        clearings[i].value = sum_by_head(terms, period, &years[i]);
        clear_one(terms, &years[i], &clearings[i], pool);
    }
    clearing_close(years, count, clearings, pool);
}

// The fund's part of one more item lowers what is saved; the patient's part is the institution's.
static Margin marginal(const Terms *terms, const ContractYear *years, size_t index,
                       const Clearing *clearings, const Pool *pool) {
    const ContractYear *year = &years[index];
    const double fund = contract_year_fund(year);
    const bool saves = year->fund_by_items < clearings[index].entitlement;
    const Millionths shared = pool->reserve_left > 0 ? terms->losses_shared : 0;
    const Millionths kept = saves ? WHOLE - terms->savings_kept : shared;
    return (Margin){.item = (1 - fund) + fund * (double)kept / WHOLE};
}

const PaymentContract payment_capitation = {
    .name = "capitation",
    .about_zh = "按人头付费（门诊）：按签约参保人数付一笔钱，用多用少不变",
    .about_en = "Payment by head (outpatients): a sum for each person enrolled, whatever is used",
    .terms = TERMS_CAPITATION,
    .price = price,
    .settle = settle,
    .marginal = marginal,
};
