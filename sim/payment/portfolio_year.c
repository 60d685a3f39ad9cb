// SPDX-License-Identifier: MIT
#include "payment/portfolio_parts.h"

#include <string.h>

enum { MONTHS = 12 };

static const Terms *terms_of_deal(const Portfolio *portfolio, int d) {
    return &portfolio->deal[d].agreement.terms;
}

static bool by_head(const Portfolio *portfolio, int d) {
    return portfolio->deal[d].agreement.contract->terms & TERMS_CAPITATION;
}

static int area_of_payer(const Portfolio *portfolio, int payer) {
    return payer < portfolio->counties ? payer : CITY_AREA;
}

static int scheme_of_payer(const Portfolio *portfolio, int payer) {
    return payer < portfolio->counties ? SCHEME_RESIDENT : payer - portfolio->counties;
}

static int payers(const Portfolio *portfolio) {
    return portfolio->counties + SCHEME_RESIDENT;
}

static bool has_area(const Portfolio *portfolio, int area) {
    return area < portfolio->counties || area == CITY_AREA;
}

static Fen *of_area(const Portfolio *portfolio, Fen *rows, int d, int area) {
    return &rows[(d * POOLING_AREAS + area) * portfolio->slots];
}

// ---- what last year's cases would come to now

// The stays of one institution under one contract, of one pooling area.
typedef struct Past {
    ContractYear cases; // of the part that is covered, with the institution's k
    Yardstick whole;
} Past;

static void add_cell(Past *past, const Yardstick *cell, Millionths coverage, Millionths k) {
    ContractYear *sum = &past->cases;
    const ContractYear *one = &cell->cases;
    sum->in_scope += fen_part(one->in_scope, coverage);
    sum->fund_by_items += fen_part(one->fund_by_items, coverage);
    sum->by_items += fen_part(one->by_items, coverage);
    sum->in_scope_by_items += fen_part(one->in_scope_by_items, coverage);
    sum->value += fen_part(division_round(one->value, k, WHOLE), coverage);
    sum->points += fen_part(division_round(one->points, k, WHOLE), coverage);
    sum->coefficient = k;
    sum->cases += one->cases;
    sum->days += one->days;
    past->whole.charge += cell->charge;
    past->whole.bed += cell->bed;
    past->whole.cases.in_scope += one->in_scope + one->in_scope_by_items;
    past->whole.cases.points += division_round(one->points, k, WHOLE);
}

static Past past_of(const Portfolio *portfolio, int d, int area, int s) {
    Past past = {.cases = {.in_scope = 0}};
    const int slots = portfolio->slots;
    const Millionths k = portfolio->coefficient[d][portfolio->slot[s].level];
    for (int payer = 0; payer < payers(portfolio); payer++) {
        if (area_of_payer(portfolio, payer) != area) continue;
        const int scheme = scheme_of_payer(portfolio, payer);
        const uint8_t covered = portfolio->covers[(d * SCHEME_COUNT + scheme) * slots + s];
        const Yardstick *cells =
            &portfolio->last[((d * payers(portfolio) + payer) * slots + s) * CASE_CLASS_COUNT];
        for (int class = 0; class < CASE_CLASS_COUNT; class ++)
            if (covered >> class & 1)
                add_cell(&past, &cells[class], portfolio->deal[d].agreement.coverage, k);
    }
    return past;
}

// What the items of such cases would come to this year.
static Fen expected_items(const Portfolio *portfolio, int d, int s, const Past *past) {
    const Fen items = past->cases.fund_by_items + past->cases.by_items;
    const Fen grown = division_round(items, portfolio->outlook.growth[portfolio->slot[s].kind],
                                     WHOLE);
    return division_round(grown, WHOLE + portfolio->deal[d].budget_growth, WHOLE);
}

static Terms terms_with(const Portfolio *portfolio, int d, Fen budget) {
    Terms terms = *terms_of_deal(portfolio, d);
    terms.reserve = fen_part(budget, portfolio->deal[d].reserve_share);
    terms.budget = budget;
    return terms;
}

// ---- chance at one in n

static void even_out_field(Portfolio *portfolio, size_t field, int from, int to) {
    Share *share = portfolio->share;
    Fen total = 0;
    for (int i = from; i < to; i++) {
        const char *row = (const char *)&portfolio->sum[portfolio->alike[i]];
        share[i - from] = (Share){.weight = portfolio->sum[portfolio->alike[i]].points};
        total += *(const Fen *)(const void *)(row + field);
    }
    division_by_weights(share, sizeof *share, (size_t)(to - from), total);
    for (int i = from; i < to; i++) {
        char *row = (char *)&portfolio->sum[portfolio->alike[i]];
        *(Fen *)(void *)(row + field) = share[i - from].part;
    }
}

