// SPDX-License-Identifier: MIT
#include "report/indicator.h"
#include "report/indicator_values.h"
#include "unit/claim.h"
#include "unit/money/hunan.h"
#include "unit/report/made_up_results.h"

#include <math.h>
#include <string.h>

// The value of an indicator in the first year, 2023, or the second.
static double value_of_year(const MadeUpResults *made, const char *name, Scope scope, int at) {
    Report report;
    IndicatorYear year;
    report_init(&report);
    ck_assert_int_eq(indicator_year_init(&year, &made->results, made->city, at, &report),
                     STATUS_OK);
    const int index = indicator_find(name);
    ck_assert_msg(index >= 0, "there is no indicator %s", name);
    const double value = indicator_value(indicator_at(index), &year, scope);
    indicator_year_free(&year);
    report_free(&report);
    return value;
}

static double value_in(const MadeUpResults *made, const char *name, Scope scope) {
    return value_of_year(made, name, scope, 1);
}

static void expect_of(const MadeUpResults *made, const char *name, Scope scope, double expected) {
    const double value = value_in(made, name, scope);
    if (isnan(expected))
        ck_assert_msg(isnan(value), "%s is %.10g, not missing", name, value);
    else
        ck_assert_msg(fabs(value - expected) <= 1e-9 * fabs(expected), "%s is %.10g, not %.10g",
                      name, value, expected);
}

static void expect(const char *name, Scope scope, double expected) {
    MadeUpResults made;
    made_up_results_open(&made);
    expect_of(&made, name, scope, expected);
    made_up_results_close(&made);
}

static const Scope city = {WHOLE_CITY, BY_NOTHING, 0}, hill = {HILL, BY_NOTHING, 0},
                   river = {RIVER, BY_NOTHING, 0};

// ---- three bases

TEST(providers) {
    expect("total_visits", hill, 3 * (410 + 73 + 291 + 187 + 11 + 7));
    expect("total_visits", river, 3 * (59 + 233 + 149 + 317 + 29));
    expect("total_visits", city, 3 * (979 + 787));
    expect("admissions", river, 3 * (23 + 41 + 8));
}

TEST(people) {
    expect("resident_visits", hill, 3 * (410 + 73 + 291 + 187 + 59 + 13));
    expect("resident_admissions", hill, 3 * (31 + 67 + 23 + 5));
    expect("visits_per_person", hill, 3 * 1033 / ((52800 + 52000) / 2.0));
    expect("admissions_per_1000", river, 1000 * 3 * (41 + 3) / ((73900 + 74100) / 2.0));
    expect("visit_budget", hill, 3 * (700 + 441) / 52400.0);
    expect("visit_budget", (Scope){HILL, BY_CONTACT, CONTACT_ROUTINE}, 3 * 441 / 52400.0);
    expect("visits_per_person", (Scope){HILL, BY_AGE, AGE_65}, 3 * 340 / 5100.0);
}

TEST(kinds) {
    expect("total_visits", (Scope){HILL, BY_KIND, KIND_VILLAGE_CLINIC}, 3 * 421);
    expect("total_visits", (Scope){WHOLE_CITY, BY_KIND, KIND_OUTSIDE_PROVINCE}, 3 * (13 + 97));
    expect("resident_visits", (Scope){HILL, BY_KIND, KIND_OUTSIDE_PROVINCE}, 3 * 13);
}

// ---- primary care, in three readings

TEST(primary_readings) {
    const double primary = 410 + 73 + 291 + 11 + 233, all = 979 + 787;
    expect("primary_care_visit_share", city, 100 * primary / all);
    expect("primary_care_visit_share_monthly", city, 100 * (291 + 233) / (all - 410 - 73 - 11));
    expect("primary_care_visit_share_county", city, 100 * primary / (all - 59 - 317 - 29));
    expect("primary_care_visit_share_county", river, 100 * 233.0 / (233 + 149));
    expect("first_choice_share", (Scope){HILL, BY_KIND, KIND_PHARMACY}, 100 * 110 / 980.0);
}

