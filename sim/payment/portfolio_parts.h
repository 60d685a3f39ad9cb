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

// The stays of one institution under one contract, of one pooling area, in the year before.
typedef struct Past {
    ContractYear cases; // of the part that is covered, with the institution's k
    Yardstick whole;
} Past;
Past portfolio_past(const Portfolio *portfolio, int d, int area, int s);

// What the items of such cases would come to this year.
Fen portfolio_expected(const Portfolio *portfolio, int d, int s, const Past *past);

// The terms of a contract with this budget and the reserve beside it.
Terms portfolio_terms(const Portfolio *portfolio, int d, Fen budget);

// At one in n: institutions of one kind and county share out what the cases in `sum` came to by
// their points.
void portfolio_even_out(Portfolio *portfolio);

// ---- by head

// A contract by head: who is bound this month; what it makes of visits; its month and year; last
// year's visits.
void portfolio_bind_heads(Portfolio *portfolio, int d);
void portfolio_judge_heads(Portfolio *portfolio, int d);
void portfolio_close_heads(Portfolio *portfolio, int d, bool december);
void portfolio_keep_heads(Portfolio *portfolio);

#endif
