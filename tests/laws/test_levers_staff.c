// SPDX-License-Identifier: MIT
// What levers that post, recruit and train doctors may and may not do, by laws that need none of
// our numbers.
#include "base/calendar.h"
#include "care/route.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "reforms/lever.h"
#include "reforms/village_doctor_pipeline.h"
#include "unit/claim.h"

#include <math.h>
#include <string.h>

enum { YEARS = 3, CHECK_DAY = 400 };

static Lived base, reformed; // each claim runs in a process of its own

static double doctors_of(const Lived *city, Kind kind, int county) {
    double doctors = 0;
    for (uint32_t f = 0; f < city->simulation.facilities.count; f++) {
        const Institution *institution = &city->experiment.city.institutions[f];
        if (institution->kind == kind && (county < 0 || institution->county == county))
            doctors += city->simulation.facilities.row[f].doctors;
    }
    return doctors;
}

// ---- posted below, and called back

enum { COUNTY_SHARE, CITY_SHARE, CAPABILITY, FADING };

// In the south a quarter of 7 county doctors, and half of the county's half of the 13 of the city.
// Its centres have 7.7 of their own.
TEST(posted) {
    lived_begin(&reformed, YEARS);
    Reform *reform = tiny_reform(&reformed.experiment, "doctor_secondment", 2022, 1);
    reform->value[COUNTY_SHARE] = 0.25;
    reform->value[CITY_SHARE] = 0.5;
    reform->in_county[0] = 0;
    lived_until(&reformed, CHECK_DAY);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_COUNTY_GENERAL, 1), 0.75 * 7, 1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_CITY_HOSPITAL, -1), 13 - 3.25, 1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_TOWNSHIP_CENTRE, 1), 7.7 + 1.75 + 3.25,
                            1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_TOWNSHIP_CENTRE, 0), 9.4, 1e-6);
    lived_end(&reformed);
}

static double capability_on(const Experiment *experiment, int32_t day) {
    const Effects effects = effects_on(experiment, day);
    return effect_sum(&effects, 0, EFFECT_TOWNSHIP_CAPABILITY);
}

static double sent_on(const Experiment *experiment, int32_t day) {
    const Effects effects = effects_on(experiment, day);
    return effect_sum(&effects, 0, EFFECT_DOCTORS_SENT_DOWN);
}

// A posting of one year that fades over eight months (243.5 days): from the day of the recall
// doctors are back, and what was learned is gone to a half after 122 days and wholly after 243. A
// ramp that never reached its end fades from where it stood.
TEST(recalled) {
    tiny_read(&base.experiment, YEARS);
    Reform *reform = tiny_reform(&base.experiment, "doctor_secondment", 2022, 0.8);
    reform->end_day = calendar_day(2023, 1, 1);
    reform->value[CAPABILITY] = 0.3;
    reform->value[FADING] = 8;
    ck_assert_double_eq_tol(capability_on(&base.experiment, reform->end_day - 1), 0.24, 1e-8);
    ck_assert_double_lt(sent_on(&base.experiment, reform->end_day - 1), 0);
    ck_assert_double_eq(sent_on(&base.experiment, reform->end_day), 0);
    ck_assert_double_eq_tol(capability_on(&base.experiment, reform->end_day),
                            0.24 * (1 - 1 / 243.5), 1e-8);
    ck_assert_double_eq_tol(capability_on(&base.experiment, reform->end_day + 121),
                            0.24 * (1 - 122 / 243.5), 1e-8);
    ck_assert_double_eq(capability_on(&base.experiment, reform->end_day + 243), 0);
    reform->ramp_months = 24;
    ck_assert_double_eq_tol(capability_on(&base.experiment, reform->end_day),
                            0.24 * 365 / (24 * 30.4375) * (1 - 1 / 243.5), 1e-8);
    reform->value[FADING] = 0;
    ck_assert_double_eq(capability_on(&base.experiment, reform->end_day), 0);
    experiment_free(&base.experiment);
}

// ---- recruited and trained

// Net of those who leave, 0.2 x 0.6 of 13; and a tenth of the counties' 16 move up.
TEST(recruited) {
    lived_begin(&reformed, YEARS);
    Reform *reform = tiny_reform(&reformed.experiment, "talent_pool", 2022, 1);
    reform->value[0] = 0.2;
    reform->value[1] = 0.6;
    reform->value[2] = 0.1;
    lived_until(&reformed, CHECK_DAY);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_COUNTY_GENERAL, -1), 0.9 * 16, 1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_CITY_HOSPITAL, -1),
                            13 * exp(0.12) + 0.1 * 16, 1e-6);
    lived_end(&reformed);
}

// Day by day instead of in closed form.
static double stock_by_days(const double *value, double years) {
    double stock = 1;
    const double day = 1 / 365.25;
    for (double t = 0; t < years - day / 2; t += day) {
        const double entries = t >= value[1] - day / 2 ? value[0] : 0;
        stock += day * (entries - value[2] * (1 - value[3]) * stock);
    }
    return stock;
}

TEST(stock_of_village_doctors) {
    const double turns[][5] = {{0.021, 3, 0.05, 0.1, 0},
                               {0.021, 3, 0.05, 1, 0},
                               {0, 3, 0.08, 0.2, 0},
                               {0.13, 0, 0.03, 0, 0}};
    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++)
        for (double years = 0.5; years < 10; years += 2.25)
            ck_assert_double_eq_tol(village_doctor_stock(turns[i], years),
                                    stock_by_days(turns[i], years), 3e-4);
}

