// SPDX-License-Identifier: MIT
#include "unit/claim.h"
#include "unit/report/expected_value.h"

#include <math.h>
#include <string.h>

// ---- three bases

TEST(providers) {
    expect_value("total_visits", hill, 3 * (410 + 73 + 291 + 187 + 11 + 7));
    expect_value("total_visits", river, 3 * (59 + 233 + 149 + 317 + 29));
    expect_value("total_visits", city, 3 * (979 + 787));
    expect_value("admissions", river, 3 * (23 + 41 + 8));
}

TEST(people) {
    expect_value("resident_visits", hill, 3 * (410 + 73 + 291 + 187 + 59 + 13));
    expect_value("resident_admissions", hill, 3 * (31 + 67 + 23 + 5));
    expect_value("visits_per_person", hill, 3 * 1033 / ((52800 + 52000) / 2.0));
    expect_value("admissions_per_1000", river, 1000 * 3 * (41 + 3) / ((73900 + 74100) / 2.0));
    expect_value("visit_budget", hill, 3 * (700 + 441) / 52400.0);
    expect_value("visit_budget", (Scope){HILL, BY_CONTACT, CONTACT_ROUTINE}, 3 * 441 / 52400.0);
    expect_value("visits_per_person", (Scope){HILL, BY_AGE, AGE_65}, 3 * 340 / 5100.0);
}

TEST(kinds) {
    expect_value("total_visits", (Scope){HILL, BY_KIND, KIND_VILLAGE_CLINIC}, 3 * 421);
    expect_value("total_visits", (Scope){WHOLE_CITY, BY_KIND, KIND_OUTSIDE_PROVINCE},
                 3 * (13 + 97));
    expect_value("resident_visits", (Scope){HILL, BY_KIND, KIND_OUTSIDE_PROVINCE}, 3 * 13);
}

// ---- primary care, in three readings

TEST(primary_readings) {
    const double primary = 410 + 73 + 291 + 11 + 233, all = 979 + 787;
    expect_value("primary_care_visit_share", city, 100 * primary / all);
    expect_value("primary_care_visit_share_monthly", city,
                 100 * (291 + 233) / (all - 410 - 73 - 11));
    expect_value("primary_care_visit_share_county", city, 100 * primary / (all - 59 - 317 - 29));
    expect_value("primary_care_visit_share_county", river, 100 * 233.0 / (233 + 149));
    expect_value("first_choice_share", (Scope){HILL, BY_KIND, KIND_PHARMACY}, 100 * 110 / 980.0);
}

// ---- inside and outside

TEST(in_city_readings) {
    expect_value("in_city_inpatient_rate", hill, 100 * (31 + 67 + 23) / 143.0);
    expect_value("in_city_inpatient_rate", city, 100 * (121 + 41) / (143 + 44.0));
    expect_value("outbound_admissions", hill, 3 * (5 + 17));
    expect_value("outbound_admissions", city, 3 * (5 + 17 + 3));
    expect_value("in_city_inpatient_rate_residents", hill, 100 * 121 / 126.0);
    expect_value("in_city_inpatient_rate_referred", hill, 100 * (143 - 9) / 143.0);
}

// Of 72 discharged in River 8 were visitors, of 170 in the whole city; nobody came to Hill.
TEST(patients_from_elsewhere) {
    expect_value("outside_patient_share", river, 100 * 8 / 72.0);
    expect_value("outside_patient_share", city, 100 * 8 / 170.0);
    expect_value("outside_patient_share", hill, 0);
    expect_value("diabetes_managed", hill, 900 + 400);
}

TEST(in_county) {
    expect_value("in_county_inpatient_share", hill, 100 * (31 + 67) / 143.0);
    expect_value("in_county_inpatient_share", river, 0);
    expect_value("in_county_inpatient_share", city, 100 * 98 / 187.0);
    expect_value("in_county_visit_rate", hill, 100 * (961 + 98) / (1033 + 126.0));
    expect_value("in_county_visit_rate", river, 100 * (233 + 149) / (706 + 44.0));
    expect_value("in_county_visit_rate", city, 100 * (1059 + 382) / (1159 + 750.0));
}

// River is a city district: the city's readings of counties are those of Hill alone.
TEST(districts) {
    static const char *const names[] = {"in_county_inpatient_share", "in_county_visit_rate",
                                        "in_county_fund_share", "primary_care_visit_share_county"};
    MadeUpResults made;
    made_up_results_open(&made);
    made.city->counties[RIVER].monitored = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        expect_value_of(&made, names[i], city, value_of(&made, names[i], hill));
        ck_assert_double_gt(
            fabs(value_of(&made, names[i], river) - value_of(&made, names[i], hill)), 1);
    }
    expect_value_of(&made, "primary_care_visit_share", city, 100 * 1018 / 1766.0);
    made_up_results_close(&made);
}

TEST(inbound) {
    expect_value("inbound_visits", city, 3 * 29);
    expect_value("inbound_admissions", city, 3 * 8);
    expect_value("inbound_from_other_provinces", city, 3 * 21);
    expect_value("inbound_from_other_cities", city, 3 * (37 - 21));
    expect_value("cross_province_inbound_insured_visits", city, 0.7 * 63);
}

// ---- insurance at village clinics

// 283 settled: 117 were there and are recorded now, 31 came from elsewhere, 17 are new, so 118 were
// settled before.
TEST(villages) {
    static const char *const parts[] = {"village_settled_before", "village_recorded_visits",
                                        "village_shifted_visits", "village_new_visits"};
    static const double values[] = {118, 117, 31, 17};
    for (size_t i = 0; i < 4; i++)
        expect_value(parts[i], hill, 3 * values[i]);
    expect_value("village_settled_visits", hill, 3 * 283);
    expect_value("village_settled_before", city, 3 * (118 + 40));
    expect_value("village_shifted_visits", (Scope){HILL, BY_KIND, KIND_TOWNSHIP_CENTRE}, 3 * 23);
    expect_value("village_shifted_visits", (Scope){WHOLE_CITY, BY_KIND, KIND_COUNTY_GENERAL},
                 3 * 8);
    expect_value("village_moved_unsettled_visits", hill, 3 * (5 + 9));
}

