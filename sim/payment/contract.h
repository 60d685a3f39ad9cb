// SPDX-License-Identifier: MIT
// How an insurer pays an institution, which may differ from what the patient was charged.
//
// Patients settle by item under every contract: of the in-scope part P of a case the item rules
// make the fund pay A, and patients and other payers the rest, P - A. A contract decides what the
// institution gets from the fund in place of A. It is a const struct of three rules: what a case
// counts for while the year runs, how the year of all institutions under it is cleared together,
// and what one more item, day or point is worth to an institution. The first two make the books,
// the third is what providers respond to.
//
// The sums of a year are whole fen, points are thousandths, shares are millionths.
#ifndef HXSIM_PAYMENT_CONTRACT_H
#define HXSIM_PAYMENT_CONTRACT_H

#include "base/money.h"
#include "payment/division.h"
#include "payment/terms.h"

#include <stddef.h>

// A visit or stay as the insurer sees it.
typedef struct PaidCase {
    Fen charge;             // the whole charge, by which a case deviates from its group
    Fen in_scope;           // P of the charge
    Fen fund_by_items;      // A: what the item rules make the fund pay
    Millionths coefficient; // k of the institution
    int32_t days;           // 0 for a visit
    uint16_t group;         // of the contract's table, or NO_GROUP
    uint8_t level;          // Level of the institution
    bool reviewed;          // granted by special-case review
} PaidCase;

// What a case counts for. Of a case `by_items` the fund pays A, out of the contract's budget; it
// has no points.
typedef struct CaseClaim {
    Fen prepaid; // paid by the fund when the bill is settled
    Fen value;   // of the whole in-scope part, where that is fixed before the year ends
    int64_t points;
    Millionths ratio; // charge / mean of its group, 0 where there is no group
    bool by_items;
} CaseClaim;

// One institution's year under one contract: the sums of its cases.
typedef struct ContractYear {
    Fen in_scope, fund_by_items; // P and A of cases that the contract values
    Fen by_items;                // A of cases that it leaves to the items
    Fen in_scope_by_items;       // P of these
    Fen prepaid;
    Fen value;
    Fen borne; // A of enrolled people elsewhere, whole; terms say which share is borne
    int64_t points, cases, days;
    int64_t enrolled;       // persons, for payment by head
    Millionths risk;        // mean cost of those enrolled / mean cost of all, for payment by head
    Millionths coefficient; // k of the last case
} ContractYear;

// How one institution's year was cleared.
typedef struct Clearing {
    Fen value;        // what its cases, or the people enrolled, are worth
    Fen others;       // of it, what patients and other payers have paid already
    Fen entitlement;  // F, before any sharing of savings and overruns
    Fen overrun;      // above F, that the bands let the reserve pay
    Fen from_reserve; // what it pays of that
    Fen paid;         // by the fund in all: for the year's claims, by items and from the reserve
    Fen due;          // paid - prepaid: from the fund if positive, back to it if negative
    Share share;      // while money is being divided
} Clearing;

// All members of a group with one budget together: their claims and cases, and what the fund paid
// for their enrolled elsewhere.
typedef struct GroupYear {
    Fen claims, outside;
    int64_t cases;
} GroupYear;

// The money of one contract and year. Its law: with a budget,
// budget + reserve = paid + borne + left of both.
typedef struct Pool {
    bool has_budget;
    Fen budget, reserve;             // of the part of the year that the contract is in force
    Fen paid;                        // to the institutions
    Fen borne;                       // withheld for enrolled people seen elsewhere
    Fen budget_left, reserve_left;   // stay with the fund
    Fen point_value_fen;             // the value of a point is fen / thousandths of points
    int64_t point_value_thousandths; // 0 if no point has a value
    GroupYear group;                 // of a group's budget
} Pool;

// The days of a year on which a contract is in force, of the days of the year.
typedef struct Period {
    int days, days_of_year;
} Period;

// What one more of something is worth to the institution, in fen of receipts.
typedef struct Margin {
    double item;  // one more in-scope fen charged
    double day;   // one more day, beyond the items of that day
    double point; // one more point
    double stay;  // one more stay, beside what is in it
} Margin;

typedef struct PaymentContract {
    const char *name;                // in contract files
    const char *about_zh, *about_en; // one sentence
    unsigned terms;                  // TERMS_..., which terms it reads

    CaseClaim (*price)(const Terms *terms, const PaidCase *paid_case);

    // Clears the year of `count` institutions together, and the pool that pays them.
    void (*settle)(const Terms *terms, Period period, const ContractYear *years, size_t count,
                   Clearing *clearings, Pool *pool);

    // At institution `index` of those cleared.
    Margin (*marginal)(const Terms *terms, const ContractYear *years, size_t index,
                       const Clearing *clearings, const Pool *pool);
} PaymentContract;

// A part of a case: all that lies above the share `from` and up to the share `to` of it. Parts that
// follow each other add up to the whole, fen for fen.
typedef struct CasePart {
    Millionths from, to;
} CasePart;

// That part of an amount.
Fen case_part(Fen amount, CasePart part);

// What the item rules make the fund pay of a fen in scope, in the year of an institution.
double contract_year_fund(const ContractYear *year);

// Adds a part of a case to the year of its institution.
void contract_year_add(ContractYear *year, const PaidCase *paid_case, const CaseClaim *claim,
                       CasePart part);

#endif