// ---- inside and outside

TEST(in_city_readings) {
    expect("in_city_inpatient_rate", hill, 100 * (31 + 67 + 23) / 143.0);
    expect("in_city_inpatient_rate", city, 100 * (121 + 41) / (143 + 44.0));
    expect("outbound_admissions", hill, 3 * (5 + 17));
    expect("outbound_admissions", city, 3 * (5 + 17 + 3));
    expect("in_city_inpatient_rate_residents", hill, 100 * 121 / 126.0);
    expect("in_city_inpatient_rate_referred", hill, 100 * (143 - 9) / 143.0);
}

TEST(in_county) {
    expect("in_county_inpatient_share", hill, 100 * (31 + 67) / 143.0);
    expect("in_county_inpatient_share", river, 0);
    expect("in_county_inpatient_share", city, 100 * 98 / 187.0);
    expect("in_county_visit_rate", hill, 100 * (961 + 98) / (1033 + 126.0));
    expect("in_county_visit_rate", river, 100 * (233 + 149) / (706 + 44.0));
    expect("in_county_visit_rate", city, 100 * (1059 + 382) / (1159 + 750.0));
}

// River is a city district: the city's readings of counties are those of Hill alone.
TEST(districts) {
    static const char *const names[] = {"in_county_inpatient_share", "in_county_visit_rate",
                                        "in_county_fund_share", "primary_care_visit_share_county"};
    MadeUpResults made;
    made_up_results_open(&made);
    made.city->counties[RIVER].monitored = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        expect_of(&made, names[i], city, value_in(&made, names[i], hill));
        ck_assert_double_gt(
            fabs(value_in(&made, names[i], river) - value_in(&made, names[i], hill)), 1);
    }
    expect_of(&made, "primary_care_visit_share", city, 100 * 1018 / 1766.0);
    made_up_results_close(&made);
}

TEST(inbound) {
    expect("inbound_visits", city, 3 * 29);
    expect("inbound_admissions", city, 3 * 8);
    expect("inbound_from_other_provinces", city, 3 * 21);
    expect("inbound_from_other_cities", city, 3 * (37 - 21));
    expect("cross_province_inbound_insured_visits", city, 0.7 * 63);
}

// ---- insurance at village clinics

// 283 settled: 117 were there and are recorded now, 31 came from elsewhere, 17 are new, so 118 were
// settled before.
TEST(villages) {
    static const char *const parts[] = {"village_settled_before", "village_recorded_visits",
                                        "village_shifted_visits", "village_new_visits"};
    static const double values[] = {118, 117, 31, 17};
    for (size_t i = 0; i < 4; i++)
        expect(parts[i], hill, 3 * values[i]);
    expect("village_settled_visits", hill, 3 * 283);
    expect("village_settled_before", city, 3 * (118 + 40));
    expect("village_shifted_visits", (Scope){HILL, BY_KIND, KIND_TOWNSHIP_CENTRE}, 3 * 23);
    expect("village_shifted_visits", (Scope){WHOLE_CITY, BY_KIND, KIND_COUNTY_GENERAL}, 3 * 8);
    expect("village_moved_unsettled_visits", hill, 3 * (5 + 9));
}

// ---- stays

TEST(stays) {
    expect("length_of_stay", river, (207 + 344 + 63) / 72.0);
    expect("length_of_stay", (Scope){HILL, BY_KIND, KIND_TOWNSHIP_CENTRE}, 190 / 31.0);
    expect("cost_per_admission", river, (225400 + 401800 + 78400) / 72.0);
    expect("cost_per_bed_day", city, (65100 + 388600 + 225400 + 401800 + 78400) / 1374.0);
    expect("cost_per_bed_day", (Scope){HILL, BY_KIND, KIND_TOWNSHIP_CENTRE}, 65100 / 190.0);
    static const double charged[] = {340000, 225400, 113700, 78400, 401800}; // bed to tests
    for (int component = 0; component < COMPONENT_COUNT; component++)
        expect("cost_per_bed_day", (Scope){WHOLE_CITY, BY_COMPONENT, component},
               charged[component] / 1374.0);
    expect("level4_surgery_share_tertiary_public", city, 100 * (3 + 4 + 3) / (13 + 24 + 6.0));
    expect("level4_surgery_share_tertiary_public", hill, NAN);
}

