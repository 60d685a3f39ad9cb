// SPDX-License-Identifier: MIT
// Simple clinics of city hospitals close, and stays that a list has for lower levels are no longer
// taken there: simple ones, and those of the chronic class, whose departments move to hospitals of
// level two. Nobody disappears: whoever would have gone chooses among all that is left, the county,
// primary care, outside the city and no care. Urgent cases go where they went.
#include "reforms/lever.h"

enum { CLOSED, LISTED };

// clang-format off
static const LeverParameter table[] = {
    [CLOSED] = {"closed_share", "share", {0, 1}, {0, 0.3, 0.6},
        "assumed: of the simple clinics of city hospitals; the closing is gradual and no number "
        "is printed"},
    [LISTED] = {"listed_share", "share", {0, 1}, {0, 0.15, 0.3},
        "assumed: of simple and chronic stays that can wait, those that the list keeps from city "
        "hospitals; the list is not printed"},
};
// clang-format on

const Lever five_level_linkage = {
    .info = {.name = "five_level_linkage",
             .zh = "五级联动",
             .en = "five-level linkage",
             .about = "simple clinics of city hospitals close, listed stays belong to lower levels",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{TAKES_SHARE, EFFECT_SIMPLE_CLINICS, {CLOSED}},
              {TAKES_SHARE, EFFECT_LISTED_BEDS, {LISTED}}},
};
