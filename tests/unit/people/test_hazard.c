// SPDX-License-Identifier: MIT
#include "people/hazard.h"
#include "support/city.h"
#include "unit/claim.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static const double UNITS_PER_YEAR = 365.25 * CLOCK_UNIT, STEP = 1.0 / 65536;
static const double TWO_PI = 6.28318530717958647693;

// The tables are filled once a claim; static, because they are large.
typedef struct Fixture {
    MadeUpCity made;
    Hazards hazards;
} Fixture;

static const City *begin(Fixture *fixture) {
    const City *city = made_up_city(&fixture->made);
    hazards_init(&fixture->hazards, city);
    return city;
}

static double table_of(const DiseaseRow *row, int band) {
    switch (band) {
    case AGE_0:
        return row->episodes_0;
    case AGE_5:
        return row->episodes_5;
    case AGE_15:
        return row->episodes_15;
    case AGE_25:
        return row->episodes_25;
    case AGE_35:
        return row->episodes_35;
    case AGE_45:
        return row->episodes_45;
    case AGE_55:
        return row->episodes_55;
    case AGE_65:
        return row->episodes_65;
    default:
        return row->episodes_75;
    }
}

// Needs a year of a group at this age and sex if the whole year were like this half-month.
static double truth(const City *city, int disease, int sex, int band, int half) {
    const DiseaseRow *row = &city->parameters.disease[disease];
    const double of_sex =
        sex == MALE ? 2 * row->male_ratio / (1 + row->male_ratio) : 2 / (1 + row->male_ratio);
    const double days_from_peak = (half - 0.5) / 24 * 365.25;
    return city->parameters.demand.level * table_of(row, band) * of_sex *
           (1 + row->winter_peak * cos(TWO_PI * days_from_peak / 365.25));
}

// The same as the hazard tables have it.
static double tabled(const Hazards *hazards, int disease, int sex, int band, int half) {
    const uint32_t *cumulative = hazards->group[half][sex][band];
    const uint32_t below = disease > 0 ? cumulative[disease - 1] : 0;
    return hazards->acute[sex][band] * UNITS_PER_YEAR * hazards->bound[half] *
           (cumulative[disease] - below) * STEP;
}

TEST(groups_follow_the_table) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    for (int half = 0; half < HALF_MONTHS; half++)
        for (int sex = 0; sex < SEXES; sex++)
            for (int band = 0; band < AGE_BAND_COUNT; band++) {
                const double candidates =
                    fixture.hazards.acute[sex][band] * UNITS_PER_YEAR * fixture.hazards.bound[half];
                for (int g = 0; g < DISEASE_COUNT; g++)
                    ck_assert_double_eq_tol(tabled(&fixture.hazards, g, sex, band, half),
                                            truth(city, g, sex, band, half),
                                            1.5 * candidates * STEP);
            }
}

// A word of 16 bits falls into the group whose share it lies in, or into none: by halves as by eye.
TEST(words_find_their_group) {
    static Fixture fixture;
    begin(&fixture);
    uint32_t wrong = 0;
    for (int band = 0; band < AGE_BAND_COUNT; band++) {
        const uint32_t *cumulative = fixture.hazards.group[5][FEMALE][band];
        for (uint32_t word = 0; word < 65536; word++) {
            unsigned group = 0;
            while (group < DISEASE_COUNT && word >= cumulative[group])
                group++;
            const unsigned found = (unsigned)hazard_group(cumulative, 0, word);
            wrong += group < DISEASE_COUNT ? found != group : found < DISEASE_COUNT;
        }
    }
    ck_assert_uint_eq(wrong, 0);
}

TEST(acute_needs_of_a_year) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    for (int sex = 0; sex < SEXES; sex++)
        for (int band = 0; band < AGE_BAND_COUNT; band++) {
            double year = 0;
            for (int half = 0; half < HALF_MONTHS; half++)
                for (int g = 0; g < DISEASE_COUNT; g++)
                    year += truth(city, g, sex, band, half) / HALF_MONTHS;
            const double rate = fixture.hazards.acute[sex][band] * UNITS_PER_YEAR;
            ck_assert_double_eq_tol(rate, year, 1e-12);
        }
}

