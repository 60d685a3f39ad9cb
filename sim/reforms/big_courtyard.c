// SPDX-License-Identifier: MIT
// Township centres are run in groups across township borders, each led by its largest. No site
// closes. Specialists and equipment are pooled at the lead, to which the others refer what can wait
// instead of to the county; pay by visits and referrals gives every doctor time for more visits.
// Who belongs to which courtyard stands in the table of institutions; elsewhere the lever does
// nothing. The doctors whom the county sent down are those of county_medical_consortium, and are
// not counted again.
#include "reforms/lever.h"

enum { LEAD_CAPABILITY, POOLED, TO_LEAD, EFFORT };

static const LeverParameter table[] = {
    [LEAD_CAPABILITY] = {.name = "lead_capability",
                         .unit = "units",
                         .lowest = 0,
                         .highest = 2,
                         .low = 0,
                         .central = 0.2,
                         .high = 0.4,
                         .basis = "assumed: a third of the 1.2 units between a township centre and "
                                  "a county general hospital at "
                                  "most: half of it"},
    [POOLED] = {.name = "pooled_doctor_share",
                .unit = "share",
                .lowest = 0,
                .highest = 0.5,
                .low = 0,
                .central = 0.05,
                .high = 0.1,
                .basis = "assumed: of the time of the other centres' doctors, a tenth at most is "
                         "worked at the lead: half "
                         "of it; no transfer inside a courtyard is printed"},
    [TO_LEAD] = {.name = "referred_to_lead_share",
                 .unit = "share",
                 .lowest = 0,
                 .highest = 1,
                 .low = 0,
                 .central = 0.3,
                 .high = 0.6,
                 .basis = "assumed: half of what a lead claims to be for (about 20 minutes instead "
                          "of a trip to the county, "
                          "hongjiang-qunfeng-travel-minutes)"},
    [EFFORT] = {.name = "effort_log_ratio",
                .unit = "log ratio",
                .lowest = -1,
                .highest = 1,
                .low = 0,
                .central = 0.06,
                .high = 0.12,
                .basis = "assumed: visits rose by 28 % at one of nine leads, with a new building "
                         "and more doctors "
                         "(hongjiang-xuefeng-visits-growth); a log ratio of 0.25, half of which "
                         "may be effort: half of that"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_YARD_CAPABILITY, strength * value[LEAD_CAPABILITY]);
    effect_add(effects, county, EFFECT_YARD_KEPT, log_share_without(strength * value[POOLED]));
    effect_add(effects, county, EFFECT_YARD_PASSED_OVER,
               log_share_without(strength * value[TO_LEAD]));
    effect_add(effects, county, EFFECT_YARD_EFFORT, strength * value[EFFORT]);
}

extern const Lever big_courtyard;
const Lever big_courtyard = {
    .info = {.name = "big_courtyard",
             .zh = "“大院制”卫生院",
             .en = "big courtyards",
             .about = "township centres are run in groups, each with a lead that pools specialists",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .act = act,
};
