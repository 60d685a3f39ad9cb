// SPDX-License-Identifier: MIT
#include "payment/response.h"

#include "base/curves.h"

const Incentive incentive_by_item = {.day = 1, .item = 1, .stay = 1};
const Stand usual_stand = {.days = 1, .items = 1, .visit_items = 1};

Incentive incentive_of(const Margin *margin, const MeanCase *mean) {
    if (!(mean->charge > 0)) return incentive_by_item;
    const double scope = mean->in_scope / mean->charge;
    const double item = 1 - scope + scope * margin->item;
    const double for_points = margin->point / 1000 / mean->charge; // points are thousandths
    const double for_days = margin->day * mean->days / mean->charge;
    return (Incentive){
        .day = item + (mean->bed_a_day > 0 ? margin->day / mean->bed_a_day : 0),
        .item = item,
        .stay = item + for_points * mean->points + for_days + margin->stay / mean->charge,
        .coded = for_points * mean->points,
        .moved_out = 1 - margin->item,
    };
}

void incentive_add(Incentive *mix, const Incentive *one, double share) {
    mix->day += share * one->day;
    mix->item += share * one->item;
    mix->stay += share * one->stay;
    mix->coded += share * one->coded;
    mix->moved_out += share * one->moved_out;
}

// x / x_base = [1 + eta (R - m) / m] / [1 + eta (1 - m) / m], kept between a half and two.
static double factor(double eta, double receipts, double cost) {
    const double now = 1 + eta * (receipts - cost) / cost;
    const double base = 1 + eta * (1 - cost) / cost;
    if (!(base > 0)) return 1;
    const double ratio = now / base;
    return ratio < 0.5 ? 0.5 : ratio > 2 ? 2 : ratio;
}

static double moved_share(double share, double log_odds) {
    if (log_odds == 0 || !(share > 0) || !(share < 1)) return share;
    return curve_logistic(curve_logit(share) + log_odds);
}

// What a share gains above its base, or nothing: what there is without any contract is in the
// tables.
static double added_share(double base, double log_odds) {
    const double added = moved_share(base, log_odds) - base;
    return added > 0 ? added : 0;
}

Stand stand_for(const Response *response, const Incentive *stays, const Incentive *visits,
                double scope_share, double detection) {
    const double kept = 1 - detection * response->penalty_ratio; // of what is improper
    const double coding = response->eta_coding * kept * stays->coded;
    const double outside = 1 - scope_share;
    const double shifted =
        moved_share(outside, response->eta_self_pay * kept * stays->moved_out) - outside;
    return (Stand){
        .days = factor(response->eta_days, stays->day, response->marginal_cost_day),
        .items = factor(response->eta_items, stays->item, response->marginal_cost_item),
        .visit_items = factor(response->eta_items, visits->item, response->marginal_cost_item),
        .admission =
            response->eta_admission * (stays->stay - 1) / response->marginal_cost_admission,
        .coded_up = added_share(response->coding_base_share, coding),
        .split = added_share(response->split_base_share, coding),
        .moved_out = scope_share > 0 ? shifted / scope_share : 0,
    };
}

static void move(double *from, double to, double share) {
    *from += share * (to - *from);
}

void stand_move(Stand *stand, const Stand *to, double relaxation_months) {
    const double share = relaxation_months > 1 ? 1 / relaxation_months : 1;
    move(&stand->days, to->days, share);
    move(&stand->items, to->items, share);
    move(&stand->visit_items, to->visit_items, share);
    move(&stand->admission, to->admission, share);
    move(&stand->coded_up, to->coded_up, share);
    move(&stand->split, to->split, share);
    move(&stand->moved_out, to->moved_out, share);
}

static uint32_t part_of_one(double share) {
    return (uint32_t)(share * ANSWER_ONE + 0.5);
}

Answer stand_answer(const Stand *stand) {
    const double admission = stand->admission * ANSWER_ONE;
    return (Answer){
        .days = stand->days,
        .items = stand->items,
        .visit_items = stand->visit_items,
        .visit_tests = part_of_one(stand->visit_items),
        .admission = (int32_t)(admission + (admission < 0 ? -0.5 : 0.5)),
        .coded_up = part_of_one(stand->coded_up),
        .split = part_of_one(stand->split),
        .moved_out = fen_round(stand->moved_out * WHOLE),
    };
}
