// SPDX-License-Identifier: MIT
// Every number of the model: one line a parameter, and nothing else to change to add one.
//
// A section is a group of parameters (`choice.habit_share`); some sections have one set of values
// for each
// member of a list (`disease.stroke.stay_days`) or for each pair
// (`benefit.resident.level2.rate`). The lists
// below make the structs that the simulation reads, the reader of model files, `hxsim list
// parameters` and the
// tables of models/README.md. Every parameter must be given in a model; there is no default in C.
//
//    X(name, unit, lowest, highest, meaning)
#ifndef HXSIM_CONFIG_PARAMETERS_H
#define HXSIM_CONFIG_PARAMETERS_H

#include "config/entities.h"

// clang-format off

#define TIME_PARAMETERS(X) \
    X(weekend_factor, "ratio", 0, 1, \
      "needs for care felt, and slots open, on a Saturday or Sunday, against a weekday") \
    X(festival_factor, "ratio", 0, 1, \
      "care that can be put off and is sought on the days of Spring Festival all the same") \
    X(festival_days, "days", 0, 14, \
      "days of Spring Festival from its eve on which elective care stops") \
    X(catch_up_days, "days", 1, 60, \
      "days after Spring Festival over which care that was put off is taken up") \
    X(home_days_before, "days", 0, 40, \
      "days before Spring Festival from which absent insured are at home") \
    X(home_days_after, "days", 0, 40, \
      "days after Spring Festival until which absent insured are at home") \
    X(weekend_discharge_factor, "ratio", 0, 1, \
      "discharges on Saturday and Sunday, against a weekday") \
    X(market_cycle_days, "days", 1, 30, "days from one market of a township to the next")

#define PEOPLE_PARAMETERS(X) \
    X(residents, "persons", 1000, 1e8, "residents at the start of the simulation") \
    X(absent_insured, "persons", 0, 1e7, "insured here who live elsewhere at the start") \
    X(male_share, "share", 0, 1, "males among residents") \
    X(share_60, "share", 0, 1, "residents aged 60 and over, to which the pyramid is raked") \
    X(share_65, "share", 0, 1, "residents aged 65 and over, to which the pyramid is raked") \
    X(share_0_15, "share", 0, 1, "residents aged 0 to 15, to which the pyramid is raked") \
    X(employee_share, "share", 0, 1, "working and retired employees' scheme, of all insured") \
    X(employee_urban_ratio, "ratio", 1, 50, \
      "odds of being in the employee scheme in town against country") \
    X(low_income_share, "share", 0, 1, "persons entitled to medical assistance") \
    X(contract_share_under_65, "share", 0, 1, "persons under 65 signed with a family doctor") \
    X(contract_share_65, "share", 0, 1, "persons of 65 and over signed with a family doctor") \
    X(births_per_1000, "per 1000 a year", 0, 60, "births in the first year") \
    X(births_change, "log ratio a year", -0.3, 0.3, "yearly change of births") \
    X(mortality_level, "ratio", 0.2, 3, \
      "deaths against the table `mortality`") \
    X(mortality_change, "log ratio a year", -0.1, 0.1, "yearly change of deaths at a given age") \
    X(absent_admission_ratio, "ratio", 0, 1, \
      "insured stays of absent insured, against residents of their age and sex") \
    X(out_migration, "share a year", 0, 0.1, "residents of 15 to 44 who become absent in a year") \
    X(return_migration, "share a year", 0, 0.5, \
      "absent insured of 45 to 64 who come home in a year") \
    X(frailty_permanent_shape, "shape", 0.3, 50, "gamma shape of the permanent part of frailty") \
    X(frailty_yearly_shape, "shape", 0.3, 50, "gamma shape of the yearly part of frailty")

