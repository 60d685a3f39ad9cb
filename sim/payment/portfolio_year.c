// SPDX-License-Identifier: MIT
#include "payment/portfolio_parts.h"

#include <string.h>

static Fen *of_area(const Portfolio *portfolio, Fen *rows, int d, int area) {
    return &rows[(d * POOLING_AREAS + area) * portfolio->slots];
}

// ---- clearing

static void year_add(ContractYear *sum, const ContractYear *one) {
    sum->in_scope += one->in_scope;
    sum->fund_by_items += one->fund_by_items;
    sum->by_items += one->by_items;
    sum->in_scope_by_items += one->in_scope_by_items;
    sum->prepaid += one->prepaid;
    sum->borne += one->borne;
    sum->value += one->value;
    sum->points += one->points;
    sum->cases += one->cases;
    sum->days += one->days;
    if (one->cases > 0) sum->coefficient = one->coefficient;
}

// An institution's year under a contract in an area, of `rows` as of Portfolio.year.
static ContractYear sum_year(const Portfolio *portfolio, const ContractYear *rows, int d, int area,
                             int s) {
    ContractYear sum = {.coefficient = WHOLE};
    for (int county = 0; county < portfolio->counties; county++)
        for (int own = 0; own < AREAS_OF_A_COUNTY; own++) {
            const int row = (county * portfolio->deals + d) * AREAS_OF_A_COUNTY + own;
            if (area == ALL_AREAS || area == (own ? county : CITY_AREA))
                year_add(&sum, &rows[row * portfolio->slots + s]);
        }
    return sum;
}

static ContractYear year_of(const Portfolio *portfolio, int d, int area, int s) {
    return sum_year(portfolio, portfolio->year, d, area, s);
}

static Fen items_of(const ContractYear *year) {
    return year->fund_by_items + year->by_items;
}

void portfolio_give(Portfolio *portfolio, int area, Kind kind, uint8_t county, Fen amount) {
    const Scheme scheme = area == CITY_AREA ? SCHEME_EMPLOYEE : SCHEME_RESIDENT;
    ledger_move(&portfolio->books, account_fund(scheme, area), account_operation(kind, county),
                amount);
}

// Takes back what the contract does not prepay of what the items have paid.
static void withhold(Portfolio *portfolio, int d, int area) {
    Fen *withheld = of_area(portfolio, portfolio->withheld, d, area);
    for (int s = 0; s < portfolio->slots; s++) {
        const ContractYear year = year_of(portfolio, d, area, s);
        const Fen now = items_of(&year) - year.prepaid;
        const Slot *slot = &portfolio->slot[s];
        portfolio_give(portfolio, area, (Kind)slot->kind, slot->county, withheld[s] - now);
        withheld[s] = now;
    }
}

// Where nothing stands against which a budget could be set, items are paid as they are.
static void pay_as_billed(Portfolio *portfolio, size_t count, Pool *pool) {
    *pool = (Pool){0};
    for (size_t i = 0; i < count; i++) {
        const Fen items = items_of(&portfolio->sum[i]);
        portfolio->clearing[i] = (Clearing){.value = items,
                                            .entitlement = items,
                                            .paid = items,
                                            .due = items - portfolio->sum[i].prepaid};
        pool->budget += items;
        pool->paid += items;
    }
}

void portfolio_tell_pool(const Portfolio *portfolio, ClearedYear *told, size_t count,
                         const Pool *pool) {
    told->budget += pool->budget;
    told->reserve += pool->reserve;
    told->paid += pool->paid;
    told->borne += pool->borne;
    told->budget_left += pool->budget_left;
    told->reserve_left += pool->reserve_left;
    for (size_t i = 0; i < count; i++) {
        const Fen items = items_of(&portfolio->sum[i]), paid = portfolio->clearing[i].paid;
        told->items += items;
        told->unpaid += fen_most(items - paid, 0);
        told->kept += fen_most(paid - items, 0);
        told->cases += portfolio->sum[i].cases;
        told->institutions += items > 0;
        told->left_with_nothing += items > 0 && portfolio->clearing[i].entitlement == 0;
    }
}

// Of the cases that ask for review the granted part goes back to the items.
static void grant_reviews(const Portfolio *portfolio, int d, int area, int s, ContractYear *sum) {
    const ContractYear asking = sum_year(portfolio, portfolio->asking, d, area, s);
    const Millionths share = portfolio->deal[d].agreement.terms.review_share;
    const int64_t granted = fen_least(asking.cases, division_wide((Wide)sum->cases * share, WHOLE));
    if (granted == 0) return;
    const Fen in_scope = division_round(asking.in_scope, granted, asking.cases);
    const Fen fund = division_round(asking.fund_by_items, granted, asking.cases);
    sum->in_scope -= in_scope;
    sum->in_scope_by_items += in_scope;
    sum->fund_by_items -= fund;
    sum->by_items += fund;
    sum->points -= division_round(asking.points, granted, asking.cases);
}

