// SPDX-License-Identifier: MIT
// Urgent cases that a village clinic or township centre cannot settle go straight to the county
// general hospital, whose team is alerted and waits. They come sooner and take a place before
// others, who wait longer. Minutes are an output; nothing follows from them for the outcome,
// because the one case that is told is no effect.
#include "reforms/lever.h"

enum { CHANNELLED, SAVED };

// clang-format off
static const LeverParameter table[] = {
    [CHANNELLED] = {"channelled_share", "share", {0, 1}, {0, 0.3, 0.6},
        "assumed: one case is told (xupu-green-channel-case), no number; half of a channel that "
        "six urgent cases in ten take"},
    [SAVED] = {"saved_share", "share", {0, 0.9}, {0, 0.25, 0.5},
        "assumed: of the minutes for decision, call and reception; no time is printed"},
};
// clang-format on

const Lever green_channel_transfer = {
    .info = {.name = "green_channel_transfer",
             .zh = "急救绿色通道",
             .en = "green channel",
             .about = "urgent cases go straight from first aid to an alerted county team",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{TAKES_SHARE, EFFECT_UNCHANNELLED, {CHANNELLED}},
              {TAKES_SHARE, EFFECT_TRANSFER_DELAY, {SAVED}}},
};