// Five-year groups of age: shares of the population before raking, and deaths.
#define FIVE_YEAR_PARAMETERS(X, unit, highest, meaning) \
    X(age_0, unit, 0, highest, meaning " at ages 0-4") \
    X(age_5, unit, 0, highest, meaning " at ages 5-9") \
    X(age_10, unit, 0, highest, meaning " at ages 10-14") \
    X(age_15, unit, 0, highest, meaning " at ages 15-19") \
    X(age_20, unit, 0, highest, meaning " at ages 20-24") \
    X(age_25, unit, 0, highest, meaning " at ages 25-29") \
    X(age_30, unit, 0, highest, meaning " at ages 30-34") \
    X(age_35, unit, 0, highest, meaning " at ages 35-39") \
    X(age_40, unit, 0, highest, meaning " at ages 40-44") \
    X(age_45, unit, 0, highest, meaning " at ages 45-49") \
    X(age_50, unit, 0, highest, meaning " at ages 50-54") \
    X(age_55, unit, 0, highest, meaning " at ages 55-59") \
    X(age_60, unit, 0, highest, meaning " at ages 60-64") \
    X(age_65, unit, 0, highest, meaning " at ages 65-69") \
    X(age_70, unit, 0, highest, meaning " at ages 70-74") \
    X(age_75, unit, 0, highest, meaning " at ages 75-79") \
    X(age_80, unit, 0, highest, meaning " at ages 80-84") \
    X(age_85, unit, 0, highest, meaning " at ages 85 and over")
#define PYRAMID_PARAMETERS(X) FIVE_YEAR_PARAMETERS(X, "%", 100, "share of the population")
#define MORTALITY_PARAMETERS(X) FIVE_YEAR_PARAMETERS(X, "per 1000 a year", 1000, "deaths")
#define ABSENCE_PARAMETERS(X) \
    FIVE_YEAR_PARAMETERS(X, "weight", 1000, "relative share of absent insured")

#define DEMAND_PARAMETERS(X) \
    X(level, "ratio", 0.2, 5, "all acute needs of this place against the disease table") \
    X(admission_level, "log odds", -3, 3, "added to the odds that a case needs a bed") \
    X(complexity_acuity_correlation, "correlation", -1, 1, \
      "of complexity and urgency within a disease group") \
    X(complexity_procedure_correlation, "correlation", -1, 1, \
      "of complexity and level of operation") \
    X(procedure_level_sd, "level", 0.05, 3, \
      "standard deviation of the latent level of an operation within a disease group") \
    X(admission_complexity_slope, "log odds per unit", 0, 5, \
      "rise with complexity of the odds of needing a bed") \
    X(supply_induced_admission, "log odds per share", 0, 5, \
      "rise of the odds of admission with the share of beds free") \
    X(usual_free_share, "share", 0, 1, \
      "beds free where the disease table's admissions hold, and where there are none to count") \
    X(still_ill_share, "share", 0, 1, \
      "cases that a visit settled, yet come back because they are still ill") \
    X(readmission_share, "share", 0, 1, \
      "discharges that need a bed again within 30 days, stay not cut short") \
    X(readmission_days, "days", 1, 30, \
      "last day after a discharge on which a readmission falls, evenly from the first") \
    X(readmission_short_stay_slope, "log odds per share", 0, 20, \
      "rise of readmission with the share of the stay cut off")

#define CHOICE_PARAMETERS(X) \
    X(price_weight_visit, "per yuan", -1, 0, "utility of one yuan out of pocket for a visit") \
    X(price_weight_admission, "per yuan", -0.1, 0, \
      "utility of one yuan out of pocket for an admission") \
    X(minute_weight_minor, "per minute", -1, 0, \
      "utility of a minute of travel, minor outpatient need") \
    X(minute_weight_chronic, "per minute", -1, 0, \
      "utility of a minute of travel, chronic outpatient need") \
    X(minute_weight_admission, "per minute", -1, 0, \
      "utility of a minute of travel, ordinary admission") \
    X(minute_weight_severe, "per minute", -1, 0, \
      "utility of a minute of travel, severe or urgent case") \
    X(crowding_weight, "per share", -20, 0, \
      "utility of the share of patients turned away last month") \
    X(crowding_memory, "share", 0, 1, \
      "weight of earlier months in the share turned away that people expect") \
    X(capability_weight, "per unit", -5, 0, \
      "utility of each unit by which complexity exceeds capability") \
    X(contract_weight, "utility", 0, 5, \
      "of a signed person for the township centre and village clinic") \
    X(sites_weight, "per log site", 0, 1, \
      "utility of the logarithm of the number of sites of a kind") \
    X(urgent_no_care, "utility", -20, 0, "of no care and of the pharmacy when the need is urgent") \
    X(complexity_no_care, "per unit", -5, 0, \
      "utility of no care and pharmacy for each unit of complexity") \
    X(dissimilarity_self, "ratio", 0.05, 1, "of the nest {no care, pharmacy}") \
    X(dissimilarity_primary, "ratio", 0.05, 1, "of the nest {village, private clinic, township}") \
    X(dissimilarity_county, "ratio", 0.05, 1, "of the nest of county kinds and private hospitals") \
    X(dissimilarity_city, "ratio", 0.05, 1, "of the nest {city, outside}") \
    X(habit_share, "share", 0, 1, \
      "needs that lead to a visit, not urgent, that go where the last one went") \
    X(habit_least_share, "share", 0, 1, \
      "choices of a kind for such a need below which habit does not lead there") \
    X(gravity_minutes, "minutes", 1, 1000, \
      "minutes at which a facility of the same kind is 1/e as attractive") \
    X(outside_minutes_province, "minutes", 0, 1000, \
      "travel to hospitals of other cities of the province") \
    X(outside_minutes_elsewhere, "minutes", 0, 2000, "travel to hospitals of other provinces") \
    X(elsewhere_minutes, "minutes", 0, 1000, \
      "travel of absent insured to a hospital where they live") \
    X(decline_admission, "share", 0, 1, "cases that need a bed, are not urgent, and stay at home")

