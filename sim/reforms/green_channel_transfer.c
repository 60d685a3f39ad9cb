// SPDX-License-Identifier: MIT
// Urgent cases that a village clinic or township centre cannot settle go straight to the county
// general hospital, whose team is alerted and waits. They come sooner and take a place before
// others, who wait longer. Minutes are an output; nothing follows from them for the outcome,
// because the one case that is told is no effect.
#include "reforms/lever.h"

enum { CHANNELLED, SAVED };

static const LeverParameter table[] = {
    [CHANNELLED] = {.name = "channelled_share",
                    .unit = "share",
                    .lowest = 0,
                    .highest = 1,
                    .low = 0,
                    .central = 0.3,
                    .high = 0.6,
                    .basis = "assumed: one case is told (xupu-green-channel-case), no number; half "
                             "of a channel that six urgent "
                             "cases in ten take"},
    [SAVED] = {.name = "saved_share",
               .unit = "share",
               .lowest = 0,
               .highest = 0.9,
               .low = 0,
               .central = 0.25,
               .high = 0.5,
               .basis =
                   "assumed: of the minutes for decision, call and reception; no time is printed"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_UNCHANNELLED,
               log_share_without(strength * value[CHANNELLED]));
    effect_add(effects, county, EFFECT_TRANSFER_DELAY, log_share_without(strength * value[SAVED]));
}

extern const Lever green_channel_transfer;
const Lever green_channel_transfer = {
    .info = {.name = "green_channel_transfer",
             .zh = "急救绿色通道",
             .en = "green channel",
             .about = "urgent cases go straight from first aid to an alerted county team",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .act = act,
};
