// SPDX-License-Identifier: MIT
#include "payment/contract.h"

Fen case_part(Fen amount, CasePart part) {
    return fen_share(amount, part.to) - fen_share(amount, part.from);
}

double contract_year_fund(const ContractYear *year) {
    return year->in_scope > 0 ? (double)year->fund_by_items / (double)year->in_scope : 0;
}

void contract_year_add(ContractYear *year, const PaidCase *paid_case, const CaseClaim *claim,
                       CasePart part) {
    const Fen fund = case_part(paid_case->fund_by_items, part);
    year->prepaid += case_part(claim->prepaid, part);
    year->coefficient = paid_case->coefficient;
    year->cases++;
    year->days += paid_case->days;
    if (claim->by_items) {
        year->by_items += fund;
        year->in_scope_by_items += case_part(paid_case->in_scope, part);
        return;
    }
    year->in_scope += case_part(paid_case->in_scope, part);
    year->fund_by_items += fund;
    year->value += case_part(claim->value, part);
    year->points += case_part(claim->points, part);
}