// What an institution is due of the pool of all areas, by what its items came to in each.
static void give_by_items(Portfolio *portfolio, int d, int s, Fen due) {
    Share share[POOLING_AREAS] = {{0}};
    const Slot *slot = &portfolio->slot[s];
    bool any = false;
    for (int area = 0; area < POOLING_AREAS; area++) {
        if (!has_area(portfolio, area)) continue;
        const ContractYear year = year_of(portfolio, d, area, s);
        share[area].weight = items_of(&year);
        any = any || share[area].weight > 0;
    }
    if (!any) share[CITY_AREA].weight = 1;
    division_by_weights(share, sizeof *share, POOLING_AREAS, due < 0 ? -due : due);
    for (int area = 0; area < POOLING_AREAS; area++)
        if (share[area].part > 0)
            portfolio_give(portfolio, area, (Kind)slot->kind, slot->county,
                           due < 0 ? -share[area].part : share[area].part);
}

static Period period_of(const Portfolio *portfolio, int d) {
    const Deal *deal = &portfolio->deal[d];
    if (!deal->own_terms) return (Period){1, 1};
    return agreement_period(&deal->agreement, portfolio->outlook.year);
}

static void clear_pool(Portfolio *portfolio, int d, int area) {
    const size_t count = (size_t)portfolio->slots;
    const bool own_terms = portfolio->deal[d].own_terms;
    const Fen budget = own_terms ? 0 : portfolio->budget[d * POOLING_AREAS + area];
    Pool pool;
    for (int s = 0; s < portfolio->slots; s++) {
        portfolio->sum[s] = year_of(portfolio, d, area, s);
        grant_reviews(portfolio, d, area, s, &portfolio->sum[s]);
    }
    if (own_terms || budget > 0)
        portfolio_settle(portfolio, d, area, budget, period_of(portfolio, d), &pool);
    else
        pay_as_billed(portfolio, count, &pool);
    for (int s = 0; s < portfolio->slots; s++) {
        const Slot *slot = &portfolio->slot[s];
        const Fen due = portfolio->clearing[s].due;
        if (own_terms)
            give_by_items(portfolio, d, s, due);
        else
            portfolio_give(portfolio, area, (Kind)slot->kind, slot->county, due);
    }
    portfolio_tell_pool(portfolio, &portfolio->cleared[CLEARED_STAYS], count, &pool);
}

// ---- the year becomes the last

// Nobody of most counties stays at most institutions, and memory that was never written is none.
static void clear_used(Yardstick *row, int count) {
    for (int i = 0; i < count; i++)
        if (row[i].cases.cases > 0) row[i] = (Yardstick){.charge = 0};
}

static void keep_cells(Portfolio *portfolio) {
    const int cells = portfolio->slots * CASE_CLASS_COUNT, deals = portfolio->deals;
    clear_used(portfolio->last, deals * portfolio_payers(portfolio) * cells);
    for (int county = 0; county < portfolio->counties; county++)
        for (int d = 0; d < deals; d++)
            for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
                const int payer = scheme == SCHEME_RESIDENT ? county : portfolio->counties + scheme;
                const Yardstick *from =
                    &portfolio->now[((county * deals + d) * SCHEME_COUNT + scheme) * cells];
                Yardstick *to = &portfolio->last[(d * portfolio_payers(portfolio) + payer) * cells];
                for (int i = 0; i < cells; i++) {
                    if (from[i].cases.cases == 0) continue;
                    year_add(&to[i].cases, &from[i].cases);
                    to[i].charge += from[i].charge;
                    to[i].bed += from[i].bed;
                }
            }
    clear_used(portfolio->now, portfolio->counties * deals * SCHEME_COUNT * cells);
}

static void keep_charges(Portfolio *portfolio) {
    const uint32_t institutions = portfolio->city->institution_count;
    memset(portfolio->billed_last, 0, (size_t)portfolio->slots * sizeof *portfolio->billed_last);
    memset(portfolio->charged_visits_last, 0, institutions * sizeof(Fen));
    for (int county = 0; county <= portfolio->counties; county++) {
        Billed *stays = &portfolio->billed[county * portfolio->slots];
        Fen *visits = &portfolio->charged_visits[(uint32_t)county * institutions];
        for (int s = 0; s < portfolio->slots; s++) {
            portfolio->billed_last[s].charge += stays[s].charge;
            portfolio->billed_last[s].insured += stays[s].insured;
            portfolio->billed_last[s].in_scope += stays[s].in_scope;
        }
        for (uint32_t i = 0; i < institutions; i++)
            portfolio->charged_visits_last[i] += visits[i];
        memset(stays, 0, (size_t)portfolio->slots * sizeof *stays);
        memset(visits, 0, institutions * sizeof *visits);
    }
}

// What cases of a level came to, and what they count for.
typedef struct LevelSum {
    Fen in_scope;
    int64_t units;
} LevelSum;

