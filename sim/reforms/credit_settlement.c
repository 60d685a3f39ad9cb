// SPDX-License-Identifier: MIT
// Insured patients are treated on credit and settle afterwards: nobody pays a deposit first. Some
// of those who need a bed and stay at home do so because they cannot pay ahead; they come, take
// beds and are paid for like anybody. What patients owe is a receivable of the institution, of
// which a part is never paid. Time spared at counters is left out, because no counter limits visits
// here.
#include "reforms/lever.h"

enum { USERS, CASH, MONTHS, DEFAULT };

// clang-format off
static const LeverParameter table[] = {
    [USERS] = {"users_share", "share", {0, 1}, {0, 0.25, 0.5},
        "assumed: of patients, those who are treated on credit; not printed, and the elderly come "
        "last to such a service: half of one in two"},
    [CASH] = {"cash_share", "share", {0, 1}, {0, 0.2, 0.4},
        "recalled: of those advised to be admitted who were not, some four in ten named money in "
        "national surveys; a deposit is a part of that, own payment and lost pay are not: half"},
    [MONTHS] = {"credit_months", "months", {0, 12}, {0.25, 1, 3},
        "assumed: from the bill until it is paid; nothing is printed"},
    [DEFAULT] = {"default_share", "share", {0, 1}, {0.002, 0.01, 0.03},
        "assumed: of what is owed, what is never paid; nothing is printed, and none is no default"},
};
// clang-format on

const Lever credit_settlement = {
    .info = {.name = "credit_settlement",
             .zh = "医保信用就医",
             .en = "care on credit",
             .about = "nobody pays ahead: deferred stays come, hospitals are owed and lose a part",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_INSURANCE,
    .moves = {{TAKES_PRODUCT, EFFECT_DECLINED, {USERS, CASH}},
              {ADDS_PRODUCT, EFFECT_OWED_MONTHS, {USERS, MONTHS}},
              {ADDS_PRODUCT, EFFECT_NEVER_PAID, {USERS, DEFAULT}}},
};
