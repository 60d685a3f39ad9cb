// SPDX-License-Identifier: MIT
// County hospital, township centres and village clinics act as one body. The label does nothing; what acts is a
// shared interest in sending stable patients down and unsettled ones up by appointment, county doctors who spend
// part of their time in townships (and are missing above), and one drug list for chronic patients.
#include "reforms/lever.h"

enum { DOWN_REFERRAL, FORMAL_REFERRAL, SECONDED_SHARE, VISITING_CAPABILITY, DRUG_LIST_CAPABILITY };

static const LeverParameter table[] = {
    [DOWN_REFERRAL] = {.name = "down_referral_log_odds", .unit = "log odds", .lowest = -3, .highest = 3,
                       .low = 0, .central = 0.13, .high = 0.26,
                       .basis = "assumed: shared budget lowers the gain from keeping stable cases; national "
                                "down-referrals grew 30 % in 2023, a log odds of 0.26 with all causes: half of it"},
    [FORMAL_REFERRAL] = {.name = "formal_referral_log_odds", .unit = "log odds", .lowest = -3,
                         .highest = 3, .low = 0, .central = 0.35, .high = 0.69,
                         .basis = "assumed: half of a doubling of the odds, whose logarithm is 0.69"},
    [SECONDED_SHARE] = {.name = "seconded_doctor_share", .unit = "share", .lowest = 0, .highest = 0.5,
                        .low = 0, .central = 0.024, .high = 0.048,
                        .basis = "assumed: Hongjiang sent 12 senior doctors down (hongjiang-doctors-deployed), 4.8 % "
                                 "of its county general hospital's doctors; half of their time"},
    [VISITING_CAPABILITY] = {.name = "township_capability", .unit = "units", .lowest = 0, .highest = 2,
                             .low = 0, .central = 0.25, .high = 0.5,
                             .basis = "assumed: visiting doctors, half of the claim that a township centre comes "
                                      "half a unit nearer to the county hospital"},
    [DRUG_LIST_CAPABILITY] = {.name = "drug_list_capability", .unit = "units", .lowest = 0, .highest = 2,
                              .low = 0, .central = 0.15, .high = 0.3,
                              .basis = "assumed: chronic patients can be served below with the county's drugs"},
};

static void act(Effects *effects, int county, double strength, const double *value) {
    effect_add(effects, county, EFFECT_DOWN_REFERRAL, strength * value[DOWN_REFERRAL]);
    effect_add(effects, county, EFFECT_FORMAL_REFERRAL, strength * value[FORMAL_REFERRAL]);
    effect_add(effects, county, EFFECT_DOCTORS_SENT_DOWN,
               log_share_without(strength * value[SECONDED_SHARE]));
    effect_add(effects, county, EFFECT_TOWNSHIP_CAPABILITY, strength * value[VISITING_CAPABILITY]);
    effect_add(effects, county, EFFECT_CHRONIC_CAPABILITY, strength * value[DRUG_LIST_CAPABILITY]);
}

extern const Lever county_medical_consortium;
const Lever county_medical_consortium = {
    .info = {.name = "county_medical_consortium",
             .zh = "县域医共体",
             .en = "county consortium",
             .about = "county, township and village act as one: referral both ways, doctors sent down, one drug "
                      "list",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .act = act,
};
