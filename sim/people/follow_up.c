// SPDX-License-Identifier: MIT
#include "people/follow_up.h"

#include "base/curves.h"
#include "people/hazard.h"

static int is_grave(int condition) {
    return condition != CONDITION_HYPERTENSION && condition != CONDITION_DIABETES;
}

Colour colour_of(uint32_t conditions) {
    int known = 0, loose = 0, grave = 0;
    for (int c = 0; c < CONDITION_COUNT; c++) {
        const Stage stage = condition_stage(conditions, c);
        if (stage < STAGE_DIAGNOSED) continue;
        known++;
        if (stage == STAGE_CONTROLLED) continue;
        loose++;
        grave += is_grave(c);
    }
    if (known == 0) return COLOUR_NONE;
    if (loose == 0) return COLOUR_GREEN;
    return known > 1 || grave > 0 ? COLOUR_RED : COLOUR_YELLOW;
}

ConditionRow follow_up_rates(const ConditionRow *row, const FollowUp *follow_up, FollowedWay way) {
    const double more = curve_exp(follow_up->log_ratio[way]);
    ConditionRow rates = *row;
    rates.detection_rate *= curve_exp(follow_up->detection);
    rates.enrolment_rate *= more;
    rates.control_rate *= more;
    rates.dropout_rate /= more;
    rates.loss_rate /= more;
    return rates;
}

FollowedWay followed_way(const double share[FOLLOWED_WAYS], DrawKey key, uint32_t person,
                         uint32_t conditions) {
    static const FollowedWay of_colour[COLOURS] = {[COLOUR_GREEN] = FOLLOWED_GREEN,
                                                   [COLOUR_YELLOW] = FOLLOWED_YELLOW,
                                                   [COLOUR_RED] = FOLLOWED_RED};
    const Colour colour = colour_of(conditions);
    if (colour == COLOUR_NONE) return FOLLOWED_BY_NOBODY;
    const FollowedWay graded = of_colour[colour];
    if (share[graded] <= 0 && share[FOLLOWED_SIGNED] <= 0) return FOLLOWED_BY_NOBODY;

    const Draw place = draw_at(key, person, PURPOSE_TEAM, 0, 0);
    if (draw_unit(place.word[0]) < share[graded]) return graded;
    return draw_unit(place.word[1]) < share[FOLLOWED_SIGNED] ? FOLLOWED_SIGNED : FOLLOWED_BY_NOBODY;
}
