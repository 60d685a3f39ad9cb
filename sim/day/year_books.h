// SPDX-License-Identifier: MIT
// Closes the books of a year: the funds of the schemes and the accounts of institutions, from what
// the year's results count and its ledger holds. Nothing of it acts back on the days.
#ifndef HXSIM_DAY_YEAR_BOOKS_H
#define HXSIM_DAY_YEAR_BOOKS_H

#include "config/city.h"
#include "day/results.h"

// The `index`-th year of the results, which has its tallies, heads, prices and ledger.
void year_books_close(Results *results, int index, const City *city);

// The laws of the closed books; a breach names the year, the fund or institutions and both sides.
Status year_books_check(const Results *results, int index, const City *city, Report *report);

#endif