static void add_levels(const Portfolio *portfolio, int d, LevelSum *level, LevelSum *all) {
    const int cells = portfolio->slots * CASE_CLASS_COUNT;
    for (int payer = 0; payer < portfolio_payers(portfolio); payer++)
        for (int i = 0; i < cells; i++) {
            const ContractYear *one =
                &portfolio->last[(d * portfolio_payers(portfolio) + payer) * cells + i].cases;
            LevelSum *own = &level[portfolio->slot[i / CASE_CLASS_COUNT].level];
            own->in_scope += one->in_scope;
            own->units += units_of(one);
            all->in_scope += one->in_scope;
            all->units += units_of(one);
        }
}

// k of a level: what its cases cost for each point against all, in the first year that is known.
static void find_coefficients(Portfolio *portfolio, int d) {
    LevelSum level[LEVEL_COUNT] = {{0}}, all = {0};
    for (int e = 0; e < portfolio->deals; e++)
        if (deals_are_alike(portfolio, d, e)) add_levels(portfolio, e, level, &all);
    for (int s = 0; s < portfolio->slots; s++) {
        const LevelSum *own = &level[portfolio->slot[s].level];
        if (own->units > 0 && all.in_scope > 0)
            portfolio->coefficient[d * portfolio->slots + s] = division_wide(
                (Wide)own->in_scope * all.units * WHOLE, (Wide)own->units * all.in_scope);
    }
}

static void begin_next(Portfolio *portfolio) {
    const size_t deals = (size_t)portfolio->deals, slots = (size_t)portfolio->slots;
    keep_cells(portfolio);
    keep_charges(portfolio);
    const size_t years = (size_t)portfolio->counties * deals * AREAS_OF_A_COUNTY * slots;
    memset(portfolio->year, 0, years * sizeof *portfolio->year);
    memset(portfolio->asking, 0, years * sizeof *portfolio->asking);
    memset(portfolio->budget, 0, deals * POOLING_AREAS * sizeof *portfolio->budget);
    memset(portfolio->withheld, 0, deals * POOLING_AREAS * slots * sizeof *portfolio->withheld);
    for (int d = 0; d < portfolio->deals && !portfolio->has_last; d++)
        if (!deal_is_by_head(portfolio, d) && !portfolio->deal[d].own_terms)
            find_coefficients(portfolio, d);
    portfolio->has_last = true;
}

void portfolio_open_books(Portfolio *portfolio) {
    portfolio->books = (Ledger){.account = {0}};
    memset(portfolio->cleared, 0, sizeof portfolio->cleared);
}

void portfolio_close_month(Portfolio *portfolio, bool december) {
    for (int d = 0; d < portfolio->deals; d++) {
        for (int area = 0; area <= ALL_AREAS && !deal_is_by_head(portfolio, d); area++) {
            if (area < ALL_AREAS && has_area(portfolio, area)) withhold(portfolio, d, area);
            if (december && has_pool(portfolio, d, area)) clear_pool(portfolio, d, area);
        }
        if (deal_is_by_head(portfolio, d)) portfolio_close_heads(portfolio, d, december);
    }
    if (!december) return;
    portfolio_keep_heads(portfolio);
    begin_next(portfolio);
}

// ---- laws

static Fen sum_of(const Portfolio *portfolio, int from, int to) {
    Fen sum = 0;
    for (int account = from; account < to; account++)
        sum += portfolio->books.account[account];
    return sum;
}

static Status check_part(const ClearedYear *told, const char *when, Report *report) {
    const Fen had = told->budget + told->reserve;
    const Fen used = told->paid + told->borne + told->budget_left + told->reserve_left;
    if (had == used) return STATUS_OK;
    return report_problem(report, STATUS_LAW_BROKEN,
                          "%s: contracts: budgets and reserves are %s yuan, paid, borne and left "
                          "%s, expected the same",
                          when, fen_text(had).text, fen_text(used).text);
}

Status portfolio_check(const Portfolio *portfolio, const char *when, Report *report) {
    const ClearedYear *stays = &portfolio->cleared[CLEARED_STAYS];
    const ClearedYear *heads = &portfolio->cleared[CLEARED_HEADS];
    const Fen operation = sum_of(portfolio, ACCOUNT_OPERATION, ACCOUNT_COUNT);
    const Fen funds = sum_of(portfolio, ACCOUNT_FUND, ACCOUNT_MAJOR_ILLNESS);
    const Fen moved = stays->paid - stays->items + heads->paid - heads->items;
    if (funds + operation != 0)
        return report_problem(report, STATUS_LAW_BROKEN,
                              "%s: contracts: institutions received %s yuan from settlement, funds "
                              "paid %s, expected the same",
                              when, fen_text(operation).text, fen_text(-funds).text);
    if (stays->institutions + heads->institutions > 0 && operation != moved)
        return report_problem(report, STATUS_LAW_BROKEN,
                              "%s: contracts: settlement moved %s yuan to institutions, paid less "
                              "items is %s, expected the same",
                              when, fen_text(operation).text, fen_text(moved).text);
    const Status status = check_part(stays, when, report);
    return status == STATUS_OK ? check_part(heads, when, report) : status;
}
