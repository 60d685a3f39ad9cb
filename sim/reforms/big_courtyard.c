// SPDX-License-Identifier: MIT
// Township centres are run in groups across township borders, each led by its largest. No site
// closes. Specialists and equipment are pooled at the lead, to which the others refer what can wait
// instead of to the county; pay by visits and referrals gives every doctor time for more visits.
// Who belongs to which courtyard stands in the table of institutions; elsewhere the lever does
// nothing. The doctors whom the county sent down are those of county_medical_consortium, and are
// not counted again.
#include "reforms/lever.h"

enum { LEAD_CAPABILITY, POOLED, TO_LEAD, EFFORT };

// clang-format off
static const LeverParameter table[] = {
    [LEAD_CAPABILITY] = {"lead_capability", "units", {0, 2}, {0, 0.2, 0.4},
        "assumed: a third of the 1.2 units between a township centre and a county general "
        "hospital at most: half of it"},
    [POOLED] = {"pooled_doctor_share", "share", {0, 0.5}, {0, 0.05, 0.1},
        "assumed: of the time of the other centres' doctors, a tenth at most is worked at the "
        "lead: half of it; no transfer inside a courtyard is printed"},
    [TO_LEAD] = {"referred_to_lead_share", "share", {0, 1}, {0, 0.3, 0.6},
        "assumed: half of what a lead claims to be for (about 20 minutes instead of a trip to "
        "the county, hongjiang-qunfeng-travel-minutes)"},
    [EFFORT] = {"effort_log_ratio", "log ratio", {-1, 1}, {0, 0.06, 0.12},
        "assumed: visits rose by 28 % at one of nine leads, with a new building and more doctors "
        "(hongjiang-xuefeng-visits-growth); a log ratio of 0.25, half of which may be effort: "
        "half of that"},
};
// clang-format on

const Lever big_courtyard = {
    .info = {.name = "big_courtyard",
             .zh = "“大院制”卫生院",
             .en = "big courtyards",
             .about = "township centres are run in groups, each with a lead that pools specialists",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_YARD_CAPABILITY, {LEAD_CAPABILITY}},
              {TAKES_SHARE, EFFECT_YARD_KEPT, {POOLED}},
              {TAKES_SHARE, EFFECT_YARD_PASSED_OVER, {TO_LEAD}},
              {ADDS, EFFECT_YARD_EFFORT, {EFFORT}}},
};
