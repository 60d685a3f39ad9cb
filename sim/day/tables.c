// SPDX-License-Identifier: MIT
#include "day/tables.h"

#include "base/curves.h"
#include "day/words.h"

#include <math.h>
#include <string.h>

enum { NODES = 128 };

static uint16_t share_16(double share) {
    const double scaled = share * 65536.0 + 0.5;
    return (uint16_t)(scaled < 0 ? 0 : scaled > 65535.0 ? 65535.0 : scaled);
}

// Mean of logistic(intercept + slope x z) over the nodes z of a standard normal.
static double mean_admission(double intercept, double slope_times_sd, const double z[NODES]) {
    double minus[NODES], odds_against[NODES], sum = 0;
    for (int i = 0; i < NODES; i++)
        minus[i] = -(intercept + slope_times_sd * z[i]);
    curve_exp_batch(NODES, minus, odds_against);
    for (int i = 0; i < NODES; i++)
        sum += 1.0 / (1.0 + odds_against[i]);
    return sum / NODES;
}

double admission_intercept(double mean, double slope_times_sd) {
    double z[NODES];
    for (int i = 0; i < NODES; i++)
        z[i] = curve_normal_quantile((i + 0.5) / NODES);

    double low = -30, high = 30;
    for (int i = 0; i < 50; i++) {
        const double middle = 0.5 * (low + high);
        if (mean_admission(middle, slope_times_sd, z) < mean)
            low = middle;
        else
            high = middle;
    }
    return 0.5 * (low + high);
}

typedef struct AdmissionLaw {
    double share, mean, sd; // of those who need a bed; of complexity, units
} AdmissionLaw;

static void fill_admission(uint16_t table[32][FREE_SHARES], const City *city, AdmissionLaw law,
                           int background_year) {
    const Demand *demand = &city->parameters.demand;
    const double ratio =
        curve_exp(city->parameters.background[background_year].admission_log);
    const double share = law.share * ratio < 0.98 ? law.share * ratio : 0.98;
    const double slope = demand->admission_complexity_slope;
    const double intercept =
        share > 0 ? admission_intercept(share, slope * law.sd) + demand->admission_level : -60;
    for (int c = 0; c < 32; c++)
        for (int f = 0; f < FREE_SHARES; f++) {
            const double complexity = (8.0 * c + 4.0) / COMPLEXITY_UNIT;
            const double free_share = (f + 0.5) / FREE_SHARES;
            table[c][f] = share_16(curve_logistic(
                intercept + slope * (complexity - law.mean) +
                demand->supply_induced_admission * (free_share - demand->usual_free_share)));
        }
}

static void fill_admissions(DayTables *tables, const City *city, int background_year) {
    for (int g = 0; g < DISEASE_COUNT; g++) {
        const DiseaseRow *row = &city->parameters.disease[g];
        const double share[AGE_THIRDS] = {row->admission_share_under_15, row->admission_share_15,
                                          row->admission_share_65};
        for (int third = 0; third < AGE_THIRDS; third++)
            fill_admission(tables->admits[g][third], city,
                           (AdmissionLaw){share[third], row->complexity_mean, row->complexity_sd},
                           background_year);
    }
    for (int c = 0; c < CONDITION_COUNT; c++) {
        const ConditionRow *row = &city->parameters.condition[c];
        const int g = condition_disease[c];
        fill_admission(tables->admits_flare[g], city,
                       (AdmissionLaw){row->flare_admission_share, row->flare_complexity,
                                      city->parameters.disease[g].complexity_sd},
                       background_year);
    }
}

// Lognormal factors at the middle of 256 equal classes, scaled to a mean of exactly 1.
static void fill_noise(double table[256], double cv) {
    const double sigma = sqrt(curve_log(1.0 + cv * cv));
    double sum = 0;
    for (int i = 0; i < 256; i++) {
        table[i] = curve_exp(sigma * curve_normal_quantile((i + 0.5) / 256));
        sum += table[i];
    }
    for (int i = 0; i < 256; i++)
        table[i] *= 256 / sum;
}

static void fill_kinds(DayTables *tables, const City *city) {
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const KindRow *row = &city->parameters.kind[kind];
        const double cv = row->admission_cost_cv;
        fill_noise(tables->visit_noise[kind], row->visit_cost_cv);
        tables->stay_noise_sigma[kind] = sqrt(curve_log(1.0 + cv * cv));
        for (int g = 0; g < DISEASE_COUNT; g++)
            tables->tested[kind][g] =
                share_15(city->parameters.disease[g].tested_share * row->test_ratio);
    }
}

// Routine visits and flares are as complex as their condition says, not as their disease group.
static void fill_condition_shifts(DayTables *tables, const City *city) {
    for (int c = 0; c < CONDITION_COUNT; c++) {
        const ConditionRow *row = &city->parameters.condition[c];
        const float mean = tables->complexity_mean[condition_disease[c]];
        tables->condition_shift[CONTACT_ACUTE][c] = 0;
        tables->condition_shift[CONTACT_ROUTINE][c] =
            (float)row->routine_complexity * COMPLEXITY_UNIT - mean;
        tables->condition_shift[CONTACT_FLARE][c] =
            (float)row->flare_complexity * COMPLEXITY_UNIT - mean;
    }
}

static void fill_diseases(DayTables *tables, const City *city) {
    for (int g = 0; g < DISEASE_COUNT; g++) {
        const DiseaseRow *row = &city->parameters.disease[g];
        tables->complexity_mean[g] = (float)(row->complexity_mean * COMPLEXITY_UNIT);
        tables->complexity_sd[g] = (float)(row->complexity_sd * COMPLEXITY_UNIT);
        tables->urgent_above[g] =
            row->urgent_share <= 0   ? 100.0f
            : row->urgent_share >= 1 ? -100.0f
                                     : (float)curve_normal_quantile(1.0 - row->urgent_share);
        tables->followup[g] = share_15(row->followups / (1.0 + row->followups));
        tables->followup_days[g] = (uint8_t)(row->followup_days + 0.5);
        tables->elective[g] =
            share_15(row->elective_share * (1.0 - city->parameters.time.festival_factor));
        tables->scan[g] = share_15(row->scan_share);
        tables->imaging[g] = share_15(row->scan_share + row->imaging_share);
        tables->stay_sigma[g] = sqrt(curve_log(1.0 + row->stay_cv * row->stay_cv));
    }
}

static void fill_visitors(DayTables *tables, const City *city) {
    double all = 0, sum = 0;
    for (int g = 0; g < DISEASE_COUNT; g++)
        all += city->parameters.disease[g].visitor_weight;
    for (int g = 0; g < DISEASE_COUNT && all > 0; g++) {
        sum += city->parameters.disease[g].visitor_weight;
        tables->visitor_disease[g] = share_15(sum / all);
    }
}

void day_tables_init(DayTables *tables, const City *city, int background_year) {
    memset(tables, 0, sizeof *tables);
    for (int i = 0; i < MARGINS; i++)
        tables->settles[i] = share_15(curve_logistic(
            (i - 255) / (double)COMPLEXITY_UNIT / city->parameters.care.settle_tau));
    for (int i = 0; i < 256; i++)
        tables->normal[i] = (float)curve_normal_quantile((i + 0.5) / 256);
    fill_diseases(tables, city);
    fill_condition_shifts(tables, city);
    fill_visitors(tables, city);
    fill_kinds(tables, city);
    fill_admissions(tables, city, background_year);
}
