// SPDX-License-Identifier: MIT
// What each lever adds to the effects, written a second time by the names of its numbers.
#include "reforms/lever.h"
#include "unit/claim.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double COVERAGE = 0.7;

// The number of a lever, and the effect that it moves.
typedef struct Number {
    const char *name;
    double value;
} Number;

typedef struct Moved {
    Effect effect;
    double amount;
} Moved;

typedef struct Case {
    const char *lever;
    Number number[MOST_LEVER_PARAMETERS];
    Moved moved[MOST_MOVES];
} Case;

// At a strength of 0.7: a sum, products of two and of three, and what is left of a share.
#define ADDED(a) (0.7 * (a))
#define ADDED_PRODUCT(a, b) (0.7 * (a) * (b))
#define ADDED_VOLUME_OF(a, b, c) (0.7 * (a) * (b) * (c))
#define LEFT(a) log(1 - 0.7 * (a))

// Village doctors on the second day: of those of the start 0.47 x 0.81 a year leave, 0.31 come.
// Without the reform 0.47 a year leave.
#define DAYS_2 (2 / 365.25)
#define LEAVING (0.47 * 0.81)
#define STOCK (exp(-LEAVING * DAYS_2) + 0.31 / LEAVING * (1 - exp(-LEAVING * DAYS_2)))
#define FOLLOWED (0.7 * log(STOCK / exp(-0.47 * DAYS_2)))

