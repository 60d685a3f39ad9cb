// SPDX-License-Identifier: MIT
// One committee decides on people, money and goods of a consortium, and its leaders are paid in
// part by the result of the whole. What each number moves is in proportion to the weight of that
// part: with none nothing moves.
#include "reforms/lever.h"

enum { WEIGHT, DOWN_REFERRAL, UP_REFERRAL, POSTED, SHARED };

// clang-format off
static const LeverParameter table[] = {
    [WEIGHT] = {"group_pay_weight", "share", {0, 1}, {0.1, 0.33, 0.33},
        "reported: a third of the leaders' performance pay (yongzhou-leadership-pay-linked-share); "
        "what part of their pay that is, is not printed"},
    [DOWN_REFERRAL] = {"down_referral_log_odds", "log odds", {0, 2}, {0, 0.26, 0.52},
        "assumed: if all of their pay hung on the group; national down-referrals grew 30 % in 2023 "
        "with all causes, a log odds of 0.26"},
    [UP_REFERRAL] = {"formal_referral_log_odds", "log odds", {0, 2}, {0, 0.35, 0.69},
        "assumed: likewise; half of a doubling of the odds that the institution refers itself"},
    [POSTED] = {"posted_doctor_share", "share", {0, 0.5}, {0, 0.03, 0.06},
        "assumed: likewise; posts move inside the consortium while tenure stays, so that doctors of "
        "the county general hospital work below; no number is printed"},
    [SHARED] = {"shared_results", "share", {0, 1}, {0, 0.3, 0.6},
        "assumed: likewise; results of other members that are then not repeated"},
};
// clang-format on

const Lever consortium_governance = {
    .info = {.name = "consortium_governance",
             .zh = "医共体党委与薪酬改革",
             .en = "pay by the group's result",
             .about = "leaders of a consortium are paid in part by the result of the whole",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS_PRODUCT, EFFECT_DOWN_REFERRAL, {WEIGHT, DOWN_REFERRAL}},
              {ADDS_PRODUCT, EFFECT_FORMAL_REFERRAL, {WEIGHT, UP_REFERRAL}},
              {TAKES_PRODUCT, EFFECT_DOCTORS_SENT_DOWN, {WEIGHT, POSTED}},
              {TAKES_PRODUCT, EFFECT_UNRECOGNISED, {WEIGHT, SHARED}}},
};