static void even_out_alike(Portfolio *portfolio, int from, int to) {
    static const size_t fields[] = {offsetof(ContractYear, in_scope),
                                    offsetof(ContractYear, fund_by_items),
                                    offsetof(ContractYear, by_items),
                                    offsetof(ContractYear, in_scope_by_items),
                                    offsetof(ContractYear, prepaid)};
    int64_t points = 0;
    for (int i = from; i < to; i++)
        points += portfolio->sum[portfolio->alike[i]].points;
    for (size_t i = 0; i < sizeof fields / sizeof *fields && points > 0; i++)
        even_out_field(portfolio, fields[i], from, to);
}

// Institutions of one kind and county share out what their cases came to by their points.
static void even_out(Portfolio *portfolio) {
    if (portfolio->scale == 1) return;
    for (int from = 0, to = 0; from < portfolio->slots; from = to) {
        const Slot *first = &portfolio->slot[portfolio->alike[from]];
        for (to = from + 1; to < portfolio->slots; to++) {
            const Slot *next = &portfolio->slot[portfolio->alike[to]];
            if (next->kind != first->kind || next->county != first->county) break;
        }
        even_out_alike(portfolio, from, to);
    }
}

// ---- the months

static void bind_institutions(Portfolio *portfolio) {
    for (int d = 0; d < portfolio->deals; d++)
        for (int s = 0; s < portfolio->slots; s++) {
            const Slot *slot = &portfolio->slot[s];
            portfolio->binds[d * portfolio->slots + s] =
                portfolio->has_last && slot->turn < portfolio->joined[d][slot->county];
        }
}

static void add_to_budgets(Portfolio *portfolio, int d) {
    for (int area = 0; area < POOLING_AREAS; area++) {
        if (!has_area(portfolio, area)) continue;
        for (int s = 0; s < portfolio->slots; s++) {
            if (!portfolio->binds[d * portfolio->slots + s]) continue;
            const Past past = past_of(portfolio, d, area, s);
            portfolio->budget[d * POOLING_AREAS + area] +=
                division_round(expected_items(portfolio, d, s, &past), 1, MONTHS);
        }
    }
}

void portfolio_open_month(Portfolio *portfolio, const Outlook *outlook) {
    portfolio->outlook = *outlook;
    bind_institutions(portfolio);
    memset(portfolio->head_deal, NO_DEAL, portfolio->city->township_count);
    for (int d = 0; d < portfolio->deals; d++) {
        portfolio->deal[d].agreement.terms.price_index = outlook->price_index;
        if (by_head(portfolio, d))
            portfolio_bind_heads(portfolio, d);
        else
            add_to_budgets(portfolio, d);
    }
}

// ---- answers

static void judge(Portfolio *portfolio, int d, int s, const Past *past, const Margin *margin) {
    Judgement *own = &portfolio->judgement[portfolio->slot[s].facility];
    const Fen charged = portfolio->charged_last[s];
    const double cases = (double)past->cases.cases;
    if (charged <= 0 || past->cases.cases == 0 || past->whole.charge <= 0) return;
    const MeanCase mean = {
        .charge = (double)past->whole.charge / cases,
        .bed_a_day =
            past->cases.days > 0 ? (double)past->whole.bed / (double)past->cases.days : 0,
        .in_scope = (double)past->whole.cases.in_scope / cases,
        .points = (double)past->whole.cases.points / cases,
        .days = (double)past->cases.days / cases};
    const Incentive incentive = incentive_of(margin, &mean);
    const double share = (double)past->whole.charge / (double)charged *
                         (double)portfolio->deal[d].agreement.coverage / WHOLE;
    incentive_add(&own->stays, &incentive, share);
    own->bound_stays += share;
}

static void judge_pool(Portfolio *portfolio, int d, int area) {
    const Deal *deal = &portfolio->deal[d];
    Pool pool;
    Fen budget = 0;
    bool any = false;
    for (int s = 0; s < portfolio->slots; s++) {
        portfolio->sum[s] = (ContractYear){.coefficient = WHOLE};
        if (!portfolio->binds[d * portfolio->slots + s]) continue;
        const Past past = past_of(portfolio, d, area, s);
        portfolio->sum[s] = past.cases;
        budget += expected_items(portfolio, d, s, &past);
        any = true;
    }
    if (!any || budget <= 0) return;
    even_out(portfolio);
    const Terms terms = terms_with(portfolio, d, budget);
    deal->agreement.contract->settle(&terms, (Period){1, 1}, portfolio->sum,
                                     (size_t)portfolio->slots, portfolio->clearing, &pool);
    for (int s = 0; s < portfolio->slots; s++) {
        if (!portfolio->binds[d * portfolio->slots + s]) continue;
        const Past past = past_of(portfolio, d, area, s);
        const Margin margin = deal->agreement.contract->marginal(
            &terms, portfolio->sum, (size_t)s, portfolio->clearing, &pool);
        judge(portfolio, d, s, &past, &margin);
    }
}