// clang-format off
#define CASES { \
    {"village_clinic_insurance_coverage", \
     {{"used_share", 0.83}}, \
     {{EFFECT_VILLAGE_UNSETTLED, LEFT(0.83)}}}, \
    {"county_medical_consortium", \
     {{"down_referral_log_odds", 0.23}, {"formal_referral_log_odds", 0.59}, \
      {"seconded_doctor_share", 0.041}, {"township_capability", 0.37}, \
      {"drug_list_capability", 0.13}}, \
     {{EFFECT_DOWN_REFERRAL, ADDED(0.23)}, {EFFECT_FORMAL_REFERRAL, ADDED(0.59)}, \
      {EFFECT_DOCTORS_SENT_DOWN, LEFT(0.041)}, {EFFECT_TOWNSHIP_CAPABILITY, ADDED(0.37)}, \
      {EFFECT_CHRONIC_CAPABILITY, ADDED(0.13)}}}, \
    {"result_mutual_recognition", \
     {{"accepting_share", 0.71}}, \
     {{EFFECT_UNRECOGNISED, LEFT(0.71)}}}, \
    {"population_health_information_platform", \
     {{"looked_up_share", 0.53}}, \
     {{EFFECT_UNCONNECTED, LEFT(0.53)}}}, \
    {"cross_province_settlement", \
     {{"registered_share", 0.17}, {"filing_log_odds", 0.43}}, \
     {{EFFECT_INBOUND_UNSETTLED, LEFT(0.17)}, {EFFECT_SELF_FILING, ADDED(0.43)}}}, \
    {"border_regional_medical_centre", \
     {{"city_capability", 0.19}, {"drawn_doctor_share", 0.011}}, \
     {{EFFECT_CITY_CAPABILITY, ADDED(0.19)}, {EFFECT_DOCTORS_DRAWN_UP, LEFT(0.011)}}}, \
    {"upper_level_assistance", \
     {{"lent_doctor_share", 0.029}, {"county_capability", 0.31}, {"city_capability", 0.07}}, \
     {{EFFECT_DOCTORS_LENT, LEFT(0.029)}, {EFFECT_COUNTY_CAPABILITY, ADDED(0.31)}, \
      {EFFECT_CITY_CAPABILITY, ADDED(0.07)}}}, \
    {"primary_facility_standardisation", \
     {{"township_share", 0.67}, {"village_share", 0.41}, {"capability", 0.23}}, \
     {{EFFECT_TOWNSHIP_CAPABILITY, ADDED_PRODUCT(0.67, 0.23)}, \
      {EFFECT_VILLAGE_CAPABILITY, ADDED_PRODUCT(0.41, 0.23)}}}, \
    {"insurance_referral_leverage", \
     {{"unreferred_rate_cut", 0.13}, {"deductible_spared", 0.37}, {"asking_log_odds", 2.9}}, \
     {{EFFECT_UNREFERRED_CUT, ADDED(0.13)}, {EFFECT_REFERRED_DEDUCTIBLE, LEFT(0.37)}, \
      {EFFECT_FORMAL_REFERRAL, ADDED_PRODUCT(0.13, 2.9)}}}, \
    {"big_courtyard", \
     {{"lead_capability", 0.31}, {"pooled_doctor_share", 0.07}, {"referred_to_lead_share", 0.43}, \
      {"effort_log_ratio", 0.11}}, \
     {{EFFECT_YARD_CAPABILITY, ADDED(0.31)}, {EFFECT_YARD_KEPT, LEFT(0.07)}, \
      {EFFECT_YARD_PASSED_OVER, LEFT(0.43)}, {EFFECT_YARD_EFFORT, ADDED(0.11)}}}, \
    {"circuit_clinics", \
     {{"teams", 7}, {"doctors_per_team", 2.3}, {"capability", 0.37}}, \
     {{EFFECT_CIRCUIT_TEAMS, ADDED(7)}, {EFFECT_CIRCUIT_DOCTORS, ADDED_PRODUCT(7, 2.3)}, \
      {EFFECT_CIRCUIT_CAPABILITY, ADDED(0.37)}}}, \
    {"green_channel_transfer", \
     {{"channelled_share", 0.47}, {"saved_share", 0.29}}, \
     {{EFFECT_UNCHANNELLED, LEFT(0.47)}, {EFFECT_TRANSFER_DELAY, LEFT(0.29)}}}, \
    {"tcm_specialties_scoliosis_pilot", \
     {{"chronic_capability", 0.19}, {"pull", 0.07}, {"referral_log_odds", 0.13}}, \
     {{EFFECT_TCM_CAPABILITY, ADDED(0.19)}, {EFFECT_TCM_PULL, ADDED(0.07)}, \
      {EFFECT_TCM_REFERRAL, ADDED(0.13)}}}, \
    {"data_zone_supervision", \
     {{"detected_share", 0.23}}, \
     {{EFFECT_UNDETECTED, LEFT(0.23)}}}, \
    {"three_medical_six_medical_synergy", \
     {{"sooner_share", 0.23}, {"together_share", 0.11}}, \
     {{EFFECT_RULE_LAG, LEFT(0.23)}, {EFFECT_OFFSET, LEFT(0.11)}}}, \
    {"reform_leadership", \
     {{"sooner_share", 0.13}, {"together_share", 0.17}}, \
     {{EFFECT_RULE_LAG, LEFT(0.13)}, {EFFECT_OFFSET, LEFT(0.17)}}}, \
    {"cross_appointment", \
     {{"sooner_share", 0.07}}, \
     {{EFFECT_RULE_LAG, LEFT(0.07)}}}, \
    {"doctor_secondment", \
     {{"county_doctor_share", 0.043}, {"city_doctor_share", 0.027}, \
      {"township_capability", 0.29}, {"fading_months", 11}}, \
     {{EFFECT_DOCTORS_SENT_DOWN, LEFT(0.043)}, {EFFECT_DOCTORS_POSTED, LEFT(0.027)}, \
      {EFFECT_TOWNSHIP_CAPABILITY, ADDED(0.29)}}}, \
    {"village_doctor_pipeline", \
     {{"entrants_share", 0.31}, {"training_years", 0}, {"exit_share", 0.47}, \
      {"kept_share", 0.19}, {"capability", 0.07}}, \
     {{EFFECT_VILLAGE_DOCTORS, FOLLOWED}, {EFFECT_VILLAGE_CAPABILITY, ADDED(0.07)}}}, \
    {"talent_pool", \
     {{"recruited_share", 0.083}, {"net_share", 0.41}, {"drawn_doctor_share", 0.007}, \
      {"city_capability", 0.059}}, \
     {{EFFECT_DOCTORS_JOINED, ADDED_PRODUCT(0.083, 0.41)}, \
      {EFFECT_DOCTORS_DRAWN_UP, LEFT(0.007)}, {EFFECT_CITY_CAPABILITY, ADDED(0.059)}}}, \
    {"tiered_centres_1_2_38", \
     {{"centres_per_county", 3}, {"capability", 0.37}, {"doctors_needed", 4.3}, \
      {"drawn_doctor_share", 0.053}, {"city_capability", 0.11}, {"drawn_up_share", 0.013}}, \
     {{EFFECT_SUBCENTRES, ADDED(3)}, {EFFECT_SUBCENTRE_CAPABILITY, ADDED(0.37)}, \
      {EFFECT_SUBCENTRE_DOCTORS, ADDED_PRODUCT(3, 4.3)}, {EFFECT_SUBCENTRE_KEPT, LEFT(0.053)}, \
      {EFFECT_CITY_CAPABILITY, ADDED(0.11)}, {EFFECT_DOCTORS_DRAWN_UP, LEFT(0.013)}}}, \
    {"five_level_linkage", \
     {{"closed_share", 0.31}, {"listed_share", 0.17}}, \
     {{EFFECT_SIMPLE_CLINICS, LEFT(0.31)}, {EFFECT_LISTED_BEDS, LEFT(0.17)}}}, \
    {"specialist_alliances", \
     {{"maternal_referral_log_odds", 0.21}, {"maternal_down_log_odds", 0.13}, \
      {"maternal_capability", 0.11}, {"expert_doctor_share", 0.0047}, {"tcm_capability", 0.053}}, \
     {{EFFECT_MATERNAL_REFERRAL, ADDED(0.21)}, {EFFECT_MATERNAL_DOWN, ADDED(0.13)}, \
      {EFFECT_MATERNAL_CAPABILITY, ADDED(0.11)}, {EFFECT_DOCTORS_LENT, LEFT(0.0047)}, \
      {EFFECT_TCM_CAPABILITY, ADDED(0.053)}}}, \
    {"ecmo_tavr", \
     {{"heart_ceiling", 0.67}}, \
     {{EFFECT_HEART_CEILING, ADDED(0.67)}}}, \
    {"consortium_governance", \
     {{"group_pay_weight", 0.31}, {"down_referral_log_odds", 0.43}, \
      {"formal_referral_log_odds", 0.59}, {"posted_doctor_share", 0.047}, \
      {"shared_results", 0.37}}, \
     {{EFFECT_DOWN_REFERRAL, ADDED_PRODUCT(0.31, 0.43)}, \
      {EFFECT_FORMAL_REFERRAL, ADDED_PRODUCT(0.31, 0.59)}, \
      {EFFECT_DOCTORS_SENT_DOWN, LEFT(0.31 * 0.047)}, \
      {EFFECT_UNRECOGNISED, LEFT(0.31 * 0.37)}}}, \
    {"procurement_and_price_adjustment", \
     {{"drugs_procured_share", 0.31}, {"drug_price_cut", 0.47}, {"drug_volume_growth", 0.17}, \
      {"consumables_procured_share", 0.23}, {"consumable_price_cut", 0.67}, \
      {"consumable_volume_growth", -0.07}, {"price_rounds", 5}, {"service_rise", 0.043}, \
      {"bed_rise", 0.019}, {"returned_share", 0.37}}, \
     {{EFFECT_DRUG_PRICE, LEFT(0.31 * 0.47)}, {EFFECT_DRUG_VOLUME, ADDED_PRODUCT(0.31, 0.17)}, \
      {EFFECT_CONSUMABLE_PRICE, LEFT(0.23 * 0.67)}, \
      {EFFECT_CONSUMABLE_VOLUME, ADDED_PRODUCT(0.23, -0.07)}, {EFFECT_PRICE_ROUNDS, ADDED(5)}, \
      {EFFECT_SERVICE_PRICE, ADDED_PRODUCT(5, 0.043)}, {EFFECT_BED_PRICE, ADDED_PRODUCT(5, 0.019)}, \
      {EFFECT_SAVINGS_KEPT, LEFT(0.37)}}}, \
    {"county_specialty_development", \
     {{"capability", 0.19}, {"drugs_saved_share", 0.043}}, \
     {{EFFECT_COUNTY_SPECIALTY, ADDED(0.19)}, {EFFECT_COUNTY_DRUGS, LEFT(0.043)}}}, \
    {"infrastructure_investment", \
     {{"beds_added", 0.13}, {"running_cost", 0.41}, {"spent", 2717}}, \
     {{EFFECT_HOSPITAL_BEDS, ADDED(0.13)}, {EFFECT_HOSPITAL_RUNNING, ADDED_PRODUCT(0.13, 0.41)}, \
      {EFFECT_HOSPITAL_CAPITAL, ADDED(2717)}}}, \
    {"key_specialty_investment", \
     {{"city_capability", 0.23}, {"county_capability", 0.07}, {"treatment_growth", 0.017}, \
      {"spent", 113}}, \
     {{EFFECT_CITY_CAPABILITY, ADDED(0.23)}, {EFFECT_COUNTY_CAPABILITY, ADDED(0.07)}, \
      {EFFECT_CITY_TREATMENT, ADDED(0.017)}, {EFFECT_HOSPITAL_CAPITAL, ADDED(113)}}}, \
    {"major_illness_centre", \
     {{"teams", 11}, {"city_capability", 0.007}, {"county_capability", 0.003}, \
      {"team_doctor_share", 0.0023}}, \
     {{EFFECT_CITY_CAPABILITY, ADDED_PRODUCT(11, 0.007)}, \
      {EFFECT_COUNTY_CAPABILITY, ADDED_PRODUCT(11, 0.003)}, \
      {EFFECT_CITY_DOCTORS_SEEING, LEFT(11 * 0.0023)}}}, \
    {"dip_payment", \
     {{"budget_growth", -0.013}, {"reserve_share", 0.057}, {"prepaid_share", 0.91}, \
      {"keep_from", 0.83}, {"overrun_to", 1.17}, {"overrun_shared", 0.61}, \
      {"outlier_low", 0.43}, {"outlier_high", 2.3}}, \
     {{0}}}, \
    {"drg_multi_payment", \
     {{"retrospective", 0.4}, {"rate_growth", -0.017}, {"reserve_share", 0.043}, \
      {"prepaid_share", 0.93}, {"keep_from", 0.79}, {"overrun_to", 1.13}, \
      {"overrun_shared", 0.57}, {"outlier_low", 0.37}, {"outlier_high_level2", 2.3}, \
      {"outlier_high_level3", 3.1}, {"long_stay_days", 57}, {"later_days_from", 23}, \
      {"later_day_ratio", 0.83}, {"outcome_share", 0.17}, {"outcome_met", 0.89}}, \
     {{0}}}, \
    {"group_global_budget", \
     {{"budget_growth", 0.017}, {"reserve_share", 0.061}, {"prepaid_share", 0.83}, \
      {"savings_kept", 0.71}, {"losses_shared", 0.29}, {"outside_charged", 0.47}, \
      {"down_referral_log_odds", 0.19}}, \
     {{EFFECT_DOWN_REFERRAL, ADDED(0.19)}}}, \
    {"outpatient_capitation", \
     {{"per_head", 1.07}, {"savings_kept", 0.37}, {"losses_shared", 0.23}, \
      {"up_referrals_borne", 0.59}, {"risk_share", 0.41}, {"reserve_share", 0.053}, \
      {"prepaid_share", 0.87}}, \
     {{0}}}, \
    {"shared_centres", \
     {{"connected_share", 0.59}, {"site_capability", 0.17}, {"site_tests", 0.13}, \
      {"trusted_share", 0.37}, {"reader_share", 0.023}, {"readings_per_doctor_day", 67}}, \
     {{EFFECT_READING, ADDED(0.59)}, {EFFECT_SITE_CAPABILITY, ADDED_PRODUCT(0.59, 0.17)}, \
      {EFFECT_SITE_TESTS, ADDED(0.13)}, {EFFECT_UNTRUSTED, LEFT(0.37)}, \
      {EFFECT_READERS, ADDED(0.023)}, {EFFECT_READING_CAPACITY, ADDED_PRODUCT(0.023, 67)}}}, \
    {"telemedicine_platform", \
     {{"consulted_share", 0.083}, {"reach_share", 0.43}, {"callable_doctor_share", 0.013}, \
      {"consultations_per_doctor_day", 17}}, \
     {{EFFECT_CONSULTED, ADDED(0.083)}, {EFFECT_CONSULTATION_REACH, ADDED_PRODUCT(0.083, 0.43)}, \
      {EFFECT_CONSULTANTS, ADDED(0.013)}, \
      {EFFECT_CONSULTATION_CAPACITY, ADDED_PRODUCT(0.013, 17)}}}, \
    {"family_doctor_teams", \
     {{"teams_per_10000", 3.7}, {"hours_per_week", 5.3}, {"signed_share", 0.59}, \
      {"contacts_per_year", 4.1}, {"minutes_per_contact", 23}, {"follow_up_log_ratio", 0.083}, \
      {"continuity", 0.13}}, \
     {{EFFECT_TEAM_HOURS, ADDED_PRODUCT(3.7, 5.3)}, {EFFECT_SIGNED, ADDED(0.59)}, \
      {EFFECT_SIGNED_CONTACTS, ADDED_PRODUCT(0.59, 4.1)}, \
      {EFFECT_SIGNED_MINUTES, ADDED_VOLUME_OF(0.59, 4.1, 23)}, \
      {EFFECT_SIGNED_FOLLOWED, ADDED_PRODUCT(0.59, 0.083)}, \
      {EFFECT_SIGNED_CONTINUITY, ADDED_PRODUCT(0.59, 0.13)}}}, \
    {"chronic_red_yellow_green", \
     {{"teams_per_10000", 5.3}, {"hours_per_week", 9.7}, {"graded_share", 0.83}, \
      {"red_visits_per_year", 5.9}, {"red_minutes", 41}, {"yellow_contacts_per_year", 3.7}, \
      {"green_contacts_per_year", 2.3}, {"minutes_per_contact", 17}, {"red_log_ratio", 0.17}, \
      {"follow_up_log_ratio", 0.059}}, \
     {{EFFECT_GRADE_HOURS, ADDED_PRODUCT(5.3, 9.7)}, {EFFECT_GRADED, ADDED(0.83)}, \
      {EFFECT_RED_VISITS, ADDED_PRODUCT(0.83, 5.9)}, \
      {EFFECT_RED_MINUTES, ADDED_VOLUME_OF(0.83, 5.9, 41)}, \
      {EFFECT_YELLOW_CONTACTS, ADDED_PRODUCT(0.83, 3.7)}, \
      {EFFECT_YELLOW_MINUTES, ADDED_VOLUME_OF(0.83, 3.7, 17)}, \
      {EFFECT_GREEN_CONTACTS, ADDED_PRODUCT(0.83, 2.3)}, \
      {EFFECT_GREEN_MINUTES, ADDED_VOLUME_OF(0.83, 2.3, 17)}, \
      {EFFECT_RED_FOLLOWED, ADDED_PRODUCT(0.83, 0.17)}, \
      {EFFECT_GRADE_FOLLOWED, ADDED_PRODUCT(0.83, 0.059)}}}, \
    {"free_registration_referral", \
     {{"fee_log_odds", 0.083}, {"priority_log_odds", 0.47}, {"down_referral_log_odds", 0.19}}, \
     {{EFFECT_FORMAL_REFERRAL, ADDED(0.083 + 0.47)}, {EFFECT_DOWN_REFERRAL, ADDED(0.19)}}}, \
    {"emergency_5g_circle", \
     {{"station_share", 0.37}, {"busy_minutes", 83}, {"crew_doctors", 0.43}, \
      {"saved_share", 0.29}, {"routed_share", 0.31}}, \
     {{EFFECT_STATIONS, ADDED(0.37)}, {EFFECT_STATION_MINUTES, ADDED_PRODUCT(0.37, 83)}, \
      {EFFECT_CREWS, ADDED_PRODUCT(0.37, 0.43)}, {EFFECT_RECEPTION, LEFT(0.29)}, \
      {EFFECT_UNROUTED, LEFT(0.31)}}}, \
    {"emergency_network_1_3_7_n", \
     {{"station_share", 0.37}, {"busy_minutes", 83}, {"crew_doctors", 0.43}, \
      {"saved_share", 0.29}, {"routed_share", 0.31}}, \
     {{EFFECT_STATIONS, ADDED(0.37)}, {EFFECT_STATION_MINUTES, ADDED_PRODUCT(0.37, 83)}, \
      {EFFECT_CREWS, ADDED_PRODUCT(0.37, 0.43)}, {EFFECT_RECEPTION, LEFT(0.29)}, \
      {EFFECT_UNROUTED, LEFT(0.31)}}}, \
    {"remote_ecg", \
     {{"traced_share", 0.23}, {"positive_share", 0.41}, {"sent_on_share", 0.017}, \
      {"recognised_share", 0.37}, {"saved_share", 0.19}, {"free_pull", 0.013}, \
      {"reader_share", 0.007}, {"readings_per_doctor_day", 113}}, \
     {{EFFECT_ECG, ADDED(0.23)}, {EFFECT_ECG_POSITIVE, ADDED_PRODUCT(0.23, 0.41)}, \
      {EFFECT_ECG_ALARM, ADDED_PRODUCT(0.23, 0.017)}, {EFFECT_HEART_UNRECOGNISED, LEFT(0.37)}, \
      {EFFECT_HEART_DELAY, LEFT(0.19)}, {EFFECT_TOWNSHIP_PULL, ADDED(0.013)}, \
      {EFFECT_ECG_READERS, ADDED(0.007)}, {EFFECT_ECG_CAPACITY, ADDED_PRODUCT(0.007, 113)}}}, \
    {"diabetes_network", \
     {{"points_per_10000", 0.37}, {"tests_per_point", 2300}, {"again_share", 0.29}, \
      {"found_share", 0.23}, {"minutes_per_test", 4.3}, {"places_per_point", 730}}, \
     {{EFFECT_DIABETES_TESTS, ADDED_PRODUCT(0.37, 2300)}, \
      {EFFECT_DIABETES_AGAIN, ADDED_VOLUME_OF(0.37, 2300, 0.29)}, \
      {EFFECT_DIABETES_FOUND, ADDED_VOLUME_OF(0.37, 2300, 0.23)}, \
      {EFFECT_DIABETES_MINUTES, ADDED_VOLUME_OF(0.37, 2300, 4.3)}, \
      {EFFECT_DIABETES_PLACES, ADDED_PRODUCT(0.37, 730)}}}, \
    {"cancer_network", \
     {{"assessed_per_10000", 13}, {"high_risk_share", 0.31}, {"attended_share", 0.37}, \
      {"minutes_per_assessment", 9}}, \
     {{EFFECT_CANCER_ASSESSED, ADDED(13)}, \
      {EFFECT_CANCER_CLINICAL, ADDED_VOLUME_OF(13, 0.31, 0.37)}, \
      {EFFECT_CANCER_MINUTES, ADDED_PRODUCT(13, 9)}}}, \
    {"five_smalls_child_prevention", \
     {{"screened_share", 0.43}, {"seen_share", 0.17}, {"attended_share", 0.41}, \
      {"minutes_per_child", 2.9}}, \
     {{EFFECT_CHILDREN_SCREENED, ADDED(0.43)}, \
      {EFFECT_CHILDREN_REFERRED, ADDED_VOLUME_OF(0.43, 0.17, 0.41)}, \
      {EFFECT_CHILDREN_MINUTES, ADDED_PRODUCT(0.43, 2.9)}}}, \
    {"outreach_free_clinic", \
     {{"sites", 13}, {"persons_per_site", 97}, {"linked_share", 0.17}, {"helped_share", 0.11}, \
      {"doctor_hours_per_site", 23}}, \
     {{EFFECT_OUTREACH_REACHED, ADDED_PRODUCT(13, 97)}, \
      {EFFECT_OUTREACH_FOUND, ADDED_VOLUME_OF(13, 97, 0.17)}, \
      {EFFECT_OUTREACH_HELPED, ADDED_VOLUME_OF(13, 97, 0.11)}, \
      {EFFECT_OUTREACH_HOURS, ADDED_PRODUCT(13, 23)}}}, \
    {"cdc_reform", \
     {{"gain_log_ratio", 0.031}, {"drift_share", 0.023}}, \
     {{EFFECT_DETECTION, ADDED(0.031) + LEFT(0.023)}}}, \
    {"credit_settlement", \
     {{"users_share", 0.37}, {"cash_share", 0.31}, {"credit_months", 1.7}, \
      {"default_share", 0.023}}, \
     {{EFFECT_DECLINED, LEFT(0.37 * 0.31)}, {EFFECT_OWED_MONTHS, ADDED_PRODUCT(0.37, 1.7)}, \
      {EFFECT_NEVER_PAID, ADDED_PRODUCT(0.37, 0.023)}}}, \
}
// clang-format on

