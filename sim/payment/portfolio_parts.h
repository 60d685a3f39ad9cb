// SPDX-License-Identifier: MIT
// What the files of the portfolio share: stays (portfolio_year.c) and payment by head
// (portfolio_heads.c).
#ifndef HXSIM_PAYMENT_PORTFOLIO_PARTS_H
#define HXSIM_PAYMENT_PORTFOLIO_PARTS_H

#include "payment/portfolio.h"

// Books what a pooling area's fund gives to institutions of a kind and county, or takes back.
void portfolio_give(Portfolio *portfolio, int area, Kind kind, uint8_t county, Fen amount);

// Adds a pool that was cleared, of the institutions in `sum` and `clearing`.
void portfolio_tell_pool(const Portfolio *portfolio, ClearedYear *told, size_t count,
                         const Pool *pool);

// A contract by head: who is bound this month; what it makes of visits; its month and year; last
// year's visits.
void portfolio_bind_heads(Portfolio *portfolio, int d);
void portfolio_judge_heads(Portfolio *portfolio, int d);
void portfolio_close_heads(Portfolio *portfolio, int d, bool december);
void portfolio_keep_heads(Portfolio *portfolio);

#endif
