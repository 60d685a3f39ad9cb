// SPDX-License-Identifier: MIT
// Payment by head in a run. The people of a township are enrolled at its centre, which answers for
// its village clinics too; everybody who lives there counts, whether or not they come.
#include "payment/portfolio_parts.h"

#include <string.h>

enum { MONTHS = 12 };

static const Deal *deal_at(const Portfolio *portfolio, int d) {
    return &portfolio->deal[d];
}

static int64_t enrolled_in(const Portfolio *portfolio, uint32_t township) {
    const int64_t residents = portfolio->city->townships[township].residents;
    return (residents + portfolio->scale / 2) / portfolio->scale;
}

// What the sum by head answers for: all that is charged to it.
static Fen claims_of(const Deal *deal, const HeadYear *year) {
    return year->fund + fen_part(year->elsewhere, deal->agreement.terms.up_referrals_borne);
}

// ---- the sum by head

// What a head of a county is worth: the fund's part of last year's visits, moved by the background.
typedef struct PerHead {
    Fen claims, fen;
    int64_t enrolled;
} PerHead;

static PerHead per_head_of(const Portfolio *portfolio, int d, int county) {
    const City *city = portfolio->city;
    PerHead head = {0};
    for (uint32_t t = 0; t < city->township_count; t++) {
        if (city->townships[t].county != county) continue;
        head.claims += claims_of(deal_at(portfolio, d), &portfolio->head_last[t]);
        head.enrolled += enrolled_in(portfolio, t);
    }
    if (head.enrolled == 0) return head;
    const Fen covered = fen_part(head.claims, deal_at(portfolio, d)->agreement.coverage);
    const Fen grown =
        division_round(covered, portfolio->outlook.growth[KIND_TOWNSHIP_CENTRE], WHOLE);
    head.fen =
        division_wide((Wide)grown * deal_at(portfolio, d)->per_head, (Wide)WHOLE * head.enrolled);
    return head;
}

// 1 + risk_share x (claims of a head here / of a head of the county - 1).
static Millionths risk_of(const Portfolio *portfolio, int d, uint32_t t, const PerHead *head) {
    const Fen own = claims_of(deal_at(portfolio, d), &portfolio->head_last[t]);
    const int64_t enrolled = enrolled_in(portfolio, t);
    if (head->claims <= 0 || enrolled == 0) return WHOLE;
    const Millionths ratio =
        division_wide((Wide)own * head->enrolled * WHOLE, (Wide)head->claims * enrolled);
    return WHOLE + fen_share(ratio - WHOLE, deal_at(portfolio, d)->risk_share);
}

// Terms of one county's pool; enrolled are person-months, so that a month is a day of twelve.
static Terms terms_of_county(const Portfolio *portfolio, int d, const PerHead *head, size_t count) {
    Terms terms = deal_at(portfolio, d)->agreement.terms;
    Wide sum = 0;
    terms.per_head = head->fen;
    for (size_t i = 0; i < count; i++)
        sum += (Wide)head->fen * portfolio->sum[i].enrolled * portfolio->sum[i].risk;
    terms.reserve = division_wide(sum * deal_at(portfolio, d)->reserve_share, (Wide)WHOLE * WHOLE);
    return terms;
}

static const Period A_MONTH_OF_TWELVE = {1, MONTHS};

// ---- months

void portfolio_bind_heads(Portfolio *portfolio, int d) {
    const City *city = portfolio->city;
    for (uint32_t t = 0; t < city->township_count; t++) {
        const Township *township = &city->townships[t];
        const Deal *deal = deal_at(portfolio, d);
        const uint16_t centre = portfolio->centre[t];
        const bool binds =
            portfolio->has_last && centre != NO_SLOT && deal->in_county[township->county] &&
            deal_turn_of(city->institutions[centre].id) < portfolio->joined[d][township->county];
        if (!binds) continue;
        portfolio->head_deal[t] = (uint8_t)d;
        portfolio->head_year[d * (int)city->township_count + (int)t].enrolled +=
            enrolled_in(portfolio, t);
    }
}

// ---- answers

static ContractYear past_of(const Portfolio *portfolio, int d, uint32_t t, const PerHead *head) {
    const HeadYear *last = &portfolio->head_last[t];
    const Millionths coverage = deal_at(portfolio, d)->agreement.coverage;
    return (ContractYear){.in_scope = fen_part(last->in_scope, coverage),
                          .fund_by_items = fen_part(last->fund, coverage),
                          .borne = fen_part(last->elsewhere, coverage),
                          .cases = last->visits,
                          .enrolled = MONTHS * enrolled_in(portfolio, t),
                          .risk = risk_of(portfolio, d, t, head)};
}

static void judge_township(Portfolio *portfolio, int d, uint32_t t, const Margin *margin) {
    const HeadYear *last = &portfolio->head_last[t];
    const uint32_t institutions = portfolio->city->institution_count;
    Fen charged = 0;
    for (uint32_t i = 0; i < institutions; i++)
        if (portfolio->head_of[i] == t) charged += portfolio->charged_visits_last[i];
    if (charged <= 0 || last->visits == 0) return;
    const MeanCase mean = {.charge = (double)last->charge / (double)last->visits,
                           .in_scope = (double)last->in_scope / (double)last->visits};
    const Incentive incentive = incentive_of(margin, &mean);
    const double share = (double)last->charge / (double)charged *
                         (double)deal_at(portfolio, d)->agreement.coverage / WHOLE;
    for (uint32_t i = 0; i < institutions; i++) {
        if (portfolio->head_of[i] != t) continue;
        incentive_add(&portfolio->judgement[i].visits, &incentive, share);
        portfolio->judgement[i].bound_visits += share;
    }
}