static Experiment experiment; // each claim runs in a process of its own

// A reform of one county, on since yesterday, whose numbers are 0.
static Reform *put(const char *name) {
    Reform *reform = &experiment.reforms[experiment.reform_count++];
    *reform = (Reform){.end_day = NO_END, .coverage = COVERAGE, .in_county = {1}};
    while (strcmp(levers[reform->lever]->info.name, name) != 0)
        ck_assert_msg(++reform->lever < lever_count, "there is no lever %s", name);
    experiment.city.county_count = 1;
    return reform;
}

static int row_of(const LeverInfo *info, const char *name) {
    int row = 0;
    while (strcmp(info->parameters[row].name, name) != 0)
        ck_assert_msg(++row < info->parameter_count, "%s has no %s", info->name, name);
    return row;
}

// A reform with all the numbers of a case.
static const Reform *put_case(const Case *lever) {
    experiment.reform_count = 0;
    Reform *reform = put(lever->lever);
    const LeverInfo *info = &levers[reform->lever]->info;
    int numbers = 0;
    for (; numbers < MOST_LEVER_PARAMETERS && lever->number[numbers].name; numbers++)
        reform->value[row_of(info, lever->number[numbers].name)] = lever->number[numbers].value;
    ck_assert_msg(numbers == info->parameter_count, "%s has %d numbers, of which %d are given",
                  info->name, info->parameter_count, numbers);
    return reform;
}

