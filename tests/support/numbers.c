// SPDX-License-Identifier: MIT
#include "support/city.h"

#include <string.h>

static void fill_people(Parameters *p) {
    p->time = (Time){.weekend_factor = 0.72,
                     .festival_factor = 0.35,
                     .festival_days = 7,
                     .catch_up_days = 12,
                     .market_cycle_days = 4,
                     .home_days_before = 12,
                     .home_days_after = 14,
                     .weekend_discharge_factor = 0.45};
    p->people = (People){.residents = MADE_UP_RESIDENTS,
                         .absent_insured = 15200,
                         .male_share = 0.513,
                         .share_60 = 0.1968,
                         .share_65 = 0.1473,
                         .share_0_15 = 0.2136,
                         .employee_share = 0.157,
                         .employee_urban_ratio = 6.3,
                         .low_income_share = 0.043,
                         .contract_share_under_65 = 0.31,
                         .contract_share_65 = 0.68,
                         .births_per_1000 = 6.6,
                         .births_change = -0.04,
                         .mortality_level = 1.07,
                         .mortality_change = -0.012,
                         .absent_admission_ratio = 0.6,
                         .out_migration = 0.013,
                         .return_migration = 0.031,
                         .frailty_permanent_shape = 2.3,
                         .frailty_yearly_shape = 1.7};
    p->pyramid = (Pyramid){5.4, 7.0, 7.1, 5.9, 4.8, 5.7, 8.4, 7.2, 6.2,
                           7.9, 8.8, 6.9, 5.1, 5.9, 3.7, 2.1, 1.2, 0.7};
    p->mortality = (Mortality){1.1, 0.25, 0.28, 0.42, 0.5,  0.62, 0.9,  1.3, 1.9,
                               2.9, 4.4,  6.5,  10.2, 16.3, 27.1, 45.9, 78,  151};
    p->absence = (Absence){2, 2, 3, 11, 23, 27, 26, 21, 17, 14, 10, 6, 3, 1, 0.5, 0.2, 0, 0};
}

static void fill_demand(Parameters *p) {
    p->demand = (Demand){.level = 1.13,
                         .admission_level = 0.1,
                         .complexity_acuity_correlation = 0.35,
                         .complexity_procedure_correlation = 0.55,
                         .procedure_level_sd = 0.73,
                         .admission_complexity_slope = 0.9,
                         .supply_induced_admission = 0.4,
                         .usual_free_share = 0.23,
                         .still_ill_share = 0.08,
                         .readmission_share = 0.05,
                         .readmission_days = 27,
                         .readmission_short_stay_slope = 3};
}

static void fill_choice(Parameters *p) {
    p->choice = (Choice){.price_weight_visit = -0.0061,
                         .price_weight_admission = -0.00023,
                         .minute_weight_minor = -0.043,
                         .minute_weight_chronic = -0.034,
                         .minute_weight_admission = -0.017,
                         .minute_weight_severe = -0.011,
                         .crowding_weight = -2.1,
                         .crowding_memory = 0.69,
                         .capability_weight = -1.3,
                         .contract_weight = 0.37,
                         .sites_weight = 0.45,
                         .urgent_no_care = -2.4,
                         .complexity_no_care = -0.9,
                         .dissimilarity_self = 0.63,
                         .dissimilarity_primary = 0.57,
                         .dissimilarity_county = 0.61,
                         .dissimilarity_city = 0.71,
                         .habit_share = 0.39,
                         .habit_least_share = 0.017,
                         .gravity_minutes = 47,
                         .outside_minutes_province = 210,
                         .outside_minutes_elsewhere = 480,
                         .elsewhere_minutes = 23,
                         .decline_admission = 0.06};
}

static void fill_funding(Parameters *p) {
    p->funding = (Funding){.resident_contribution = 391.17,
                           .resident_contribution_growth = 0.021,
                           .resident_subsidy = 627.31,
                           .resident_subsidy_growth = 0.037,
                           .employer_rate = 0.0773,
                           .wage_base = 57111,
                           .wage_growth = 0.028,
                           .resident_reserve_months = 7.3,
                           .employee_reserve_months = 13.9,
                           .resident_other_claims = 171.3,
                           .employee_other_claims = 611.7,
                           .major_illness_premium = 73.19};
}

