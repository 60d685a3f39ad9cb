// SPDX-License-Identifier: MIT
// How an insurer pays an institution, which may differ from what the patient was charged.
//
// A contract is a const struct with three rules: what one case brings while the year runs, what is
// cleared when it ends, and what one more fen charged of a component is worth to the institution.
// The first two make the books, the third is what providers respond to. `terms` are a contract's
// own numbers (budget, point values, rates by day or head); only the contract knows their type, and
// fee for service has none.
#ifndef HXSIM_PAYMENT_CONTRACT_H
#define HXSIM_PAYMENT_CONTRACT_H

#include "base/money.h"
#include "money/bill.h"

#include <stddef.h>

// A visit or stay as the insurer sees it.
typedef struct PaidCase {
    Bill charge;
    Fen in_scope;      // P of the charge
    Fen fund_by_items; // what the item rules make the fund pay
    double days;       // 0 for a visit
    uint16_t group;    // case group of the contract
    uint8_t kind, level;
} PaidCase;

// What one case brings the institution now. Points are thousandths, so that they add up exactly.
typedef struct CaseReceipt {
    Fen from_fund;
    int64_t points_thousandths;
} CaseReceipt;

// One institution's year under one contract: the sums of its cases.
typedef struct ContractYear {
    Fen charged, in_scope, fund_by_items; // as in PaidCase
    Fen from_fund;                        // received for cases so far
    int64_t points_thousandths;
    int64_t cases, enrolled; // enrolled: persons, for payment by head
} ContractYear;

typedef struct PaymentContract {
    const char *name;                // in scenario files
    const char *about_zh, *about_en; // one sentence

    CaseReceipt (*price)(const void *terms, const PaidCase *paid_case);

    // Clears the year of `count` institutions of one area together: clearing[i] moves from the fund
    // to institution i, and back if negative.
    void (*settle)(Fen *clearing, const void *terms, const ContractYear *years, size_t count);

    // Part of one more fen charged of a component that the institution keeps, given its year so
    // far.
    double (*marginal)(const void *terms, const ContractYear *year, Component component);
} PaymentContract;

// Adds a case to the year of its institution.
void contract_year_add(ContractYear *year, const PaidCase *paid_case, const CaseReceipt *receipt);

#endif