// Every contract for stays sees every stay: the first will do.
static void find_scope(Portfolio *portfolio) {
    const int cells = portfolio->slots * CASE_CLASS_COUNT;
    int d = 0;
    while (d < portfolio->deals && by_head(portfolio, d))
        d++;
    if (d == portfolio->deals) return;
    for (int payer = 0; payer < payers(portfolio); payer++)
        for (int i = 0; i < cells; i++) {
            const Yardstick *one =
                &portfolio->last[(d * payers(portfolio) + payer) * cells + i];
            Judgement *own =
                &portfolio->judgement[portfolio->slot[i / CASE_CLASS_COUNT].facility];
            own->charge += (double)one->charge;
            own->in_scope += (double)(one->cases.in_scope + one->cases.in_scope_by_items);
        }
}

static Stand stand_of(const Portfolio *portfolio, uint32_t institution, double detection) {
    const Judgement *own = &portfolio->judgement[institution];
    Incentive stays = own->stays, visits = own->visits;
    incentive_add(&stays, &incentive_by_item, 1 - own->bound_stays);
    incentive_add(&visits, &incentive_by_item, 1 - own->bound_visits);
    const double scope = own->charge > 0 ? own->in_scope / own->charge : 0;
    return stand_for(&portfolio->city->parameters.response, &stays, &visits, scope, detection);
}

void portfolio_answer(Portfolio *portfolio, const double *detection) {
    const City *city = portfolio->city;
    if (!portfolio->has_last) return;
    memset(portfolio->judgement, 0, city->institution_count * sizeof *portfolio->judgement);
    find_scope(portfolio);
    for (int d = 0; d < portfolio->deals; d++) {
        if (by_head(portfolio, d))
            portfolio_judge_heads(portfolio, d);
        else
            for (int area = 0; area < POOLING_AREAS; area++)
                if (has_area(portfolio, area)) judge_pool(portfolio, d, area);
    }
    for (uint32_t i = 0; i < city->institution_count; i++) {
        const uint8_t county = city->institutions[i].county;
        if (county == NO_COUNTY) continue;
        const Stand to = stand_of(portfolio, i, detection[county]);
        stand_move(&portfolio->stand[i], &to, city->parameters.response.relaxation_months);
        portfolio->answer[i] = stand_answer(&portfolio->stand[i]);
    }
}

// ---- clearing

static void year_add(ContractYear *sum, const ContractYear *one) {
    sum->in_scope += one->in_scope;
    sum->fund_by_items += one->fund_by_items;
    sum->by_items += one->by_items;
    sum->in_scope_by_items += one->in_scope_by_items;
    sum->prepaid += one->prepaid;
    sum->value += one->value;
    sum->points += one->points;
    sum->cases += one->cases;
    sum->days += one->days;
    if (one->cases > 0) sum->coefficient = one->coefficient;
}

static ContractYear year_of(const Portfolio *portfolio, int d, int area, int s) {
    ContractYear sum = {.coefficient = WHOLE};
    const int own = area != CITY_AREA, slots = portfolio->slots;
    for (int county = 0; county < portfolio->counties; county++) {
        if (own && county != area) continue;
        const int row = (county * portfolio->deals + d) * AREAS_OF_A_COUNTY + own;
        year_add(&sum, &portfolio->year[row * slots + s]);
    }
    return sum;
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

static void clear_pool(Portfolio *portfolio, int d, int area) {
    const PaymentContract *contract = portfolio->deal[d].agreement.contract;
    const size_t count = (size_t)portfolio->slots;
    const Fen budget = portfolio->budget[d * POOLING_AREAS + area];
    Pool pool;
    for (int s = 0; s < portfolio->slots; s++)
        portfolio->sum[s] = year_of(portfolio, d, area, s);
    even_out(portfolio);
    if (budget > 0) {
        const Terms terms = terms_with(portfolio, d, budget);
        contract->settle(&terms, (Period){1, 1}, portfolio->sum, count, portfolio->clearing,
                         &pool);
    } else {
        pay_as_billed(portfolio, count, &pool);
    }
    for (int s = 0; s < portfolio->slots; s++)
        portfolio_give(portfolio, area, (Kind)portfolio->slot[s].kind, portfolio->slot[s].county,
             portfolio->clearing[s].due);
    portfolio_tell_pool(portfolio, &portfolio->cleared[CLEARED_STAYS], count, &pool);
}

// ---- the year becomes the last

static void keep_cells(Portfolio *portfolio) {
    const int cells = portfolio->slots * CASE_CLASS_COUNT, deals = portfolio->deals;
    memset(portfolio->last, 0,
           (size_t)(deals * payers(portfolio) * cells) * sizeof *portfolio->last);
    for (int county = 0; county < portfolio->counties; county++)
        for (int d = 0; d < deals; d++)
            for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
                const int payer =
                    scheme == SCHEME_RESIDENT ? county : portfolio->counties + scheme;
                const Yardstick *from =
                    &portfolio->now[((county * deals + d) * SCHEME_COUNT + scheme) * cells];
                Yardstick *to = &portfolio->last[(d * payers(portfolio) + payer) * cells];
                for (int i = 0; i < cells; i++) {
                    year_add(&to[i].cases, &from[i].cases);
                    to[i].charge += from[i].charge;
                    to[i].bed += from[i].bed;
                }
            }
    memset(portfolio->now, 0,
           (size_t)(portfolio->counties * deals * SCHEME_COUNT * cells) * sizeof *portfolio->now);
}