static void fill_response(Parameters *p) {
    p->response = (Response){.eta_days = 0.04,
                             .eta_items = -0.03,
                             .eta_admission = 0.17,
                             .eta_coding = 1.3,
                             .eta_self_pay = 0.21,
                             .marginal_cost_day = 0.57,
                             .marginal_cost_item = 0.83,
                             .marginal_cost_admission = 0.71,
                             .coding_base_share = 0.043,
                             .split_base_share = 0.0023,
                             .detection = 0.11,
                             .penalty_ratio = 1.9,
                             .relaxation_months = 7};
}

static void fill_visitors(Parameters *p) {
    p->visitors = (Visitors){.visits_per_1000 = 130,
                             .distance_exponent = 2.2,
                             .half_minutes = 55,
                             .admission_share = 0.11,
                             .county_pull = 0.6,
                             .settlement_attraction = 0.3,
                             .capability_attraction = 0.15};
}

static void fill_care(Parameters *p) {
    p->care = (Care){.settle_tau = 0.55,
                     .visit_wait_limit_days = 3,
                     .bed_wait_limit_days = 4,
                     .open_bed_share = 0.91,
                     .extra_bed_share_level3 = 0.17,
                     .extra_bed_share_level2 = 0.06,
                     .admit_here_share = 0.83,
                     .formal_referral_share = 0.42,
                     .gives_up_share = 0.09,
                     .tcm_referral_share = 0.29,
                     .referral_delay_days = 2,
                     .transfer_delay_minutes = 47,
                     .ambulance_share = 0.21,
                     .turnout_minutes = 5.3,
                     .reception_minutes = 31,
                     .down_referral_share = 0.04,
                     .down_referral_stay_share = 0.33,
                     .down_referral_least_days = 5,
                     .township_operation_ratio = 0.17,
                     .result_valid_days = 14,
                     .recognition_share = 0.12,
                     .death_in_bed_window_days = 21,
                     .public_health_share = 0.47};
}

static void fill_money(Parameters *p) {
    p->money = (Money){.price_level = 1.03,
                       .complexity_cost_slope = 0.17,
                       .class_b_share = 0.58,
                       .class_b_own_share = 0.11,
                       .unfiled_rate_cut = 0.18,
                       .filed_rate_cut = 0.07,
                       .filed_share = 0.37,
                       .filed_share_absent = 0.56,
                       .registration_fee = 7,
                       .major_illness_deductible = 16000,
                       .major_illness_rate_1 = 0.6,
                       .major_illness_rate_2 = 0.65,
                       .major_illness_rate_3 = 0.75,
                       .major_illness_rate_4 = 0.8,
                       .major_illness_ceiling = 400000,
                       .assistance_rate = 0.62,
                       .assistance_ceiling = 53000};
}

// What sets the made-up disease groups apart; everything else is alike.
typedef struct Group {
    double child, adult, old; // acute needs a year at ages 0-4, 25-34 and 75 and over
    double male_ratio, winter_peak, complexity, urgent_share, bed_share, operated_share, stay_days;
} Group;

static DiseaseRow disease_of(const Group *group) {
    const double a = group->adult, o = group->old;
    return (DiseaseRow){.episodes_0 = group->child,
                        .episodes_5 = 0.6 * group->child + 0.4 * a,
                        .episodes_15 = 0.8 * a,
                        .episodes_25 = a,
                        .episodes_35 = 0.9 * a + 0.1 * o,
                        .episodes_45 = 0.75 * a + 0.25 * o,
                        .episodes_55 = 0.5 * a + 0.5 * o,
                        .episodes_65 = 0.2 * a + 0.8 * o,
                        .episodes_75 = o,
                        .male_ratio = group->male_ratio,
                        .winter_peak = group->winter_peak,
                        .complexity_mean = group->complexity,
                        .complexity_sd = 0.83,
                        .urgent_share = group->urgent_share,
                        .admission_share_under_15 = 0.8 * group->bed_share,
                        .admission_share_15 = group->bed_share,
                        .admission_share_65 = 0.6 * group->bed_share +
                                              0.4 * group->bed_share * (2 - group->bed_share),
                        .followups = 0.7,
                        .followup_days = 6,
                        .operated_share = group->operated_share,
                        .procedure_level_mean = 2.3,
                        .stay_days = group->stay_days,
                        .stay_cv = 0.71,
                        .visit_cost_weight = 1.1,
                        .admission_cost_weight = 0.8 + group->operated_share,
                        .admission_share_bed = 0.12,
                        .admission_share_service = 0.27,
                        .admission_share_drug = 0.26,
                        .admission_share_consumable = 0.12,
                        .admission_share_test = 0.23,
                        .tested_share = 0.38,
                        .scan_share = 0.13,
                        .imaging_share = 0.36,
                        .elective_share = 1 - group->urgent_share,
                        .visitor_weight = 1.3 * group->bed_share};
}