TEST(beds) {
    expect("occupancy", (Scope){HILL, BY_KIND, KIND_COUNTY_GENERAL}, 100 * 1690 / 2196.0);
    expect("occupancy", hill, 100 * (1690 + 570) / (2196 + 1464.0));
    expect("occupancy_identity", (Scope){HILL, BY_KIND, KIND_COUNTY_GENERAL},
           100 * 3 * 570 / 2196.0);
    expect("occupancy_identity", river, 100 * 3 * (207 + 344 + 63) / 1830.0);
    expect("open_beds", hill, (2196 + 1464) / 366.0);
    expect("refused_share", hill, 100 * 39 / (561 + 900 + 39.0));
}

// ---- money

TEST(payers) {
    const double charge =
        12301.17 + 3650 + 29100 + 41140 + 18880 + 6760 + 65100 + 388600 + 225400 + 95000;
    const double own =
        9301.17 + 3000 + 11000 + 40000 + 18880 + 6760 + 20000 + 150000 + 110000 + 60000;
    expect("out_of_pocket_share", hill, 100 * own / charge);
    expect("charge_per_person", hill, 3 * charge / 52400);
    expect("cost_per_visit", (Scope){HILL, BY_KIND, KIND_VILLAGE_CLINIC}, 12631.17 / 421);
}

// Hill's insured: 3,000 + 17,460 + 1,140 yuan for visits there, none for visits elsewhere;
// stays 45,100 + 208,600 there, 95,400 in the city hospital, 35,000 + 113,000 outside.
TEST(in_county_fund) {
    const double hill_visits = 3000 + 17460 + 1140, hill_stays = 45100 + 208600;
    const double river_visits = 13300 + 2780, river_city = 11440 + 201800, river_out = 17000;
    expect("in_county_fund_share", hill,
           100 * (hill_visits + hill_stays) / (hill_visits + hill_stays + 95400 + 35000 + 113000));
    expect("in_county_fund_share", river,
           100 * river_visits / (river_visits + river_city + river_out));
    expect("in_county_fund_share", city,
           100 * (hill_visits + hill_stays + river_visits) /
               (hill_visits + hill_stays + 95400 + 35000 + 113000 + river_visits + river_city +
                river_out));
}

// Of 1,555,900 yuan: 715,900 from the fund, 60,000 from others, of which 10,000 from accounts:
// these paid 11,290 in all, and 1,290 of it for visits.
TEST(reimbursement) {
    expect("actual_reimbursement_rate", city, 100 * (715900 + 60000 - 10000) / 1555900.0);
}

// Of the insured, 1,324,000 yuan are in scope and 1,365,500 in the catalogue; at the county general
// hospital 349,000 and 360,000, and major-illness insurance paid 12,000 there; of Hill's employees
// 81,200 and 84,000. Visitors are in neither.
TEST(in_policy) {
    const Scope county = {WHOLE_CITY, BY_KIND, KIND_COUNTY_GENERAL};
    const Scope employees = {HILL, BY_SCHEME, SCHEME_EMPLOYEE};
    expect("in_policy_fund_share", city, 100 * (715900 + 12000) / 1324000.0);
    expect("in_policy_fund_share_of_catalogue", city, 100 * (715900 + 12000) / 1365500.0);
    expect("in_policy_fund_share", county, 100 * (208600 + 12000) / 349000.0);
    expect("in_policy_fund_share_of_catalogue", county, 100 * (208600 + 12000) / 360000.0);
    expect("in_policy_fund_share", employees, 100 * 70000 / 81200.0);
    expect("in_policy_fund_share_of_catalogue", employees, 100 * 70000 / 84000.0);
    expect("in_policy_fund_share", hill,
           100 * (45100 + 208600 + 12000 + 95400 + 35000 + 113000) /
               (60000 + 349000 + 191000 + 77000 + 261000.0));
}

