// SPDX-License-Identifier: MIT
// Chronic patients are graded red, yellow or green by what is known of them and controlled
// (people/follow_up.h). Teams visit the red at home first, then contact the yellow and then the
// green, until their hours are used up: how often a red patient is visited is a result, not a wish.
// Grades follow control from year to year. No outcome is printed, and none is claimed.
#include "reforms/lever.h"

enum {
    TEAMS,
    HOURS,
    GRADED,
    RED_VISITS,
    RED_MINUTES,
    YELLOW_CONTACTS,
    GREEN_CONTACTS,
    MINUTES,
    RED_FOLLOWED,
    FOLLOWED
};

// clang-format off
static const LeverParameter table[] = {
    [TEAMS] = {"teams_per_10000", "teams", {0, 50}, {4, 5.1, 6},
        "reported: 26 teams for 51,341 residents (cangshuipu-family-doctor-teams, "
        "cangshuipu-resident-population)"},
    [HOURS] = {"hours_per_week", "hours", {0, 40}, {4, 10, 20},
        "assumed: of the doctor of a team, clinical and public-health staff being merged; half "
        "of a week at most"},
    [GRADED] = {"graded_share", "share", {0, 1}, {0.7, 0.9, 1},
        "assumed: of known chronic patients; all are meant, some are away or refuse"},
    [RED_VISITS] = {"red_visits_per_year", "visits", {0, 52}, {2, 4, 12},
        "assumed: 'regularly' is printed; between twice a year and monthly, as often as the national "
        "standard asks for anybody"},
    [RED_MINUTES] = {"red_minutes", "minutes", {0, 240}, {25, 40, 60},
        "assumed: a visit at home in a town with its villages, the way included"},
    [YELLOW_CONTACTS] = {"yellow_contacts_per_year", "contacts", {0, 52}, {4, 4, 6},
        "recalled: the national standard asks for four follow-ups a year"},
    [GREEN_CONTACTS] = {"green_contacts_per_year", "contacts", {0, 52}, {1, 2, 4},
        "assumed: less than the standard asks for the others"},
    [MINUTES] = {"minutes_per_contact", "minutes", {0, 240}, {10, 15, 25},
        "assumed: at the centre or by telephone"},
    [RED_FOLLOWED] = {"red_log_ratio", "log ratio", {-1, 1}, {0, 0.15, 0.3},
        "external: twice what standard management does "
        "(china-standard-management-hypertension-control-2013), because it is done at home: half "
        "of it"},
    [FOLLOWED] = {"follow_up_log_ratio", "log ratio", {-1, 1}, {0, 0.07, 0.15},
        "external: standard management raised control of hypertension by 7.9 points "
        "(china-standard-management-hypertension-control-2013), which 0.15 would: half of it"},
};
// clang-format on

const Lever chronic_red_yellow_green = {
    .info = {.name = "chronic_red_yellow_green",
             .zh = "慢病红黄绿分级管理",
             .en = "chronic patients by colour",
             .about = "chronic patients are followed up by colour, the red ones at home",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS_PRODUCT, EFFECT_GRADE_HOURS, {TEAMS, HOURS}},
              {ADDS, EFFECT_GRADED, {GRADED}},
              {ADDS_PRODUCT, EFFECT_RED_VISITS, {GRADED, RED_VISITS}},
              {ADDS_VOLUME, EFFECT_RED_MINUTES, {GRADED, RED_VISITS, RED_MINUTES}},
              {ADDS_PRODUCT, EFFECT_YELLOW_CONTACTS, {GRADED, YELLOW_CONTACTS}},
              {ADDS_VOLUME, EFFECT_YELLOW_MINUTES, {GRADED, YELLOW_CONTACTS, MINUTES}},
              {ADDS_PRODUCT, EFFECT_GREEN_CONTACTS, {GRADED, GREEN_CONTACTS}},
              {ADDS_VOLUME, EFFECT_GREEN_MINUTES, {GRADED, GREEN_CONTACTS, MINUTES}},
              {ADDS_PRODUCT, EFFECT_RED_FOLLOWED, {GRADED, RED_FOLLOWED}},
              {ADDS_PRODUCT, EFFECT_GRADE_FOLLOWED, {GRADED, FOLLOWED}}},
};
