// SPDX-License-Identifier: MIT
#include "people/condition.h"

#include <string.h>

double condition_prevalence(const ConditionRow *row, unsigned sex, int age) {
    static const double knot[] = {15, 20, 35, 45, 55, 65, 75, 85};
    const double value[] = {0,
                            row->prevalence_20,
                            row->prevalence_35,
                            row->prevalence_45,
                            row->prevalence_55,
                            row->prevalence_65,
                            row->prevalence_75,
                            row->prevalence_85};
    enum { KNOTS = sizeof knot / sizeof *knot };
    if (age <= knot[0]) return 0;

    double prevalence = value[KNOTS - 1];
    for (int i = 1; i < KNOTS; i++)
        if (age < knot[i]) {
            const double along = (age - knot[i - 1]) / (knot[i] - knot[i - 1]);
            prevalence = value[i - 1] + along * (value[i] - value[i - 1]);
            break;
        }
    const double of_sex =
        prevalence * 2.0 * (sex ? row->male_ratio : 1.0) / (1.0 + row->male_ratio);
    return of_sex < 0.95 ? of_sex : 0.95;
}

double condition_onset(const ConditionRow *row, unsigned sex, int age) {
    const double now = condition_prevalence(row, sex, age);
    const double next = condition_prevalence(row, sex, age + 1);
    return next > now ? (next - now) / (1.0 - now) : 0;
}

void condition_stationary(const ConditionRow *row, double share[STAGE_COUNT]) {
    const double out = row->turnover_rate;
    const double undiagnosed = out / (out + row->detection_rate);
    const double known = 1.0 - undiagnosed;
    const double diagnosed =
        known * (out + row->dropout_rate) / (out + row->dropout_rate + row->enrolment_rate);
    const double enrolled = known - diagnosed;
    const double controlled = enrolled * row->control_rate /
                              (out + row->dropout_rate + row->loss_rate + row->control_rate);

    share[STAGE_NONE] = 0;
    share[STAGE_UNDIAGNOSED] = undiagnosed;
    share[STAGE_DIAGNOSED] = diagnosed;
    share[STAGE_MANAGED] = enrolled - controlled;
    share[STAGE_CONTROLLED] = controlled;
}

typedef double Matrix[STAGE_COUNT][STAGE_COUNT];

static void multiply(Matrix a, Matrix b, Matrix product) {
    Matrix result;
    for (int i = 0; i < STAGE_COUNT; i++)
        for (int j = 0; j < STAGE_COUNT; j++) {
            result[i][j] = 0;
            for (int k = 0; k < STAGE_COUNT; k++)
                result[i][j] += a[i][k] * b[k][j];
        }
    memcpy(product, result, sizeof result);
}

static void set_identity(Matrix matrix) {
    for (int i = 0; i < STAGE_COUNT; i++)
        for (int j = 0; j < STAGE_COUNT; j++)
            matrix[i][j] = i == j;
}

static void add_flow(Matrix rates, Stage from, Stage to, double rate) {
    rates[from][to] += rate;
    rates[from][from] -= rate;
}

void condition_year(const ConditionRow *row, double moves[STAGE_COUNT][STAGE_COUNT]) {
    Matrix rates = {{0}};
    add_flow(rates, STAGE_UNDIAGNOSED, STAGE_DIAGNOSED, row->detection_rate);
    add_flow(rates, STAGE_DIAGNOSED, STAGE_MANAGED, row->enrolment_rate);
    add_flow(rates, STAGE_MANAGED, STAGE_DIAGNOSED, row->dropout_rate);
    add_flow(rates, STAGE_CONTROLLED, STAGE_DIAGNOSED, row->dropout_rate);
    add_flow(rates, STAGE_MANAGED, STAGE_CONTROLLED, row->control_rate);
    add_flow(rates, STAGE_CONTROLLED, STAGE_MANAGED, row->loss_rate);

    enum { SQUARINGS = 10, TERMS = 12 };
    for (int i = 0; i < STAGE_COUNT; i++)
        for (int j = 0; j < STAGE_COUNT; j++)
            rates[i][j] /= 1 << SQUARINGS;

    Matrix sum;
    set_identity(sum);
    for (int term = TERMS; term >= 1; term--) { // Horner: I + R/1 (I + R/2 (I + ...))
        multiply(rates, sum, sum);
        for (int i = 0; i < STAGE_COUNT; i++)
            for (int j = 0; j < STAGE_COUNT; j++)
                sum[i][j] = sum[i][j] / term + (i == j);
    }
    for (int i = 0; i < SQUARINGS; i++)
        multiply(sum, sum, sum);
    memcpy(moves, sum, sizeof sum);
}
