// SPDX-License-Identifier: MIT
#include "money/fund.h"

#include "base/curves.h"

enum { PRICES_OF_YEAR = 2023, MONTHS = 12 };

static Fen grown(double yuan, double growth, int year) {
    return fen_from_yuan(yuan * curve_exp(growth * (year - PRICES_OF_YEAR)));
}

void fund_rules_init(FundRules *rules, const Parameters *parameters, int year) {
    const Funding *funding = &parameters->funding;
    *rules = (FundRules){
        .resident_contribution =
            grown(funding->resident_contribution, funding->resident_contribution_growth, year),
        .resident_subsidy =
            grown(funding->resident_subsidy, funding->resident_subsidy_growth, year),
        .employer_contribution =
            grown(funding->employer_rate * funding->wage_base, funding->wage_growth, year),
        .personal_account_employee =
            fen_from_yuan(parameters->pool[SCHEME_EMPLOYEE].personal_account),
        .personal_account_retired =
            fen_from_yuan(parameters->pool[SCHEME_RETIRED].personal_account),
        .resident_other_claims =
            grown(funding->resident_other_claims, funding->resident_subsidy_growth, year),
        .employee_other_claims = grown(funding->employee_other_claims, funding->wage_growth, year),
        .major_illness_premium =
            grown(funding->major_illness_premium, funding->resident_subsidy_growth, year),
        .resident_reserve_months = funding->resident_reserve_months,
        .employee_reserve_months = funding->employee_reserve_months,
    };
}

// ---- one fund

// The columns that may move the closing reserve, by the account of the fund that they move.
static int first_account(int fund) {
    switch (fund) {
    case FUND_EMPLOYEES:
        return account_fund(SCHEME_EMPLOYEE, CITY_AREA);
    case FUND_MAJOR_ILLNESS:
        return ACCOUNT_MAJOR_ILLNESS;
    case FUND_ASSISTANCE:
        return ACCOUNT_ASSISTANCE;
    case FUND_PERSONAL_ACCOUNTS:
        return ACCOUNT_PERSONAL;
    default:
        return account_fund(SCHEME_RESIDENT, fund - FUND_RESIDENTS);
    }
}

static int accounts_of(int fund) {
    return fund == FUND_PERSONAL_ACCOUNTS ? SCHEME_COUNT : 1;
}

// What the ledger holds for the fund: what it received less what it gave.
static Fen held(const Ledger *ledger, int fund) {
    Fen sum = 0;
    for (int i = 0; i < accounts_of(fund); i++)
        sum += ledger->account[first_account(fund) + i];
    return sum;
}

static Fen claims_of(const FundYear *fund) {
    return fund->claims_in_area + fund->claims_in_city + fund->claims_outside;
}

Fen fund_income(const FundYear *fund) {
    return fund->contributions + fund->subsidies + fund->transfers;
}

Fen fund_spending(const FundYear *fund) {
    return claims_of(fund) + fund->other_claims + fund->clearing;
}

void fund_add(FundYear *sum, const FundYear *fund) {
#define ADD(name, unit, meaning) sum->name += fund->name;
    FUND_COLUMNS(ADD)
#undef ADD
}

const char *fund_name(int fund) {
    static const char *const names[FUND_RESIDENTS] = {"employees", "major_illness", "assistance",
                                                      "personal_accounts"};
    return fund < FUND_RESIDENTS ? names[fund] : "residents";
}

int fund_county(int fund) {
    return fund < FUND_RESIDENTS ? -1 : fund - FUND_RESIDENTS;
}

// ---- claims and clearing

static void take_area(FundYear *fund, const Fen claims[CLAIM_PLACES]) {
    fund->claims_in_area = claims[CLAIM_IN_AREA];
    fund->claims_in_city = claims[CLAIM_IN_CITY];
    fund->claims_outside = claims[CLAIM_OUTSIDE];
}

// Of a payer for the whole city.
static void take_payer(FundYear *fund, const Ledger *ledger, Payer payer) {
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int county = 0; county < LEDGER_COUNTIES; county++) {
            const Fen paid = ledger->paid[kind][county][payer];
            if (kind >= KIND_OUTSIDE_CITY)
                fund->claims_outside += paid;
            else
                fund->claims_in_area += paid;
        }
}

