// SPDX-License-Identifier: MIT
// What institutions make of their contracts: each judges by last year's cases what one more would
// bring, and moves a month on the way there.
#include "payment/portfolio_parts.h"

#include <string.h>

static void judge(Portfolio *portfolio, int d, int s, const Past *past, const Margin *margin) {
    Judgement *own = &portfolio->judgement[portfolio->slot[s].facility];
    const Fen charged = portfolio->billed_last[s].charge;
    const double cases = (double)past->cases.cases;
    if (charged <= 0 || past->cases.cases == 0 || past->whole.charge <= 0) return;
    const MeanCase mean = {
        .charge = (double)past->whole.charge / cases,
        .bed_a_day = past->cases.days > 0 ? (double)past->whole.bed / (double)past->cases.days : 0,
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
        const Past past = portfolio_past(portfolio, d, area, s);
        portfolio->sum[s] = past.cases;
        budget += portfolio_expected(portfolio, d, s, &past);
        any = true;
    }
    if (!any || (budget <= 0 && !deal->own_terms)) return;
    const Terms terms = portfolio_settle(portfolio, d, area, budget, (Period){1, 1}, &pool);
    for (int s = 0; s < portfolio->slots; s++) {
        if (!portfolio->binds[d * portfolio->slots + s]) continue;
        const Past past = portfolio_past(portfolio, d, area, s);
        const Margin margin = deal->agreement.contract->marginal(&terms, portfolio->sum, (size_t)s,
                                                                 portfolio->clearing, &pool);
        judge(portfolio, d, s, &past, &margin);
    }
}

static void find_scope(Portfolio *portfolio) {
    for (int s = 0; s < portfolio->slots; s++) {
        Judgement *own = &portfolio->judgement[portfolio->slot[s].facility];
        own->charge = (double)portfolio->billed_last[s].insured;
        own->in_scope = (double)portfolio->billed_last[s].in_scope;
    }
}

static Stand stand_of(const Portfolio *portfolio, uint32_t institution, double detection,
                      const Incentive *by_item) {
    const Judgement *own = &portfolio->judgement[institution];
    Incentive stays = own->stays, visits = own->visits;
    incentive_add(&stays, by_item, 1 - own->bound_stays);
    incentive_add(&visits, &incentive_by_item, 1 - own->bound_visits);
    const double scope = own->charge > 0 ? own->in_scope / own->charge : 0;
    return stand_for(&portfolio->city->parameters.response, &stays, &visits, scope, detection);
}

void portfolio_answer(Portfolio *portfolio, const double *detection,
                      Incentive by_item[KIND_COUNT][MOST_COUNTIES]) {
    const City *city = portfolio->city;
    if (!portfolio->has_last) return;
    memset(portfolio->judgement, 0, city->institution_count * sizeof *portfolio->judgement);
    find_scope(portfolio);
    for (int d = 0; d < portfolio->deals; d++) {
        if (deal_is_by_head(portfolio, d))
            portfolio_judge_heads(portfolio, d);
        else
            for (int area = 0; area <= ALL_AREAS; area++)
                if (has_pool(portfolio, d, area)) judge_pool(portfolio, d, area);
    }
    for (uint32_t i = 0; i < city->institution_count; i++) {
        const uint8_t county = city->institutions[i].county;
        if (county == NO_COUNTY) continue;
        const Stand to = stand_of(portfolio, i, detection[county],
                                  &by_item[city->institutions[i].kind][county]);
        stand_move(&portfolio->stand[i], &to, city->parameters.response.relaxation_months);
        portfolio->answer[i] = stand_answer(&portfolio->stand[i]);
    }
}