// ---- stays

TEST(stays) {
    expect_value("length_of_stay", river, (207 + 344 + 63) / 72.0);
    expect_value("length_of_stay", (Scope){HILL, BY_KIND, KIND_TOWNSHIP_CENTRE}, 190 / 31.0);
    expect_value("cost_per_admission", river, (225400 + 401800 + 78400) / 72.0);
    expect_value("cost_per_bed_day", city, (65100 + 388600 + 225400 + 401800 + 78400) / 1374.0);
    expect_value("cost_per_bed_day", (Scope){HILL, BY_KIND, KIND_TOWNSHIP_CENTRE}, 65100 / 190.0);
    static const double charged[] = {340000, 225400, 113700, 78400, 401800}; // bed to tests
    for (int component = 0; component < COMPONENT_COUNT; component++)
        expect_value("cost_per_bed_day", (Scope){WHOLE_CITY, BY_COMPONENT, component},
                     charged[component] / 1374.0);
    expect_value("level4_surgery_share_tertiary_public", city, 100 * (3 + 4 + 3) / (13 + 24 + 6.0));
    expect_value("level4_surgery_share_tertiary_public", hill, NAN);
}

TEST(beds) {
    expect_value("occupancy", (Scope){HILL, BY_KIND, KIND_COUNTY_GENERAL}, 100 * 1690 / 2196.0);
    expect_value("occupancy", hill, 100 * (1690 + 570) / (2196 + 1464.0));
    expect_value("occupancy_identity", (Scope){HILL, BY_KIND, KIND_COUNTY_GENERAL},
                 100 * 3 * 570 / 2196.0);
    expect_value("occupancy_identity", river, 100 * 3 * (207 + 344 + 63) / 1830.0);
    expect_value("open_beds", hill, (2196 + 1464) / 366.0);
    expect_value("refused_share", hill, 100 * 39 / (561 + 900 + 39.0));
}

// ---- the way, and people

TEST(foregone) {
    expect_value("foregone_care", hill, 100 * (93 + 3 + 11 + 6 + 2) / 980.0);
    expect_value("foregone_care", city, 100 * (115 + 60) / 1880.0);
    expect_value("pharmacy_share", hill, 100 * 110 / 980.0);
    expect_value("up_referrals", hill, 3 * 35);
    expect_value("down_referrals", city, 3 * 4);
    expect_value("skipped_primary_share", hill, 100 * (140 + 31 + 9) / 903.0);
    expect_value("own_way_share", hill, 100 * 48 / 85.0);
}

TEST(recognition) {
    expect_value("one_stop_bookings", city, 3 * 57);
    expect_value("mutual_recognition_events", city, 3 * 22);
    expect_value("mutual_recognition_savings", city, 3 * 800);
    expect_value("mutual_recognition_saving_per_event", city, 800 / 22.0);
    expect_value("repeat_exam_rate", hill, 100 * (40 - 17 - 6) / 190.0);
}

TEST(population) {
    expect_value("residents", city, 52000 + 74100);
    expect_value("residents_65_share", hill, 18);
    expect_value("death_rate", city, 1000 * 960 / (52400 + 74000.0));
    const Scope diabetes = {HILL, BY_CONDITION, CONDITION_DIABETES};
    expect_value("prevalence", diabetes, 100 * 4100 / 52000.0);
    expect_value("diagnosed_share", diabetes, 100 * 2400 / 4100.0);
    expect_value("managed_share", diabetes, 100 * 1300 / 4100.0);
    expect_value("controlled_share", diabetes, 100 * 400 / 1300.0);
}

// The turn to 2024 books those born in 2023; nothing books those of 2024.
TEST(births) {
    MadeUpResults made;
    made_up_results_open(&made);
    ck_assert_double_eq_tol(value_of_year(&made, "birth_rate", hill, 0), 1000 * 330 / 52800.0,
                            1e-8);
    ck_assert_double_eq_tol(value_of_year(&made, "birth_rate", city, 0),
                            1000 * 830 / (52800 + 73900.0), 1e-8);
    expect_value_of(&made, "birth_rate", hill, (double)NAN);
    made_up_results_close(&made);
}

TEST(readmitted) {
    expect_value("readmission_rate", hill, 7.5);
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

int main(void) {
    const Claim claims[] = {
        CLAIM("visits are counted where the institution is, whoever the patient is", providers),
        CLAIM("visits per person are the residents', by the mean residents of the year", people),
        CLAIM("kinds outside the city show the visits of its people there", kinds),
        CLAIM("the primary-care share has three readings, and none is another", primary_readings),
        CLAIM("the in-city inpatient rate has three readings: absent insured, residents, referrals",
              in_city_readings),
        CLAIM(
            "patients from elsewhere are a share of those discharged, and diabetics count who are "
            "managed",
            patients_from_elsewhere),
        CLAIM("a county's rate leaves city hospitals out; the city's is the sum of counties",
              in_county),
        CLAIM("city districts are in no reading of counties of the whole city", districts),
        CLAIM("visitors are told apart by origin, and those who settle by the shares counted",
              inbound),
        CLAIM("settled visits at village clinics are settled before, recorded, shifted or new",
              villages),
        CLAIM("stay, cost and level-4 share are ratios of sums, not means of ratios", stays),
        CLAIM("occupancy and its identity divide by the same open bed-days", beds),
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
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