TEST(sexes_average_to_the_table) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    for (int band = 0; band < AGE_BAND_COUNT; band++) {
        double table = 0;
        for (int g = 0; g < DISEASE_COUNT; g++)
            table += city->parameters.demand.level * table_of(&city->parameters.disease[g], band);
        const double women = fixture.hazards.acute[FEMALE][band] * UNITS_PER_YEAR;
        const double men = fixture.hazards.acute[MALE][band] * UNITS_PER_YEAR;
        ck_assert_double_eq_tol((women + men) / 2, table, 1e-12);
    }
}

TEST(men_bear_no_children) {
    static Fixture fixture;
    begin(&fixture);
    for (int half = 0; half < HALF_MONTHS; half++)
        for (int band = 0; band < AGE_BAND_COUNT; band++)
            ck_assert_double_eq(tabled(&fixture.hazards, DISEASE_PREGNANCY, MALE, band, half), 0);
    ck_assert_double_gt(tabled(&fixture.hazards, DISEASE_PREGNANCY, FEMALE, AGE_25, 3), 0.2);
}

TEST(bound_is_the_densest_season) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    for (int half = 0; half < HALF_MONTHS; half++) {
        double densest = 0;
        for (int sex = 0; sex < SEXES; sex++)
            for (int band = 0; band < AGE_BAND_COUNT; band++) {
                double needs = 0, mean = 0;
                for (int g = 0; g < DISEASE_COUNT; g++) {
                    needs += truth(city, g, sex, band, half);
                    for (int other = 0; other < HALF_MONTHS; other++)
                        mean += truth(city, g, sex, band, other) / HALF_MONTHS;
                }
                densest = fmax(densest, needs / mean);
            }
        ck_assert_double_eq_tol(fixture.hazards.bound[half], densest, 1e-12);
    }
}

TEST(winter_peaks_in_mid_january) {
    static Fixture fixture;
    begin(&fixture);
    const double *bound = fixture.hazards.bound;
    ck_assert_double_eq_tol(bound[0], bound[1], 1e-12);
    for (int half = 2; half < HALF_MONTHS; half++)
        ck_assert_double_lt(bound[half], bound[0]);
}

// ---- conditions

static double flares_of(const ConditionRow *row, int stage) {
    return stage == STAGE_UNDIAGNOSED  ? row->flares_undiagnosed
           : stage == STAGE_DIAGNOSED  ? row->flares_diagnosed
           : stage == STAGE_MANAGED    ? row->flares_managed
           : stage == STAGE_CONTROLLED ? row->flares_controlled
                                       : 0;
}

static double routine_of(const ConditionRow *row, int stage) {
    return stage == STAGE_DIAGNOSED ? row->visits_diagnosed
           : stage >= STAGE_MANAGED ? row->visits_managed
                                    : 0;
}

TEST(conditions_are_accepted_by_stage) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    const Hazards *hazards = &fixture.hazards;
    for (int c = 0; c < CONDITION_COUNT; c++)
        for (int half = 0; half < HALF_MONTHS; half++)
            for (int stage = 0; stage < STAGE_COUNT; stage++) {
                const ConditionRow *row = &city->parameters.condition[c];
                const DiseaseRow *disease = &city->parameters.disease[condition_disease[c]];
                const double candidates =
                    hazards->excess[c] * UNITS_PER_YEAR * hazards->bound[half];
                const double routine = hazards->routine[half][c][stage] * STEP;
                const double flare = hazards->flare[half][c][stage] * STEP - routine;
                const double wave =
                    1 + disease->winter_peak * cos(TWO_PI * (half - 0.5) / HALF_MONTHS);
                ck_assert_double_eq_tol(candidates * routine, routine_of(row, stage),
                                        1.5 * candidates * STEP);
                ck_assert_double_eq_tol(candidates * flare, flares_of(row, stage) * wave,
                                        1.5 * candidates * STEP);
            }
}