#define CARE_PARAMETERS(X) \
    X(settle_tau, "units", 0.05, 5, "width of the change from settling a case to referring it") \
    X(visit_wait_limit_days, "days", 0, 7, \
      "days after which a visit that found no slot is given up") \
    X(bed_wait_limit_days, "days", 0, 90, \
      "days after which a patient who waits for a bed goes elsewhere") \
    X(open_bed_share, "share", 0.1, 1.2, "open beds of registered ones") \
    X(extra_bed_share_level3, "share", 0, 0.5, "extra beds above open ones at level 3") \
    X(extra_bed_share_level2, "share", 0, 0.5, "extra beds above open ones at levels 1 and 2") \
    X(admit_here_share, "share", 0, 1, \
      "patients admitted where they were seen, if it can treat them") \
    X(formal_referral_share, "share", 0, 1, \
      "unsettled cases referred by the facility rather than on their own") \
    X(gives_up_share, "share", 0, 1, "unsettled cases, not urgent, that seek no further") \
    X(tcm_referral_share, "share", 0, 1, \
      "township centres' referrals of chronic cases that go to the TCM hospital") \
    X(referral_delay_days, "days", 0, 30, \
      "days from a referral that is not urgent to the appointment") \
    X(transfer_delay_minutes, "minutes", 0, 600, \
      "of an urgent transfer beside the way itself: decision, call, and the door to the team") \
    X(ambulance_share, "share", 0, 1, "urgent cases that call an ambulance") \
    X(turnout_minutes, "minutes", 0, 120, "from the call until the ambulance leaves") \
    X(reception_minutes, "minutes", 0, 300, \
      "of an urgent case from a hospital's door to a team") \
    X(down_referral_share, "share", 0, 1, \
      "stays at county and city hospitals that end with a move down") \
    X(down_referral_stay_share, "share", 0, 1, \
      "share of the stay left when a stable patient moves down") \
    X(down_referral_least_days, "days", 1, 180, "shortest stay that may end with a move down") \
    X(township_operation_ratio, "ratio", 0, 1, \
      "share of admissions operated at township centres, against hospitals") \
    X(result_valid_days, "days", 0, 365, \
      "days for which a test result may be recognised elsewhere") \
    X(recognition_share, "share", 0, 1, \
      "repeats avoided between unconnected institutions (letters, films)") \
    X(death_in_bed_window_days, "days", 0, 365, \
      "days before a death in which an admission takes it into the bed") \
    X(public_health_share, "share", 0, 0.9, \
      "of doctors' hours, the most that follow-up and screening by reforms may take from clinics")