static void keep_charges(Portfolio *portfolio) {
    const uint32_t institutions = portfolio->city->institution_count;
    for (int s = 0; s < portfolio->slots; s++)
        portfolio->charged_last[s] = 0;
    memset(portfolio->charged_visits_last, 0, institutions * sizeof(Fen));
    for (int county = 0; county <= portfolio->counties; county++) {
        Fen *stays = &portfolio->charged[county * portfolio->slots];
        Fen *visits = &portfolio->charged_visits[(uint32_t)county * institutions];
        for (int s = 0; s < portfolio->slots; s++)
            portfolio->charged_last[s] += stays[s];
        for (uint32_t i = 0; i < institutions; i++)
            portfolio->charged_visits_last[i] += visits[i];
        memset(stays, 0, (size_t)portfolio->slots * sizeof *stays);
        memset(visits, 0, institutions * sizeof *visits);
    }
}

// k of a level: what its cases cost for each point against all, in the first year that is known.
static void find_coefficients(Portfolio *portfolio, int d) {
    Fen in_scope[LEVEL_COUNT] = {0}, all = 0;
    int64_t points[LEVEL_COUNT] = {0}, all_points = 0;
    const int cells = portfolio->slots * CASE_CLASS_COUNT;
    for (int payer = 0; payer < payers(portfolio); payer++)
        for (int i = 0; i < cells; i++) {
            const ContractYear *one =
                &portfolio->last[(d * payers(portfolio) + payer) * cells + i].cases;
            const int level = portfolio->slot[i / CASE_CLASS_COUNT].level;
            in_scope[level] += one->in_scope;
            points[level] += one->points;
            all += one->in_scope;
            all_points += one->points;
        }
    for (int level = 0; level < LEVEL_COUNT; level++)
        if (points[level] > 0 && all > 0)
            portfolio->coefficient[d][level] =
                division_wide((Wide)in_scope[level] * all_points * WHOLE, (Wide)points[level] * all);
}

static void begin_next(Portfolio *portfolio) {
    const size_t deals = (size_t)portfolio->deals, slots = (size_t)portfolio->slots;
    keep_cells(portfolio);
    keep_charges(portfolio);
    memset(portfolio->year, 0,
           (size_t)portfolio->counties * deals * AREAS_OF_A_COUNTY * slots *
               sizeof *portfolio->year);
    memset(portfolio->budget, 0, deals * POOLING_AREAS * sizeof *portfolio->budget);
    memset(portfolio->withheld, 0, deals * POOLING_AREAS * slots * sizeof *portfolio->withheld);
    for (int d = 0; d < portfolio->deals && !portfolio->has_last; d++)
        if (portfolio->deal[d].agreement.contract->terms & TERMS_CASE_MIX)
            find_coefficients(portfolio, d);
    portfolio->has_last = true;
}

void portfolio_open_books(Portfolio *portfolio) {
    portfolio->books = (Ledger){.account = {0}};
    memset(portfolio->cleared, 0, sizeof portfolio->cleared);
}

void portfolio_close_month(Portfolio *portfolio, bool december) {
    for (int d = 0; d < portfolio->deals; d++) {
        for (int area = 0; area < POOLING_AREAS && !by_head(portfolio, d); area++) {
            if (!has_area(portfolio, area)) continue;
            withhold(portfolio, d, area);
            if (december) clear_pool(portfolio, d, area);
        }
        if (by_head(portfolio, d)) portfolio_close_heads(portfolio, d, december);
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