static void assert_moves(const Case *lever) {
    const LeverInfo *info = &levers[put_case(lever)->lever]->info;

    double expected[EFFECT_COUNT] = {0};
    for (int i = 0; i < MOST_MOVES; i++)
        expected[lever->moved[i].effect] += lever->moved[i].amount;
    const Effects effects = effects_on(&experiment, 1);
    for (int e = 0; e < EFFECT_COUNT; e++)
        ck_assert_msg(fabs(effect_sum(&effects, 0, (Effect)e) - expected[e]) < 1e-9,
                      "%s adds %.10f to effect %d, not %.10f", info->name,
                      effect_sum(&effects, 0, (Effect)e), e, expected[e]);
}

TEST(moves_of_every_lever) {
    const Case cases[] = CASES;
    const int count = sizeof cases / sizeof *cases;
    ck_assert_int_eq(count, lever_count);
    for (int i = 0; i < count; i++) {
        ck_assert_str_eq(cases[i].lever, levers[i]->info.name);
        assert_moves(&cases[i]);
    }
}

// A deal of a lever that switches contracts on, by the numbers of its case.
static Deal deal_of(const char *name, int which) {
    const Case cases[] = CASES;
    int i = 0;
    while (strcmp(cases[i].lever, name) != 0)
        i++;
    const Reform *reform = put_case(&cases[i]);
    Deal deal = {.reform = 0};
    levers[reform->lever]->agree[which](&deal, reform->value);
    return deal;
}