// A resident's three stays at a county hospital, two of 4,783.29 yuan, by the rules of
// money/hunan.h: in the catalogue 92 % = 4,400.6268 -> 4,400.63, in scope 89.24 % = 4,268.61. The
// fund pays 80 % of what is above 800, 2,774.89, and above 400, 3,094.89. The third, of 120,000
// yuan: 110,400 and 107,088; the fund pays 80 % of what is above 400, 85,350.40. His own 2,667.44
// and 21,737.60 are 7,405.04 above 17,000, of which major-illness insurance pays 60 %, 4,443.02:
// 95,663.20 of 115,625.22 and of 119,201.26.
TEST(in_policy_by_hand) {
    Parameters parameters;
    Benefits benefits;
    MadeUpResults made;
    hunan_rules(&parameters);
    benefits_init(&benefits, &parameters);
    made_up_results_open(&made);
    StayFlow *flows = &made.results.year[1].county[HILL].stay_at[PRESENT][HILL][0];
    memset(made.results.year[1].county, 0, (size_t)made.results.shards * sizeof(Tally));
    Annual annual = {0};
    for (int stay = 0; stay < 3; stay++) {
        const InsuredCharge insured = {.charge = stay < 2 ? yuan(4783, 29) : yuan(120000, 0),
                                       .scheme = SCHEME_RESIDENT,
                                       .kind = KIND_COUNTY_GENERAL,
                                       .level = LEVEL_TWO};
        const Payment payment = benefit_admission(&benefits, &annual, &insured);
        const StayFlow flow = {.fund_fen = payment.fund,
                               .major_illness_fen = payment.major_illness,
                               .in_catalogue_fen = payment.in_catalogue,
                               .in_scope_fen = payment.in_scope};
        stay_flow_add(&flows[KIND_COUNTY_GENERAL], &flow);
    }
    expect_of(&made, "in_policy_fund_share", city, 100 * 95663.20 / 115625.22);
    expect_of(&made, "in_policy_fund_share_of_catalogue", city, 100 * 95663.20 / 119201.26);
    made_up_results_close(&made);
}

TEST(revenue) {
    expect("medical_service_revenue_share", river, 100 * 4000 / 11000.0);
    expect("medical_service_revenue_share", city, 100 * 7000 / 20000.0);
    expect("medical_revenue", hill, 3 * 97.77);
}

// ---- the way, and people

TEST(foregone) {
    expect("foregone_care", hill, 100 * (93 + 3 + 11 + 6 + 2) / 980.0);
    expect("foregone_care", city, 100 * (115 + 60) / 1880.0);
    expect("pharmacy_share", hill, 100 * 110 / 980.0);
    expect("up_referrals", hill, 3 * 35);
    expect("down_referrals", city, 3 * 4);
    expect("skipped_primary_share", hill, 100 * (140 + 31 + 9) / 903.0);
    expect("own_way_share", hill, 100 * 48 / 85.0);
}

TEST(recognition) {
    expect("mutual_recognition_events", city, 3 * 22);
    expect("mutual_recognition_savings", city, 3 * 800);
    expect("mutual_recognition_saving_per_event", city, 800 / 22.0);
    expect("repeat_exam_rate", hill, 100 * (40 - 17 - 6) / 190.0);
}

TEST(population) {
    expect("residents", city, 52000 + 74100);
    expect("residents_65_share", hill, 18);
    expect("death_rate", city, 1000 * 960 / (52400 + 74000.0));
    const Scope diabetes = {HILL, BY_CONDITION, CONDITION_DIABETES};
    expect("prevalence", diabetes, 100 * 4100 / 52000.0);
    expect("diagnosed_share", diabetes, 100 * 2400 / 4100.0);
    expect("managed_share", diabetes, 100 * 1300 / 4100.0);
    expect("controlled_share", diabetes, 100 * 400 / 1300.0);
}