static void take_claims(FundYear fund[FUND_COUNT], const Ledger *ledger, const Insured *insured) {
    take_area(&fund[FUND_EMPLOYEES], ledger->claims[fund_group(SCHEME_EMPLOYEE)][CITY_AREA]);
    take_payer(&fund[FUND_MAJOR_ILLNESS], ledger, PAYER_MAJOR_ILLNESS);
    take_payer(&fund[FUND_ASSISTANCE], ledger, PAYER_ASSISTANCE);
    take_payer(&fund[FUND_PERSONAL_ACCOUNTS], ledger, PAYER_PERSONAL_ACCOUNT);
    for (int county = 0; county < insured->counties; county++) {
        FundYear *one = &fund[FUND_RESIDENTS + county];
        take_area(one, ledger->claims[fund_group(SCHEME_RESIDENT)][county]);
        one->claims_of_absent = insured->claims_of_absent[county];
    }
    for (int f = 0; f < FUND_COUNT; f++)
        fund[f].clearing = -held(ledger, f) - claims_of(&fund[f]);
}

// ---- income

static void contribute(FundYear *fund, Ledger *ledger, int account, Fen amount) {
    fund->contributions += amount;
    ledger_move(ledger, ACCOUNT_CONTRIBUTORS, account, amount);
}

static void subsidise(FundYear *fund, Ledger *ledger, int account, Fen amount) {
    fund->subsidies += amount;
    ledger_move(ledger, ACCOUNT_SUBSIDY, account, amount);
}

static void transfer(FundYear fund[FUND_COUNT], Ledger *ledger, int from, int to, int account,
                     Fen amount) {
    fund[from].transfers -= amount;
    fund[to].transfers += amount;
    ledger_move(ledger, first_account(from), account, amount);
}

static void pay_others(FundYear *fund, Ledger *ledger, int account, Fen a_head) {
    fund->other_claims = fund->insured * a_head;
    ledger_move(ledger, account, ACCOUNT_OTHER_CLAIMS, fund->other_claims);
}

static void collect_employees(FundYear fund[FUND_COUNT], Ledger *ledger, const FundRules *rules,
                              const Insured *insured) {
    FundYear *pool = &fund[FUND_EMPLOYEES], *own = &fund[FUND_PERSONAL_ACCOUNTS];
    pool->insured = own->insured = insured->employees + insured->retired;
    contribute(pool, ledger, first_account(FUND_EMPLOYEES),
               insured->employees * rules->employer_contribution);
    contribute(own, ledger, account_personal(SCHEME_EMPLOYEE),
               insured->employees * rules->personal_account_employee);
    transfer(fund, ledger, FUND_EMPLOYEES, FUND_PERSONAL_ACCOUNTS, account_personal(SCHEME_RETIRED),
             insured->retired * rules->personal_account_retired);
    pay_others(pool, ledger, first_account(FUND_EMPLOYEES), rules->employee_other_claims);
}

static void collect_residents(FundYear fund[FUND_COUNT], Ledger *ledger, const FundRules *rules,
                              const Insured *insured, int county) {
    const int f = FUND_RESIDENTS + county, account = first_account(f);
    FundYear *pool = &fund[f];
    pool->insured = insured->residents[county];
    contribute(pool, ledger, account, pool->insured * rules->resident_contribution);
    subsidise(pool, ledger, account, pool->insured * rules->resident_subsidy);
    transfer(fund, ledger, f, FUND_MAJOR_ILLNESS, ACCOUNT_MAJOR_ILLNESS,
             pool->insured * rules->major_illness_premium);
    pay_others(pool, ledger, account, rules->resident_other_claims);
    fund[FUND_MAJOR_ILLNESS].insured += pool->insured;
}

// Government pays for assistance what it comes to.
static void collect_assistance(FundYear *fund, Ledger *ledger, const Insured *insured) {
    fund->insured = insured->employees + insured->retired;
    for (int county = 0; county < insured->counties; county++)
        fund->insured += insured->residents[county];
    subsidise(fund, ledger, ACCOUNT_ASSISTANCE, claims_of(fund));
}

// ---- the year

