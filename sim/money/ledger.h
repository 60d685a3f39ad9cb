// SPDX-License-Identifier: MIT
// Who paid whom, in double entry: every move leaves one account and enters another, in whole fen,
// so the accounts always sum to 0. What an account has paid is negative, what it has received is
// positive.
//
// Three books: what is charged (by kind of institution, county and component), what hospitals
// receive for it, and their operation (clearing with the funds, subsidies, economic cost). Charges
// (by component) and payments (by payer) are counted apart from the accounts, so that charged =
// paid = received can be checked for each kind and county.
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
    ACCOUNT_UNPAID,       // bills that patients treated on credit never pay
    ACCOUNT_OWED,         // what patients treated on credit owe institutions, negative
    ACCOUNT_DEFERRED,     // and so keep for now
    ACCOUNT_CONTRIBUTORS, // to the funds: the insured and their employers
    ACCOUNT_OTHER_CLAIMS, // what the funds paid for that is not simulated
    ACCOUNT_RECEIPTS,     // by kind and county
    ACCOUNT_OPERATION = ACCOUNT_RECEIPTS + KIND_COUNT * LEDGER_COUNTIES, // by kind and county
    ACCOUNT_COUNT = ACCOUNT_OPERATION + KIND_COUNT * LEDGER_COUNTIES
};

// Who pays bills: the two funds come first, in the order of their groups.
typedef enum Payer {
    PAYER_EMPLOYEE_FUND,
    PAYER_RESIDENT_FUND,
    PAYER_MAJOR_ILLNESS,
    PAYER_ASSISTANCE,
    PAYER_PERSONAL_ACCOUNT,
    PAYER_OWN,
    PAYER_VISITORS, // and whoever pays for them
    PAYER_COUNT
} Payer;

// Where care that a fund paid for was given, seen from its pooling area.
typedef enum ClaimPlace { CLAIM_IN_AREA, CLAIM_IN_CITY, CLAIM_OUTSIDE, CLAIM_PLACES } ClaimPlace;

typedef struct Ledger {
    Fen account[ACCOUNT_COUNT];
    Fen charged[KIND_COUNT][LEDGER_COUNTIES][COMPONENT_COUNT];
    Fen paid[KIND_COUNT][LEDGER_COUNTIES][PAYER_COUNT];
    Fen claims[FUND_GROUPS][POOLING_AREAS][CLAIM_PLACES];
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

// What a payer is called ("resident_fund").
const char *payer_name(Payer payer);

// Books the bill of a visitor, who (or whose insurer) pays the whole charge.
void ledger_settle_visitor(Ledger *ledger, Kind kind, uint8_t county, const Bill *bill);

// Enters what the payers gave for the bills of one institution, one or the sum of many, all of
// patients of one scheme and pooling area.
void ledger_pay(Ledger *ledger, const Parties *parties, const Payment *payment);

// Enters what visitors gave to one institution.
void ledger_pay_visitors(Ledger *ledger, Kind kind, uint8_t county, Fen amount);

// Enters what an institution charged, one bill or the sum of many. It is owed what it charged: if
// the payers gave another amount, the accounts no longer sum to 0.
void ledger_receive(Ledger *ledger, Kind kind, uint8_t county, const Bill *charged);

// Books one bill: its components as charged, and each part of its payment.
void ledger_settle(Ledger *ledger, const Parties *parties, const Bill *bill,
                   const Payment *payment);

// Adds the books of a shard.
void ledger_add(Ledger *sum, const Ledger *shard);

// The law of the books: accounts sum to 0, and charged = paid = received for each kind and county.
// A breach is told with `when`, the place and both sides.
Status ledger_check(const Ledger *ledger, const City *city, const char *when, Report *report);

static inline int ledger_row(uint8_t county) {
    return county == NO_COUNTY ? OUTSIDE_COUNTY : county;
}

static inline int fund_group(Scheme scheme) {
    return scheme == SCHEME_RESIDENT;
}

// The whole city is in the area of the city level; a county's area is the county.
static inline ClaimPlace claim_place(int area, Kind kind, uint8_t county) {
    if (kind >= KIND_OUTSIDE_CITY) return CLAIM_OUTSIDE;
    return area == CITY_AREA || area == county ? CLAIM_IN_AREA : CLAIM_IN_CITY;
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

#endif