static void judge_county(Portfolio *portfolio, int d, int county) {
    const City *city = portfolio->city;
    const PerHead head = per_head_of(portfolio, d, county);
    size_t count = 0;
    Pool pool;
    for (uint32_t t = 0; t < city->township_count; t++)
        if (city->townships[t].county == county && portfolio->head_deal[t] == d)
            portfolio->sum[count++] = past_of(portfolio, d, t, &head);
    if (count == 0) return;
    const Terms terms = terms_of_county(portfolio, d, &head, count);
    const PaymentContract *contract = deal_at(portfolio, d)->agreement.contract;
    contract->settle(&terms, A_MONTH_OF_TWELVE, portfolio->sum, count, portfolio->clearing, &pool);
    size_t index = 0;
    for (uint32_t t = 0; t < city->township_count; t++) {
        if (city->townships[t].county != county || portfolio->head_deal[t] != d) continue;
        const Margin margin =
            contract->marginal(&terms, portfolio->sum, index++, portfolio->clearing, &pool);
        judge_township(portfolio, d, t, &margin);
    }
}

void portfolio_judge_heads(Portfolio *portfolio, int d) {
    for (int county = 0; county < portfolio->counties; county++)
        if (deal_at(portfolio, d)->in_county[county]) judge_county(portfolio, d, county);
}

// ---- the ends of months and years

static void withhold(Portfolio *portfolio, int d, uint32_t t) {
    const int row = d * (int)portfolio->city->township_count + (int)t;
    const uint8_t county = portfolio->city->townships[t].county;
    const ContractYear *year = &portfolio->head_year[row];
    const Fen now = year->fund_by_items - year->prepaid;
    portfolio_give(portfolio, county, KIND_TOWNSHIP_CENTRE, county,
                   portfolio->head_withheld[row] - now);
    portfolio->head_withheld[row] = now;
}

static void clear_county(Portfolio *portfolio, int d, int county) {
    const City *city = portfolio->city;
    const PerHead head = per_head_of(portfolio, d, county);
    size_t count = 0;
    Pool pool;
    for (uint32_t t = 0; t < city->township_count; t++) {
        if (city->townships[t].county != county) continue;
        ContractYear *year = &portfolio->sum[count++];
        *year = portfolio->head_year[d * (int)city->township_count + (int)t];
        year->risk = risk_of(portfolio, d, t, &head);
    }
    const Terms terms = terms_of_county(portfolio, d, &head, count);
    deal_at(portfolio, d)
        ->agreement.contract->settle(&terms, A_MONTH_OF_TWELVE, portfolio->sum, count,
                                     portfolio->clearing, &pool);
    for (size_t i = 0; i < count; i++)
        portfolio_give(portfolio, county, KIND_TOWNSHIP_CENTRE, (uint8_t)county,
                       portfolio->clearing[i].due);
    portfolio_tell_pool(portfolio, &portfolio->cleared[CLEARED_HEADS], count, &pool);
}

void portfolio_close_heads(Portfolio *portfolio, int d, bool december) {
    for (uint32_t t = 0; t < portfolio->city->township_count; t++)
        withhold(portfolio, d, t);
    for (int county = 0; county < portfolio->counties && december; county++)
        if (deal_at(portfolio, d)->in_county[county]) clear_county(portfolio, d, county);
}

void portfolio_keep_heads(Portfolio *portfolio) {
    const size_t townships = portfolio->city->township_count, deals = (size_t)portfolio->deals;
    memcpy(portfolio->head_last, portfolio->head, townships * sizeof *portfolio->head);
    memset(portfolio->head, 0, townships * sizeof *portfolio->head);
    memset(portfolio->head_year, 0, deals * townships * sizeof *portfolio->head_year);
    memset(portfolio->head_withheld, 0, deals * townships * sizeof *portfolio->head_withheld);
}

void portfolio_add_visit(Portfolio *portfolio, uint32_t township, const VisitClaim *claim) {
    HeadYear *own = &portfolio->head[township];
    const int d = portfolio->head_deal[township];
    const bool inside = portfolio->head_of[claim->facility] == township;
    if (inside) {
        own->charge += claim->charge;
        own->in_scope += claim->in_scope;
        own->fund += claim->fund;
        own->visits++;
    } else {
        own->elsewhere += claim->fund;
    }
    if (d == NO_DEAL) return;
    ContractYear *year =
        &portfolio->head_year[d * (int)portfolio->city->township_count + (int)township];
    const Agreement *agreement = &deal_at(portfolio, d)->agreement;
    if (!inside) {
        year->borne += fen_part(claim->fund, agreement->coverage);
        return;
    }
    const PaidCase one = {.charge = claim->charge,
                          .in_scope = claim->in_scope,
                          .fund_by_items = claim->fund,
                          .coefficient = WHOLE,
                          .group = NO_GROUP};
    const CaseClaim price = agreement->contract->price(&agreement->terms, &one);
    contract_year_add(year, &one, &price, (CasePart){0, agreement->coverage});
}