TEST(points) {
    const Deal deal = deal_of("dip_payment", 0);
    const Terms *terms = &deal.agreement.terms;
    ck_assert_int_eq(deal.budget_growth, -13000);
    ck_assert_int_eq(deal.reserve_share, 57000);
    ck_assert_int_eq(terms->prepayment, 910000);
    ck_assert_int_eq(terms->keep_from, 830000);
    ck_assert_int_eq(terms->overrun_count, 1);
    ck_assert_int_eq(terms->overrun[0].to, 1170000);
    ck_assert_int_eq(terms->overrun[0].share, 610000);
    for (int level = 0; level < LEVEL_COUNT; level++) {
        ck_assert_int_eq(terms->outlier_low[level], 430000);
        ck_assert_int_eq(terms->outlier_high[level], 2300000);
    }
    ck_assert(deal.designated && terms->retrospective && deal.agreement.scope.stays &&
              !deal.agreement.scope.visits);
}

TEST(heads) {
    const Deal deal = deal_of("outpatient_capitation", 0);
    const Terms *terms = &deal.agreement.terms;
    ck_assert_int_eq(deal.per_head, 1070000);
    ck_assert_int_eq(deal.risk_share, 410000);
    ck_assert_int_eq(deal.reserve_share, 53000);
    ck_assert_int_eq(terms->savings_kept, 370000);
    ck_assert_int_eq(terms->losses_shared, 230000);
    ck_assert_int_eq(terms->up_referrals_borne, 590000);
    ck_assert_int_eq(terms->prepayment, 870000);
    ck_assert(!deal.designated && deal.agreement.scope.visits && !deal.agreement.scope.stays);
    ck_assert_uint_eq(deal.agreement.scope.schemes, 1u << SCHEME_RESIDENT);
}

