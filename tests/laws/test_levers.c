// SPDX-License-Identifier: MIT
// What levers that move doctors and equipment may and may not do, and those that act on others
// only, by laws that need none of our numbers.
#include "base/calendar.h"
#include "day/staffing.h"
#include "laws/compare.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "reforms/lever.h"
#include "unit/claim.h"

enum { YEARS = 2 };

static Lived base, reformed; // each claim runs in a process of its own

// ---- doctors and capability

static double doctors_of(const Lived *city, Kind kind, int county) {
    double doctors = 0;
    for (uint32_t f = 0; f < city->simulation.facilities.count; f++) {
        const Institution *institution = &city->experiment.city.institutions[f];
        if (institution->kind == kind && (county < 0 || institution->county == county))
            doctors += city->simulation.facilities.row[f].doctors;
    }
    return doctors;
}

// A fifth of the doctors of the general hospitals go to the city; 9 and 7 there, 13 here.
TEST(drawn_up) {
    lived_begin(&reformed, YEARS);
    tiny_reform(&reformed.experiment, "border_regional_medical_centre", 2022, 1)->value[1] = 0.2;
    lived_until(&reformed, 400);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_COUNTY_GENERAL, 0), 0.8 * 9, 1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_COUNTY_GENERAL, 1), 0.8 * 7, 1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_CITY_HOSPITAL, -1), 13 + 0.2 * 16, 1e-6);
    lived_end(&reformed);
}

// Half of a county's half of the city's 13 doctors works in the south.
TEST(lent) {
    lived_begin(&reformed, YEARS);
    Reform *reform = tiny_reform(&reformed.experiment, "upper_level_assistance", 2022, 1);
    reform->value[0] = 0.5;
    reform->in_county[0] = 0;
    lived_until(&reformed, 400);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_CITY_HOSPITAL, -1), 13 - 3.25, 1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_COUNTY_GENERAL, 1), 7 + 3.25, 1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_COUNTY_GENERAL, 0), 9, 1e-6);
    lived_end(&reformed);
}

// All at once and at their strongest: the program checks every month that no doctor is made.
TEST(conserved) {
    lived_begin(&reformed, YEARS);
    for (int i = 0; i < lever_count; i++) {
        Reform *reform =
            tiny_reform(&reformed.experiment, levers[i]->info.name, 2022, tiny_part(i, 1));
        for (int v = 0; v < levers[i]->info.parameter_count; v++)
            reform->value[v] = levers[i]->info.parameters[v].highest;
    }
    lived_until(&reformed, 365 + 70);
    double registered = staffing_joined(&reformed.simulation), working = 0;
    for (uint32_t f = 0; f < reformed.simulation.facilities.count; f++) {
        if (reformed.experiment.city.institutions[f].county == NO_COUNTY) continue;
        registered += reformed.experiment.city.institutions[f].doctors;
        working += reformed.simulation.facilities.row[f].doctors;
        ck_assert_double_ge(reformed.simulation.facilities.row[f].doctors, -1e-9);
    }
    ck_assert_double_eq_tol(working, registered, 1e-9);
    lived_end(&reformed);
}

// Rooms and equipment without a doctor: the clinic can do no more than before.
TEST(empty_clinics) {
    static const Kind kinds[] = {KIND_VILLAGE_CLINIC, KIND_TOWNSHIP_CENTRE};
    uint32_t empty[2];
    for (int turn = 0; turn < 2; turn++) {
        Lived *city = turn ? &reformed : &base;
        lived_begin(city, YEARS);
        for (int k = 0; k < 2; k++) {
            empty[k] = 0;
            while (city->experiment.city.institutions[empty[k]].kind != kinds[k])
                empty[k]++;
            city->experiment.city.institutions[empty[k]].doctors = 0;
        }
        Reform *reform =
            tiny_reform(&city->experiment, "primary_facility_standardisation", 2022, turn);
        reform->value[0] = reform->value[1] = reform->value[2] = 1;
        lived_until(city, 400);
    }
    for (uint32_t f = 0; f < base.simulation.facilities.count; f++) {
        const Facility *before = &base.simulation.facilities.row[f];
        const Facility *now = &reformed.simulation.facilities.row[f];
        const int primary = now->kind == kinds[0] || now->kind == kinds[1];
        const int better = primary && f != empty[0] && f != empty[1];
        for (int c = 0; c < CASE_CLASS_COUNT; c++)
            ck_assert_int_eq(now->capability[c] > before->capability[c], better);
        ck_assert_uint_eq(now->slots, before->slots);
    }
    ck_assert_uint_eq(reformed.simulation.facilities.row[empty[0]].slots, 0);
    for (int k = 0; k < 2; k++) {
        const Facility *facility = &reformed.simulation.facilities.row[empty[k]];
        ck_assert_uint_eq(facility->served_month, 0);
    }
    lived_end(&base);
    lived_end(&reformed);
}

