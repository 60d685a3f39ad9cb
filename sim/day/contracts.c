// SPDX-License-Identifier: MIT
#include "day/contracts.h"

#include "base/arena.h"
#include "base/calendar.h"
#include "base/curves.h"
#include "day/adapt.h"
#include "day/price_answers.h"
#include "reforms/deals.h"

#include <stdlib.h>

static Status groups_init(Simulation *simulation, Report *report) {
    simulation->arena = arena_new();
    if (simulation->arena)
        simulation->groups = arena_take(simulation->arena, GROUPINGS, sizeof *simulation->groups);
    for (int grouping = 0; simulation->groups && grouping < GROUPINGS; grouping++)
        case_groups_generate(&simulation->groups[grouping], &simulation->city->parameters,
                             (Grouping)grouping, simulation->arena);
    if (simulation->groups && !arena_is_short(simulation->arena)) return STATUS_OK;
    return report_problem(report, STATUS_NO_MEMORY, "no memory for groups of cases");
}

Status contracts_init(Simulation *simulation, Report *report) {
    Deal deals[MOST_DEALS];
    const Status status = groups_init(simulation, report);
    if (status != STATUS_OK) return status;
    Reader reader = {.arena = simulation->arena, .report = report};
    const int reforms = deals_of_experiment(deals, simulation->experiment);
    const int count = deals_of_contract_file(deals, reforms, simulation->experiment, &reader);
    if (reader.status != STATUS_OK || count == 0) return reader.status;
    for (int d = 0; d < reforms; d++)
        if (deals[d].agreement.contract->terms & TERMS_CASE_MIX)
            deals[d].agreement.terms.groups = &simulation->groups[deals[d].grouping];
    simulation->portfolio = report_calloc(report, 1, sizeof *simulation->portfolio);
    if (!simulation->portfolio) return STATUS_NO_MEMORY;
    const Status made = portfolio_init(simulation->portfolio, simulation->city, deals, count,
                                       simulation->experiment->scale, report);
    simulation->answer = simulation->portfolio->answer;
    return made;
}

void contracts_free(Simulation *simulation) {
    if (simulation->portfolio) portfolio_free(simulation->portfolio);
    free(simulation->portfolio);
    arena_free(simulation->arena);
}

// ---- months

// Items grow with needs, with the propensity to admit and, at hospitals, with prices.
static Outlook outlook_of(const Simulation *simulation) {
    const Parameters *parameters = &simulation->city->parameters;
    const BackgroundRow *now = &parameters->background[background_row(simulation->today.year)];
    const BackgroundRow *last = &parameters->background[background_row(simulation->today.year - 1)];
    Outlook outlook = {.price_index = millionths(curve_exp(now->price_log)),
                       .year = simulation->today.year};
    const double needs = now->visits_factor / last->visits_factor;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const int hospital = kind_nest[kind] == NEST_COUNTY || kind_nest[kind] == NEST_CITY;
        const double prices = hospital ? now->price_log - last->price_log : 0;
        const double log_ratio = now->admission_log - last->admission_log + prices;
        outlook.price_growth[kind] = millionths(curve_exp(prices));
        outlook.growth[kind] = millionths(needs * curve_exp(log_ratio));
    }
    return outlook;
}

void contracts_open_month(Simulation *simulation) {
    Portfolio *portfolio = simulation->portfolio;
    price_answers_move(simulation);
    if (!portfolio) return;
    const Outlook outlook = outlook_of(simulation);
    double detection[MOST_COUNTIES];
    Incentive by_item[KIND_COUNT][MOST_COUNTIES];
    for (int county = 0; county < portfolio->counties; county++) {
        const double undetected = 1 - simulation->city->parameters.response.detection;
        detection[county] =
            1 - effect_share_left(&simulation->effects, county, EFFECT_UNDETECTED, undetected);
        for (int kind = 0; kind < KIND_COUNT; kind++)
            by_item[kind][county] = price_incentive(simulation, (Kind)kind, (uint8_t)county);
        for (int d = 0; d < portfolio->deals; d++)
            portfolio->joined[d][county] =
                deal_joined(&portfolio->deal[d], simulation->experiment, &simulation->effects,
                            county, simulation->today.date);
    }
    if (simulation->today.month == 1) portfolio_open_books(portfolio);
    portfolio_open_month(portfolio, &outlook);
    portfolio_answer(portfolio, detection, by_item);
}

void contracts_close_month(Simulation *simulation) {
    if (simulation->portfolio)
        portfolio_close_month(simulation->portfolio, simulation->today.month == 12);
}

Status contracts_check(const Simulation *simulation, Report *report) {
    char date[11];
    if (!simulation->portfolio) return STATUS_OK;
    calendar_format(simulation->today.date, date);
    const Status status = portfolio_check(simulation->portfolio, date, report);
    return status == STATUS_OK
               ? ledger_check(&simulation->portfolio->books, simulation->city, date, report)
               : status;
}

// ---- claims

static Draw claim_words(const Simulation *simulation, const Request *request) {
    return draw_at(simulation->key, request->person, PURPOSE_CLAIM, request->ordinal, 0);
}

static int is_coded_up(const Simulation *simulation, const Request *request) {
    const uint32_t share = answer_of(simulation, request->facility)->coded_up;
    return share > 0 && claim_words(simulation, request).word[0] >> 16 < share;
}

int is_split(const Simulation *simulation, const Request *request) {
    const uint32_t share = answer_of(simulation, request->facility)->split;
    return share > 0 && !is_visitor(request->person) &&
           claim_words(simulation, request).word[1] >> 16 < share;
}

// The mix of cases, at institutions of the city, of everybody insured here.
static void count_weight(const Simulation *simulation, Shard *shard, const Request *request,
                         int coded_up) {
    const CaseGroups *groups = &simulation->groups[GROUPING_DIP];
    const uint16_t group = case_groups_of_case(groups, (Disease)request->disease,
                                               (double)request->complexity / COMPLEXITY_UNIT);
    int64_t *count = shard->tally->count;
    if (group == NO_GROUP) return;
    const uint16_t coded = coded_up ? case_groups_dearer(groups, group) : group;
    count[COUNT_GROUPED]++;
    count[COUNT_WEIGHT] += groups->rows[group].weight;
    count[COUNT_WEIGHT_CODED] += groups->rows[coded].weight;
}

void claim_stay(const Simulation *simulation, Shard *shard, const Stay *stay, int days,
                const Bill *bill, const Payment *payment) {
    const Request *request = &stay->request;
    const int coded_up = is_coded_up(simulation, request);
    if (simulation->facilities.row[request->facility].county < simulation->city->county_count)
        count_weight(simulation, shard, request, coded_up);
    const StayClaim claim = {.facility = request->facility,
                             .scheme = simulation->residents.resident[request->person].scheme,
                             .case_class = disease_class[request->disease],
                             .disease = request->disease,
                             .coded_up = coded_up != 0,
                             .days = days,
                             .complexity = (double)request->complexity / COMPLEXITY_UNIT,
                             .charge = bill->total,
                             .bed = bill->component[COMPONENT_BED],
                             .in_scope = payment->in_scope,
                             .fund = payment->fund};
    if (simulation->portfolio) portfolio_add_stay(simulation->portfolio, shard->county, &claim);
}