TEST(largest_excess_is_reached) {
    static Fixture fixture;
    begin(&fixture);
    for (int c = 0; c < CONDITION_COUNT; c++) {
        uint32_t most = 0;
        for (int half = 0; half < HALF_MONTHS; half++)
            for (int stage = 0; stage < STAGE_COUNT; stage++) {
                const uint32_t accepted = fixture.hazards.flare[half][c][stage];
                ck_assert_uint_ge(accepted, fixture.hazards.routine[half][c][stage]);
                if (accepted > most) most = accepted;
            }
        ck_assert_uint_eq(most, 65535);
    }
}

TEST(excess_is_additive) {
    static Fixture fixture;
    begin(&fixture);
    const Hazards *hazards = &fixture.hazards;
    const double healthy = hazard_rate(hazards, 200, 31, MALE, AGE_55, 0);
    uint32_t all = 0;
    double sum = 0;
    for (int c = 0; c < CONDITION_COUNT; c++) {
        const uint32_t alone = condition_set(0, c, STAGE_MANAGED);
        const double excess = hazard_rate(hazards, 200, 31, MALE, AGE_55, alone) - healthy;
        ck_assert_double_eq_tol(excess / hazards->excess[c], 1, 1e-9);
        all = condition_set(all, c, (Stage)(1 + c % 4));
        sum += hazards->excess[c];
    }
    ck_assert_double_eq_tol(hazard_rate(hazards, 200, 31, MALE, AGE_55, all) / (healthy + sum), 1,
                            1e-12);
}

TEST(stage_moves_no_rate) {
    static Fixture fixture;
    begin(&fixture);
    const double rate = hazard_rate(&fixture.hazards, 9, 99, FEMALE, AGE_65,
                                    condition_set(0, CONDITION_STROKE, STAGE_UNDIAGNOSED));
    for (Stage stage = STAGE_DIAGNOSED; stage < STAGE_COUNT; stage++)
        ck_assert_double_eq(hazard_rate(&fixture.hazards, 9, 99, FEMALE, AGE_65,
                                        condition_set(0, CONDITION_STROKE, stage)),
                            rate);
}

TEST(frailty_multiplies_acute_needs_alone) {
    static Fixture fixture;
    begin(&fixture);
    const Hazards *hazards = &fixture.hazards;
    const uint32_t ill = condition_set(0, CONDITION_COPD, STAGE_DIAGNOSED);
    const double excess = hazards->excess[CONDITION_COPD];
    const double acute = hazards->acute[FEMALE][AGE_35];
    for (int class = 0; class < FRAILTY_CLASSES; class += 17) {
        const double frailty =
            hazards->frailty_permanent[class] * hazards->frailty_yearly[255 - class];
        const double rate =
            hazard_rate(hazards, (uint8_t) class, (uint8_t)(255 - class), FEMALE, AGE_35, ill);
        ck_assert_double_eq_tol(rate / (frailty * acute + excess), 1, 1e-12);
    }
}

TEST(conditions_pack_and_unpack) {
    uint32_t packed = 0;
    for (int c = 0; c < CONDITION_COUNT; c++)
        packed = condition_set(packed, c, STAGE_CONTROLLED);
    for (int c = 0; c < CONDITION_COUNT; c++)
        packed = condition_set(packed, c, (Stage)(c % STAGE_COUNT));
    for (int c = 0; c < CONDITION_COUNT; c++)
        ck_assert_int_eq(condition_stage(packed, c), c % STAGE_COUNT);
    ck_assert_uint_lt(packed, 1u << 18);
}

// ---- frailty and age

