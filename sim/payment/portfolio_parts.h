// SPDX-License-Identifier: MIT
// What the files of the portfolio share: last year and the months (portfolio_months.c), answers
// (portfolio_answer.c), the year and its clearing (portfolio_year.c), payment by head
// (portfolio_heads.c).
#ifndef HXSIM_PAYMENT_PORTFOLIO_PARTS_H
#define HXSIM_PAYMENT_PORTFOLIO_PARTS_H

#include "payment/portfolio.h"

// Books what a pooling area's fund gives to institutions of a kind and county, or takes back.
void portfolio_give(Portfolio *portfolio, int area, Kind kind, uint8_t county, Fen amount);

// Adds a pool that was cleared, of the institutions in `sum` and `clearing`.
void portfolio_tell_pool(const Portfolio *portfolio, ClearedYear *told, size_t count,
                         const Pool *pool);

// ---- pools

// One pool of all areas, of a contract with its own terms.
enum { ALL_AREAS = POOLING_AREAS };

// Contracts of one reform that value cases by groups have one k and pay alike for a point.
static inline bool deals_are_alike(const Portfolio *portfolio, int d, int e) {
    const Deal *one = &portfolio->deal[d], *other = &portfolio->deal[e];
    const unsigned both = one->agreement.contract->terms & other->agreement.contract->terms;
    return d == e || (one->reform == other->reform && (both & TERMS_CASE_MIX));
}

// What its cases count for: points, or the value of days. A contract has one of them.
static inline int64_t units_of(const ContractYear *year) {
    return year->points + year->value;
}

static inline bool deal_is_by_head(const Portfolio *portfolio, int d) {
    return portfolio->deal[d].agreement.contract->terms & TERMS_CAPITATION;
}

// Who pays: the county of a resident, or the scheme of an employee.
static inline int portfolio_payers(const Portfolio *portfolio) {
    return portfolio->counties + SCHEME_RESIDENT;
}

static inline int area_of_payer(const Portfolio *portfolio, int payer) {
    return payer < portfolio->counties ? payer : CITY_AREA;
}

static inline int scheme_of_payer(const Portfolio *portfolio, int payer) {
    return payer < portfolio->counties ? SCHEME_RESIDENT : payer - portfolio->counties;
}

static inline bool has_area(const Portfolio *portfolio, int area) {
    return area < portfolio->counties || area == CITY_AREA;
}

// True if this contract clears this area, or all of them, by itself.
static inline bool has_pool(const Portfolio *portfolio, int d, int area) {
    if (portfolio->deal[d].own_terms) return area == ALL_AREAS;
    return area < ALL_AREAS && has_area(portfolio, area);
}

// The stays of one institution under one contract, of one pooling area or of all, in the year
// before.
typedef struct Past {
    ContractYear cases; // of the part that is covered, with the institution's k
    Yardstick whole;
} Past;
Past portfolio_past(const Portfolio *portfolio, int d, int area, int s);

// What the items of such cases would come to this year.
Fen portfolio_expected(const Portfolio *portfolio, int d, int s, const Past *past);

// Clears the year in `sum` of a pooling area with this budget, a reserve beside it, and the area's
// prices, or with the contract's own terms; the terms by which that was done. At one in n
// institutions of one kind and county first share out what their cases came to.
Terms portfolio_settle(Portfolio *portfolio, int d, int area, Fen budget, Period period,
                       Pool *pool);

// ---- by head

// A contract by head: who is bound this month; what it makes of visits; its month and year; last
// year's visits.
void portfolio_bind_heads(Portfolio *portfolio, int d);
void portfolio_judge_heads(Portfolio *portfolio, int d);
void portfolio_close_heads(Portfolio *portfolio, int d, bool december);
void portfolio_keep_heads(Portfolio *portfolio);

#endif
