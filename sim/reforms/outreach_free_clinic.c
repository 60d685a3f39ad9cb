// SPDX-License-Identifier: MIT
// On a day of free clinics people of 60 and over are seen near home: some unknown hypertension
// comes to the township centre and is diagnosed, some that is managed is controlled for a while,
// because medicine is brought. Nothing keeps either up afterwards but the usual care; the doctors
// are missing in their clinics for the hours of that day.
#include "reforms/lever.h"

enum { SITES, PERSONS, LINKED, HELPED, HOURS };

// clang-format off
static const LeverParameter table[] = {
    [SITES] = {"sites", "sites", {0, 1000}, {14, 14, 14},
        "reported: 14 communities, villages and estates of Qidong (qidong-outreach-sites)"},
    [PERSONS] = {"persons_per_site", "persons", {0, 2000}, {40, 100, 200},
        "assumed: not printed; as many as a few doctors see in a day"},
    [LINKED] = {"linked_share", "share", {0, 1}, {0, 0.15, 0.3},
        "assumed: of unknown hypertension seen, those who go on to a centre; without follow-up "
        "most do not"},
    [HELPED] = {"helped_share", "share", {0, 1}, {0, 0.1, 0.2},
        "assumed: of managed hypertension that is not controlled, those who take what was brought"},
    [HOURS] = {"doctor_hours_per_site", "hours", {0, 200}, {8, 24, 40},
        "assumed: one to five doctors for a day"},
};
// clang-format on

const Lever outreach_free_clinic = {
    .info = {.name = "outreach_free_clinic",
             .zh = "义诊与送药上门",
             .en = "free clinics near home",
             .about = "a day of free clinics near home for people of 60 and over",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS_PRODUCT, EFFECT_OUTREACH_REACHED, {SITES, PERSONS}},
              {ADDS_VOLUME, EFFECT_OUTREACH_FOUND, {SITES, PERSONS, LINKED}},
              {ADDS_VOLUME, EFFECT_OUTREACH_HELPED, {SITES, PERSONS, HELPED}},
              {ADDS_PRODUCT, EFFECT_OUTREACH_HOURS, {SITES, HOURS}}},
};