static Fen opening_reserve(const FundYear *fund, double months) {
    return fen_round((double)fund_income(fund) / MONTHS * months);
}

static Fen opening(const FundYear *fund, int f, const FundYear *before, const FundRules *rules) {
    if (before) return before[f].closing;
    if (f == FUND_EMPLOYEES) return opening_reserve(fund, rules->employee_reserve_months);
    return f >= FUND_RESIDENTS ? opening_reserve(fund, rules->resident_reserve_months) : 0;
}

void funds_close_year(FundYear fund[FUND_COUNT], const FundYear *before, Ledger *ledger,
                      const FundRules *rules, const Insured *insured) {
    for (int f = 0; f < FUND_COUNT; f++)
        fund[f] = (FundYear){0};
    take_claims(fund, ledger, insured);
    collect_employees(fund, ledger, rules, insured);
    for (int county = 0; county < insured->counties; county++)
        collect_residents(fund, ledger, rules, insured, county);
    collect_assistance(&fund[FUND_ASSISTANCE], ledger, insured);
    for (int f = 0; f < FUND_COUNT; f++) {
        fund[f].opening = opening(&fund[f], f, before, rules);
        fund[f].closing = fund[f].opening + held(ledger, f);
    }
}

// ---- laws

static Status unequal(const char *when, int f, const City *city, const char *law, Fen left,
                      Fen right, Report *report) {
    if (left == right) return STATUS_OK;
    const int county = fund_county(f);
    return report_problem(report, STATUS_LAW_BROKEN,
                          "%s: funds: %s of %s: %s: %s yuan against %s yuan, expected the same",
                          when, fund_name(f), county < 0 ? city->id : city->counties[county].id,
                          law, fen_text(left).text, fen_text(right).text);
}

static Status check_fund(const FundYear *fund, const FundYear *before, const Ledger *ledger, int f,
                         const City *city, const char *when, Report *report) {
    Status status = unequal(when, f, city, "opening + income = spending + closing",
                            fund[f].opening + fund_income(&fund[f]),
                            fund_spending(&fund[f]) + fund[f].closing, report);
    status =
        status_first(status, unequal(when, f, city, "closing = opening + what the books hold",
                                     fund[f].closing, fund[f].opening + held(ledger, f), report));
    if (before)
        status = status_first(status, unequal(when, f, city, "opening = closing of last year",
                                              fund[f].opening, before[f].closing, report));
    return status;
}

static Fen paid_by(const Ledger *ledger, int payer) {
    Fen sum = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int county = 0; county < LEDGER_COUNTIES; county++)
            sum += ledger->paid[kind][county][payer];
    return sum;
}

static FundYear sum_of(const FundYear fund[FUND_COUNT], int from, int to) {
    FundYear sum = {0};
    for (int f = from; f < to; f++)
        fund_add(&sum, &fund[f]);
    return sum;
}

Status funds_check(const FundYear fund[FUND_COUNT], const FundYear *before, const Ledger *ledger,
                   Fen cleared, const City *city, const char *when, Report *report) {
    static const Payer payers[FUND_RESIDENTS + 1] = {PAYER_EMPLOYEE_FUND, PAYER_MAJOR_ILLNESS,
                                                     PAYER_ASSISTANCE, PAYER_PERSONAL_ACCOUNT,
                                                     PAYER_RESIDENT_FUND};
    const int funds = FUND_RESIDENTS + (int)city->county_count;
    Status status = STATUS_OK;
    for (int f = 0; f < funds; f++)
        status = status_first(status, check_fund(fund, before, ledger, f, city, when, report));
    for (int f = 0; f <= FUND_RESIDENTS; f++) {
        const FundYear family = sum_of(fund, f, f < FUND_RESIDENTS ? f + 1 : funds);
        status = status_first(status,
                              unequal(when, f, city, "claims = paid to institutions",
                                      claims_of(&family), paid_by(ledger, (int)payers[f]), report));
    }
    const FundYear all = sum_of(fund, 0, funds);
    status = status_first(
        status, unequal(when, 0, city, "transfers of all funds = 0", all.transfers, 0, report));
    return status_first(status,
                        unequal(when, 0, city, "clearing of all funds = cleared to institutions",
                                all.clearing, cleared, report));
}