static void fill_diseases(DiseaseRow rows[DISEASE_COUNT]) {
    static const Group groups[DISEASE_COUNT] = {
        [DISEASE_UPPER_RESPIRATORY] = {2.1, 0.71, 0.62, 0.97, 0.41, 1.1, 0.09, 0.01, 0, 4.2},
        [DISEASE_LOWER_RESPIRATORY] = {0.32, 0.05, 0.19, 1.13, 0.52, 2.3, 0.27, 0.31, 0.01, 7.3},
        [DISEASE_COPD_ASTHMA] = {0.03, 0.01, 0.12, 1.6, 0.38, 2.6, 0.19, 0.28, 0.01, 8.9},
        [DISEASE_DIGESTIVE] = {0.27, 0.23, 0.33, 1.02, 0.05, 1.9, 0.15, 0.13, 0.14, 6.4},
        [DISEASE_INFECTIOUS] = {0.19, 0.04, 0.06, 1.15, 0.11, 2.1, 0.17, 0.16, 0.01, 7.1},
        [DISEASE_HYPERTENSION] = {0, 0.01, 0.05, 0.96, 0.12, 2, 0.08, 0.1, 0, 7.6},
        [DISEASE_HEART] = {0.01, 0.02, 0.17, 1.07, 0.21, 3.3, 0.34, 0.37, 0.11, 8.2},
        [DISEASE_STROKE] = {0, 0.003, 0.09, 1.21, 0.16, 3.6, 0.47, 0.55, 0.05, 11.3},
        [DISEASE_DIABETES] = {0.01, 0.03, 0.12, 0.98, 0, 2.4, 0.06, 0.14, 0.02, 8.4},
        [DISEASE_NEOPLASM] = {0.01, 0.02, 0.06, 0.87, 0, 4.3, 0.05, 0.45, 0.43, 9.7},
        [DISEASE_CHEMOTHERAPY] = {0.001, 0.005, 0.03, 1.1, 0, 4.5, 0.03, 0.66, 0.03, 6.1},
        [DISEASE_GENITOURINARY] = {0.05, 0.21, 0.16, 0.63, 0, 2.5, 0.1, 0.14, 0.28, 7.2},
        [DISEASE_MUSCULOSKELETAL] = {0.02, 0.17, 0.41, 0.81, 0.04, 2.1, 0.05, 0.12, 0.16, 9.3},
        [DISEASE_INJURY] = {0.14, 0.17, 0.15, 1.37, 0, 2.4, 0.48, 0.17, 0.37, 10.2},
        [DISEASE_NERVOUS] = {0.02, 0.06, 0.15, 0.77, 0.06, 2.7, 0.11, 0.14, 0.02, 8.1},
        [DISEASE_EYE_EAR] = {0.17, 0.13, 0.19, 0.92, 0.07, 2.2, 0.07, 0.08, 0.51, 5.3},
        [DISEASE_ORAL] = {0.11, 0.14, 0.1, 0.91, 0, 1.8, 0.06, 0.01, 0.2, 5.7},
        [DISEASE_SKIN] = {0.21, 0.13, 0.14, 0.95, 0, 1.5, 0.03, 0.02, 0.03, 7.5},
        [DISEASE_PREGNANCY] = {0, 0.29, 0, 0, 0, 2.6, 0.13, 0.21, 0.44, 4.6},
        [DISEASE_CHILD] = {0.87, 0, 0, 1.06, 0.03, 2.1, 0.07, 0.06, 0.01, 6.7},
        [DISEASE_MENTAL] = {0.01, 0.06, 0.06, 0.8, 0, 2.9, 0.07, 0.15, 0, 27},
        [DISEASE_CHECKUP] = {0.09, 0.12, 0.17, 0.89, 0, 1.7, 0, 0, 0, 3},
    };
    for (int g = 0; g < DISEASE_COUNT; g++)
        rows[g] = disease_of(&groups[g]);
}

