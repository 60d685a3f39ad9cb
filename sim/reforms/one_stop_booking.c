// SPDX-License-Identifier: MIT
// One booking entrance for the public hospitals of county and city. It shows at which of them a
// slot is free, so that who is turned away goes there and does not try one place after another;
// primary sites may hold slots there, which shorten the way of those they refer; and some of those
// booked do not turn up, whose slots are lost. Nobody is created: who does not turn up books again
// or goes without.
#include "reforms/lever.h"

enum { BOOKED, KEPT, NO_SHOW, FORGONE };

// clang-format off
static const LeverParameter table[] = {
    [BOOKED] = {"booked_share", "share", {0, 1}, {0, 0.3, 0.6},
        "assumed: of visits to public hospitals that can wait, those booked there; bookings are "
        "printed, all visits are not"},
    [KEPT] = {"kept_slot_share", "share", {0, 1}, {0, 0.1, 0.3},
        "assumed: of non-urgent referrals of village clinics and township centres to such "
        "hospitals, those for which the site holds a slot of the next day; that sites hold any is "
        "not printed"},
    [NO_SHOW] = {"no_show_share", "share", {0, 0.5}, {0.02, 0.08, 0.2},
        "assumed: of the booked, those who do not turn up; not printed, elsewhere a few to one in "
        "five"},
    [FORGONE] = {"forgone_share", "share", {0, 1}, {0, 0.3, 0.6},
        "assumed: of these, those who do not book again; not printed"},
};
// clang-format on

const Lever one_stop_booking = {
    .info = {.name = "one_stop_booking",
             .zh = "“一站式”预约挂号",
             .en = "one-stop booking",
             .about =
                 "free slots of hospitals are shown, sites may hold some, some booked stay away",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_BOOKED, {BOOKED}},
              {TAKES_SHARE, EFFECT_SLOT_NOT_KEPT, {KEPT}},
              {ADDS_PRODUCT, EFFECT_MISSED, {BOOKED, NO_SHOW}},
              {ADDS_VOLUME, EFFECT_FORGONE, {BOOKED, NO_SHOW, FORGONE}}},
};
