// SPDX-License-Identifier: MIT
#include "payment/portfolio.h"

#include "payment/portfolio_parts.h"

#include <stdlib.h>
#include <string.h>

// ---- memory

static Status take_rows(Portfolio *portfolio, Report *report) {
    const size_t deals = (size_t)portfolio->deals, counties = (size_t)portfolio->counties;
    const size_t slots = (size_t)portfolio->slots + 1, cells = slots * CASE_CLASS_COUNT;
    const size_t institutions = portfolio->city->institution_count;
    const size_t townships = portfolio->city->township_count;
    const size_t most = slots > townships ? slots : townships;
#define TAKE(member, count)                                                        \
    portfolio->member = report_calloc(report, (count), sizeof *portfolio->member); \
    if (!portfolio->member) return STATUS_NO_MEMORY
    TAKE(covers, deals * SCHEME_COUNT * slots);
    TAKE(binds, deals * slots);
    TAKE(joined, deals);
    TAKE(now, counties * deals * SCHEME_COUNT * cells);
    TAKE(last, deals * (size_t)portfolio_payers(portfolio) * cells);
    TAKE(year, counties * deals * AREAS_OF_A_COUNTY * slots);
    TAKE(billed, (counties + 1) * slots);
    TAKE(billed_last, slots);
    TAKE(coefficient, deals * slots);
    TAKE(lead, deals);
    TAKE(asking, counties * deals * AREAS_OF_A_COUNTY * slots);
    TAKE(budget, deals * POOLING_AREAS);
    TAKE(withheld, deals * POOLING_AREAS * slots);
    TAKE(centre, townships);
    TAKE(head_of, institutions);
    TAKE(head_deal, townships);
    TAKE(head, townships);
    TAKE(head_last, townships);
    TAKE(head_year, deals * townships);
    TAKE(head_withheld, deals * townships);
    TAKE(charged_visits, (counties + 1) * institutions);
    TAKE(charged_visits_last, institutions);
    TAKE(sum, most);
    TAKE(clearing, most);
    TAKE(share, most);
    TAKE(alike, slots);
    TAKE(judgement, institutions);
    TAKE(stand, institutions);
    TAKE(answer, institutions);
#undef TAKE
    return STATUS_OK;
}

void portfolio_free(Portfolio *portfolio) {
    void *const rows[] = {portfolio->deal,
                          portfolio->slot_of,
                          portfolio->slot,
                          portfolio->covers,
                          portfolio->binds,
                          portfolio->joined,
                          portfolio->now,
                          portfolio->last,
                          portfolio->year,
                          portfolio->billed,
                          portfolio->billed_last,
                          portfolio->coefficient,
                          portfolio->asking,
                          portfolio->lead,
                          portfolio->budget,
                          portfolio->withheld,
                          portfolio->head,
                          portfolio->head_last,
                          portfolio->head_year,
                          portfolio->head_withheld,
                          portfolio->charged_visits,
                          portfolio->charged_visits_last,
                          portfolio->sum,
                          portfolio->clearing,
                          portfolio->judgement,
                          portfolio->stand,
                          portfolio->answer,
                          portfolio->centre,
                          portfolio->head_of,
                          portfolio->head_deal,
                          portfolio->share,
                          portfolio->alike};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        free(rows[i]);
    *portfolio = (Portfolio){0};
}

// ---- who is there

static Status list_slots(Portfolio *portfolio, Report *report) {
    const City *city = portfolio->city;
    portfolio->slot_of = report_calloc(report, city->institution_count, sizeof(uint16_t));
    portfolio->slot = report_calloc(report, city->institution_count + 1u, sizeof(Slot));
    if (!portfolio->slot_of || !portfolio->slot) return STATUS_NO_MEMORY;
    for (uint32_t i = 0; i < city->institution_count; i++) {
        const Institution *institution = &city->institutions[i];
        portfolio->slot_of[i] = NO_SLOT;
        if (institution->county == NO_COUNTY || institution->beds == 0) continue;
        portfolio->slot_of[i] = (uint16_t)portfolio->slots;
        portfolio->slot[portfolio->slots++] = (Slot){
            .facility = (uint16_t)i,
            .kind = institution->kind,
            .county = institution->county,
            .level = (uint8_t)benefit_level((Kind)institution->kind, institution->level, AWAY_NO),
            .designated = institution->dip_hospital,
            .turn = deal_turn_of(institution->id)};
    }
    return STATUS_OK;
}

static void list_alike(Portfolio *portfolio) {
    int count = 0;
    for (int county = 0; county < portfolio->counties; county++)
        for (int kind = 0; kind < KIND_COUNT; kind++)
            for (int s = 0; s < portfolio->slots; s++)
                if (portfolio->slot[s].kind == kind && portfolio->slot[s].county == county)
                    portfolio->alike[count++] = (uint16_t)s;
}

