// SPDX-License-Identifier: MIT
#include "payment/case_groups.h"
#include "support/city.h"
#include "unit/claim.h"
#include "unit/config/fixture.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double infinity = 1e9;

// E[exp(s z) | a < z < b] of a standard normal z, in closed form.
static double mean_ratio(double s, double a, double b) {
    return exp(s * s / 2) * (gsl_cdf_ugaussian_P(b - s) - gsl_cdf_ugaussian_P(a - s)) /
           (gsl_cdf_ugaussian_P(b) - gsl_cdf_ugaussian_P(a));
}

typedef struct Made {
    Arena *arena;
    Parameters *parameters;
    CaseGroups groups;
} Made;

static Made made(Grouping grouping) {
    Made made = {.arena = arena_new(), .parameters = calloc(1, sizeof *made.parameters)};
    made_up_parameters(made.parameters);
    case_groups_generate(&made.groups, made.parameters, grouping, made.arena);
    return made;
}

static void unmake(Made *made) {
    arena_free(made->arena);
    free(made->parameters);
}

TEST(weights) {
    Made dip = made(GROUPING_DIP);
    static const double cuts[] = {-infinity, -1.5, -0.5, 0.5, 1.5, infinity};
    ck_assert_int_eq(dip.groups.count, 5 * (DISEASE_COUNT - 1));
    for (int i = 0; i < dip.groups.count; i++) {
        const CaseGroup *group = &dip.groups.rows[i];
        const DiseaseRow *row = &dip.parameters->disease[group->disease];
        const double s = dip.parameters->money.complexity_cost_slope * row->complexity_sd;
        const double weight =
            row->admission_cost_weight * mean_ratio(s, cuts[i % 5], cuts[i % 5 + 1]);
        ck_assert_double_eq_tol((double)group->weight / WHOLE, weight, 2e-6);
        const double cost = dip.parameters->kind[KIND_COUNTY_GENERAL].admission_cost *
                            dip.parameters->money.price_level * weight;
        ck_assert_double_eq_tol((double)group->mean_cost[LEVEL_TWO] / 100, cost, 0.05);
    }
    unmake(&dip);
}

// The bands of a disease, weighed by how many cases fall in them, cost what the disease costs.
TEST(same_mean) {
    Made dip = made(GROUPING_DIP), drg = made(GROUPING_DRG);
    static const double share[] = {0.0668072, 0.2417303, 0.3829249, 0.2417303, 0.0668072};
    for (int disease = 0; disease < DISEASE_CHECKUP; disease++) {
        double fine = 0, coarse = 0, count = 0;
        for (int i = 0; i < 5; i++)
            fine += share[i] * (double)dip.groups.rows[5 * disease + i].weight;
        for (int i = 0; i < drg.groups.count; i++)
            if (drg.groups.rows[i].disease == disease) {
                coarse += (double)drg.groups.rows[i].weight;
                count++;
            }
        ck_assert_double_eq_tol(fine, coarse / count, 3);
    }
    unmake(&dip);
    unmake(&drg);
}

TEST(finding) {
    Made drg = made(GROUPING_DRG);
    for (int i = 0; i < drg.groups.count; i++)
        ck_assert_int_eq(case_groups_find(&drg.groups, drg.groups.rows[i].code), i);
    ck_assert_int_eq(case_groups_find(&drg.groups, "checkup"), NO_GROUP);
    ck_assert_int_eq(case_groups_find(&drg.groups, "strok"), NO_GROUP);
    unmake(&drg);

    Made dip = made(GROUPING_DIP);
    const DiseaseRow *stroke = &dip.parameters->disease[DISEASE_STROKE];
    const double mean = stroke->complexity_mean, sd = stroke->complexity_sd;
    const struct {
        double complexity;
        const char *code;
    } cases[] = {{mean - 7 * sd, "stroke-1"},    {mean - 1.51 * sd, "stroke-1"},
                 {mean - 1.49 * sd, "stroke-2"}, {mean, "stroke-3"},
                 {mean + 1.6 * sd, "stroke-5"},  {mean + 9 * sd, "stroke-5"}};
    for (int i = 0; i < 6; i++) {
        const uint16_t found =
            case_groups_of_case(&dip.groups, DISEASE_STROKE, cases[i].complexity);
        ck_assert_str_eq(dip.groups.rows[found].code, cases[i].code);
    }
    ck_assert_int_eq(case_groups_of_case(&dip.groups, DISEASE_CHECKUP, 1), NO_GROUP);
    unmake(&dip);
}

// Reads a table of a folder of its own; the message of what is amiss, or "".
static void read_table(const char *text, CaseGroups *groups, char message[300]) {
    Fixture fixture;
    char path[256];
    Report report;
    report_init(&report);
    fixture_make(&fixture);
    fixture_write_text(&fixture, "a.csv", text);
    Reader reader = {.arena = arena_new(), .report = &report};
    case_groups_read(groups, fixture_path(&fixture, "a.csv", path), "", &reader);
    const char *told = report.count ? strstr(report.messages[0], "a.csv") : "";
    snprintf(message, 300, "%s", told);
    ck_assert_int_le((int)report.count, 1);
    if (groups->count == 2) {
        ck_assert_int_eq(groups->rows[0].mean_cost[LEVEL_TWO], 123450);
        ck_assert_int_eq(groups->rows[0].mean_cost[LEVEL_THREE], 0);
        ck_assert_int_eq(groups->rows[0].weight, 612345);
        ck_assert(groups->rows[1].same_price && !groups->rows[0].same_price);
        ck_assert_int_eq(case_groups_find(groups, "B"), 0);
        ck_assert_int_eq(case_groups_find(groups, "A"), 1);
    }
    arena_free(reader.arena);
    report_free(&report);
    fixture_free(&fixture);
}

TEST(tables) {
    CaseGroups groups;
    char message[300];
    read_table("group,weight,mean_cost_level2,same_price\nB,0.612345,1234.5,\nA,2,,1\n", &groups,
               message);
    ck_assert_str_eq(message, "");
    ck_assert_int_eq(groups.count, 2);
    read_table("group,weight\nB,0.5\nB,2\n", &groups, message);
    ck_assert_str_eq(message, "a.csv:3: the group B is there twice");
    read_table("group,weight\nB,0\n", &groups, message);
    ck_assert_str_eq(message, "a.csv:2: weight is 0, below the lowest, 1e-06");
    read_table("group\nB\n", &groups, message);
    ck_assert_str_eq(message, "a.csv:1: the column weight is missing; the first row must name it");
    read_table("group,weight\n", &groups, message);
    ck_assert_str_eq(message, "a.csv: has no groups; write a row for each");
}

int main(void) {
    const Claim claims[] = {
        CLAIM("generated weights are the means of truncated lognormal costs", weights),
        CLAIM("finer groups have the mean of the coarser ones", same_mean),
        CLAIM("a group is found by its code, and by disease and complexity", finding),
        CLAIM("an insurer's table is read, and its slips are told with their line", tables),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
