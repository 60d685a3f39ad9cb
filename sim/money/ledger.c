// SPDX-License-Identifier: MIT
#include "money/ledger.h"

static AccountInfo single(const char *name) {
    return (AccountInfo){name, -1, -1, -1, -1};
}

static AccountInfo of_scheme(const char *name, int scheme) {
    return (AccountInfo){name, scheme, -1, -1, -1};
}

static AccountInfo of_place(const char *name, int member) {
    return (AccountInfo){name, -1, -1, member / LEDGER_COUNTIES, member % LEDGER_COUNTIES};
}

static AccountInfo of_fund(int member) {
    const int scheme = member < POOLING_AREAS ? SCHEME_EMPLOYEE : SCHEME_RESIDENT;
    return (AccountInfo){"fund", scheme, member % POOLING_AREAS, -1, -1};
}

AccountInfo account_info(int account) {
    if (account >= ACCOUNT_OPERATION) return of_place("operation", account - ACCOUNT_OPERATION);
    if (account >= ACCOUNT_RECEIPTS) return of_place("receipts", account - ACCOUNT_RECEIPTS);
    switch (account) {
    case ACCOUNT_MAJOR_ILLNESS:
        return single("major_illness");
    case ACCOUNT_ASSISTANCE:
        return single("assistance");
    case ACCOUNT_VISITORS:
        return single("visitors");
    case ACCOUNT_SUBSIDY:
        return single("subsidy");
    case ACCOUNT_STAFF:
        return single("staff");
    case ACCOUNT_INPUTS:
        return single("inputs");
    case ACCOUNT_FIXED:
        return single("fixed");
    case ACCOUNT_UNPAID:
        return single("unpaid");
    case ACCOUNT_OWED:
        return single("owed");
    case ACCOUNT_DEFERRED:
        return single("deferred");
    case ACCOUNT_CONTRIBUTORS:
        return single("contributors");
    case ACCOUNT_OTHER_CLAIMS:
        return single("other_claims");
    default:
        break;
    }
    if (account >= ACCOUNT_FUND) return of_fund(account - ACCOUNT_FUND);
    if (account >= ACCOUNT_PERSONAL)
        return of_scheme("personal_account", account - ACCOUNT_PERSONAL);
    return of_scheme("own_pocket", account - ACCOUNT_OWN);
}

void ledger_move(Ledger *ledger, int from, int to, Fen amount) {
    ledger->account[from] -= amount;
    ledger->account[to] += amount;
}

const char *payer_name(Payer payer) {
    static const char *const names[PAYER_COUNT] = {
        [PAYER_EMPLOYEE_FUND] = "employee_fund",
        [PAYER_RESIDENT_FUND] = "resident_fund",
        [PAYER_MAJOR_ILLNESS] = "major_illness",
        [PAYER_ASSISTANCE] = "assistance",
        [PAYER_PERSONAL_ACCOUNT] = "personal_account",
        [PAYER_OWN] = "own_pocket",
        [PAYER_VISITORS] = "visitors",
    };
    return names[payer];
}

// Takes an amount from the payer's account and counts it where it was paid.
static void give(Ledger *ledger, int account, Fen *counted, Fen amount) {
    ledger->account[account] -= amount;
    *counted += amount;
}

void ledger_pay(Ledger *ledger, const Parties *parties, const Payment *payment) {
    const Scheme scheme = (Scheme)parties->scheme;
    Fen *paid = ledger->paid[parties->kind][ledger_row(parties->county)];
    give(ledger, account_fund(scheme, parties->area), &paid[fund_group(scheme)], payment->fund);
    give(ledger, ACCOUNT_MAJOR_ILLNESS, &paid[PAYER_MAJOR_ILLNESS], payment->major_illness);
    give(ledger, ACCOUNT_ASSISTANCE, &paid[PAYER_ASSISTANCE], payment->assistance);
    give(ledger, account_personal(scheme), &paid[PAYER_PERSONAL_ACCOUNT],
         payment->personal_account);
    give(ledger, account_own(scheme), &paid[PAYER_OWN], payment->own);
    const ClaimPlace where = claim_place(parties->area, (Kind)parties->kind, parties->county);
    ledger->claims[fund_group(scheme)][parties->area][where] += payment->fund;
}

void ledger_pay_visitors(Ledger *ledger, Kind kind, uint8_t county, Fen amount) {
    give(ledger, ACCOUNT_VISITORS, &ledger->paid[kind][ledger_row(county)][PAYER_VISITORS], amount);
}

void ledger_receive(Ledger *ledger, Kind kind, uint8_t county, const Bill *charged) {
    Fen *row = ledger->charged[kind][ledger_row(county)];
    for (int component = 0; component < COMPONENT_COUNT; component++)
        row[component] += charged->component[component];
    ledger->account[account_receipts(kind, county)] += charged->total;
}

void ledger_settle(Ledger *ledger, const Parties *parties, const Bill *bill,
                   const Payment *payment) {
    ledger_pay(ledger, parties, payment);
    ledger_receive(ledger, (Kind)parties->kind, parties->county, bill);
}

void ledger_settle_visitor(Ledger *ledger, Kind kind, uint8_t county, const Bill *bill) {
    ledger_pay_visitors(ledger, kind, county, bill->total);
    ledger_receive(ledger, kind, county, bill);
}

// Books are fen throughout, so they add up as one row.
enum { LEDGER_FEN = sizeof(Ledger) / sizeof(Fen) };

void ledger_add(Ledger *sum, const Ledger *shard) {
    Fen *into = (Fen *)sum;
    const Fen *from = (const Fen *)shard;
    for (int i = 0; i < LEDGER_FEN; i++)
        into[i] += from[i];
}

static const char *place_name(const City *city, int county) {
    return county < (int)city->county_count ? city->counties[county].id : "outside";
}

static Status check_sum(const Ledger *ledger, const char *when, Report *report) {
    Fen given = 0, received = 0;
    for (int account = 0; account < ACCOUNT_COUNT; account++) {
        const Fen balance = ledger->account[account];
        if (balance < 0)
            given -= balance;
        else
            received += balance;
    }
    if (given == received) return STATUS_OK;
    return report_problem(
        report, STATUS_LAW_BROKEN,
        "%s: ledger: accounts gave %s yuan and received %s yuan, expected the same", when,
        fen_text(given).text, fen_text(received).text);
}

static Status check_place(const Ledger *ledger, const City *city, const char *when, int kind,
                          int county, Report *report) {
    Fen charged = 0;
    for (int component = 0; component < COMPONENT_COUNT; component++)
        charged += ledger->charged[kind][county][component];
    Fen paid = 0;
    for (int payer = 0; payer < PAYER_COUNT; payer++)
        paid += ledger->paid[kind][county][payer];
    const Fen received = ledger->account[ACCOUNT_RECEIPTS + kind * LEDGER_COUNTIES + county];
    if (charged == paid && paid == received) return STATUS_OK;
    return report_problem(report, STATUS_LAW_BROKEN,
                          "%s: ledger: %s in %s: charged %s, paid %s, received %s yuan, expected "
                          "the same",
                          when, kind_entities[kind].name, place_name(city, county),
                          fen_text(charged).text, fen_text(paid).text, fen_text(received).text);
}

Status ledger_check(const Ledger *ledger, const City *city, const char *when, Report *report) {
    Status status = check_sum(ledger, when, report);
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int county = 0; county < LEDGER_COUNTIES; county++)
            status = status_first(status, check_place(ledger, city, when, kind, county, report));
    return status;
}