static void list_heads(Portfolio *portfolio) {
    const City *city = portfolio->city;
    memset(portfolio->centre, 0xFF, city->township_count * sizeof *portfolio->centre);
    memset(portfolio->head_of, 0xFF, city->institution_count * sizeof *portfolio->head_of);
    memset(portfolio->head_deal, 0xFF, city->township_count);
    for (uint32_t i = 0; i < city->institution_count; i++) {
        const Institution *institution = &city->institutions[i];
        const bool centre = institution->kind == KIND_TOWNSHIP_CENTRE;
        if (!centre && institution->kind != KIND_VILLAGE_CLINIC) continue;
        portfolio->head_of[i] = institution->township;
        if (centre && portfolio->centre[institution->township] == NO_SLOT)
            portfolio->centre[institution->township] = (uint16_t)i;
    }
}

// Cells that a contract covers by its scope, whatever the day and the case.
static void list_cells(Portfolio *portfolio, int d) {
    const Deal *deal = &portfolio->deal[d];
    Agreement any_case = deal->agreement;
    const char *lacking;
    any_case.scope.is_dated = false;
    any_case.scope.diseases = 0;
    any_case.scope.days_from = any_case.scope.days_to = 0;
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        for (int s = 0; s < portfolio->slots; s++) {
            const Slot *slot = &portfolio->slot[s];
            uint8_t *covered =
                &portfolio->covers[(d * SCHEME_COUNT + scheme) * portfolio->slots + s];
            for (int class = 0; class < CASE_CLASS_COUNT; class ++) {
                const Cell cell = {.facility = portfolio->city->institutions[slot->facility].id,
                                   .place = portfolio->city->counties[slot->county].id,
                                   .kind = slot->kind,
                                   .level = slot->level,
                                   .scheme = scheme,
                                   .case_class = class,
                                   .stay = true};
                const bool here = deal->in_county[slot->county] &&
                                  (!deal->designated || slot->designated) &&
                                  agreement_covers(&any_case, &cell, &lacking);
                *covered |= (uint8_t)((unsigned)here << class);
            }
        }
}

static void list_coefficients(Portfolio *portfolio, int d) {
    const Deal *deal = &portfolio->deal[d];
    for (int s = 0; s < portfolio->slots; s++) {
        const Slot *slot = &portfolio->slot[s];
        const char *id = portfolio->city->institutions[slot->facility].id;
        const Millionths own = deal->own_terms ? terms_coefficient(&deal->agreement.terms, id,
                                                                   (Level)slot->level, NO_GROUP)
                                               : WHOLE;
        portfolio->coefficient[d * portfolio->slots + s] = own;
    }
}

// The largest hospital that a contract of the enrolled covers.
static void find_lead(Portfolio *portfolio, int d) {
    const Institution *institutions = portfolio->city->institutions;
    uint32_t most = 0;
    portfolio->lead[d] = NO_SLOT;
    for (int s = 0; s < portfolio->slots; s++) {
        const Institution *one = &institutions[portfolio->slot[s].facility];
        uint8_t covered = 0;
        for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
            covered |= portfolio->covers[(d * SCHEME_COUNT + scheme) * portfolio->slots + s];
        if (!portfolio->deal[d].of_enrolled || !covered || one->beds <= most) continue;
        most = one->beds;
        portfolio->lead[d] = (uint16_t)s;
    }
}

Status portfolio_init(Portfolio *portfolio, const City *city, const Deal *deals, int count,
                      int64_t scale, Report *report) {
    *portfolio = (Portfolio){
        .city = city, .deals = count, .counties = (int)city->county_count, .scale = scale};
    portfolio->deal = report_calloc(report, (size_t)count, sizeof *portfolio->deal);
    if (!portfolio->deal) return STATUS_NO_MEMORY;
    Status status = list_slots(portfolio, report);
    if (status == STATUS_OK) status = take_rows(portfolio, report);
    if (status != STATUS_OK) return status;
    for (int d = 0; d < count; d++) {
        portfolio->deal[d] = deals[d];
        if (deals[d].agreement.contract->terms & TERMS_CAPITATION)
            portfolio->head_schemes |= deals[d].agreement.scope.schemes;
        list_coefficients(portfolio, d);
        list_cells(portfolio, d);
        find_lead(portfolio, d);
    }
    list_heads(portfolio);
    list_alike(portfolio);
    for (uint32_t i = 0; i < city->institution_count; i++) {
        portfolio->stand[i] = usual_stand;
        portfolio->answer[i] = USUAL_ANSWER;
    }
    return STATUS_OK;
}

// ---- cases

static PaidCase paid_case(const Terms *terms, const StayClaim *claim, Level level) {
    const uint16_t group =
        terms->groups
            ? case_groups_of_case(terms->groups, (Disease)claim->disease, claim->complexity)
            : NO_GROUP;
    return (PaidCase){.charge = claim->charge,
                      .in_scope = claim->in_scope,
                      .fund_by_items = claim->fund,
                      .coefficient = WHOLE,
                      .days = claim->days,
                      .group = claim->coded_up ? case_groups_dearer(terms->groups, group) : group,
                      .level = (uint8_t)level};
}

