// SPDX-License-Identifier: MIT
#include "unit/money/hunan.h"

#include <string.h>

static void inpatient(Parameters *parameters) {
    static const BenefitRow rows[SCHEME_COUNT][LEVEL_COUNT] = {
        [SCHEME_EMPLOYEE] = {{200, 0.93}, {500, 0.92}, {800, 0.90}, {1100, 0.85}, {1600, 0.80}},
        [SCHEME_RETIRED] = {{200, 0.95}, {500, 0.94}, {800, 0.92}, {1100, 0.87}, {1600, 0.82}},
        [SCHEME_RESIDENT] = {{200, 0.85}, {500, 0.82}, {800, 0.80}, {1200, 0.65}, {2000, 0.60}},
    };
    memcpy(parameters->benefit, rows, sizeof rows);
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        parameters->pool[scheme].inpatient_ceiling = 150000;
        parameters->pool[scheme].later_admission_ratio = 0.5;
        parameters->pool[scheme].inpatient_deductible_ceiling =
            scheme == SCHEME_RESIDENT ? 3000 : 2000;
    }
}

static void outpatient(Parameters *parameters) {
    for (int scheme = SCHEME_EMPLOYEE; scheme <= SCHEME_RETIRED; scheme++) {
        PoolRow *row = &parameters->pool[scheme];
        row->rate_primary = 0.7;
        row->rate_level2 = row->rate_level3 = 0.6;
        row->deductible_level2 = 50;
        row->deductible_level3 = 100;
        row->deductible_ceiling = 300;
        row->ceiling = scheme == SCHEME_RETIRED ? 2000 : 1500;
    }
    parameters->pool[SCHEME_RESIDENT].rate_primary = 0.7;
    parameters->pool[SCHEME_RESIDENT].ceiling = 420;
    parameters->pool[SCHEME_RESIDENT].chronic_ceiling = 480;
}

static void beyond_the_fund(Money *money) {
    money->class_b_share = 0.3;
    money->class_b_own_share = 0.1;
    money->filed_rate_cut = 0.05;
    money->unfiled_rate_cut = 0.10;
    money->major_illness_deductible = 17000;
    money->major_illness_rate_1 = 0.60;
    money->major_illness_rate_2 = 0.65;
    money->major_illness_rate_3 = 0.75;
    money->major_illness_rate_4 = 0.85;
    money->major_illness_ceiling = 400000;
    money->assistance_rate = 0.7;
    money->assistance_ceiling = 50000;
}

void hunan_rules(Parameters *parameters) {
    memset(parameters, 0, sizeof *parameters);
    inpatient(parameters);
    outpatient(parameters);
    beyond_the_fund(&parameters->money);
    parameters->kind[KIND_VILLAGE_CLINIC].out_of_scope_share = 0.02;
    parameters->kind[KIND_PRIVATE_CLINIC].out_of_scope_share = 0.07;
    parameters->kind[KIND_TOWNSHIP_CENTRE].out_of_scope_share = 0.04;
    parameters->kind[KIND_COUNTY_GENERAL].out_of_scope_share = 0.08;
    parameters->kind[KIND_PRIVATE_HOSPITAL].out_of_scope_share = 0.11;
    parameters->kind[KIND_CITY_HOSPITAL].out_of_scope_share = 0.13;
    parameters->kind[KIND_OUTSIDE_CITY].out_of_scope_share = 0.17;
    parameters->kind[KIND_OUTSIDE_PROVINCE].out_of_scope_share = 0.17;
}

Benefits hunan_benefits(void) {
    Parameters parameters;
    Benefits benefits;
    hunan_rules(&parameters);
    benefits_init(&benefits, &parameters);
    return benefits;
}

InsuredCharge insured_charge(Scheme scheme, Kind kind, Level level, Fen charge) {
    return (InsuredCharge){.charge = charge,
                           .scheme = (uint8_t)scheme,
                           .kind = (uint8_t)kind,
                           .level = (uint8_t)level};
}

InsuredCharge county_stay(Fen charge) {
    return insured_charge(SCHEME_RESIDENT, KIND_COUNTY_GENERAL, LEVEL_TWO, charge);
}

InsuredCharge city_stay(Fen charge) {
    return insured_charge(SCHEME_RESIDENT, KIND_CITY_HOSPITAL, LEVEL_THREE, charge);
}

Payment settled_stay(Annual *annual, InsuredCharge insured) {
    const Benefits benefits = hunan_benefits();
    return benefit_admission(&benefits, annual, &insured);
}
