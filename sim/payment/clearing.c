// SPDX-License-Identifier: MIT
#include "payment/clearing.h"

static void divide(Clearing *clearings, size_t count, Fen total) {
    if (count > 0) division_by_weights(&clearings->share, sizeof *clearings, count, total);
}

static void pay_items(const ContractYear *years, size_t count, Clearing *clearings, Pool *pool) {
    Fen claimed = 0;
    for (size_t i = 0; i < count; i++) {
        clearings[i].share = (Share){.weight = years[i].by_items, .part = years[i].by_items};
        claimed += years[i].by_items;
    }
    if (pool->has_budget && claimed > pool->budget) divide(clearings, count, pool->budget);
    for (size_t i = 0; i < count; i++) {
        clearings[i].paid = clearings[i].share.part;
        if (pool->has_budget) pool->budget_left -= clearings[i].paid;
    }
}

void clearing_open(const Terms *terms, Period period, const ContractYear *years, size_t count,
                   Clearing *clearings, Pool *pool) {
    const Fen budget = division_round(terms->budget, period.days, period.days_of_year);
    const Fen reserve = division_round(terms->reserve, period.days, period.days_of_year);
    *pool = (Pool){.has_budget = terms->budget > 0,
                   .budget = budget,
                   .reserve = reserve,
                   .budget_left = budget,
                   .reserve_left = reserve};
    for (size_t i = 0; i < count; i++)
        clearings[i] = (Clearing){.others = years[i].in_scope - years[i].fund_by_items};
    pay_items(years, count, clearings, pool);
}

// Leaves out, by a weight of 0, those whose patients have paid more than their points are worth;
// true if there was one.
static bool leave_out(Clearing *clearings, size_t count, Fen sum, int64_t points) {
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        Clearing *one = &clearings[i];
        const bool in = one->share.weight > 0;
        if (!in || (Wide)sum * one->share.weight >= (Wide)one->others * points) continue;
        one->share.weight = 0;
        found = true;
    }
    return found;
}

static void sum_up(const Clearing *clearings, size_t count, Pool *pool) {
    pool->point_value_fen = pool->budget_left;
    pool->point_value_thousandths = 0;
    for (size_t i = 0; i < count; i++) {
        if (clearings[i].share.weight == 0) continue;
        pool->point_value_fen += clearings[i].others;
        pool->point_value_thousandths += clearings[i].share.weight;
    }
}

void clearing_by_points(const ContractYear *years, size_t count, Clearing *clearings, Pool *pool) {
    for (size_t i = 0; i < count; i++)
        clearings[i].share.weight = years[i].points;
    do
        sum_up(clearings, count, pool);
    while (leave_out(clearings, count, pool->point_value_fen, pool->point_value_thousandths));

    const int64_t points = pool->point_value_thousandths;
    divide(clearings, count, pool->point_value_fen);
    for (size_t i = 0; i < count; i++) {
        Clearing *one = &clearings[i];
        const bool in = one->share.weight > 0;
        one->value = in           ? one->share.part
                     : points > 0 ? division_round(pool->point_value_fen, years[i].points, points)
                                  : 0;
        one->entitlement = in ? one->value - one->others : 0;
    }
}

void clearing_by_value(const ContractYear *years, size_t count, Clearing *clearings, Pool *pool) {
    Fen sum = 0;
    (void)years;
    for (size_t i = 0; i < count; i++) {
        Clearing *one = &clearings[i];
        one->entitlement = fen_most(one->value - one->others, 0);
        one->share = (Share){.weight = one->entitlement, .part = one->entitlement};
        sum += one->entitlement;
    }
    if (!pool->has_budget || sum <= pool->budget_left) return;
    divide(clearings, count, pool->budget_left);
    for (size_t i = 0; i < count; i++)
        clearings[i].entitlement = clearings[i].share.part;
}

static bool is_kept_low(const Terms *terms, Fen items, Fen entitlement) {
    return (Wide)items * WHOLE < (Wide)terms->keep_from * entitlement;
}

// The part of the overrun that the bands let the fund share.
static Fen shared_overrun(const Terms *terms, Fen items, Fen entitlement) {
    Fen shared = 0, from = entitlement;
    for (int band = 0; band < terms->overrun_count; band++) {
        const Fen to = division_round(entitlement, terms->overrun[band].to, WHOLE);
        const Fen inside = fen_least(items, to) - from;
        if (inside > 0) shared += fen_part(inside, terms->overrun[band].share);
        from = to;
    }
    return shared;
}

void clearing_by_bands(const Terms *terms, const ContractYear *years, size_t count,
                       Clearing *clearings, Pool *pool) {
    for (size_t i = 0; i < count; i++) {
        Clearing *one = &clearings[i];
        const Fen items = years[i].fund_by_items;
        const bool low = is_kept_low(terms, items, one->entitlement);
        const Fen paid = low ? items : one->entitlement;
        one->overrun = low ? 0 : shared_overrun(terms, items, one->entitlement);
        one->paid += paid;
        if (pool->has_budget) pool->budget_left -= paid;
    }
}

void clearing_close(const ContractYear *years, size_t count, Clearing *clearings, Pool *pool) {
    Fen claimed = 0;
    for (size_t i = 0; i < count; i++) {
        clearings[i].share = (Share){clearings[i].overrun, clearings[i].overrun};
        claimed += clearings[i].overrun;
    }
    if (claimed > pool->reserve_left) divide(clearings, count, pool->reserve_left);
    for (size_t i = 0; i < count; i++) {
        Clearing *one = &clearings[i];
        one->from_reserve = one->share.part;
        one->paid += one->from_reserve;
        one->due = one->paid - years[i].prepaid;
        pool->reserve_left -= one->from_reserve;
        pool->paid += one->paid;
    }
}

Zone clearing_zone(const Terms *terms, const ContractYear *year, const Clearing *clearing,
                   const Pool *pool) {
    const Fen items = year->fund_by_items, entitlement = clearing->entitlement;
    if (is_kept_low(terms, items, entitlement)) return (Zone){.of_items = 1};

    Zone zone = {.of_entitlement = 1};
    double from = 1;
    for (int band = 0; items > entitlement && band < terms->overrun_count; band++) {
        const double to = (double)terms->overrun[band].to / WHOLE;
        const double share = (double)terms->overrun[band].share / WHOLE;
        const bool pays = pool->reserve_left > 0;
        if (pays && (double)items <= to * (double)entitlement) {
            zone.of_items = share;
            zone.of_entitlement -= share * from;
            break;
        }
        if (pays) zone.of_entitlement += share * (to - from);
        from = to;
    }
    return zone;
}
