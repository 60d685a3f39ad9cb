// SPDX-License-Identifier: MIT
#include "payment/portfolio_parts.h"

#include <string.h>

enum { MONTHS = 12, POINTS_OF_A_WEIGHT = 1000000 }; // thousandths

// ---- what last year's cases would come to now

static void add_cell(Past *past, const Yardstick *cell, Millionths coverage, Millionths k) {
    ContractYear *sum = &past->cases;
    const ContractYear *one = &cell->cases;
    sum->in_scope += fen_part(one->in_scope, coverage);
    sum->fund_by_items += fen_part(one->fund_by_items, coverage);
    sum->by_items += fen_part(one->by_items, coverage);
    sum->in_scope_by_items += fen_part(one->in_scope_by_items, coverage);
    sum->borne += fen_part(one->borne, coverage);
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

Past portfolio_past(const Portfolio *portfolio, int d, int area, int s) {
    Past past = {.cases = {.in_scope = 0}};
    const int slots = portfolio->slots;
    const Millionths k =
        portfolio->deal[d].own_terms ? WHOLE : portfolio->coefficient[d * slots + s];
    for (int payer = 0; payer < portfolio_payers(portfolio); payer++) {
        if (area != ALL_AREAS && area_of_payer(portfolio, payer) != area) continue;
        const int scheme = scheme_of_payer(portfolio, payer);
        const uint8_t covered = portfolio->covers[(d * SCHEME_COUNT + scheme) * slots + s];
        const Yardstick *cells =
            &portfolio
                 ->last[((d * portfolio_payers(portfolio) + payer) * slots + s) * CASE_CLASS_COUNT];
        for (int class = 0; class < CASE_CLASS_COUNT; class ++)
            if (covered >> class & 1 && cells[class].cases.cases > 0)
                add_cell(&past, &cells[class], portfolio->deal[d].agreement.coverage, k);
    }
    return past;
}

Fen portfolio_expected(const Portfolio *portfolio, int d, int s, const Past *past) {
    const Deal *deal = &portfolio->deal[d];
    const Fen borne = fen_part(past->cases.borne, deal->agreement.terms.up_referrals_borne);
    const Fen items = past->cases.fund_by_items + past->cases.by_items + borne;
    const Fen grown =
        division_round(items, portfolio->outlook.growth[portfolio->slot[s].kind], WHOLE);
    return division_round(grown, WHOLE + deal->budget_growth, WHOLE);
}

// ---- chance at one in n

static void even_out_field(Portfolio *portfolio, size_t field, int from, int to) {
    Share *share = portfolio->share;
    Fen total = 0;
    for (int i = from; i < to; i++) {
        const char *row = (const char *)&portfolio->sum[portfolio->alike[i]];
        share[i - from] = (Share){.weight = units_of(&portfolio->sum[portfolio->alike[i]])};
        total += *(const Fen *)(const void *)(row + field);
    }
    division_by_weights(share, sizeof *share, (size_t)(to - from), total);
    for (int i = from; i < to; i++) {
        char *row = (char *)&portfolio->sum[portfolio->alike[i]];
        *(Fen *)(void *)(row + field) = share[i - from].part;
    }
}

static void even_out_alike(Portfolio *portfolio, int from, int to) {
    static const size_t fields[] = {
        offsetof(ContractYear, in_scope), offsetof(ContractYear, fund_by_items),
        offsetof(ContractYear, by_items), offsetof(ContractYear, in_scope_by_items),
        offsetof(ContractYear, prepaid)};
    int64_t units = 0;
    for (int i = from; i < to; i++)
        units += units_of(&portfolio->sum[portfolio->alike[i]]);
    for (size_t i = 0; i < sizeof fields / sizeof *fields && units > 0; i++)
        even_out_field(portfolio, fields[i], from, to);
}

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

// ---- the prices of an area

// What the cases of the year before would come to now, and what for: points, or the value of days.
typedef struct UnitPrice {
    Fen fen;
    int64_t units;
} UnitPrice;

static UnitPrice unit_price(const Portfolio *portfolio, int d, int area) {
    UnitPrice price = {0};
    for (int e = 0; e < portfolio->deals; e++) {
        if (!deals_are_alike(portfolio, d, e)) continue;
        for (int s = 0; s < portfolio->slots; s++) {
            const Past past = portfolio_past(portfolio, e, area, s);
            price.fen +=
                division_round(past.cases.in_scope,
                               portfolio->outlook.price_growth[portfolio->slot[s].kind], WHOLE);
            price.units += units_of(&past.cases);
        }
    }
    price.fen = division_round(price.fen, WHOLE + portfolio->deal[d].budget_growth, WHOLE);
    return price;
}

static void set_prices(Portfolio *portfolio, Terms *terms, unsigned kind, UnitPrice price) {
    if (price.units == 0) return;
    if (kind & TERMS_CASE_MIX) {
        terms->rate = division_round(price.fen, POINTS_OF_A_WEIGHT, price.units);
        return;
    }
    for (int step = 0; step < terms->step_count; step++)
        terms->steps[step].fen = division_round(terms->steps[step].fen, price.fen, price.units);
    for (int s = 0; s < portfolio->slots; s++)
        portfolio->sum[s].value = division_round(portfolio->sum[s].value, price.fen, price.units);
}

Terms portfolio_settle(Portfolio *portfolio, int d, int area, Fen budget, Period period,
                       Pool *pool) {
    const Deal *deal = &portfolio->deal[d];
    const PaymentContract *contract = deal->agreement.contract;
    Terms terms = deal->agreement.terms;
    even_out(portfolio);
    if (!deal->own_terms) {
        terms.reserve = fen_part(budget, deal->reserve_share);
        if (terms.retrospective)
            terms.budget = budget;
        else
            set_prices(portfolio, &terms, contract->terms, unit_price(portfolio, d, area));
    }
    contract->settle(&terms, period, portfolio->sum, (size_t)portfolio->slots, portfolio->clearing,
                     pool);
    if (!pool->has_budget) pool->budget = pool->paid - (pool->reserve - pool->reserve_left);
    return terms;
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
            const Past past = portfolio_past(portfolio, d, area, s);
            portfolio->budget[d * POOLING_AREAS + area] +=
                division_round(portfolio_expected(portfolio, d, s, &past), 1, MONTHS);
        }
    }
}

void portfolio_open_month(Portfolio *portfolio, const Outlook *outlook) {
    portfolio->outlook = *outlook;
    bind_institutions(portfolio);
    memset(portfolio->head_deal, NO_DEAL, portfolio->city->township_count);
    for (int d = 0; d < portfolio->deals; d++) {
        if (!portfolio->deal[d].own_terms)
            portfolio->deal[d].agreement.terms.price_index = outlook->price_index;
        if (deal_is_by_head(portfolio, d))
            portfolio_bind_heads(portfolio, d);
        else
            add_to_budgets(portfolio, d);
    }
}
