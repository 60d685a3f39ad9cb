// SPDX-License-Identifier: MIT
// Departments of the county general hospital take up techniques of their own, so that such cases
// need not leave, and its pharmacy manages drugs. 255 procedures are far too few to move a
// county's totals. Levels are printed for one year without a start: no change may be claimed from
// them, and none is used. Day surgery, of which those 255 are part, is left out.
#include "reforms/lever.h"

enum { CAPABILITY, DRUGS };

// clang-format off
static const LeverParameter table[] = {
    [CAPABILITY] = {"capability", "units", {0, 2}, {0, 0.04, 0.08},
        "assumed: chronic cases (kidney, heart, rehabilitation) at the county general hospital; "
        "some hundred procedures (xiangtan-county-pta-day-surgery-cases) and five groups "
        "(xiangtan-county-rehab-subspecialties) are printed, out-referral only as lowered; a tenth "
        "of the distance to city hospitals at most: half of it"},
    [DRUGS] = {"drugs_saved_share", "share", {0, 0.5}, {0, 0.03, 0.06},
        "assumed: of drugs used for a case at the county general hospital; a drug share of 21.19 % "
        "is printed for 2024 (xiangtan-county-drug-revenue-share), where it started is not"},
};
// clang-format on

const Lever county_specialty_development = {
    .info = {.name = "county_specialty_development",
             .zh = "县级专科建设与合理用药",
             .en = "county specialties",
             .about = "the county hospital takes up techniques and manages drugs",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_COUNTY_SPECIALTY, {CAPABILITY}},
              {TAKES_SHARE, EFFECT_COUNTY_DRUGS, {DRUGS}}},
};
