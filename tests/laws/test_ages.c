// SPDX-License-Identifier: MIT
#include "base/calendar.h"
#include "people/condition.h"
#include "people/hazard.h"
#include "support/trial.h"
#include "unit/claim.h"

#include <math.h>

static Trial trial;

static void live_with_fixed_demography(uint32_t days) {
    trial_prepare(&trial);
    made_up_good_health(&trial.experiment.city.parameters);
    ConditionRow *row = &trial.experiment.city.parameters.condition[CONDITION_HYPERTENSION];
    row->prevalence_35 = 0.11; // rises steeply, so that a year of age is seen
    row->prevalence_45 = 0.27;
    row->prevalence_55 = 0.49;
    row->prevalence_65 = 0.71;
    row->prevalence_75 = row->prevalence_85 = 0.87;
    trial.experiment.fixed_demography = 1;
    trial.experiment.warm_up_days = 365;
    trial_begin(&trial);
    trial_live(&trial, days);
}

// How far those who have the condition are from the prevalence of their counted ages, in standard
// errors.
static double errors_of_prevalence(void) {
    const Simulation *simulation = &trial.simulation;
    const ConditionRow *row = &simulation->city->parameters.condition[CONDITION_HYPERTENSION];
    double have = 0, expected = 0, variance = 0;
    for (uint32_t p = 0; p < simulation->residents.slots; p++) {
        const Resident *resident = &simulation->residents.resident[p];
        if (!resident->alive) continue;
        const int age = resident_age(resident, simulation->today.first_of_year);
        const double share = condition_prevalence(row, resident->sex, age);
        have += condition_stage(resident->conditions, CONDITION_HYPERTENSION) != STAGE_NONE;
        expected += share;
        variance += share * (1 - share);
    }
    ck_assert_double_gt(expected, 10000);
    return fabs(have - expected) / sqrt(variance);
}

TEST(as_prevalent_as_ages_say) {
    live_with_fixed_demography(1);
    ck_assert_double_lt(errors_of_prevalence(), 3.5);
    trial_live(&trial, 400);
    ck_assert_double_lt(errors_of_prevalence(), 3.5);
    trial_end(&trial);
}

TEST(ages_of_the_start) {
    live_with_fixed_demography(365 + 365);
    int64_t by_age[AGE_BAND_COUNT] = {0};
    const Simulation *simulation = &trial.simulation;
    for (uint32_t p = 0; p < simulation->residents.slots; p++) {
        const Resident *resident = &simulation->residents.resident[p];
        const int age = resident_age(resident, calendar_day(2022, 1, 1));
        if (resident->alive && !resident->absent) by_age[simulation->hazards.band_of_age[age]]++;
    }
    const Heads *heads = trial.results.year[0].heads;
    for (int band = 0; band < AGE_BAND_COUNT; band++)
        ck_assert_int_eq(heads[0].by_age[band] + heads[1].by_age[band], by_age[band]);
    trial_end(&trial);
}

// A city in which needs jump up and down from one band of age to the next, whose demography is
// fixed, before its first day: those who are of another band at the start than a year before.
TEST(needs_of_the_start) {
    City *city = trial_prepare(&trial);
    made_up_good_health(&city->parameters);
    city->parameters.disease[DISEASE_SKIN] = (DiseaseRow){.male_ratio = 1,
                                                          .episodes_0 = 9,
                                                          .episodes_15 = 9,
                                                          .episodes_35 = 9,
                                                          .episodes_55 = 9,
                                                          .episodes_75 = 9};
    trial.experiment.fixed_demography = 1;
    trial.experiment.warm_up_days = 365;
    trial_begin(&trial);
    enum { DAYS = 60 };
    const Simulation *simulation = &trial.simulation;
    const Hazards *hazards = &simulation->hazards;
    double due[2] = {0}, expected[2] = {0};
    for (uint32_t p = 0; p < simulation->residents.slots; p++) {
        const Resident *resident = &simulation->residents.resident[p];
        if (!resident->alive) continue;
        const int age = resident_age(resident, calendar_day(2022, 1, 1));
        const int band = hazards->band_of_age[age];
        if (age == 0 || hazards->band_of_age[age - 1] == band) continue;
        const double rate = hazard_rate(hazards, resident->frailty_permanent,
                                        resident->frailty_yearly, resident->sex, band, 0);
        const int rises = rate > hazard_rate(hazards, resident->frailty_permanent,
                                             resident->frailty_yearly, resident->sex, band - 1, 0);
        expected[rises] += 1 - exp(-rate * simulation->clock.begins[DAYS]);
        due[rises] += simulation->residents.due_day[p] < DAYS;
    }
    for (int rises = 0; rises < 2; rises++)
        ck_assert_double_le(fabs(due[rises] - expected[rises]), 3.5 * sqrt(expected[rises]));
    ck_assert_double_gt(expected[1], 1000);
    trial_end(&trial);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("with fixed demography conditions are as prevalent as the ages counted say",
              as_prevalent_as_ages_say),
        CLAIM("and the ages reported are those of the start", ages_of_the_start),
        CLAIM("and so are the ages by which people have needs from the first day on",
              needs_of_the_start),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
