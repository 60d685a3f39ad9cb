// SPDX-License-Identifier: MIT
#include "payment/global_budget.h"

#include "payment/clearing.h"

static CaseClaim price(const Terms *terms, const PaidCase *paid_case) {
    return (CaseClaim){.prepaid = fen_part(paid_case->fund_by_items, terms->prepayment)};
}

// What all members and their enrolled claimed, and what of the sum is not borne for others.
static Fen room_of(const Terms *terms, const ContractYear *years, size_t count, Pool *pool) {
    for (size_t i = 0; i < count; i++) {
        pool->group.claims += years[i].fund_by_items;
        pool->group.outside += years[i].borne;
        pool->group.cases += years[i].cases;
    }
    pool->borne =
        fen_least(pool->budget_left, fen_part(pool->group.outside, terms->up_referrals_borne));
    return pool->budget_left - pool->borne;
}

// Divides among the members by their claims.
static void divide(Clearing *clearings, const ContractYear *years, size_t count, Fen total) {
    for (size_t i = 0; i < count; i++)
        clearings[i].share = (Share){.weight = years[i].fund_by_items};
    if (count > 0) division_by_weights(&clearings->share, sizeof *clearings, count, total);
}

static void settle(const Terms *terms, Period period, const ContractYear *years, size_t count,
                   Clearing *clearings, Pool *pool) {
    clearing_open(terms, period, years, count, clearings, pool);
    const Fen room = room_of(terms, years, count, pool), claims = pool->group.claims;
    const Fen within = fen_least(claims, room);
    const Fen kept = fen_part(room - within, claims > 0 ? terms->savings_kept : 0);
    divide(clearings, years, count, claims > 0 ? room : 0);
    for (size_t i = 0; i < count; i++)
        clearings[i].entitlement = clearings[i].value = clearings[i].share.part;
    divide(clearings, years, count, within + kept);
    for (size_t i = 0; i < count; i++)
        clearings[i].paid += clearings[i].share.part;
    divide(clearings, years, count, fen_part(claims - within, terms->losses_shared));
    for (size_t i = 0; i < count; i++)
        clearings[i].overrun = clearings[i].share.part;
    pool->budget_left -= pool->borne + within + kept;
    clearing_close(years, count, clearings, pool);
}

static Margin marginal(const Terms *terms, const ContractYear *years, size_t index,
                       const Clearing *clearings, const Pool *pool) {
    const GroupYear *group = &pool->group;
    const double fund = contract_year_fund(&years[index]);
    const bool saves = group->claims < pool->budget - pool->borne;
    const Millionths shared = pool->reserve_left > 0 ? terms->losses_shared : 0;
    const double paid = (double)(saves ? WHOLE - terms->savings_kept : shared) / WHOLE;
    const double all = (double)(group->claims + group->outside);
    const double displaced = all > 0 ? (double)group->outside / all : 0;
    const double mean = group->cases > 0 ? (double)group->claims / (double)group->cases : 0;
    const double borne = (double)terms->up_referrals_borne / WHOLE;
    (void)clearings;
    return (Margin){.item = (1 - fund) + fund * paid,
                    .stay = (1 - paid) * borne * displaced * mean};
}

const PaymentContract payment_global_budget = {
    .name = "global_budget",
    .about_zh = "总额付费（住院）：医疗集团一笔总额，结余留用、合理超支分担",
    .about_en = "One sum for a group's stays: savings are kept, reasonable overruns shared",
    .terms = TERMS_GLOBAL_BUDGET,
    .price = price,
    .settle = settle,
    .marginal = marginal,
};
