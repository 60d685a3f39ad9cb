// SPDX-License-Identifier: MIT
// What a month of screening takes of doctors' time, computed by hand for 20,000 residents over one
// whole year, in which each can be seen once.
#include "day/screening.h"
#include "unit/claim.h"

static const double YEAR = 365.25;
static const Eligible town = {.residents = 20000,
                              .scale = 1,
                              .untested = 300,
                              .tested = 100,
                              .middle = 40,
                              .children = 120,
                              .elders = 70};

// 7 minutes a test, 11 an assessment and 5 a child; so many wanted.
static ScreeningPlan plan_of(double tests, double again, double assessed, double children) {
    Effects effects = {0};
    effect_add(&effects, 0, EFFECT_DIABETES_TESTS, tests / 2);
    effect_add(&effects, 0, EFFECT_DIABETES_AGAIN, again / 2);
    effect_add(&effects, 0, EFFECT_DIABETES_MINUTES, 7 * tests / 2);
    effect_add(&effects, 0, EFFECT_CANCER_ASSESSED, assessed / 2);
    effect_add(&effects, 0, EFFECT_CANCER_MINUTES, 11 * assessed / 2);
    effect_add(&effects, 0, EFFECT_CHILDREN_SCREENED, children / 120);
    effect_add(&effects, 0, EFFECT_CHILDREN_MINUTES, 5 * children / 120);
    return screening_plan(&effects, 0, &town, YEAR);
}

TEST(tests_done) {
    ck_assert_double_eq_tol(plan_of(240, 60, 0, 0).primary_minutes, 240 * 7, 1e-4);
    ck_assert_double_eq_tol(plan_of(1000, 60, 0, 0).primary_minutes, (300 + 60) * 7, 1e-4);
    ck_assert_double_eq_tol(plan_of(1000, 200, 0, 0).primary_minutes, (300 + 100) * 7, 1e-4);
}

TEST(assessments_done) {
    ck_assert_double_eq_tol(plan_of(0, 0, 26, 0).primary_minutes, 26 * 11, 1e-4);
    ck_assert_double_eq_tol(plan_of(0, 0, 160, 0).primary_minutes, 40 * 11, 1e-4);
}

TEST(children_done) {
    ck_assert_double_eq_tol(plan_of(0, 0, 0, 90).maternal_minutes, 90 * 5, 1e-4);
    ck_assert_double_eq_tol(plan_of(0, 0, 0, 150).maternal_minutes, 120 * 5, 1e-4);
}

TEST(nothing_done) {
    const ScreeningPlan plan = plan_of(0, 0, 0, 0);
    ck_assert_double_eq(plan.primary_minutes, 0);
    ck_assert_double_eq(plan.maternal_minutes, 0);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a test takes minutes if there is somebody to test", tests_done),
        CLAIM("an assessment takes minutes if there is somebody to assess", assessments_done),
        CLAIM("a child takes minutes once", children_done),
        CLAIM("nothing wanted takes no minute", nothing_done),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
