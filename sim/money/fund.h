// SPDX-License-Identifier: MIT
// The funds of the schemes, year by year: what they held, took in, paid and keep.
//
// Residents are insured in the fund of their county, employees in that of the city; major-illness
// insurance, medical assistance and the employees' personal accounts are kept for the whole city.
// Contributions and subsidies are so much a head of those insured at the year's end; claims are
// what the books of the year say; clearing is what institutions paid by a contract got beyond the
// item rules, or gave back. For each fund, in whole fen,
//
//     opening + contributions + subsidies + transfers = claims + other claims + clearing + closing
//
// and the closing reserve is also what double entry in the ledger makes it. Persons and fen are
// those simulated: at one in n each stands for n.
#ifndef HXSIM_MONEY_FUND_H
#define HXSIM_MONEY_FUND_H

#include "config/parameters.h"
#include "money/ledger.h"

// The funds: those of the whole city, then the residents' of each county.
enum {
    FUND_EMPLOYEES,
    FUND_MAJOR_ILLNESS,
    FUND_ASSISTANCE,
    FUND_PERSONAL_ACCOUNTS,
    FUND_RESIDENTS,
    FUND_COUNT = FUND_RESIDENTS + MOST_COUNTIES
};

// clang-format off
//    name               unit        meaning
#define FUND_COLUMNS(X) \
    X(insured,           "persons", "insured at the end of the year, the absent among them") \
    X(opening,           "yuan",    "reserve at the start of the year") \
    X(contributions,     "yuan",    "paid in by the insured and their employers") \
    X(subsidies,         "yuan",    "paid in by government") \
    X(transfers,         "yuan",    "from other funds; negative: to them") \
    X(claims_in_area,    "yuan",    "paid for care in the pooling area, by the rules for items") \
    X(claims_in_city,    "yuan",    "paid for care elsewhere in the city") \
    X(claims_outside,    "yuan",    "paid for care outside the city") \
    X(claims_of_absent,  "yuan",    "of these, for the absent where they live") \
    X(other_claims,      "yuan",    "paid for what is not simulated") \
    X(clearing,          "yuan",    "paid to institutions beyond claims when their contracts are cleared") \
    X(closing,           "yuan",    "reserve at the end of the year")
// clang-format on

#define MEMBER(name, unit, meaning) int64_t name;
typedef struct FundYear {
    FUND_COLUMNS(MEMBER)
} FundYear;
#undef MEMBER

// What a year brings in a head, in fen.
typedef struct FundRules {
    Fen resident_contribution, resident_subsidy, employer_contribution;
    Fen personal_account_employee, personal_account_retired;
    Fen resident_other_claims, employee_other_claims, major_illness_premium;
    double resident_reserve_months, employee_reserve_months;
} FundRules;

// Of a calendar year.
void fund_rules_init(FundRules *rules, const Parameters *parameters, int year);

// Who is insured at the end of a year, and what funds paid outside the city for the absent.
typedef struct Insured {
    int counties;
    int64_t employees, retired, residents[MOST_COUNTIES];
    Fen claims_of_absent[MOST_COUNTIES];
} Insured;

// Closes a year of all funds: `before` is the year before, NULL in the first one. The ledger has
// the year's bills and clearing; contributions, subsidies, transfers and other claims are booked to
// it.
void funds_close_year(FundYear fund[FUND_COUNT], const FundYear *before, Ledger *ledger,
                      const FundRules *rules, const Insured *insured);

// What a fund took in and what it paid in a year, in fen.
Fen fund_income(const FundYear *fund);
Fen fund_spending(const FundYear *fund);

// Adds a fund to others: every column.
void fund_add(FundYear *sum, const FundYear *fund);

// What a fund is called ("residents"), and its county, or -1 for the whole city.
const char *fund_name(int fund);
int fund_county(int fund);

// The laws of a year: each fund balances and begins with what it ended with; transfers come from
// another fund; what funds paid is what institutions were paid by them, for bills and in clearing;
// the ledger's accounts hold the same. A breach is told with `when`, the fund and both sides.
Status funds_check(const FundYear fund[FUND_COUNT], const FundYear *before, const Ledger *ledger,
                   Fen cleared, const City *city, const char *when, Report *report);

#endif
