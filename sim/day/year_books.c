// SPDX-License-Identifier: MIT
#include "day/year_books.h"

#include <stdio.h>

static Fen claims_of_absent(const Tally *tally, int counties) {
    Fen paid = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        paid += tally->visit_at[ABSENT][counties][kind].fund_fen +
                tally->stay_at[ABSENT][counties][kind].fund_fen;
    return paid;
}

// The absent are insured as residents of the county that they left.
static Insured insured_of(const Results *results, int index) {
    const YearResults *year = &results->year[index];
    Insured insured = {.counties = results->counties};
    for (int c = 0; c < results->counties; c++) {
        const Heads *heads = &year->heads[c];
        insured.employees += heads->by_scheme[SCHEME_EMPLOYEE] / results->scale;
        insured.retired += heads->by_scheme[SCHEME_RETIRED] / results->scale;
        insured.residents[c] = (heads->by_scheme[SCHEME_RESIDENT] + heads->absent) / results->scale;
        insured.claims_of_absent[c] = claims_of_absent(&year->county[c], results->counties);
    }
    return insured;
}

static const FundYear *fund_before(const Results *results, int index) {
    return index > 0 ? results->year[index - 1].fund : NULL;
}

void year_books_close(Results *results, int index, const City *city) {
    YearResults *year = &results->year[index];
    const Insured insured = insured_of(results, index);
    FundRules rules;
    fund_rules_init(&rules, &city->parameters, results->first_year + index);
    funds_close_year(year->fund, fund_before(results, index), year->ledger, &rules, &insured);
    operations_close_year(year->operations, year->ledger, year->prices, &year->works,
                          city, results->scale);
}

Status year_books_check(const Results *results, int index, const City *city, Report *report) {
    const YearResults *year = &results->year[index];
    char when[16];
    snprintf(when, sizeof when, "%d", results->first_year + index);
    const Fen cleared = operations_cleared(year->operations, city);
    Status status = operations_check(year->operations, year->ledger, city, when, report);
    status = status_first(status, funds_check(year->fund, fund_before(results, index), year->ledger,
                                              cleared, city, when, report));
    return status_first(status, ledger_check(year->ledger, city, when, report));
}
