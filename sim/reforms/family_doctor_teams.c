// SPDX-License-Identifier: MIT
// Teams of family doctors sign chronic patients and follow up as many of them as their hours
// reach: signing beyond the hours changes nothing. Follow-up raises enrolment and control from
// year to year; whoever is followed up goes first to the village clinic or township centre more
// often. Contacts are counted apart from visits, and their hours are missing in the clinic.
#include "reforms/lever.h"

enum { TEAMS, HOURS, SIGNED, CONTACTS, MINUTES, FOLLOWED, CONTINUITY };

// clang-format off
static const LeverParameter table[] = {
    [TEAMS] = {"teams_per_10000", "teams", {0, 50}, {3, 4, 5},
        "reported: more than 2,000 teams in Yongzhou (yongzhou-family-doctor-teams), 3.8 for each "
        "10,000 residents; 26 in Cangshuipu (cangshuipu-family-doctor-teams), 5.1"},
    [HOURS] = {"hours_per_week", "hours", {0, 40}, {2, 6, 12},
        "assumed: of the doctor of a team, beside the clinic; a day and a half at most"},
    [SIGNED] = {"signed_share", "share", {0, 1}, {0.4, 0.6, 0.8},
        "assumed: of known chronic patients; of all residents it is 31 % in Yongzhou and 54 % in "
        "Heshan (yongzhou-family-doctor-signed, heshan-family-doctor-signed), patients first"},
    [CONTACTS] = {"contacts_per_year", "contacts", {0, 52}, {4, 4, 6},
        "recalled: the national standard asks for four follow-ups a year in hypertension and "
        "diabetes"},
    [MINUTES] = {"minutes_per_contact", "minutes", {0, 240}, {15, 25, 40},
        "assumed: with the record and, for some, the way to the patient"},
    [FOLLOWED] = {"follow_up_log_ratio", "log ratio", {-1, 1}, {0, 0.07, 0.15},
        "external: standard management raised control of hypertension by 7.9 points "
        "(china-standard-management-hypertension-control-2013), which 0.15 would: half of it"},
    [CONTINUITY] = {"continuity", "utility", {-1, 2}, {0, 0.1, 0.2},
        "external: 2 to 4 points more visits at community centres in hypertension and diabetes "
        "(BMC Health Services Research 2024, 24:454, abstract); 0.1 to 0.2 at a primary share "
        "near one half: half of it"},
};
// clang-format on

const Lever family_doctor_teams = {
    .info = {.name = "family_doctor_teams",
             .zh = "家庭医生团队",
             .en = "family-doctor teams",
             .about = "teams follow up the chronic patients signed, as far as their hours reach",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS_PRODUCT, EFFECT_TEAM_HOURS, {TEAMS, HOURS}},
              {ADDS, EFFECT_SIGNED, {SIGNED}},
              {ADDS_PRODUCT, EFFECT_SIGNED_CONTACTS, {SIGNED, CONTACTS}},
              {ADDS_VOLUME, EFFECT_SIGNED_MINUTES, {SIGNED, CONTACTS, MINUTES}},
              {ADDS_PRODUCT, EFFECT_SIGNED_FOLLOWED, {SIGNED, FOLLOWED}},
              {ADDS_PRODUCT, EFFECT_SIGNED_CONTINUITY, {SIGNED, CONTINUITY}}},
};