static void assert_multi(const Deal *deal, const char *contract, Millionths growth) {
    const Terms *terms = &deal->agreement.terms;
    ck_assert_str_eq(deal->agreement.contract->name, contract);
    ck_assert_int_eq(deal->budget_growth, growth);
    ck_assert_int_eq(deal->reserve_share, 43000);
    ck_assert_int_eq(terms->prepayment, 930000);
    ck_assert_int_eq(terms->keep_from, 790000);
    ck_assert_int_eq(terms->overrun[0].to, 1130000);
    ck_assert_int_eq(terms->overrun[0].share, 570000);
    ck_assert(deal->agreement.scope.stays && !terms->retrospective && !deal->designated);
    ck_assert_uint_eq(deal->agreement.scope.levels, 1u << LEVEL_TWO | 1u << LEVEL_THREE);
}

TEST(group_budget) {
    const Deal deal = deal_of("group_global_budget", 0);
    const Terms *terms = &deal.agreement.terms;
    ck_assert_str_eq(deal.agreement.contract->name, "global_budget");
    ck_assert_int_eq(deal.budget_growth, 17000);
    ck_assert_int_eq(deal.reserve_share, 61000);
    ck_assert_int_eq(terms->prepayment, 830000);
    ck_assert_int_eq(terms->savings_kept, 710000);
    ck_assert_int_eq(terms->losses_shared, 290000);
    ck_assert_int_eq(terms->up_referrals_borne, 470000);
    ck_assert(deal.of_enrolled && deal.agreement.scope.stays && terms->retrospective);
}