static void fill_conditions(ConditionRow rows[CONDITION_COUNT]) {
    static const struct {
        double prevalence[7], male_ratio, detection, enrolment, visits, flares;
    } conditions[CONDITION_COUNT] = {
        [CONDITION_HYPERTENSION] = {{.03, .11, .23, .37, .5, .57, .56}, 1.12, .21, .33, 5.3, .31},
        [CONDITION_DIABETES] = {{.008, .037, .075, .117, .16, .17, .15}, 1.09, .17, .29, 5.7, .27},
        [CONDITION_COPD] = {{.005, .013, .037, .081, .14, .19, .2}, 1.9, .07, .13, 2.3, .83},
        [CONDITION_HEART] = {{.003, .007, .017, .041, .09, .15, .19}, .97, .41, .11, 3.1, .57},
        [CONDITION_STROKE] = {{.0004, .002, .009, .024, .05, .074, .08}, 1.22, 1.3, .17, 2.9, .49},
        [CONDITION_CANCER] = {{.001, .003, .006, .012, .02, .026, .027}, .93, .9, .09, 4.1, .71},
    };
    for (int c = 0; c < CONDITION_COUNT; c++)
        rows[c] = (ConditionRow){.prevalence_20 = conditions[c].prevalence[0],
                                 .prevalence_35 = conditions[c].prevalence[1],
                                 .prevalence_45 = conditions[c].prevalence[2],
                                 .prevalence_55 = conditions[c].prevalence[3],
                                 .prevalence_65 = conditions[c].prevalence[4],
                                 .prevalence_75 = conditions[c].prevalence[5],
                                 .prevalence_85 = conditions[c].prevalence[6],
                                 .male_ratio = conditions[c].male_ratio,
                                 .detection_rate = conditions[c].detection,
                                 .enrolment_rate = conditions[c].enrolment,
                                 .dropout_rate = 0.13,
                                 .control_rate = 1.7,
                                 .loss_rate = 1.1,
                                 .turnover_rate = 0.047,
                                 .visits_diagnosed = 0.4 * conditions[c].visits,
                                 .visits_managed = conditions[c].visits,
                                 .flares_undiagnosed = conditions[c].flares,
                                 .flares_diagnosed = 0.9 * conditions[c].flares,
                                 .flares_managed = 0.7 * conditions[c].flares,
                                 .flares_controlled = 0.5 * conditions[c].flares,
                                 .flare_admission_share = 0.37,
                                 .routine_complexity = 1.6,
                                 .flare_complexity = 2.9};
}

// What sets the made-up kinds of institution apart.
typedef struct Tier {
    double capability, constant_visit, constant_admission, visits_per_doctor_day, stretch;
    double visit_cost, admission_cost, stay_ratio, out_of_scope_share;
} Tier;

static KindRow kind_of(const Tier *tier) {
    return (KindRow){.capability_acute = tier->capability,
                     .capability_surgical = 0.9 * tier->capability,
                     .capability_maternal = 0.95 * tier->capability,
                     .capability_chronic = 1.05 * tier->capability,
                     .admission_capability = 0.3,
                     .constant_visit = tier->constant_visit,
                     .constant_admission = tier->constant_admission,
                     .quality_slope = 0.11 * tier->capability,
                     .visits_per_doctor_day = tier->visits_per_doctor_day,
                     .slot_stretch = tier->stretch,
                     .visit_cost = tier->visit_cost,
                     .visit_share_service = 0.23,
                     .visit_share_drug = 0.45,
                     .visit_share_consumable = 0.04,
                     .visit_share_test = 0.28,
                     .visit_cost_cv = 0.9,
                     .admission_cost = tier->admission_cost,
                     .admission_cost_cv = 0.75,
                     .stay_ratio = tier->stay_ratio,
                     .out_of_scope_share = tier->out_of_scope_share,
                     .test_ratio = 0.2 * tier->capability,
                     .staff_cost = 61700 * tier->capability,
                     .fixed_cost = 23300 * tier->capability,
                     .subsidy = 19100 * tier->capability,
                     .markup = tier->out_of_scope_share};
}

