// SPDX-License-Identifier: MIT
// Who paid whom, in double entry: every move leaves one account and enters another, in whole fen,
// so the accounts always sum to 0. What an account has paid is negative, what it has received is
// positive.
//
// Three books: what is charged (by kind of institution, county and component), what hospitals
// receive for it, and their operation (clearing with the funds, subsidies, economic cost). Charges
// and payments are counted apart from the accounts, so that charged = paid = received can be
// checked for each kind and county.
#ifndef HXSIM_MONEY_LEDGER_H
#define HXSIM_MONEY_LEDGER_H

#include "base/status.h"
#include "config/city.h"
#include "money/benefit.h"
#include "money/bill.h"

enum {
    OUTSIDE_COUNTY = MOST_COUNTIES, // where institutions outside the city are counted
    LEDGER_COUNTIES = MOST_COUNTIES + 1,
    CITY_AREA = MOST_COUNTIES, // the pooling area of the city level; others are county indices
    POOLING_AREAS = MOST_COUNTIES + 1,
    FUND_GROUPS = 2 // employees (working and retired), residents
};

// Accounts. A family takes one number for each of its members; the functions account_... find them.
enum {
    ACCOUNT_OWN = 0,                                // by scheme
    ACCOUNT_PERSONAL = ACCOUNT_OWN + SCHEME_COUNT,  // by scheme
    ACCOUNT_FUND = ACCOUNT_PERSONAL + SCHEME_COUNT, // by group and pooling area
    ACCOUNT_MAJOR_ILLNESS = ACCOUNT_FUND + FUND_GROUPS * POOLING_AREAS,
    ACCOUNT_ASSISTANCE,
    ACCOUNT_VISITORS, // and whoever pays for them
    ACCOUNT_SUBSIDY,
    ACCOUNT_STAFF, // economic cost, in three parts
    ACCOUNT_INPUTS,
    ACCOUNT_FIXED,
    ACCOUNT_RECEIPTS,                                                    // by kind and county
    ACCOUNT_OPERATION = ACCOUNT_RECEIPTS + KIND_COUNT * LEDGER_COUNTIES, // by kind and county
    ACCOUNT_COUNT = ACCOUNT_OPERATION + KIND_COUNT * LEDGER_COUNTIES
};

typedef struct Ledger {
    Fen account[ACCOUNT_COUNT];
    Fen charged[KIND_COUNT][LEDGER_COUNTIES][COMPONENT_COUNT];
    Fen paid[KIND_COUNT][LEDGER_COUNTIES];
} Ledger;

// Whose bill it is, and where it arose. `county` may be NO_COUNTY.
typedef struct Parties {
    uint8_t scheme, area; // Scheme of the patient, pooling area of the insurance
    uint8_t kind, county; // of the institution
} Parties;

// What an account is: its family's name, and its members or -1.
typedef struct AccountInfo {
    const char *name; // "fund"
    int scheme;       // Scheme; for a fund the first of its group
    int area;         // county index or CITY_AREA
    int kind, county; // county index or OUTSIDE_COUNTY
} AccountInfo;

// Of account 0 to ACCOUNT_COUNT - 1.
AccountInfo account_info(int account);

// Books an amount in fen that leaves one account and enters another.
void ledger_move(Ledger *ledger, int from, int to, Fen amount);

// Books the bill of a visitor, who (or whose insurer) pays the whole charge.
void ledger_settle_visitor(Ledger *ledger, Kind kind, uint8_t county, const Bill *bill);

// Adds the books of a shard.
void ledger_add(Ledger *sum, const Ledger *shard);

// The law of the books: accounts sum to 0, and charged = paid = received for each kind and county.
// A breach is told with `when`, the place and both sides.
Status ledger_check(const Ledger *ledger, const City *city, const char *when, Report *report);

// Inline from here, because every visit comes this way.

static inline int ledger_row(uint8_t county) {
    return county == NO_COUNTY ? OUTSIDE_COUNTY : county;
}

static inline int fund_group(Scheme scheme) {
    return scheme == SCHEME_RESIDENT;
}

static inline int account_own(Scheme scheme) {
    return ACCOUNT_OWN + (int)scheme;
}

static inline int account_personal(Scheme scheme) {
    return ACCOUNT_PERSONAL + (int)scheme;
}

static inline int account_fund(Scheme scheme, int area) {
    return ACCOUNT_FUND + fund_group(scheme) * POOLING_AREAS + area;
}

static inline int account_receipts(Kind kind, uint8_t county) {
    return ACCOUNT_RECEIPTS + (int)kind * LEDGER_COUNTIES + ledger_row(county);
}

static inline int account_operation(Kind kind, uint8_t county) {
    return ACCOUNT_OPERATION + (int)kind * LEDGER_COUNTIES + ledger_row(county);
}

// Enters what the payers of a bill gave.
static inline void ledger_pay(Ledger *ledger, Scheme scheme, int area, const Payment *payment) {
    Fen *account = ledger->account;
    account[account_fund(scheme, area)] -= payment->fund;
    account[ACCOUNT_MAJOR_ILLNESS] -= payment->major_illness;
    account[ACCOUNT_ASSISTANCE] -= payment->assistance;
    account[account_personal(scheme)] -= payment->personal_account;
    account[account_own(scheme)] -= payment->own;
}

static inline Fen payment_total(const Payment *payment) {
    return payment->fund + payment->major_illness + payment->assistance +
           payment->personal_account + payment->own;
}

// Enters what an institution charged, one bill or the sum of many, and what was paid for it. The institution is owed
// what it charged: if the payers gave another amount, the accounts no longer sum to 0.
static inline void ledger_receive(Ledger *ledger, Kind kind, uint8_t county, const Bill *charged,
                                  Fen paid) {
    const int row = ledger_row(county);
    for (int component = 0; component < COMPONENT_COUNT; component++)
        ledger->charged[kind][row][component] += charged->component[component];
    ledger->account[account_receipts(kind, county)] += charged->total;
    ledger->paid[kind][row] += paid;
}

// Books one bill: its components as charged, and each part of its payment.
static inline void ledger_settle(Ledger *ledger, const Parties *parties, const Bill *bill,
                                 const Payment *payment) {
    ledger_pay(ledger, (Scheme)parties->scheme, parties->area, payment);
    ledger_receive(ledger, (Kind)parties->kind, parties->county, bill, payment_total(payment));
}

#endif