static void assert_gamma(const double table[FRAILTY_CLASSES], double shape) {
    double mean = 0, square = 0, truth_mean = 0;
    for (int i = 0; i < FRAILTY_CLASSES; i++) {
        mean += table[i] / FRAILTY_CLASSES;
        square += table[i] * table[i] / FRAILTY_CLASSES;
        truth_mean +=
            gsl_cdf_gamma_Pinv((i + 0.5) / FRAILTY_CLASSES, shape, 1 / shape) / FRAILTY_CLASSES;
    }
    ck_assert_double_eq_tol(mean, 1, 1e-12);
    ck_assert_double_eq_tol((square - 1) * shape, 1, 0.015); // 256 classes cut the upper tail
    for (int i = 0; i < FRAILTY_CLASSES; i++) {
        const double quantile =
            gsl_cdf_gamma_Pinv((i + 0.5) / FRAILTY_CLASSES, shape, 1 / shape) / truth_mean;
        ck_assert_double_eq_tol(table[i] / quantile, 1, 1e-9);
    }
}

TEST(frailty_is_gamma) {
    static Fixture fixture;
    const City *city = begin(&fixture);
    assert_gamma(fixture.hazards.frailty_permanent,
                 city->parameters.people.frailty_permanent_shape);
    assert_gamma(fixture.hazards.frailty_yearly, city->parameters.people.frailty_yearly_shape);
}

TEST(ages_have_bands) {
    static Fixture fixture;
    begin(&fixture);
    static const struct {
        int age, band;
    } edges[] = {{0, AGE_0},   {4, AGE_0},   {5, AGE_5},   {14, AGE_5},  {15, AGE_15},
                 {24, AGE_15}, {25, AGE_25}, {44, AGE_35}, {45, AGE_45}, {54, AGE_45},
                 {64, AGE_55}, {65, AGE_65}, {74, AGE_65}, {75, AGE_75}, {127, AGE_75}};
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        ck_assert_int_eq(fixture.hazards.band_of_age[edges[i].age], edges[i].band);
}

TEST(nobody_ill) {
    static Fixture fixture;
    City *city = made_up_city(&fixture.made);
    made_up_good_health(&city->parameters);
    hazards_init(&fixture.hazards, city);
    const uint32_t ill = condition_set(0, CONDITION_COPD, STAGE_DIAGNOSED);
    ck_assert_double_eq(hazard_rate(&fixture.hazards, 255, 255, MALE, AGE_75, ill), 0);
    for (int half = 0; half < HALF_MONTHS; half++) {
        ck_assert_double_eq(fixture.hazards.bound[half], 1);
        ck_assert_int_eq(fixture.hazards.group[half][MALE][AGE_75][DISEASE_COUNT - 1], 0);
        ck_assert_int_eq(fixture.hazards.flare[half][CONDITION_COPD][STAGE_DIAGNOSED], 0);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM(
            "needs by group, age, sex and half-month are the table's, to 1.5 in 65,536 candidates",
            groups_follow_the_table),
        CLAIM("every word finds the group in whose share it lies, or none", words_find_their_group),
        CLAIM("acute needs of a year are the table's at every age and sex", acute_needs_of_a_year),
        CLAIM("women and men average to the table", sexes_average_to_the_table),
        CLAIM("men bear no children", men_bear_no_children),
        CLAIM("the clock's bound is the season of the densest age and sex",
              bound_is_the_densest_season),
        CLAIM("winter peaks at the turn of the halves of January", winter_peaks_in_mid_january),
        CLAIM("routine visits and flares are those of the stage, whatever the half-month",
              conditions_are_accepted_by_stage),
        CLAIM("each condition has a stage and a half-month in which every candidate counts",
              largest_excess_is_reached),
        CLAIM("six conditions add their excess, they do not multiply it", excess_is_additive),
        CLAIM("the stage of care does not move the clock", stage_moves_no_rate),
        CLAIM("frailty multiplies acute needs and leaves chronic excess alone",
              frailty_multiplies_acute_needs_alone),
        CLAIM("six stages fit 18 bits and come back", conditions_pack_and_unpack),
        CLAIM("frailty is GSL's gamma law in 256 classes, of mean 1 and its variance to 1.5 %",
              frailty_is_gamma),
        CLAIM("every age has its band", ages_have_bands),
        CLAIM("where nobody is ill nobody has a need", nobody_ill),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
