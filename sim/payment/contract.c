// SPDX-License-Identifier: MIT
#include "payment/contract.h"

void contract_year_add(ContractYear *year, const PaidCase *paid_case, const CaseReceipt *receipt) {
    year->charged += paid_case->charge.total;
    year->in_scope += paid_case->in_scope;
    year->fund_by_items += paid_case->fund_by_items;
    year->from_fund += receipt->from_fund;
    year->points_thousandths += receipt->points_thousandths;
    year->cases++;
}
