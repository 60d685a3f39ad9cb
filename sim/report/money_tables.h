// SPDX-License-Identifier: MIT
// The tables of money in a result folder: funds.csv and accounts.csv, of the first replicate, in
// yuan of everybody (what is simulated times the persons that one stands for).
#ifndef HXSIM_REPORT_MONEY_TABLES_H
#define HXSIM_REPORT_MONEY_TABLES_H

#include "config/experiment.h"
#include "day/results.h"

// Every fund's year, a row each: scenario, draw, period, fund, pooling area, insured, the columns
// of money/fund.h in yuan, balance (income less spending) and months_of_cover (closing reserve in
// months of spending; empty where nothing was spent). Residents of all counties have a row too, its
// pooling area empty.
Status money_tables_funds(const Results *results, const Experiment *experiment, const char *path,
                          Report *report);

// Institutions by year, kind and place: receipts by component (book "receipts"), the same by payer
// ("payer"), and subsidy, clearing, cost and surplus ("operation", in the city alone).
Status money_tables_accounts(const Results *results, const Experiment *experiment, const char *path,
                             Report *report);

// Months for which a reserve pays what was spent in a year; NaN if nothing was.
double fund_months_of_cover(const FundYear *fund);

#endif
