// SPDX-License-Identifier: MIT
// Disease control keeps its public funds and may earn and pay by performance: staff work more and
// chronic disease is detected sooner, but hours sold as services are taken from unpaid core duties.
// Both are here, of either sign together; outbreaks are no part of the model.
#include "reforms/lever.h"

enum { GAIN, DRIFT };

// clang-format off
static const LeverParameter table[] = {
    [GAIN] = {"gain_log_ratio", "log ratio", {-1, 1}, {0, 0.02, 0.04},
        "assumed: nothing is printed; disease control has a small part in who is detected, which "
        "a fifth more of effort would raise by a twenty-fifth at most: half of it"},
    [DRIFT] = {"drift_share", "share", {0, 1}, {0, 0.02, 0.06},
        "assumed: of that detection, what is lost as hours go to paid services; as much as is "
        "gained, and more at the end of its range"},
};
// clang-format on

const Lever cdc_reform = {
    .info = {.name = "cdc_reform",
             .zh = "疾控改革",
             .en = "reform of disease control",
             .about = "detection rises with effort and falls with hours that are sold",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_DETECTION, {GAIN}}, {TAKES_SHARE, EFFECT_DETECTION, {DRIFT}}},
};