// The turn to 2024 books those born in 2023; nothing books those of 2024.
TEST(births) {
    MadeUpResults made;
    made_up_results_open(&made);
    ck_assert_double_eq_tol(value_of_year(&made, "birth_rate", hill, 0), 1000 * 330 / 52800.0,
                            1e-8);
    ck_assert_double_eq_tol(value_of_year(&made, "birth_rate", city, 0),
                            1000 * 830 / (52800 + 73900.0), 1e-8);
    expect_of(&made, "birth_rate", hill, (double)NAN);
    made_up_results_close(&made);
}

TEST(readmitted) {
    expect("readmission_rate", hill, 7.5);
}

// ---- the registry

TEST(registry) {
    ck_assert_int_le(indicator_count(), MOST_INDICATORS);
    for (int i = 0; i < indicator_count(); i++) {
        const IndicatorInfo *info = &indicator_at(i)->info;
        ck_assert_int_eq(indicator_find(info->name), i);
        ck_assert_uint_eq(strspn(info->name, "abcdefghijklmnopqrstuvwxyz0123456789_"),
                          strlen(info->name));
        const char *const texts[] = {info->zh,   info->en,      info->unit,
                                     info->base, info->formula, info->source};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
            ck_assert_msg(texts[t] && *texts[t], "%s lacks text %zu", info->name, t);
        ck_assert_msg(!strcmp(info->base, "residents") || !strcmp(info->base, "insured") ||
                          !strcmp(info->base, "providers"),
                      "%s has the base %s", info->name, info->base);
    }
}

TEST(sensible_scopes) {
    const Indicator *visits = indicator_at(indicator_find("total_visits"));
    const Indicator *first = indicator_at(indicator_find("first_choice_share"));
    ck_assert(indicator_has(visits, (Scope){WHOLE_CITY, BY_KIND, KIND_OUTSIDE_CITY}));
    ck_assert(!indicator_has(visits, (Scope){HILL, BY_KIND, KIND_OUTSIDE_CITY}));
    ck_assert(!indicator_has(visits, (Scope){HILL, BY_KIND, KIND_PHARMACY}));
    ck_assert(!indicator_has(visits, (Scope){WHOLE_CITY, BY_AGE, AGE_0}));
    ck_assert(indicator_has(first, (Scope){HILL, BY_KIND, KIND_PHARMACY}));
    ck_assert(!indicator_has(first, hill));
}

// ---- replicates

TEST(quantiles) {
    MadeUpResults made;
    made_up_results_open(&made);
    Report report;
    IndicatorValues values;
    report_init(&report);
    ck_assert_int_eq(indicator_values_init(&values, made.city, 2023, 2, 5, &report), STATUS_OK);
    const IndicatorCell cell = {indicator_find("occupancy"), 2024, city};
    const double drawn[] = {71.3, 70.1, 74.9, 72.2, 70.6};
    for (int r = 0; r < 5; r++)
        *indicator_values_find(&values, r, &cell) = drawn[r];
    const size_t at = (size_t)(indicator_values_find(&values, 0, &cell) - values.value);
    ck_assert_double_eq_tol(indicator_values_quantile(&values, at, 0.5), 71.3, 1e-12);
    ck_assert_double_eq_tol(indicator_values_quantile(&values, at, 0.05), 70.1 + 0.2 * 0.5, 1e-12);
    ck_assert_double_eq_tol(indicator_values_quantile(&values, at, 0.95), 72.2 + 0.8 * 2.7, 1e-12);
    ck_assert_double_eq(indicator_values_tail(&values), 0);
    values.replicates = 20;
    ck_assert_double_eq(indicator_values_tail(&values), 0.05);
    values.replicates = 5;
    ck_assert(isnan(indicator_values_quantile(&values, at + 1, 0.5)));
    indicator_values_free(&values);
    made_up_results_close(&made);
    report_free(&report);
}

