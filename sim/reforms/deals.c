// SPDX-License-Identifier: MIT
#include "reforms/deals.h"

#include "base/arena.h"
#include "payment/deal_file.h"

#include <string.h>

// One order, whatever that of the scenario: cases that several contracts share are cut by it.
static int comes_before(const Reform *one, const Reform *other) {
    if (one->lever != other->lever) return one->lever < other->lever;
    return one->start_day < other->start_day;
}

static void put_in_order(Deal *deals, int count, const Experiment *experiment) {
    for (int i = 1; i < count; i++) {
        const Deal deal = deals[i];
        int at = i;
        for (; at > 0 && comes_before(&experiment->reforms[deal.reform],
                                      &experiment->reforms[deals[at - 1].reform]);
             at--)
            deals[at] = deals[at - 1];
        deals[at] = deal;
    }
}

// What both lists have; false if that is nothing.
static bool narrow(uint32_t *bits, uint32_t only) {
    if (only) *bits = *bits ? *bits & only : only;
    return *bits != 0 || !only;
}

static bool narrow_stays(AgreementScope *scope, const Reform *reform) {
    scope->facilities = (Names){reform->facilities, reform->facility_count};
    return narrow(&scope->kinds, reform->only[REFORM_KINDS]) &&
           narrow(&scope->schemes, reform->only[REFORM_SCHEMES]) &&
           narrow(&scope->classes, reform->only[REFORM_CLASSES]);
}

static Deal deal_of(const Reform *reform, int r, Agree *agree) {
    Deal deal = {.agreement = {.name = levers[reform->lever]->info.name,
                               .where = {reform->file, reform->line},
                               .coverage = millionths(reform->coverage),
                               .names_coverage = true},
                 .per_head = WHOLE,
                 .reform = r};
    memcpy(deal.in_county, reform->in_county, sizeof deal.in_county);
    deal.agreement.terms.price_index = WHOLE;
    agree(&deal, reform->value);
    return deal;
}

int deals_of_experiment(Deal *deals, const Experiment *experiment) {
    int count = 0, contracts = 0;
    for (int r = 0; r < experiment->reform_count && contracts < MOST_CONTRACTS; r++) {
        const Reform *reform = &experiment->reforms[r];
        Agree *const *agree = levers[reform->lever]->agree;
        if (!agree[0] || !(reform->coverage > 0)) continue;
        contracts++;
        for (int i = 0; i < MOST_AGREED && agree[i]; i++) {
            deals[count] = deal_of(reform, r, agree[i]);
            AgreementScope *scope = &deals[count].agreement.scope;
            count += !scope->stays || narrow_stays(scope, reform);
        }
    }
    put_in_order(deals, count, experiment);
    return count;
}

static void check_reforms(const Experiment *experiment, Reader *reader) {
    for (int r = 0; r < experiment->reform_count; r++) {
        const Reform *reform = &experiment->reforms[r];
        const LeverInfo *info = &levers[reform->lever]->info;
        if (!(reform->coverage > 0) || !info->contract_for) continue;
        if (strcmp(info->contract_for, "stays") == 0)
            reader_problem(reader, (Where){reform->file, reform->line},
                           "%s pays stays, and so do the contracts of %s (line %d); take one of "
                           "them away",
                           info->name, experiment->contracts.file, experiment->contracts.line);
    }
}

int deals_of_contract_file(Deal *deals, int count, const Experiment *experiment, Reader *reader) {
    const ContractFile *contracts = &experiment->contracts;
    if (contracts->parts == 0) return count;
    const int added =
        deals_of_file(&deals[count], contracts->file, &experiment->city, experiment->scale, reader);
    if (added > 0) check_reforms(experiment, reader);
    return count + added;
}

Status contract_file_check(const Experiment *experiment, Report *report) {
    Deal deals[MOST_CONTRACTS];
    Reader reader = {.arena = arena_new(), .report = report};
    if (!reader.arena)
        return report_problem(report, STATUS_NO_MEMORY, "no memory to read contracts");
    deals_of_contract_file(deals, 0, experiment, &reader);
    arena_free(reader.arena);
    return reader.status;
}

static Millionths in_force(const Agreement *agreement, int32_t day) {
    const AgreementScope *scope = &agreement->scope;
    return !scope->is_dated || (day >= scope->from && day <= scope->to) ? WHOLE : 0;
}

Millionths deal_joined(const Deal *deal, const Experiment *experiment, const Effects *effects,
                       int county, int32_t day) {
    if (!deal->in_county[county]) return 0;
    if (deal->own_terms) return in_force(&deal->agreement, day);
    return millionths(reform_progress(experiment, effects, deal->reform, county, day));
}