TEST(multi_payment) {
    const Deal mental = deal_of("drg_multi_payment", 0), days = deal_of("drg_multi_payment", 1);
    const Deal package = deal_of("drg_multi_payment", 2), groups = deal_of("drg_multi_payment", 3);
    assert_multi(&mental, "per_diem", -17000);
    assert_multi(&days, "per_diem", -17000);
    assert_multi(&package, "drg", -35382); // 0.983 x (1 - 0.17 x 0.11) - 1
    assert_multi(&groups, "drg", -17000);
    ck_assert_uint_eq(mental.agreement.scope.diseases, 1u << DISEASE_MENTAL);
    ck_assert_int_eq(days.agreement.scope.days_from, 57);
    ck_assert_int_eq(days.agreement.terms.steps[0].to_day, 23);
    ck_assert_int_eq(100 * days.agreement.terms.steps[1].fen,
                     83 * days.agreement.terms.steps[0].fen);
    ck_assert_int_eq(package.agreement.terms.outlier_low[LEVEL_TWO], 0);
    ck_assert_int_eq(groups.agreement.terms.outlier_low[LEVEL_TWO], 370000);
    ck_assert_int_eq(groups.agreement.terms.outlier_high[LEVEL_TWO], 2300000);
    ck_assert_int_eq(groups.agreement.terms.outlier_high[LEVEL_THREE], 3100000);
}