#define MONEY_PARAMETERS(X) \
    X(price_level, "ratio", 0.1, 10, "all real prices of this place against the tables") \
    X(complexity_cost_slope, "log ratio per unit", 0, 2, \
      "rise of cost with complexity within a disease group") \
    X(class_b_share, "share", 0, 1, "class B items in the bill, of what is in scope") \
    X(class_b_own_share, "share", 0, 1, "own share of class B items before the benefit rule") \
    X(unfiled_rate_cut, "share", 0, 1, \
      "cut of the rate for care outside the city that is not filed") \
    X(filed_rate_cut, "share", 0, 1, \
      "cut of the rate for care outside the city with referral, or filed by the patient") \
    X(filed_share, "share", 0, 1, \
      "persons who file care outside the city by themselves when nobody refers them") \
    X(filed_share_absent, "share", 0, 1, \
      "absent insured who have filed that they live where they are") \
    X(registration_fee, "yuan", 0, 500, "registration fee, waived on a referral inside a network") \
    X(major_illness_deductible, "yuan", 0, 1e6, \
      "own in-scope payments in the year before major-illness insurance") \
    X(major_illness_rate_1, "share", 0, 1, \
      "major-illness rate to 30,000 yuan above the deductible") \
    X(major_illness_rate_2, "share", 0, 1, "major-illness rate from 30,000 to 80,000 yuan") \
    X(major_illness_rate_3, "share", 0, 1, "major-illness rate from 80,000 to 150,000 yuan") \
    X(major_illness_rate_4, "share", 0, 1, "major-illness rate above 150,000 yuan") \
    X(major_illness_ceiling, "yuan", 0, 1e7, \
      "most that major-illness insurance pays a person in a year") \
    X(assistance_rate, "share", 0, 1, \
      "medical assistance on what is left in scope, entitled persons") \
    X(assistance_ceiling, "yuan", 0, 1e6, "most that medical assistance pays a person in a year")

// What the funds of the schemes live on (money/fund.h).
#define FUNDING_PARAMETERS(X) \
    X(resident_contribution, "yuan a year", 0, 100000, \
      "paid by each insured of the residents' scheme, in 2023") \
    X(resident_contribution_growth, "log ratio a year", -0.3, 0.3, "its yearly change") \
    X(resident_subsidy, "yuan a year", 0, 100000, \
      "paid by government for each insured of the residents' scheme, in 2023") \
    X(resident_subsidy_growth, "log ratio a year", -0.3, 0.3, "its yearly change") \
    X(employer_rate, "share", 0, 1, "of the wage base, paid by employers into the employees' fund") \
    X(wage_base, "yuan a year", 0, 1e7, "wage on which contributions are paid, in 2023") \
    X(wage_growth, "log ratio a year", -0.3, 0.3, "its yearly change") \
    X(resident_reserve_months, "months", -60, 120, \
      "reserve of residents' funds at the start, in months of the first year's income") \
    X(employee_reserve_months, "months", -60, 120, \
      "reserve of the employees' fund at the start, in months of the first year's income") \
    X(resident_other_claims, "yuan a year", 0, 100000, \
      "paid for each insured of the residents' scheme for what is not simulated, in 2023; grows " \
      "with the subsidy") \
    X(employee_other_claims, "yuan a year", 0, 100000, \
      "paid for each working or retired employee for what is not simulated, in 2023; grows " \
      "with the wage base") \
    X(major_illness_premium, "yuan a year", 0, 10000, \
      "given by residents' funds to major-illness insurance for each insured, in 2023; grows " \
      "with the subsidy")

// How providers answer to the way they are paid (payment/response.h).
#define RESPONSE_PARAMETERS(X) \
    X(eta_days, "elasticity", -0.5, 0.5, \
      "of a stay's days to what one more day brings above its cost") \
    X(eta_items, "elasticity", -0.5, 0.5, \
      "of drugs, consumables and tests to what one more brings above its cost") \
    X(eta_admission, "log odds", -1, 1, \
      "of an admission, for each time its cost that it brings more") \
    X(eta_coding, "log odds", 0, 10, \
      "of coding a dearer group, and of splitting a stay, for what a point more brings, of the " \
      "charge for one") \
    X(eta_self_pay, "log odds", -2, 2, \
      "of billing an item outside the catalogue, for what that brings, of the item") \
    X(marginal_cost_day, "ratio", 0.1, 1, "cost of one more day, of what is charged for it") \
    X(marginal_cost_item, "ratio", 0.1, 1, \
      "cost of one more drug, consumable or test, of its charge") \
    X(marginal_cost_admission, "ratio", 0.1, 1, "cost of one more stay, of its charge") \
    X(coding_base_share, "share", 0.0001, 0.5, \
      "cases that stand in too dear a group, paid by item") \
    X(split_base_share, "share", 0.0001, 0.5, "stays that are billed as two, paid by item") \
    X(detection, "share", 0, 1, "of improper claims, found without linked records") \
    X(penalty_ratio, "ratio", 0, 20, \
      "what an improper claim costs when it is found, of what it brought") \
    X(relaxation_months, "months", 1, 60, \
      "in which the distance to where incentives lead falls to a third")