// Mean 71.82; squares apart 0.2704 + 2.9584 + 9.4864 + 0.1444 + 1.4884 = 14.348.
TEST(means) {
    MadeUpResults made;
    made_up_results_open(&made);
    Report report;
    IndicatorValues values;
    report_init(&report);
    ck_assert_int_eq(indicator_values_init(&values, made.city, 2023, 2, 5, &report), STATUS_OK);
    for (int r = 0; r < 5; r++)
        ck_assert_int_eq(indicator_values_fill(&values, r, &made.results, &report), STATUS_OK);
    const IndicatorCell cell = {indicator_find("occupancy"), 2024, city};
    const double drawn[] = {71.3, 70.1, 74.9, 72.2, 70.6};
    const size_t at = (size_t)(indicator_values_find(&values, 0, &cell) - values.value);
    ck_assert_double_eq_tol(values.error[at], 0, 1e-12);
    for (int r = 0; r < 5; r++)
        *indicator_values_find(&values, r, &cell) = drawn[r];
    indicator_values_sum_up(&values);
    ck_assert_double_eq_tol(indicator_values_of(&values, "occupancy", WHOLE_CITY, 2024), 71.82,
                            1e-12);
    ck_assert_double_eq_tol(values.error[at], sqrt(14.348 / 4 / 5), 1e-9);
    *indicator_values_find(&values, 3, &cell) = (double)NAN;
    indicator_values_sum_up(&values);
    ck_assert(isnan(values.central[at]) && isnan(values.error[at]));
    indicator_values_free(&values);
    made_up_results_close(&made);
    report_free(&report);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("visits are counted where the institution is, whoever the patient is", providers),
        CLAIM("visits per person are the residents', by the mean residents of the year", people),
        CLAIM("kinds outside the city show the visits of its people there", kinds),
        CLAIM("the primary-care share has three readings, and none is another", primary_readings),
        CLAIM("the in-city inpatient rate has three readings: absent insured, residents, referrals",
              in_city_readings),
        CLAIM("a county's rate leaves city hospitals out; the city's is the sum of counties",
              in_county),
        CLAIM("city districts are in no reading of counties of the whole city", districts),
        CLAIM("visitors are told apart by origin, and those who settle by the shares counted",
              inbound),
        CLAIM("settled visits at village clinics are settled before, recorded, shifted or new",
              villages),
        CLAIM("stay, cost and level-4 share are ratios of sums, not means of ratios", stays),
        CLAIM("occupancy and its identity divide by the same open bed-days", beds),
        CLAIM("the out-of-pocket share is cash over the residents' whole charge", payers),
        CLAIM("personal accounts do not count as reimbursement", reimbursement),
        CLAIM("the fund's in-county share counts what stays in a county of its insured's money",
              in_county_fund),
        CLAIM("the in-policy share is what the funds pay of what is in scope, or in the catalogue",
              in_policy),
        CLAIM("the in-policy share of three stays is that of their bills, computed by hand",
              in_policy_by_hand),
        CLAIM("service revenue is what is left of public hospitals' revenue", revenue),
        CLAIM("foregone care is the sum of its parts over the needs of people who are here",
              foregone),
        CLAIM("savings by recognition are list prices, and a recognised test is not repeated",
              recognition),
        CLAIM("people and their conditions are shares of those who can have them", population),
        CLAIM("readmissions are a share of discharges home", readmitted),
        CLAIM("births belong to the year before the turn that books them", births),
        CLAIM("every indicator has a name of its own, labels, unit, base, formula and source",
              registry),
        CLAIM("only what can be asked has a value", sensible_scopes),
        CLAIM("a run of several replicates is their mean, with the standard error of a mean",
              means),
        CLAIM("quantiles over replicates lie between neighbours in proportion", quantiles),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