static void fill_kinds(KindRow rows[KIND_COUNT]) {
    static const Tier tiers[KIND_COUNT] = {
        [KIND_NONE] = {0, -1.1, 0, 0, 1, 0, 0, 1, 0},
        [KIND_PHARMACY] = {0.6, -0.7, 0, 0, 1, 48, 0, 1, 1},
        [KIND_VILLAGE_CLINIC] = {1.7, 0.9, 0, 9, 2.6, 61, 0, 1, 0.05},
        [KIND_PRIVATE_CLINIC] = {1.8, 0.5, 0, 11, 2.6, 83, 0, 1, 1},
        [KIND_TOWNSHIP_CENTRE] = {2.5, 0.7, 0.2, 10, 2.3, 89, 2310, 0.84, 0.06},
        [KIND_COUNTY_GENERAL] = {4.1, 0.4, 0.6, 8, 1.5, 231, 6140, 1, 0.09},
        [KIND_COUNTY_TCM] = {3.7, 0.1, 0.2, 8, 1.5, 214, 5630, 1.08, 0.1},
        [KIND_COUNTY_MATERNAL] = {3.5, -0.6, -0.7, 7, 1.5, 208, 4370, 0.73, 0.1},
        [KIND_PRIVATE_HOSPITAL] = {3.1, -0.4, -0.3, 7, 1.7, 196, 4890, 1.04, 0.13},
        [KIND_CITY_HOSPITAL] = {5.4, 0.2, 0.5, 7, 1.4, 318, 11900, 1.09, 0.12},
        [KIND_OUTSIDE_CITY] = {6.3, -0.9, -0.4, 0, 1, 397, 17300, 1.12, 0.15},
        [KIND_OUTSIDE_PROVINCE] = {6.4, -1.7, -1.2, 0, 1, 411, 18700, 1.12, 0.17},
    };
    for (int k = 0; k < KIND_COUNT; k++)
        rows[k] = kind_of(&tiers[k]);
}

static void fill_insurance(Parameters *p) {
    static const double input_share[COMPONENT_COUNT] = {0.23, 0.13, 0.97, 0.99, 0.37};
    for (int c = 0; c < COMPONENT_COUNT; c++)
        p->component[c] = (ComponentRow){.input_share = input_share[c]};
    p->test[TEST_LABORATORY] = (TestRow){.price = 117, .recognition_uptake = 0.43};
    p->test[TEST_IMAGING] = (TestRow){.price = 154, .recognition_uptake = 0.51};
    p->test[TEST_SCAN] = (TestRow){.price = 371, .recognition_uptake = 0.59};

    for (int s = 0; s < SCHEME_COUNT; s++) {
        const int employee = s != SCHEME_RESIDENT, retired = s == SCHEME_RETIRED;
        p->pool[s] = (PoolRow){.rate_primary = employee ? 0.7 + 0.05 * retired : 0.7,
                               .rate_level2 = employee ? 0.6 + 0.05 * retired : 0,
                               .rate_level3 = employee ? 0.6 + 0.05 * retired : 0,
                               .deductible_level2 = employee ? 100 : 0,
                               .deductible_level3 = employee ? 200 : 0,
                               .deductible_ceiling = employee ? 300 : 0,
                               .ceiling = employee ? 1500 + 500 * retired : 420,
                               .chronic_ceiling = employee ? 0 : 360,
                               .village_settled_share = employee ? 0.3 : 0.62,
                               .personal_account = employee ? 1310 + 70 * retired : 0,
                               .inpatient_deductible_ceiling = employee ? 2000 : 3000,
                               .inpatient_ceiling = employee ? 250000 : 150000,
                               .later_admission_ratio = 0.5};
        static const double deductible[LEVEL_COUNT] = {200, 300, 500, 1000, 1500};
        static const double rate[LEVEL_COUNT] = {0.87, 0.82, 0.76, 0.63, 0.58};
        for (int level = 0; level < LEVEL_COUNT; level++)
            p->benefit[s][level] =
                (BenefitRow){.deductible = deductible[level],
                             .rate = employee ? rate[level] + 0.08 + 0.03 * retired : rate[level]};
    }
}

void made_up_parameters(Parameters *parameters) {
    memset(parameters, 0, sizeof *parameters);
    fill_people(parameters);
    fill_demand(parameters);
    fill_choice(parameters);
    fill_funding(parameters);
    fill_response(parameters);
    fill_visitors(parameters);
    fill_care(parameters);
    fill_money(parameters);
    fill_diseases(parameters->disease);
    fill_conditions(parameters->condition);
    fill_kinds(parameters->kind);
    fill_insurance(parameters);
    for (int year = 0; year < BACKGROUND_YEAR_COUNT; year++)
        parameters->background[year] =
            (BackgroundRow){.visits_factor = 1, .settlement_coverage = 0.4};
}

void made_up_good_health(Parameters *parameters) {
    static const DiseaseRow nobody_ill = {.male_ratio = 1};
    for (int g = 0; g < DISEASE_COUNT; g++)
        parameters->disease[g] = nobody_ill;
    static const ConditionRow nobody_has = {.male_ratio = 1, .turnover_rate = 0.05};
    for (int c = 0; c < CONDITION_COUNT; c++)
        parameters->condition[c] = nobody_has;
}
