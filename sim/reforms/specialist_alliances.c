// SPDX-License-Identifier: MIT
// A hospital of the city leads the members of its specialty. The maternal alliance refers more
// easily both ways, and its members keep more; the days of its experts are missing at the city
// hospitals. The TCM alliance raises what county TCM hospitals can do. Growth of referrals is
// printed of the maternal alliance alone and goes to no other specialty; mental health, stomatology
// and the care of the elderly have no class of case of their own here.
#include "reforms/lever.h"

enum { UP, DOWN, MEMBERS, EXPERTS, TCM };

// clang-format off
static const LeverParameter table[] = {
    [UP] = {"maternal_referral_log_odds", "log odds", {-3, 3}, {0, 0.2, 0.4},
        "assumed: a letter and a place in the line instead of the patient's own way; less than "
        "a consortium, whose members share a budget"},
    [DOWN] = {"maternal_down_log_odds", "log odds", {-3, 3}, {0, 0.13, 0.26},
        "assumed: as in a consortium, half of what national down-referrals grew by in 2023, all "
        "causes"},
    [MEMBERS] = {"maternal_capability", "units", {0, 2}, {0, 0.1, 0.2},
        "assumed: 81 were trained (xiangtan-maternal-cadres-trained) and experts come about "
        "twice a week to a member; a sixth of the 1.2 units between a township centre and a "
        "county hospital at most: half of it"},
    [EXPERTS] = {"expert_doctor_share", "share", {0, 0.5}, {0.002, 0.0045, 0.009},
        "reported: more than 3,000 trips a year (xiangtan-maternal-experts-dispatched), 12 full "
        "posts at a day each, of the 2,763 doctors whom the model gives Xiangtan's city hospitals"},
    [TCM] = {"tcm_capability", "units", {0, 2}, {0, 0.05, 0.1},
        "assumed: 30 members (xiangtan-tcm-alliance-members), nothing else is printed; a tenth of "
        "a unit at most: half of it"},
};
// clang-format on

const Lever specialist_alliances = {
    .info = {.name = "specialist_alliances",
             .zh = "专科联盟",
             .en = "specialist alliances",
             .about = "members of a specialty refer both ways more easily and keep more",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_MATERNAL_REFERRAL, {UP}},
              {ADDS, EFFECT_MATERNAL_DOWN, {DOWN}},
              {ADDS, EFFECT_MATERNAL_CAPABILITY, {MEMBERS}},
              {TAKES_SHARE, EFFECT_DOCTORS_LENT, {EXPERTS}},
              {ADDS, EFFECT_TCM_CAPABILITY, {TCM}}},
};