#define VISITOR_PARAMETERS(X) \
    X(visits_per_1000, "per 1000 a year", 0, 1000, \
      "visits by residents of neighbouring areas at no distance") \
    X(distance_exponent, "exponent", 0, 5, "log-logistic decay of visitors with minutes") \
    X(half_minutes, "minutes", 1, 500, "minutes at which the decay has reached one half") \
    X(admission_share, "share", 0, 1, "visits that end in an admission") \
    X(county_pull, "ratio", 0, 10, \
      "pull of a county's general hospitals, against city hospitals as far away") \
    X(settlement_attraction, "log ratio per share", 0, 5, \
      "rise of visitors with the share that settles directly") \
    X(capability_attraction, "log ratio per unit", 0, 5, \
      "rise of visitors with the city hospitals' capability")

// For each disease group.
#define DISEASE_PARAMETERS(X) \
    X(episodes_0, "per person-year", 0, 50, "acute needs at ages 0-4") \
    X(episodes_5, "per person-year", 0, 50, "acute needs at ages 5-14") \
    X(episodes_15, "per person-year", 0, 50, "acute needs at ages 15-24") \
    X(episodes_25, "per person-year", 0, 50, "acute needs at ages 25-34") \
    X(episodes_35, "per person-year", 0, 50, "acute needs at ages 35-44") \
    X(episodes_45, "per person-year", 0, 50, "acute needs at ages 45-54") \
    X(episodes_55, "per person-year", 0, 50, "acute needs at ages 55-64") \
    X(episodes_65, "per person-year", 0, 50, "acute needs at ages 65-74") \
    X(episodes_75, "per person-year", 0, 50, "acute needs at ages 75 and over") \
    X(male_ratio, "ratio", 0, 20, "needs of males against females of the same age") \
    X(winter_peak, "share", 0, 0.95, "height of the January peak above the yearly mean") \
    X(complexity_mean, "units", 0, 8, \
      "mean complexity (1 village, 2 township, 3.5 county, 5 city, 6 province)") \
    X(complexity_sd, "units", 0.05, 4, "standard deviation of complexity") \
    X(urgent_share, "share", 0, 1, "needs that cannot wait") \
    X(admission_share_under_15, "share", 0, 1, "needs that call for a bed, under 15") \
    X(admission_share_15, "share", 0, 1, "needs that call for a bed, 15 to 64") \
    X(admission_share_65, "share", 0, 1, "needs that call for a bed, 65 and over") \
    X(followups, "visits", 0, 20, "mean number of later visits in the same episode") \
    X(followup_days, "days", 1, 60, "days between the visits of an episode") \
    X(operated_share, "share", 0, 1, "admissions with an operation or intervention") \
    X(procedure_level_mean, "level", 0, 5, "mean of the latent level (1 to 4) of the operation") \
    X(stay_days, "days", 1, 90, "mean stay at a county hospital") \
    X(stay_cv, "ratio", 0.05, 3, "coefficient of variation of the stay") \
    X(visit_cost_weight, "ratio", 0.05, 20, "cost of a visit against the mean of the kind") \
    X(admission_cost_weight, "ratio", 0.05, 20, \
      "cost of an admission against the mean of the kind") \
    X(admission_share_bed, "share", 0, 1, "bed and nursing in the cost of an admission") \
    X(admission_share_service, "share", 0, 1, "services in the cost of an admission") \
    X(admission_share_drug, "share", 0, 1, "drugs in the cost of an admission") \
    X(admission_share_consumable, "share", 0, 1, "consumables in the cost of an admission") \
    X(admission_share_test, "share", 0, 1, "tests and imaging in the cost of an admission") \
    X(tested_share, "share", 0, 1, "visits to a county hospital that call for a test") \
    X(scan_share, "share", 0, 1, "tests of this group that are CT or MRI") \
    X(imaging_share, "share", 0, 1, "tests of this group that are X-ray, ultrasound or ECG") \
    X(elective_share, "share", 0, 1, "needs that can be put off over Spring Festival") \
    X(visitor_weight, "weight", 0, 1000, "relative share of the group among visitors")

