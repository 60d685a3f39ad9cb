// SPDX-License-Identifier: MIT
// A team from the province is at the city hospitals for some days and treats hearts that they would
// have had to send on. It acts between its dates only: one operation is told of, and no rate
// follows from it. Persons who stay because of it are counted (heart_cases_kept); nothing is said
// of what becomes of them.
#include "reforms/lever.h"

enum { CEILING };

// clang-format off
static const LeverParameter table[] = {
    [CEILING] = {"heart_ceiling", "units", {0, 4}, {0, 0.65, 1.3},
        "assumed: city hospitals stand at 5.7 units and hospitals of the province at 7; a team "
        "with its own equipment closes all of that at most: half of it"},
};
// clang-format on

const Lever ecmo_tavr = {
    .info = {.name = "ecmo_tavr",
             .zh = "ECMO与TAVR",
             .en = "ECMO and TAVR",
             .about = "a visiting team keeps the most complex cases of the heart in the city",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_HEART_CEILING, {CEILING}}},
};