TEST(no_lever_moves_elsewhere) {
    for (int i = 0; i < lever_count; i++) {
        Reform *reform = put(levers[i]->info.name);
        for (int v = 0; v < levers[i]->info.parameter_count; v++)
            reform->value[v] = levers[i]->info.parameters[v].highest;
    }
    experiment.city.county_count = 2;
    const Effects effects = effects_on(&experiment, 1);
    for (int e = 0; e < EFFECT_COUNT; e++) {
        ck_assert_msg(effect_sum(&effects, 0, (Effect)e) != 0, "effect %d is moved by nobody", e);
        ck_assert_double_eq(effect_sum(&effects, 1, (Effect)e), 0);
    }
}

// At the whole of a share nothing is left but 1e-9, so that the sum of two such reforms is finite.
TEST(whole_share) {
    for (int i = 0; i < 2; i++) {
        Reform *reform = put("result_mutual_recognition");
        reform->coverage = reform->value[0] = 1;
    }
    const Effects effects = effects_on(&experiment, 1);
    ck_assert_double_eq_tol(effect_sum(&effects, 0, EFFECT_UNRECOGNISED), 2 * log(1e-9), 1e-9);
}

// ---- strength

// Nine months are 273.94 days, of which the first day is one; the end is the first day without.
TEST(start_ramp_and_end) {
    const Reform reform = {
        .start_day = 100, .end_day = 600, .ramp_months = 9, .coverage = COVERAGE};
    ck_assert_double_eq(reform_strength(&reform, 99), 0);
    ck_assert_double_eq_tol(reform_strength(&reform, 100), 0.7 / 273.9375, 1e-12);
    ck_assert_double_eq_tol(reform_strength(&reform, 236), 0.7 * 137 / 273.9375, 1e-12);
    ck_assert_double_eq_tol(reform_strength(&reform, 372), 0.7 * 273 / 273.9375, 1e-12);
    ck_assert_double_eq(reform_strength(&reform, 373), 0.7);
    ck_assert_double_eq(reform_strength(&reform, 599), 0.7);
    ck_assert_double_eq(reform_strength(&reform, 600), 0);
}

TEST(without_a_ramp) {
    const Reform reform = {.start_day = 100, .end_day = NO_END, .coverage = COVERAGE};
    ck_assert_double_eq(reform_strength(&reform, 99), 0);
    ck_assert_double_eq(reform_strength(&reform, 100), 0.7);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("each lever moves its effects by its own numbers, and no others",
              moves_of_every_lever),
        CLAIM("payment by points says what its numbers say", points),
        CLAIM("payment by head says what its numbers say", heads),
        CLAIM("one budget for a group says what its numbers say", group_budget),
        CLAIM("the four contracts of multiple payment say what its numbers say", multi_payment),
        CLAIM("every effect is moved by some lever, and only in its counties",
              no_lever_moves_elsewhere),
        CLAIM("the whole of a share leaves 1e-9 of it", whole_share),
        CLAIM("a reform rises from its first day over its ramp, and is gone on the day of its end",
              start_ramp_and_end),
        CLAIM("without a ramp a reform is in full force on its first day", without_a_ramp),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