// For each chronic condition.
#define CONDITION_PARAMETERS(X) \
    X(prevalence_20, "share", 0, 1, "prevalence at 20") \
    X(prevalence_35, "share", 0, 1, "prevalence at 35") \
    X(prevalence_45, "share", 0, 1, "prevalence at 45") \
    X(prevalence_55, "share", 0, 1, "prevalence at 55") \
    X(prevalence_65, "share", 0, 1, "prevalence at 65") \
    X(prevalence_75, "share", 0, 1, "prevalence at 75") \
    X(prevalence_85, "share", 0, 1, "prevalence at 85") \
    X(male_ratio, "ratio", 0.05, 20, "prevalence of males against females") \
    X(detection_rate, "per year", 0, 5, "undiagnosed to diagnosed") \
    X(enrolment_rate, "per year", 0, 5, "diagnosed to managed") \
    X(dropout_rate, "per year", 0, 5, "managed or controlled to diagnosed") \
    X(control_rate, "per year", 0, 20, "managed to controlled") \
    X(loss_rate, "per year", 0, 20, "controlled to managed") \
    X(turnover_rate, "per year", 0.001, 1, \
      "cases that end by death and are replaced, for the first stages") \
    X(visits_diagnosed, "per year", 0, 52, "routine visits when diagnosed") \
    X(visits_managed, "per year", 0, 52, \
      "routine visits when managed or controlled, at the reference interval") \
    X(flares_undiagnosed, "per year", 0, 20, "acute needs when undiagnosed") \
    X(flares_diagnosed, "per year", 0, 20, "acute needs when diagnosed") \
    X(flares_managed, "per year", 0, 20, "acute needs when managed") \
    X(flares_controlled, "per year", 0, 20, "acute needs when controlled") \
    X(flare_admission_share, "share", 0, 1, "acute needs of the condition that call for a bed") \
    X(routine_complexity, "units", 0, 8, "mean complexity of a routine visit") \
    X(flare_complexity, "units", 0, 8, "mean complexity of an acute need")

// For each kind of institution.
#define KIND_PARAMETERS(X) \
    X(capability_acute, "units", 0, 12, \
      "complexity that it settles in half of the cases, acute internal") \
    X(capability_surgical, "units", 0, 12, "the same, surgical") \
    X(capability_maternal, "units", 0, 12, "the same, maternal and child") \
    X(capability_chronic, "units", 0, 12, "the same, chronic, rehabilitation and TCM") \
    X(admission_capability, "units", -12, 12, \
      "complexity up to which it treats in a bed, less the capability above") \
    X(constant_visit, "utility", -30, 30, \
      "of a visit to this kind, beyond price, distance and match") \
    X(constant_admission, "utility", -30, 30, \
      "of an admission to this kind, beyond price, distance and match") \
    X(quality_slope, "per unit", -5, 5, \
      "rise with complexity of the utility of this kind for a visit") \
    X(visits_per_doctor_day, "visits", 0, 200, "usual visits of a doctor on a working day") \
    X(slot_stretch, "ratio", 0.5, 10, "most visits in a day, against the usual") \
    X(visit_cost, "yuan", 0, 10000, "mean charge of a visit") \
    X(visit_share_service, "share", 0, 1, "services in the charge of a visit") \
    X(visit_share_drug, "share", 0, 1, "drugs in the charge of a visit") \
    X(visit_share_consumable, "share", 0, 1, "consumables in the charge of a visit") \
    X(visit_share_test, "share", 0, 1, "tests and imaging in the charge of a visit") \
    X(visit_cost_cv, "ratio", 0, 5, "coefficient of variation of the charge of a visit") \
    X(admission_cost, "yuan", 0, 1e6, "mean charge of an admission of the mean case") \
    X(admission_cost_cv, "ratio", 0, 5, \
      "coefficient of variation of the charge within a disease group") \
    X(stay_ratio, "ratio", 0.1, 5, "stay against a county hospital for the same case") \
    X(out_of_scope_share, "share", 0, 1, "part of the bill outside the insurance catalogue") \
    X(test_ratio, "ratio", 0, 5, "share of visits with a test against a county hospital") \
    X(staff_cost, "yuan a year", 0, 1e7, "pay of all staff, for each doctor on the register") \
    X(fixed_cost, "yuan a year", 0, 1e7, \
      "buildings, equipment, energy and administration, for each doctor on the register") \
    X(subsidy, "yuan a year", 0, 1e7, "paid by government, for each doctor on the register") \
    X(markup, "share", 0, 5, "on what drugs and consumables cost the institution")

