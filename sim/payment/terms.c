// SPDX-License-Identifier: MIT
#include "payment/terms.h"

#include <string.h>

enum {
    BUDGETED = TERMS_CASE_MIX | TERMS_PER_DIEM,
    SHARED = TERMS_CAPITATION | TERMS_GLOBAL_BUDGET,
    PAID = BUDGETED | SHARED
};

#define TERM(member) .name = #member, .offset = offsetof(Terms, member)

const TermRow term_rows[] = {
    {TERM(budget), .unit = "yuan", .lowest = 0.01, .highest = 9e10, .needed = TERMS_GLOBAL_BUDGET,
     .allowed = BUDGETED | TERMS_GLOBAL_BUDGET,
     .meaning = "of the fund for a whole year; needed if the clearing is retrospective"},
    {TERM(reserve), .unit = "yuan", .highest = 9e10, .needed = PAID, .allowed = PAID,
     .meaning = "for a whole year, from which overruns are shared"},
    {TERM(prepayment), .unit = "share", .highest = 1, .needed = PAID, .allowed = PAID,
     .meaning = "of what the item rules make the fund pay, paid while the year runs"},
    {TERM(rate), .unit = "yuan", .lowest = 0.01, .highest = 1e7, .allowed = TERMS_CASE_MIX,
     .meaning = "for a case of weight 1; needed if the clearing is prospective"},
    {TERM(price_index), .unit = "ratio", .lowest = 1e-6, .highest = 100, .needed = TERMS_CASE_MIX,
     .allowed = TERMS_CASE_MIX, .meaning = "of this year against the year of the table of groups"},
    {TERM(coefficient), .unit = "ratio", .lowest = 0.01, .highest = 10, .needed = TERMS_CASE_MIX,
     .allowed = BUDGETED, .by_level = true, .meaning = "k of institutions of this level"},
    {TERM(outlier_low), .unit = "ratio", .highest = 1, .needed = TERMS_CASE_MIX,
     .allowed = TERMS_CASE_MIX, .by_level = true,
     .meaning = "a case below this ratio to the mean of its group counts as it cost"},
    {TERM(outlier_high), .unit = "ratio", .lowest = 1, .highest = 100, .needed = TERMS_CASE_MIX,
     .allowed = TERMS_CASE_MIX, .by_level = true,
     .meaning = "a case above this ratio counts 1 and what is above"},
    {TERM(stay_least), .unit = "days", .highest = 1000, .allowed = TERMS_CASE_MIX,
     .meaning = "shorter stays are paid by item"},
    {TERM(stay_most), .unit = "days", .lowest = 1, .highest = 1000, .allowed = TERMS_CASE_MIX,
     .meaning = "longer stays are paid by item"},
    {TERM(review_share), .unit = "share", .highest = 1, .needed = TERMS_CASE_MIX,
     .allowed = TERMS_CASE_MIX,
     .meaning = "of an institution's cases, the most that special-case review grants"},
    {TERM(keep_from), .unit = "share", .highest = 1, .allowed = BUDGETED,
     .meaning = "of F: claims below it are paid as they are; 0 pays F always"},
    {TERM(per_head), .unit = "yuan", .lowest = 0.01, .highest = 1e6, .needed = TERMS_CAPITATION,
     .allowed = TERMS_CAPITATION, .meaning = "for a person enrolled, a year"},
    {TERM(savings_kept), .unit = "share", .highest = 1, .needed = SHARED, .allowed = SHARED,
     .meaning = "of what the year's claims leave of the sum by head or budget"},
    {TERM(losses_shared), .unit = "share", .highest = 1, .needed = SHARED, .allowed = SHARED,
     .meaning = "of claims above it, paid from the reserve"},
    {TERM(up_referrals_borne), .unit = "share", .highest = 1, .needed = TERMS_CAPITATION,
     .allowed = TERMS_CAPITATION,
     .meaning = "of what the fund pays elsewhere for those enrolled, taken off the sum by head"},
};
const int term_row_count = sizeof term_rows / sizeof *term_rows;

const InstitutionTerms *terms_institution(const Terms *terms, const char *id) {
    for (int i = 0; i < terms->institution_count; i++)
        if (strcmp(terms->institutions[i].id, id) == 0) return &terms->institutions[i];
    return NULL;
}

Millionths terms_coefficient(const Terms *terms, const char *id, Level level, uint16_t group) {
    const bool same_price = group != NO_GROUP && terms->groups->rows[group].same_price;
    const InstitutionTerms *own = terms_institution(terms, id);
    if (same_price) return WHOLE;
    return own && own->coefficient > 0 ? own->coefficient : terms->coefficient[level];
}
