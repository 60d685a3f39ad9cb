// SPDX-License-Identifier: MIT
#include "people/hazard.h"

#include "base/curves.h"

static const double DAYS_PER_YEAR = 365.25;

static double episodes(const DiseaseRow *row, int band) {
    const double by_band[AGE_BAND_COUNT] = {
        row->episodes_0,  row->episodes_5,  row->episodes_15, row->episodes_25, row->episodes_35,
        row->episodes_45, row->episodes_55, row->episodes_65, row->episodes_75};
    return by_band[band];
}

// Acute needs a year of one disease group; male and female average to the band's figure.
static double acute_per_year(const City *city, int disease, int sex, int band) {
    const DiseaseRow *row = &city->parameters.disease[disease];
    const double ratio = sex == MALE ? row->male_ratio : 1.0;
    return city->parameters.demand.level * episodes(row, band) * 2.0 * ratio /
           (1.0 + row->male_ratio);
}

// A year's wave that peaks in mid-January.
static double season(const City *city, int disease, int half_month) {
    const double turn = ((double)half_month - 0.5) / HALF_MONTHS;
    return 1.0 + city->parameters.disease[disease].winter_peak * curve_cos_turns(turn);
}

static uint16_t share_of_65536(double share) {
    const double scaled = share * 65536.0 + 0.5;
    return (uint16_t)(scaled > 65535.0 ? 65535.0 : scaled);
}

static void fill_acute(Hazards *hazards, const City *city) {
    for (int sex = 0; sex < SEXES; sex++)
        for (int band = 0; band < AGE_BAND_COUNT; band++) {
            double sum = 0;
            for (int g = 0; g < DISEASE_COUNT; g++)
                sum += acute_per_year(city, g, sex, band);
            hazards->acute[sex][band] = sum / DAYS_PER_YEAR / CLOCK_UNIT;
        }
}

static double seasonal_sum(const City *city, int half_month, int sex, int band) {
    double sum = 0;
    for (int g = 0; g < DISEASE_COUNT; g++)
        sum += acute_per_year(city, g, sex, band) * season(city, g, half_month);
    return sum;
}

static void fill_bound(Hazards *hazards, const City *city) {
    for (int half = 0; half < HALF_MONTHS; half++) {
        double bound = 0;
        for (int sex = 0; sex < SEXES; sex++)
            for (int band = 0; band < AGE_BAND_COUNT; band++) {
                const double mean = hazards->acute[sex][band] * DAYS_PER_YEAR * CLOCK_UNIT;
                const double peak = mean > 0 ? seasonal_sum(city, half, sex, band) / mean : 0;
                if (peak > bound) bound = peak;
            }
        hazards->bound[half] = bound > 0 ? bound : 1.0;
    }
}

static void fill_groups(Hazards *hazards, const City *city, int half, int sex, int band) {
    const double all =
        hazards->acute[sex][band] * DAYS_PER_YEAR * CLOCK_UNIT * hazards->bound[half];
    double sum = 0;
    for (int g = 0; g < DISEASE_COUNT; g++) {
        sum += acute_per_year(city, g, sex, band) * season(city, g, half);
        hazards->group[half][sex][band][g] = share_of_65536(all > 0 ? sum / all : 0);
    }
    for (int g = DISEASE_COUNT; g < GROUP_ROOM; g++)
        hazards->group[half][sex][band][g] = UINT16_MAX;
}

static double routine_visits(const ConditionRow *row, int stage) {
    const double by_stage[STAGE_COUNT] = {0, 0, row->visits_diagnosed, row->visits_managed,
                                          row->visits_managed};
    return by_stage[stage];
}

static double flares(const ConditionRow *row, int stage) {
    const double by_stage[STAGE_COUNT] = {0, row->flares_undiagnosed, row->flares_diagnosed,
                                          row->flares_managed, row->flares_controlled};
    return by_stage[stage];
}

// Routine visits and flares of one condition in one half-month, as the clock's pace sees them.
static void fill_condition(Hazards *hazards, const City *city, int c) {
    const ConditionRow *row = &city->parameters.condition[c];
    double most = 0;
    for (int half = 0; half < HALF_MONTHS; half++)
        for (int stage = 0; stage < STAGE_COUNT; stage++) {
            const double wave = season(city, condition_disease[c], half);
            const double sum =
                (routine_visits(row, stage) + flares(row, stage) * wave) / hazards->bound[half];
            if (sum > most) most = sum;
        }
    hazards->excess[c] = most / DAYS_PER_YEAR / CLOCK_UNIT;

    for (int half = 0; half < HALF_MONTHS; half++)
        for (int stage = 0; stage < STAGE_COUNT; stage++) {
            const double unit = most > 0 ? 1.0 / (most * hazards->bound[half]) : 0;
            const double wave = season(city, condition_disease[c], half);
            const double routine = routine_visits(row, stage) * unit;
            hazards->routine[half][c][stage] = share_of_65536(routine);
            hazards->flare[half][c][stage] =
                share_of_65536(routine + flares(row, stage) * wave * unit);
        }
}

// Quantiles at the middle of equal classes, scaled so that their mean is exactly 1.
static void fill_frailty(double table[FRAILTY_CLASSES], double shape) {
    double sum = 0;
    for (int i = 0; i < FRAILTY_CLASSES; i++) {
        table[i] = curve_gamma_quantile((i + 0.5) / FRAILTY_CLASSES, shape);
        sum += table[i];
    }
    for (int i = 0; i < FRAILTY_CLASSES; i++)
        table[i] *= FRAILTY_CLASSES / sum;
}

static void fill_bands(Hazards *hazards) {
    int band = 0;
    for (int age = 0; age < 128; age++) {
        while (band + 1 < AGE_BAND_COUNT && age >= age_band_from_years[band + 1])
            band++;
        hazards->band_of_age[age] = band;
    }
}

static void sum_excess(Hazards *hazards) {
    for (int half = 0; half < 2; half++)
        for (uint32_t stages = 0; stages < 512; stages++)
            for (int c = 0; c < CONDITION_COUNT / 2; c++)
                if (condition_stage(stages, c) != STAGE_NONE)
                    hazards->excess_of[half][stages] += hazards->excess[half * CONDITION_COUNT / 2 + c];
}

void hazards_init(Hazards *hazards, const City *city) {
    *hazards = (Hazards){0};
    fill_bands(hazards);
    fill_frailty(hazards->frailty_permanent, city->parameters.people.frailty_permanent_shape);
    fill_frailty(hazards->frailty_yearly, city->parameters.people.frailty_yearly_shape);
    fill_acute(hazards, city);
    fill_bound(hazards, city);
    for (int half = 0; half < HALF_MONTHS; half++)
        for (int sex = 0; sex < SEXES; sex++)
            for (int band = 0; band < AGE_BAND_COUNT; band++)
                fill_groups(hazards, city, half, sex, band);
    for (int c = 0; c < CONDITION_COUNT; c++)
        fill_condition(hazards, city, c);
    sum_excess(hazards);
}
