// SPDX-License-Identifier: MIT
// The needs that one in n expects, of made-up people of whom one group of cases is all there is.
#include "day/need_mass.h"

#include "support/trial.h"
#include "unit/claim.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

enum { GROUP = DISEASE_SKIN };

static Trial trial; // each claim runs in a process of its own

static void set_episodes(DiseaseRow *row, double a_year) {
    row->episodes_0 = row->episodes_5 = row->episodes_15 = row->episodes_25 = row->episodes_35 =
        row->episodes_45 = row->episodes_55 = row->episodes_65 = row->episodes_75 = a_year;
}

// Everybody has this group's needs at the same rate.
static DiseaseRow *prepare(void) {
    City *city = trial_prepare(&trial);
    DiseaseRow *rows = city->parameters.disease;
    DiseaseRow group = rows[GROUP];
    made_up_good_health(&city->parameters);
    group.male_ratio = 1;
    group.winter_peak = 0;
    set_episodes(&group, 0);
    for (int g = 0; g < DISEASE_COUNT; g++)
        rows[g] = group;
    set_episodes(&rows[GROUP], 2.3);
    return &rows[GROUP];
}

static NeedMasses *filled(void) {
    NeedMasses *masses = malloc(sizeof *masses);
    ck_assert_ptr_nonnull(masses);
    need_masses_fill(masses, &trial.simulation);
    return masses;
}

static NeedMasses *begin(void) {
    trial_begin(&trial);
    trial_live(&trial, 1);
    return filled();
}

// Needs a day of all strata: of all classes, or of the urgent ones.
static double needs_of(NeedMasses *masses, int urgent_alone) {
    double sum = 0;
    for (int stratum = 0; stratum < STRATA; stratum++)
        for (int presence = 0; presence < PRESENCES; presence++)
            for (int scheme = 0; scheme < SCHEME_COUNT; scheme++)
                for (int contract = 0; contract < CONTRACTS; contract++)
                    for (int class = 0; class < CHOICE_CLASSES; class ++)
                        if (class % 2 || !urgent_alone)
                            sum += masses->of[stratum][presence][scheme][contract].needs[class];
    free(masses);
    return sum;
}

static double needs_in(int month) {
    trial.simulation.today.month = month;
    return needs_of(filled(), 0);
}

static double alive(void) {
    double count = 0;
    for (uint32_t p = 0; p < trial.simulation.residents.slots; p++)
        count += trial.simulation.residents.resident[p].alive;
    return count;
}

// 2.3 episodes a person-year, by the level of demand, on a mean day.
TEST(rate_of_a_day) {
    prepare();
    const double needs = needs_of(begin(), 0);
    const double level = trial.experiment.city.parameters.demand.level;
    ck_assert_double_eq_tol(needs / (alive() * 2.3 * level / 365.25), 1, 2e-3);
    trial_end(&trial);
}

// The middles of the halves of a month lie 1/96 of a year before and after its own: a wave of the
// year is there cos(2 pi / 48) of what it is in the middle of the month.
TEST(both_halves_of_a_month) {
    prepare()->winter_peak = 0.4;
    const double mean = needs_of(begin(), 0) / (1 + 0.4 * cos(M_PI / 24));
    for (int month = 1; month <= 12; month++) {
        const double wave = 0.4 * cos(2 * M_PI * (month - 1) / 12.0) * cos(M_PI / 24);
        ck_assert_double_eq_tol(needs_in(month) / mean, 1 + wave, 1e-3);
    }
    trial_end(&trial);
}

// Who is in a bed is there by his frailty: (1 + 1 / 2.3) (1 + 1 / 1.7) of the mean one's needs are
// missing.
TEST(frail_ones_are_in_bed) {
    prepare();
    const double before = needs_of(begin(), 0);
    double in_bed = 0;
    for (uint32_t p = 0; p < trial.simulation.residents.slots; p += 7) {
        Resident *resident = &trial.simulation.residents.resident[p];
        if (!resident->alive || resident->bed != NO_BED) continue;
        resident->bed = 3;
        in_bed++;
    }
    const double missing = 1 - needs_of(filled(), 0) / before;
    ck_assert_double_eq_tol(missing, in_bed / alive() * (1 + 1 / 2.3) * (1 + 1 / 1.7), 1e-3);
    trial_end(&trial);
}