// For each component of a charge.
#define COMPONENT_PARAMETERS(X) \
    X(input_share, "share", 0, 1, \
      "goods used up, staff and plant apart, of a charge without mark-up")

// For each class of test.
#define TEST_PARAMETERS(X) \
    X(price, "yuan", 0, 20000, "list price of the tests of this class in one visit") \
    X(recognition_uptake, "share", 0, 1, \
      "recent results from a connected institution that are used, not repeated")

// For each scheme: outpatient pools and personal accounts.
#define POOL_PARAMETERS(X) \
    X(rate_primary, "share", 0, 1, "of what is in scope, primary institutions") \
    X(rate_level2, "share", 0, 1, "of what is in scope, level 2") \
    X(rate_level3, "share", 0, 1, "of what is in scope, level 3") \
    X(deductible_level2, "yuan a visit", 0, 10000, "deductible of a visit at level 2") \
    X(deductible_level3, "yuan a visit", 0, 10000, "deductible of a visit at level 3") \
    X(deductible_ceiling, "yuan a year", 0, 10000, \
      "most that visits' deductibles add up to in a year") \
    X(ceiling, "yuan a year", 0, 100000, "most that the pool pays a person in a year") \
    X(chronic_ceiling, "yuan a year", 0, 30000, "added for managed hypertension or diabetes") \
    X(village_settled_share, "share", 0, 1, \
      "village clinics at which the pool can be used before any reform") \
    X(personal_account, "yuan a year", 0, 100000, "paid each year into a personal account") \
    X(inpatient_deductible_ceiling, "yuan a year", 0, 100000, \
      "most that inpatient deductibles add up to") \
    X(inpatient_ceiling, "yuan a year", 0, 1e7, \
      "most that the fund pays for a person's stays in a year") \
    X(later_admission_ratio, "ratio", 0, 1, \
      "deductible of second and later admissions against the first")

// For each scheme and level of institution: inpatient benefit.
#define BENEFIT_PARAMETERS(X) \
    X(deductible, "yuan", 0, 100000, "of the first admission in a year") \
    X(rate, "share", 0, 1, "of what is in scope and above the deductible")

// For each year: the exogenous background, the same in every scenario.
#define FIRST_BACKGROUND_YEAR 2021
#define BACKGROUND_YEARS(X) \
    X(2021) X(2022) X(2023) X(2024) X(2025) X(2026) X(2027) X(2028) X(2029) X(2030)
#define BACKGROUND_PARAMETERS(X) \
    X(visits_factor, "ratio", 0.1, 3, "outpatient needs against 2023 (epidemic)") \
    X(admission_log, "log ratio", -2, 2, "propensity to admit against 2023") \
    X(stay_log, "log ratio", -2, 2, "length of stay against 2023") \
    X(price_log, "log ratio", -2, 2, "real charge of an admission at hospitals against 2023") \
    X(primary_utility, "utility", -3, 3, "attraction of primary institutions against 2023") \
    X(procedure_level, "level", -3, 3, "latent level of operations against 2023") \
    X(settlement_coverage, "share", 0, 1, "visitors from other provinces who settle directly")

// The sections, in the order of model files.
//    X(type, member, list of parameters, count and list of members)
#define SECTIONS(X) \
    X(Time,       time,       TIME_PARAMETERS) \
    X(People,     people,     PEOPLE_PARAMETERS) \
    X(Pyramid,    pyramid,    PYRAMID_PARAMETERS) \
    X(Mortality,  mortality,  MORTALITY_PARAMETERS) \
    X(Absence,    absence,    ABSENCE_PARAMETERS) \
    X(Demand,     demand,     DEMAND_PARAMETERS) \
    X(Choice,     choice,     CHOICE_PARAMETERS) \
    X(Care,       care,       CARE_PARAMETERS) \
    X(Money,      money,      MONEY_PARAMETERS) \
    X(Funding,    funding,    FUNDING_PARAMETERS) \
    X(Response,   response,   RESPONSE_PARAMETERS) \
    X(Visitors,   visitors,   VISITOR_PARAMETERS)
