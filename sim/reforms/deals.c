// SPDX-License-Identifier: MIT
#include "reforms/deals.h"

#include "reforms/lever.h"

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

int deals_of_experiment(Deal *deals, const Experiment *experiment) {
    int count = 0;
    for (int r = 0; r < experiment->reform_count && count < MOST_CONTRACTS; r++) {
        const Reform *reform = &experiment->reforms[r];
        const Lever *lever = levers[reform->lever];
        if (!lever->agree || !(reform->coverage > 0)) continue;
        Deal *deal = &deals[count++];
        *deal = (Deal){.agreement = {.name = lever->info.name,
                                     .where = {reform->file, reform->line},
                                     .coverage = millionths(reform->coverage),
                                     .names_coverage = true},
                       .per_head = WHOLE,
                       .reform = r};
        memcpy(deal->in_county, reform->in_county, sizeof deal->in_county);
        deal->agreement.terms.price_index = WHOLE;
        lever->agree(deal, reform->value);
        if (!deal->agreement.scope.stays) continue;
        deal->agreement.scope.kinds = reform->only[REFORM_KINDS];
        deal->agreement.scope.schemes = reform->only[REFORM_SCHEMES];
        deal->agreement.scope.classes = reform->only[REFORM_CLASSES];
        deal->agreement.scope.facilities = (Names){reform->facilities, reform->facility_count};
    }
    put_in_order(deals, count, experiment);
    return count;
}

Millionths deal_joined(const Deal *deal, const Experiment *experiment, const Effects *effects,
                       int county, int32_t day) {
    if (!deal->in_county[county]) return 0;
    return millionths(reform_progress(experiment, effects, deal->reform, county, day));
}
