// SPDX-License-Identifier: MIT
// What each lever moves.
#include "unit/claim.h"
#include "unit/reforms/lever_cases.h"

#include <math.h>

static Experiment experiment; // each claim runs in a process of its own

static void assert_moves(const LeverCase *lever) {
    const LeverInfo *info = &levers[lever_put_case(&experiment, lever)->lever]->info;

    double expected[EFFECT_COUNT] = {0};
    for (int i = 0; i < MOST_MOVES; i++)
        expected[lever->moved[i].effect] +=
            lever->moved[i].added + log(1 - LEVER_CASE_COVERAGE * lever->moved[i].taken);
    const Effects effects = effects_on(&experiment, 1);
    for (int e = 0; e < EFFECT_COUNT; e++)
        ck_assert_msg(fabs(effect_sum(&effects, 0, (Effect)e) - expected[e]) < 1e-9,
                      "%s adds %.10f to effect %d, not %.10f", info->name,
                      effect_sum(&effects, 0, (Effect)e), e, expected[e]);
}

TEST(moves_of_every_lever) {
    ck_assert_int_eq(lever_case_count, lever_count);
    for (int i = 0; i < lever_case_count; i++) {
        ck_assert_str_eq(lever_cases[i].lever, levers[i]->info.name);
        assert_moves(&lever_cases[i]);
    }
}

TEST(no_lever_moves_elsewhere) {
    for (int i = 0; i < lever_count; i++) {
        Reform *reform = lever_put(&experiment, levers[i]->info.name);
        for (int v = 0; v < levers[i]->info.parameter_count; v++)
            reform->value[v] = levers[i]->info.parameters[v].highest;
    }
    experiment.city.county_count = 2;
    const Effects effects = effects_on(&experiment, 1);
    for (int e = 0; e < EFFECT_COUNT; e++) {
        ck_assert_msg(effect_sum(&effects, 0, (Effect)e) != 0, "effect %d is moved by nobody", e);
        ck_assert_double_eq(effect_sum(&effects, 1, (Effect)e), 0);
    }
}

// At the whole of a share nothing is left but 1e-9, so that the sum of two such reforms is finite.
TEST(whole_share) {
    for (int i = 0; i < 2; i++) {
        Reform *reform = lever_put(&experiment, "result_mutual_recognition");
        reform->coverage = reform->value[0] = 1;
    }
    const Effects effects = effects_on(&experiment, 1);
    ck_assert_double_eq_tol(effect_sum(&effects, 0, EFFECT_UNRECOGNISED), 2 * log(1e-9), 1e-9);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("each lever moves its effects by its own numbers, and no others",
              moves_of_every_lever),
        CLAIM("every effect is moved by some lever, and only in its counties",
              no_lever_moves_elsewhere),
        CLAIM("the whole of a share leaves 1e-9 of it", whole_share),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