#define LISTED_SECTIONS(X) \
    X(DiseaseRow,    disease,    DISEASE_PARAMETERS,    DISEASE_COUNT,         disease_entities) \
    X(ConditionRow,  condition,  CONDITION_PARAMETERS,  CONDITION_COUNT,       condition_entities) \
    X(KindRow,       kind,       KIND_PARAMETERS,       KIND_COUNT,            kind_entities) \
    X(ComponentRow,  component,  COMPONENT_PARAMETERS,  COMPONENT_COUNT,  component_entities) \
    X(TestRow,       test,       TEST_PARAMETERS,       TEST_CLASS_COUNT, test_class_entities) \
    X(PoolRow,       pool,       POOL_PARAMETERS,       SCHEME_COUNT,          scheme_entities) \
    X(BackgroundRow, background, BACKGROUND_PARAMETERS, BACKGROUND_YEAR_COUNT, background_entities)
// clang-format on

// benefit[scheme][level] is the one section with two lists.

#define COUNT_YEAR(year) +1
enum { BACKGROUND_YEAR_COUNT = 0 BACKGROUND_YEARS(COUNT_YEAR) };
#undef COUNT_YEAR
extern const Entity background_entities[BACKGROUND_YEAR_COUNT];

#define MEMBER(name, unit, lowest, highest, meaning) double name;
#define STRUCT(type, member, list) \
    typedef struct type {          \
        list(MEMBER)               \
    } type;
SECTIONS(STRUCT)
#undef STRUCT
#define STRUCT(type, member, list, count, entities) \
    typedef struct type {                           \
        list(MEMBER)                                \
    } type;
LISTED_SECTIONS(STRUCT)
#undef STRUCT
typedef struct BenefitRow {
    BENEFIT_PARAMETERS(MEMBER)
} BenefitRow;
#undef MEMBER

// All numbers of a model: plain doubles without gaps, so that entry i of the registry is the i-th
// double.
typedef struct Parameters {
#define HELD(type, member, list) type member;
    SECTIONS(HELD)
#undef HELD
#define HELD(type, member, list, count, entities) type member[count];
    LISTED_SECTIONS(HELD)
#undef HELD
    BenefitRow benefit[SCHEME_COUNT][LEVEL_COUNT];
} Parameters;

enum { PARAMETER_COUNT = sizeof(Parameters) / sizeof(double) };

// What the registry knows of one parameter, whatever the model.
typedef struct ParameterInfo {
    char path[96]; // "disease.stroke.stay_days"
    const char *unit, *meaning;
    double lowest, highest;
} ParameterInfo;

// Entry `index` (0 .. PARAMETER_COUNT - 1) of the registry, in the order of the doubles of
// Parameters.
ParameterInfo parameter_info(int index);

// Index of the parameter with this path, or -1.
int parameter_find(const char *path);

// One parameter of a section, for all its members.
typedef struct ParameterRow {
    const char *name, *unit, *meaning;
    double lowest, highest;
} ParameterRow;

// A section of the registry: a plain one has no members, `benefit` has members in members.
typedef struct ParameterSection {
    const char *name;
    const ParameterRow *rows;
    const Entity *members, *inner;            // NULL in a plain section
    int row_count, member_count, inner_count; // counts of members are 1 in a plain section
    int first;                                // index of its first parameter
} ParameterSection;

#define COUNT_SECTION(...) +1
enum { PARAMETER_SECTION_COUNT = 1 SECTIONS(COUNT_SECTION) LISTED_SECTIONS(COUNT_SECTION) };
#undef COUNT_SECTION

// Section 0 .. PARAMETER_SECTION_COUNT - 1.
const ParameterSection *parameter_section(int section);

// The section of this name; NULL if there is none.
const ParameterSection *parameter_find_section(const char *name);

// Index of a parameter of a section; member and inner are 0 where there is no list.
int parameter_index(const ParameterSection *section, int member, int inner, int row);

// Which row of the section has this name; -1 if none.
int parameter_find_row(const ParameterSection *section, const char *name);

// Which of so many members of a list has this name; -1 if none.
int parameter_member(const Entity *entities, int count, const char *name);

#endif
