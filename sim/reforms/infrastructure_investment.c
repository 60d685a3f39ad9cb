// SPDX-License-Identifier: MIT
// Public hospitals are built out. Beds are open when they are built (the ramp is the time of
// building): with needs as they are, more of them stand empty, free beds invite admissions
// (demand.supply_induced_admission), and buildings cost money to run. What is spent comes from
// government and goes into buildings, in the books of the hospitals.
#include "reforms/lever.h"

enum { BEDS, RUNNING, SPENT };

// clang-format off
static const LeverParameter table[] = {
    [BEDS] = {"beds_added", "log ratio", {-0.5, 1}, {0, 0.04, 0.08},
        "assumed: of the beds of county and city public hospitals; 3 billion yuan are printed "
        "(xiangtan-infrastructure-investment), what they bought is not; some 0.5 to 1 million yuan "
        "a bed would make 3,000 to 6,000 beds if all of it were beds, of which a quarter are new "
        "at most: half of it"},
    [RUNNING] = {"running_cost", "log ratio", {0, 2}, {0, 0.5, 1},
        "assumed: rise of buildings, equipment, energy and administration for each log of beds; "
        "part of it is there already"},
    [SPENT] = {"spent", "million yuan", {0, 100000}, {1500, 3000, 3000},
        "reported: xiangtan-infrastructure-investment, cumulative, years not printed; part of it "
        "may have been spent before the first simulated year"},
};
// clang-format on

const Lever infrastructure_investment = {
    .info = {.name = "infrastructure_investment",
             .zh = "公立医院基础设施投入",
             .en = "hospital building",
             .about = "public hospitals get beds and buildings; free beds invite admissions",
             .parameters = table,
             .parameter_count = sizeof table / sizeof *table},
    .sector = SECTOR_CARE,
    .moves = {{ADDS, EFFECT_HOSPITAL_BEDS, {BEDS}},
              {ADDS_PRODUCT, EFFECT_HOSPITAL_RUNNING, {BEDS, RUNNING}},
              {ADDS_FOR_GOOD, EFFECT_HOSPITAL_CAPITAL, {SPENT}}},
};
