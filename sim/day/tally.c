// SPDX-License-Identifier: MIT
#include "day/tally.h"

#include <string.h>

_Static_assert(sizeof(Tally) % sizeof(int64_t) == 0, "a tally is nothing but whole numbers");

void tally_add(Tally *sum, const Tally *tally) {
    int64_t *to = (int64_t *)sum;
    const int64_t *from = (const int64_t *)tally;
    for (size_t i = 0; i < sizeof *sum / sizeof *to; i++)
        to[i] += from[i];
}

void tally_fold(Tally *tally, VisitGroups *groups) {
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
        for (int age = 0; age < AGE_BAND_COUNT; age++)
            for (int disease = 0; disease < DISEASE_COUNT; disease++)
                for (int urban = 0; urban < 2; urban++) {
                    const VisitFlow *flow = &groups->flow[scheme][age][disease][urban];
                    visit_flow_add(&tally->visit_by_scheme[scheme], flow);
                    visit_flow_add(&tally->visit_by_age[age], flow);
                    visit_flow_add(&tally->visit_by_disease[disease], flow);
                    visit_flow_add(&tally->visit_by_urban[urban], flow);
                }
    memset(groups, 0, sizeof *groups);
}