// ---- what acts on others only

static Results with_reforms(const char *first, const char *second, double coverage) {
    Results results;
    tiny_read(&base.experiment, YEARS);
    if (first) tiny_reform(&base.experiment, first, 2022, 1)->ramp_months = 6;
    if (second) tiny_reform(&base.experiment, second, 2022, coverage);
    tiny_run(&base.experiment, 0, &results);
    experiment_free(&base.experiment);
    return results;
}

static void assert_nothing_alone(const char *lever) {
    Results without = with_reforms(NULL, NULL, 1), with = with_reforms(lever, NULL, 1);
    assert_same_results(&without, &with, YEARS);
    results_free(&without);
    results_free(&with);
}

TEST(synergy_alone) {
    assert_nothing_alone("three_medical_six_medical_synergy");
    assert_nothing_alone("reform_leadership");
    assert_nothing_alone("cross_appointment");
}

// Nobody here answers to payment, so that there is nothing improper to be detected.
TEST(supervision_alone) {
    assert_nothing_alone("data_zone_supervision");
}

static double settled_share(const Experiment *experiment, int32_t day) {
    const Effects effects = effects_on(experiment, day);
    return 1 - effect_share_left(&effects, 0, EFFECT_VILLAGE_UNSETTLED, 1);
}

// Half of village clinics are covered, all of which settle. A quarter sooner: of a ramp of 8 months
// the first four are 4 / 6 of the way. Next to a reform of care in full force it makes up 0.4 of
// the half that is lacking; next to another of insurance, nothing.
TEST(synergy) {
    const int32_t full = calendar_day(2023, 1, 1);
    for (int beside = 0; beside < 3; beside++) {
        static const char *const names[] = {NULL, "county_medical_consortium",
                                            "insurance_referral_leverage"};
        tiny_read(&base.experiment, YEARS);
        Reform *village =
            tiny_reform(&base.experiment, "village_clinic_insurance_coverage", 2022, 0.5);
        village->value[0] = 1;
        village->ramp_months = 8;
        if (names[beside]) tiny_reform(&base.experiment, names[beside], 2022, 1);
        const int32_t early = village->start_day + 91;
        ck_assert_double_eq_tol(settled_share(&base.experiment, early), 0.5 * 92 / (8 * 30.4375),
                                1e-8);
        Reform *synergy =
            tiny_reform(&base.experiment, "three_medical_six_medical_synergy", 2022, 1);
        synergy->value[0] = 0.25;
        synergy->value[1] = 0;
        ck_assert_double_eq_tol(settled_share(&base.experiment, early), 0.5 * 92 / (6 * 30.4375),
                                1e-8);
        synergy->value[1] = 0.4;
        ck_assert_double_eq_tol(settled_share(&base.experiment, full),
                                beside == 1 ? 0.5 + 0.4 * 0.5 : 0.5, 1e-8);
        experiment_free(&base.experiment);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("doctors drawn to city hospitals are missing in their counties", drawn_up),
        CLAIM("doctors lent to a county are missing in the city", lent),
        CLAIM("all levers at their strongest make no doctor", conserved),
        CLAIM("equipment without a doctor treats nobody", empty_clinics),
        CLAIM("synergy, leadership and cross-appointment alone change nothing", synergy_alone),
        CLAIM("supervision changes nothing where nobody answers to payment", supervision_alone),
        CLAIM("synergy makes reforms act sooner, and fills up those beside another sector",
              synergy),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
