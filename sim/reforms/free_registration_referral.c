// SPDX-License-Identifier: MIT
// Fee-free two-way referral: inside a consortium the referred register for nothing, have a place
// kept for them above and are followed up below. What the fee and what the kept place do are told
// apart. Referred patients are waived the fee and come before others without this lever too (7.7,
// 7.10): what it adds is that more of those who go up ask for the letter, whose priority lengthens
// the wait of those who come directly.
#include "reforms/lever.h"

enum { FEE, PRIORITY, DOWN };

// clang-format off
static const LeverParameter table[] = {
    [FEE] = {"fee_log_odds", "log odds", {0, 3}, {0, 0.064, 0.21},
        "assumed: of going up by letter, what a fee of 8 yuan (money.registration_fee, 3 to 15) is "
        "worth at 0.008 a yuan (choice.price_weight_visit, 0.004 to 0.014); the fee is none now "
        "(xiangxiang-referral-registration-fee), that of before is not printed"},
    [PRIORITY] = {"priority_log_odds", "log odds", {0, 3}, {0, 0.35, 0.69},
        "assumed: what a kept place is worth; half of a doubling of the odds"},
    [DOWN] = {"down_referral_log_odds", "log odds", {-3, 3}, {0, 0.13, 0.26},
        "assumed: as in a consortium, a specialist's follow-up below makes the way down easier; "
        "not printed"},
};
// clang-format on

const Lever free_registration_referral = {
    .info = {.name = "free_registration_referral",
             .zh = "免挂号费双向转诊",
             .en = "fee-free referral",
             .about = "the referred register for nothing and have a place kept for them",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_FORMAL_REFERRAL, {FEE}},
              {ADDS, EFFECT_FORMAL_REFERRAL, {PRIORITY}},
              {ADDS, EFFECT_DOWN_REFERRAL, {DOWN}}},
};
