// SPDX-License-Identifier: MIT
#include "unit/payment/town.h"

#define ROW(name, one_weight, level2_cost)                                           \
    {                                                                                \
        .code = name, .weight = one_weight,                                          \
        .mean_cost = {[LEVEL_TWO] = level2_cost, [LEVEL_THREE] = 2 * (level2_cost)}, \
        .disease = NO_DISEASE                                                        \
    }

const CaseGroups *town_groups(void) {
    static const CaseGroup rows[TOWN_GROUPS] = {[TOWN_FEVER] = ROW("fever", 500000, 250000),
                                                [TOWN_LUNG] = ROW("lung", 800000, 400000),
                                                [TOWN_KNEE] = ROW("knee", 3250000, 1625000)};
    static const uint16_t by_code[TOWN_GROUPS] = {TOWN_FEVER, TOWN_KNEE, TOWN_LUNG};
    static const CaseGroups groups = {
        .rows = (CaseGroup *)rows, .by_code = (uint16_t *)by_code, .count = TOWN_GROUPS};
    return &groups;
}

Terms town_case_mix(void) {
    Terms terms = {.retrospective = true,
                   .budget = yuan(10000, 0),
                   .price_index = WHOLE,
                   .coefficient = {600000, 700000, 800000, WHOLE, WHOLE},
                   .groups = town_groups()};
    for (int level = 0; level < LEVEL_COUNT; level++) {
        terms.outlier_low[level] = 500000;
        terms.outlier_high[level] = level == LEVEL_THREE ? 3000000 : 2000000;
    }
    return terms;
}

void town_add_bands(Terms *terms) {
    terms->keep_from = 800000;
    terms->overrun[0] = (OverrunBand){.to = 1100000, .share = 700000};
    terms->overrun[1] = (OverrunBand){.to = 1200000, .share = 500000};
    terms->overrun_count = 2;
}

PaidCase town_stay(int group, Fen charge) {
    return (PaidCase){.charge = charge,
                      .in_scope = fen_part(charge, 900000),
                      .fund_by_items = fen_part(fen_part(charge, 900000), 600000),
                      .coefficient = 800000,
                      .days = 8,
                      .group = (uint16_t)group,
                      .level = LEVEL_TWO};
}

ContractYear town_year(int64_t points, Fen others, Fen fund_by_items) {
    return (ContractYear){.points = points,
                          .in_scope = others + fund_by_items,
                          .fund_by_items = fund_by_items,
                          .cases = 1};
}
