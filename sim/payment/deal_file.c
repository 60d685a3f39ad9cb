// SPDX-License-Identifier: MIT
#include "payment/deal_file.h"

#include "base/calendar.h"
#include "config/experiment.h"

#include <string.h>

// ---- what cannot be in a run

static bool is_institution(const City *city, const char *id) {
    for (uint32_t i = 0; i < city->institution_count; i++)
        if (strcmp(city->institutions[i].id, id) == 0) return true;
    return false;
}

static void check_institution(const Agreement *agreement, const City *city, const char *id,
                              Reader *reader) {
    if (!is_institution(city, id))
        reader_problem(reader, agreement->where,
                       "the contract %s names %s, which is no institution of the city",
                       agreement->name, id);
}

static void check_places(const Agreement *agreement, const City *city, Reader *reader) {
    const Names *places = &agreement->scope.places;
    const char *known[MOST_COUNTIES];
    for (uint32_t i = 0; i < city->county_count; i++)
        known[i] = city->counties[i].id;
    for (int i = 0; i < places->count; i++) {
        bool found = false;
        for (uint32_t county = 0; county < city->county_count; county++)
            found = found || strcmp(known[county], places->names[i]) == 0;
        if (!found)
            reader_unknown(reader, agreement->where, "county", places->names[i], known,
                           city->county_count);
    }
}

static int day_of_month(int32_t date) {
    int year, month, day;
    calendar_split(date, &year, &month, &day);
    return day;
}

static void check_days(const Agreement *agreement, Reader *reader) {
    const AgreementScope *scope = &agreement->scope;
    const bool from_first = scope->from == INT32_MIN || day_of_month(scope->from) == 1;
    const bool to_last = scope->to == INT32_MAX || day_of_month(scope->to + 1) == 1;
    if (scope->is_dated && (!from_first || !to_last))
        reader_problem(reader, agreement->where,
                       "the contract %s begins or ends within a month; in a run it is in force for "
                       "whole months",
                       agreement->name);
}

static void check(const Agreement *agreement, const City *city, Reader *reader) {
    if (agreement->contract->terms & TERMS_CAPITATION)
        reader_problem(reader, agreement->where,
                       "the contract %s pays by head; in a run that is the reform "
                       "outpatient_capitation",
                       agreement->name);
    for (int i = 0; i < agreement->scope.facilities.count; i++)
        check_institution(agreement, city, agreement->scope.facilities.names[i], reader);
    for (int i = 0; i < agreement->terms.institution_count; i++)
        check_institution(agreement, city, agreement->terms.institutions[i].id, reader);
    check_places(agreement, city, reader);
    check_days(agreement, reader);
}

// ---- deals

static Deal deal_of(const Agreement *agreement, int64_t scale) {
    Deal deal = {.agreement = *agreement, .own_terms = true, .reform = NO_REFORM};
    Terms *terms = &deal.agreement.terms;
    memset(deal.in_county, 1, sizeof deal.in_county);
    terms->budget = division_round(terms->budget, 1, scale);
    terms->reserve = division_round(terms->reserve, 1, scale);
    return deal;
}

int deals_of_file(Deal *deals, const char *file, const City *city, int64_t scale, Reader *reader) {
    Agreements agreements;
    int count = 0;
    agreements_read_in(&agreements, file, city, reader);
    for (int i = 0; reader->status == STATUS_OK && i + 1 < agreements.count; i++)
        check(&agreements.rows[i], city, reader);
    if (reader->status != STATUS_OK || arena_is_short(reader->arena)) return 0;
    for (int i = 0; i + 1 < agreements.count; i++) {
        const Agreement *agreement = &agreements.rows[i];
        if (agreement->contract->terms & TERMS_FEE_FOR_SERVICE) continue;
        if (count == MOST_CONTRACTS) {
            reader_problem(reader, agreement->where, "more than %d contracts in a run",
                           MOST_CONTRACTS);
            return 0;
        }
        deals[count++] = deal_of(agreement, scale);
    }
    return count;
}