static Millionths coefficient_of(const Portfolio *portfolio, int d, int s, uint16_t group) {
    const CaseGroups *groups = portfolio->deal[d].agreement.terms.groups;
    const bool same_price = groups && group != NO_GROUP && groups->rows[group].same_price;
    return same_price ? WHOLE : portfolio->coefficient[d * portfolio->slots + s];
}

static bool asks_for_review(const Terms *terms, const PaidCase *one, const CaseClaim *claim) {
    return terms->review_share > 0 && !claim->by_items &&
           claim->ratio > terms->outlier_high[one->level];
}

static void measure(Yardstick *yardstick, const Deal *deal, const PaidCase *one, Fen bed) {
    const CasePart whole = {0, WHOLE};
    const CaseClaim claim = deal->agreement.contract->price(&deal->agreement.terms, one);
    contract_year_add(&yardstick->cases, one, &claim, whole);
    yardstick->charge += one->charge;
    yardstick->bed += bed;
}

static void bill(Billed *billed, const StayClaim *claim) {
    billed->charge += claim->charge;
    billed->insured += claim->charge;
    billed->in_scope += claim->in_scope;
}

// The fund's part of a stay elsewhere, at the institution that answers for the enrolled.
static void bear(Portfolio *portfolio, int d, int county, const StayClaim *claim) {
    const int slots = portfolio->slots, s = portfolio->lead[d];
    const int own = claim->scheme == SCHEME_RESIDENT;
    const int row = (county * portfolio->deals + d) * SCHEME_COUNT + claim->scheme;
    const int year = (county * portfolio->deals + d) * AREAS_OF_A_COUNTY + own;
    const Deal *deal = &portfolio->deal[d];
    if (s == NO_SLOT || !deal->in_county[county]) return;
    if (!(portfolio->covers[(d * SCHEME_COUNT + claim->scheme) * slots + s] >> claim->case_class &
          1))
        return;
    portfolio->now[(row * slots + s) * CASE_CLASS_COUNT + claim->case_class].cases.borne +=
        claim->fund;
    if (portfolio->binds[d * slots + s])
        portfolio->year[year * slots + s].borne += fen_part(claim->fund, deal->agreement.coverage);
}

// Puts the stay to a contract that takes it; `from` is what other contracts have of it.
static void put(Portfolio *portfolio, int d, int county, const StayClaim *claim, bool member,
                Millionths *from) {
    const Deal *deal = &portfolio->deal[d];
    const int slots = portfolio->slots, s = portfolio->slot_of[claim->facility];
    const Slot *slot = &portfolio->slot[s];
    const int own = claim->scheme == SCHEME_RESIDENT;
    const int row = (county * portfolio->deals + d) * SCHEME_COUNT + claim->scheme;
    const int year = (county * portfolio->deals + d) * AREAS_OF_A_COUNTY + own;
    PaidCase one = paid_case(&deal->agreement.terms, claim, (Level)slot->level);
    if (deal->own_terms) one.coefficient = coefficient_of(portfolio, d, s, one.group);
    measure(&portfolio->now[(row * slots + s) * CASE_CLASS_COUNT + claim->case_class], deal, &one,
            claim->bed);
    if (!member || !portfolio->binds[d * slots + s]) return;

    const CasePart part = {*from, *from + deal->agreement.coverage};
    *from = part.to;
    one.coefficient = coefficient_of(portfolio, d, s, one.group);
    const CaseClaim price = deal->agreement.contract->price(&deal->agreement.terms, &one);
    contract_year_add(&portfolio->year[year * slots + s], &one, &price, part);
    if (asks_for_review(&deal->agreement.terms, &one, &price))
        contract_year_add(&portfolio->asking[year * slots + s], &one, &price, part);
}

void portfolio_add_stay(Portfolio *portfolio, int county, const StayClaim *claim) {
    const int s = portfolio->slot_of[claim->facility], slots = portfolio->slots;
    Millionths from = 0;
    int taken = NO_DEAL; // the reform that has taken the case last
    if (s != NO_SLOT) bill(&portfolio->billed[county * slots + s], claim);
    for (int d = 0; d < portfolio->deals; d++) {
        const Deal *deal = &portfolio->deal[d];
        const AgreementScope *scope = &deal->agreement.scope;
        if (!scope->stays || deal->reform == taken) continue;
        if (!scope_takes(scope, claim->disease, claim->days)) continue;
        const bool member =
            s != NO_SLOT && (portfolio->covers[(d * SCHEME_COUNT + claim->scheme) * slots + s] >>
                                 claim->case_class &
                             1);
        if (deal->of_enrolled && !member)
            bear(portfolio, d, county, claim);
        else if (s != NO_SLOT && (!deal->of_enrolled || deal->in_county[county]))
            put(portfolio, d, county, claim, member, &from);
        if (member && !deal->own_terms) taken = deal->reform;
    }
}

void portfolio_add_visitor(Portfolio *portfolio, uint16_t facility, Fen charge) {
    const int s = portfolio->slot_of[facility];
    if (s != NO_SLOT)
        portfolio->billed[portfolio->counties * portfolio->slots + s].charge += charge;
}