// Routine visits of a condition: nobody in a bed has them.
TEST(conditions_in_bed) {
    set_episodes(prepare(), 0);
    ConditionRow *row = &trial.experiment.city.parameters.condition[CONDITION_HYPERTENSION];
    row->prevalence_45 = row->prevalence_55 = row->prevalence_65 = 0.4;
    row->detection_rate = row->visits_diagnosed = 3;
    ck_assert_double_gt(needs_of(begin(), 0), 10);
    ck_assert_double_eq(needs_of(filled(), 1), 0); // a routine visit can wait
    for (uint32_t p = 0; p < trial.simulation.residents.slots; p++)
        trial.simulation.residents.resident[p].bed = 3;
    ck_assert_double_eq(needs_of(filled(), 0), 0);
    trial_end(&trial);
}

// 0.23 of beds are free usually: the second of eight classes.
TEST(usual_share_of_beds) {
    DiseaseRow *row = prepare();
    row->admission_share_under_15 = row->admission_share_15 = row->admission_share_65 = 0.3;
    trial.experiment.city.parameters.demand.supply_induced_admission = 0.4;
    NeedMasses *masses = begin();
    int classes = 0;
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        if (masses->stay_days[class] <= 0) continue;
        classes++;
        ck_assert_double_lt(masses->induced[0][class], 1);
        ck_assert_double_eq_tol(masses->induced[1][class], 1, 1e-12);
        ck_assert_double_gt(masses->induced[2][class], 1);
    }
    ck_assert_int_gt(classes, 2);
    free(masses);
    trial_end(&trial);
}

// Of lognormal stays with mean 1.3 x 9 days at the county's general hospital, those that round to 5
// days or more. In the 256 normals of the tables.
TEST(long_stays) {
    DiseaseRow *row = prepare();
    row->stay_days = 9;
    row->stay_cv = 0.8;
    trial.experiment.city.parameters.kind[KIND_TOWNSHIP_CENTRE].stay_ratio = 0.7;
    trial.experiment.city.parameters.kind[KIND_COUNTY_GENERAL].stay_ratio = 1.3;
    NeedMasses *masses = begin();
    const double mean = 9 * 1.3 * trial.simulation.today.stay_factor;
    const double sigma = sqrt(log(1 + 0.8 * 0.8)), z = log(4.5 / mean) / sigma;
    int classes = 0;
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        if (masses->stay_days[class] <= 0) continue;
        classes++;
        ck_assert_double_eq_tol(masses->stay_days[class], 9, 1e-9);
        ck_assert_double_eq_tol(masses->long_stays[class], gsl_cdf_ugaussian_Q(z + 0.5 * sigma),
                                1.0 / 256);
        ck_assert_double_eq_tol(masses->long_days[class], gsl_cdf_ugaussian_Q(z - 0.5 * sigma),
                                1.0 / 256);
    }
    ck_assert_int_gt(classes, 2);
    free(masses);
    trial_end(&trial);
}

// 1.2 planned visits, and 0.08 of those without a plan still ill: with p = 1.2 / 2.2 and
// q = 0.08 / 2.2 an episode has L = p (1 + 1.2) + q (1 + L) later ones, of which one more is
// expected after each that is planned.
TEST(later_visits) {
    prepare()->followups = 1.2;
    NeedMasses *masses = begin();
    const double q = 0.08 / 2.2, later = (1.2 + q) / (1 - q);
    int classes = 0;
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        if (masses->later[class] <= 0) continue;
        classes++;
        ck_assert_double_eq_tol(masses->later[class], later, 1e-4);
    }
    ck_assert_int_gt(classes, 2);
    free(masses);
    trial_end(&trial);
}

// Of needs that can wait 0.6 x (1 - the factor at the festival) are put off; of urgent ones none.
TEST(put_off) {
    prepare()->elective_share = 0.6;
    trial.experiment.city.parameters.time.festival_factor = 0.3;
    NeedMasses *masses = begin();
    int classes = 0;
    for (int class = 0; class < CHOICE_CLASSES; class ++) {
        if (masses->later[class] + masses->put_off[class] <= 0) continue;
        classes++;
        ck_assert_double_eq_tol(masses->put_off[class], class % 2 ? 0 : 0.6 * 0.7, 1e-4);
    }
    ck_assert_int_gt(classes, 2);
    free(masses);
    trial_end(&trial);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the needs of a day are those of the people at their rate", rate_of_a_day),
        CLAIM("a month's needs are those of both its halves", both_halves_of_a_month),
        CLAIM("those in bed are missing with the frailty that brought them there",
              frail_ones_are_in_bed),
        CLAIM("nobody in a bed has needs of a condition, and no routine visit is urgent",
              conditions_in_bed),
        CLAIM("at the usual share of free beds as many are called for as the model says",
              usual_share_of_beds),
        CLAIM("long stays are those of the lognormal at the county's general hospital", long_stays),
        CLAIM("later visits are those of plans and of illness that goes on, in closed form",
              later_visits),
        CLAIM("what can wait is put off at the festival, and nothing urgent", put_off),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
