// SPDX-License-Identifier: MIT
// County hospital, township centres and village clinics act as one body. The label does nothing;
// what acts is a shared interest in sending stable patients down and unsettled ones up by
// appointment, county doctors who spend part of their time in townships (and are missing above),
// and one drug list for chronic patients.
#include "reforms/lever.h"

enum { DOWN_REFERRAL, FORMAL_REFERRAL, SECONDED_SHARE, VISITING_CAPABILITY, DRUG_LIST_CAPABILITY };

// clang-format off
static const LeverParameter table[] = {
    [DOWN_REFERRAL] = {"down_referral_log_odds", "log odds", {-3, 3}, {0, 0.13, 0.26},
        "assumed: shared budget lowers the gain from keeping stable cases; national "
        "down-referrals grew 30 % in 2023, a log odds of 0.26 with all causes: half of it"},
    [FORMAL_REFERRAL] = {"formal_referral_log_odds", "log odds", {-3, 3}, {0, 0.35, 0.69},
        "assumed: half of a doubling of the odds, whose logarithm is 0.69"},
    [SECONDED_SHARE] = {"seconded_doctor_share", "share", {0, 0.5}, {0, 0.024, 0.048},
        "assumed: Hongjiang sent 12 senior doctors down (hongjiang-doctors-deployed), 4.8 % of "
        "its county general hospital's doctors; half of their time"},
    [VISITING_CAPABILITY] = {"township_capability", "units", {0, 2}, {0, 0.25, 0.5},
        "assumed: visiting doctors, half of the claim that a township centre comes half a unit "
        "nearer to the county hospital"},
    [DRUG_LIST_CAPABILITY] = {"drug_list_capability", "units", {0, 2}, {0, 0.15, 0.3},
        "assumed: chronic patients can be served below with the county's drugs"},
};
// clang-format on

const Lever county_medical_consortium = {
    .info = {.name = "county_medical_consortium",
             .zh = "县域医共体",
             .en = "county consortium",
             .about = "county, township and village act as one: referral both ways, doctors sent "
                      "down, one drug "
                      "list",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_DOWN_REFERRAL, {DOWN_REFERRAL}},
              {ADDS, EFFECT_FORMAL_REFERRAL, {FORMAL_REFERRAL}},
              {TAKES_SHARE, EFFECT_DOCTORS_SENT_DOWN, {SECONDED_SHARE}},
              {ADDS, EFFECT_TOWNSHIP_CAPABILITY, {VISITING_CAPABILITY}},
              {ADDS, EFFECT_CHRONIC_CAPABILITY, {DRUG_LIST_CAPABILITY}}},
};
