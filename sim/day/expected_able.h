// SPDX-License-Identifier: MIT
// What an institution can do for one township's people, by class of case.
#ifndef HXSIM_DAY_EXPECTED_ABLE_H
#define HXSIM_DAY_EXPECTED_ABLE_H

#include "day/consult.h"
#include "day/expected_ladder.h"

typedef struct Able {
    ClassRow settles, keeps; // of visits; of those who come to a bed
} Able;

static inline void able_fill(Able *able, const Place *place, const Facility *facility) {
    const NeedMasses *masses = place->masses;
    const double admits = place->simulation->city->parameters.care.admit_here_share;
    const double keeps = facility->has_beds ? admits : 0;
    for (int of = 0; of < CASE_CLASS_COUNT; of++) {
        const int first = of * OF_A_CASE;
        memcpy(&able->settles[first], &masses->settles[facility->capability[of]][first],
               OF_A_CASE * sizeof *able->settles);
        memcpy(&able->keeps[first], &masses->treats[facility->bed_capability[of]][first],
               OF_A_CASE * sizeof *able->keeps);
    }
    for (int class = 0; class < CHOICE_CLASSES; class ++)
        able->keeps[class] *= keeps;
    for (int class = 0; class < CHOICE_CLASSES && facility->kind == KIND_OUTSIDE_PROVINCE; class ++)
        able->settles[class] = 1;
}

// What a doctor elsewhere settles too; those whom he does not are referred. `others` is 1 for the
// classes that can wait, else 0. Of classes that are asked about, `consulted` becomes the share
// heard elsewhere of those still unsettled.
static inline void able_consult(Able *able, double *consulted, const Place *place,
                                const Facility *facility, const double *others) {
    for (int of = 0; of < CASE_CLASS_COUNT; of++) {
        const double asked =
            consulted_share(place->simulation, facility, (CaseClass)of) / (double)SHARE_ONE;
        if (asked == 0) continue;
        const unsigned together = consulted_capability(place->simulation, (unsigned)place->township,
                                                       facility, (CaseClass)of);
        const double *with = place->masses->settles[together];
        for (int class = of * OF_A_CASE; class < (of + 1) * OF_A_CASE; class ++) {
            const double share = asked * others[class];
            able->settles[class] += share * (with[class] - able->settles[class]);
            const double left = 1 - able->settles[class];
            consulted[class] = left > 0 ? share * (1 - with[class]) / left : 0;
        }
    }
}

#endif