// The lever's own central numbers: 77 entrants a year do not make up for age, and yet there are
// more village doctors than there would be.
TEST(stock_falls_all_the_same) {
    tiny_read(&base.experiment, YEARS);
    const Reform *reform = tiny_reform(&base.experiment, "village_doctor_pipeline", 2022, 1);
    const double stock = village_doctor_stock(reform->value, 9);
    ck_assert_double_lt(stock, 0.9);
    ck_assert_double_gt(stock, exp(-9 * reform->value[2]));
    const Effects effects = effects_on(&base.experiment, reform->start_day + 9 * 365 + 1);
    ck_assert_double_gt(effect_sum(&effects, 0, EFFECT_VILLAGE_DOCTORS), 0);
    experiment_free(&base.experiment);
}

// ---- sub-centres

enum { CENTRES, SUB_CAPABILITY, NEEDED, DRAWN, CITY_CAPABILITY, DRAWN_UP };

static void build_up(Lived *city, double centres, double needed) {
    lived_begin(city, YEARS);
    Reform *reform = tiny_reform(&city->experiment, "tiered_centres_1_2_38", 2022, 1);
    reform->value[CENTRES] = centres;
    reform->value[SUB_CAPABILITY] = 1;
    reform->value[NEEDED] = needed;
    reform->value[DRAWN] = 0.25;
    reform->value[CITY_CAPABILITY] = reform->value[DRAWN_UP] = 0;
    lived_until(city, CHECK_DAY);
}

static const Facility *facility_of(const Lived *city, const char *id) {
    uint32_t f = 0;
    while (strcmp(city->experiment.city.institutions[f].id, id) != 0)
        f++;
    return &city->simulation.facilities.row[f];
}

static int gain_of(const char *id) {
    return facility_of(&reformed, id)->capability[CLASS_SURGICAL] -
           facility_of(&base, id)->capability[CLASS_SURGICAL];
}

// The largest of the north, 3.9 doctors, gains a quarter of 2.2 and of 3.3, 1.375 of the 5.5 that
// it needs: a quarter of a unit. With two of them, the largest and the second, each gains 0.275.
TEST(sub_centres) {
    lived_begin(&base, YEARS);
    lived_until(&base, CHECK_DAY);
    build_up(&reformed, 1, 5.5);
    ck_assert_double_eq_tol(facility_of(&reformed, "centre-north-seat")->doctors, 3.9 + 1.375,
                            1e-6);
    ck_assert_double_eq_tol(facility_of(&reformed, "centre-north-river")->doctors, 0.75 * 3.3,
                            1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_TOWNSHIP_CENTRE, -1), 17.1, 1e-6);
    ck_assert_int_eq(gain_of("centre-north-seat"), 8);
    ck_assert_int_eq(gain_of("centre-north-river"), 0);
    lived_end(&reformed);

    build_up(&reformed, 2, 5.5);
    ck_assert_double_eq_tol(facility_of(&reformed, "centre-north-river")->doctors, 3.3 + 0.275,
                            1e-6);
    ck_assert_double_eq_tol(doctors_of(&reformed, KIND_TOWNSHIP_CENTRE, -1), 17.1, 1e-6);
    ck_assert_int_le(gain_of("centre-north-seat"), 2);
    ck_assert_int_le(gain_of("centre-north-river"), 2);
    lived_end(&base);
    lived_end(&reformed);
}

// Minutes from each township to the nearest institution that can do so much, by residents.
static double minutes_to(const Lived *city, double units) {
    const City *place = &city->experiment.city;
    double minutes = 0, residents = 0;
    for (uint32_t t = 0; t < place->township_count; t++) {
        double nearest = INFINITY;
        for (uint32_t f = 0; f < place->institution_count; f++) {
            const double way = travel_minutes(place, &place->townships[t], &place->institutions[f]);
            const Facility *there = &city->simulation.facilities.row[f];
            if (way >= 0 && there->capability[CLASS_SURGICAL] >= units * COMPLEXITY_UNIT)
                nearest = way < nearest ? way : nearest;
        }
        minutes += place->townships[t].residents * nearest;
        residents += place->townships[t].residents;
    }
    return minutes / residents;
}

TEST(nearer) {
    lived_begin(&base, YEARS);
    lived_until(&base, CHECK_DAY);
    build_up(&reformed, 1, 0.1);
    const double units =
        facility_of(&base, "centre-north-seat")->capability[CLASS_SURGICAL] / 32.0 + 0.5;
    ck_assert_double_lt(minutes_to(&reformed, units), minutes_to(&base, units));
    lived_end(&base);
    lived_end(&reformed);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("doctors posted to townships are missing above, one for one", posted),
        CLAIM("recalled doctors are back at once, and what was learned fades", recalled),
        CLAIM("recruits count net, and those from the counties are missing there", recruited),
        CLAIM("the stock of village doctors is what it is day by day", stock_of_village_doctors),
        CLAIM("village doctors may become fewer under the lever, and are more than without",
              stock_falls_all_the_same),
        CLAIM("sub-centres are staffed by the others, and many at once are thin", sub_centres),
        CLAIM("a sub-centre brings medium cases nearer", nearer),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
