// SPDX-License-Identifier: MIT
// Grades, the order of being taken on, and what follow-up does to a year.
#include "people/follow_up.h"
#include "people/hazard.h"
#include "people/condition.h"
#include "unit/claim.h"

static uint32_t with(uint32_t conditions, Condition condition, Stage stage) {
    return condition_set(conditions, (int)condition, stage);
}

TEST(grades) {
    const uint32_t unknown = with(0, CONDITION_STROKE, STAGE_UNDIAGNOSED);
    ck_assert_int_eq(colour_of(0), COLOUR_NONE);
    ck_assert_int_eq(colour_of(unknown), COLOUR_NONE);
    const uint32_t pressure = with(unknown, CONDITION_HYPERTENSION, STAGE_DIAGNOSED);
    ck_assert_int_eq(colour_of(pressure), COLOUR_YELLOW);
    ck_assert_int_eq(colour_of(with(0, CONDITION_DIABETES, STAGE_MANAGED)), COLOUR_YELLOW);
    ck_assert_int_eq(colour_of(with(0, CONDITION_DIABETES, STAGE_CONTROLLED)), COLOUR_GREEN);
    const uint32_t both = with(pressure, CONDITION_DIABETES, STAGE_CONTROLLED);
    ck_assert_int_eq(colour_of(both), COLOUR_RED);
    const uint32_t held = with(both, CONDITION_HYPERTENSION, STAGE_CONTROLLED);
    ck_assert_int_eq(colour_of(held), COLOUR_GREEN);
    for (int c = CONDITION_COPD; c < CONDITION_COUNT; c++)
        ck_assert_int_eq(colour_of(with(0, (Condition)c, STAGE_MANAGED)), COLOUR_RED);
}

static uint32_t count_followed(const double share[FOLLOWED_WAYS], uint32_t conditions,
                               FollowedWay way, uint32_t people) {
    const DrawKey key = draw_key(31, 0);
    uint32_t count = 0;
    for (uint32_t person = 0; person < people; person++)
        count += followed_way(share, key, person, conditions) == way;
    return count;
}

// Of 20,000, 37 % are expected within three standard errors, sqrt(0.37 x 0.63 / 20,000) each.
TEST(shares) {
    const uint32_t red = with(0, CONDITION_HEART, STAGE_DIAGNOSED);
    const double of_red[FOLLOWED_WAYS] = {[FOLLOWED_RED] = 0.37, [FOLLOWED_YELLOW] = 1};
    ck_assert_double_eq_tol(count_followed(of_red, red, FOLLOWED_RED, 20000) / 20000.0, 0.37,
                            3 * 0.0034);
    ck_assert_uint_eq(count_followed(of_red, red, FOLLOWED_YELLOW, 20000), 0);
    const double all[FOLLOWED_WAYS] = {1, 1, 1, 1, 1};
    ck_assert_uint_eq(count_followed(all, 0, FOLLOWED_BY_NOBODY, 100), 100);
    ck_assert_uint_eq(count_followed(all, red, FOLLOWED_RED, 100), 100);
}

// The colour goes first, and who is left is signed by a word of its own: of 20,000, 0.63 x 0.4 =
// 0.252, within three standard errors, sqrt(0.252 x 0.748 / 20,000) each.
TEST(colour_first) {
    const uint32_t red = with(0, CONDITION_HEART, STAGE_DIAGNOSED);
    const double both[FOLLOWED_WAYS] = {[FOLLOWED_RED] = 0.37, [FOLLOWED_SIGNED] = 0.4};
    ck_assert_double_eq_tol(count_followed(both, red, FOLLOWED_RED, 20000) / 20000.0, 0.37,
                            3 * 0.0034);
    ck_assert_double_eq_tol(count_followed(both, red, FOLLOWED_SIGNED, 20000) / 20000.0, 0.252,
                            3 * 0.0031);
}

TEST(kept_on) {
    const DrawKey key = draw_key(32, 0);
    const double less[FOLLOWED_WAYS] = {[FOLLOWED_SIGNED] = 0.21};
    const double more[FOLLOWED_WAYS] = {[FOLLOWED_SIGNED] = 0.43};
    const uint32_t yellow = with(0, CONDITION_HYPERTENSION, STAGE_MANAGED);
    for (uint32_t person = 0; person < 5000; person++)
        if (followed_way(less, key, person, yellow) == FOLLOWED_SIGNED)
            ck_assert_int_eq(followed_way(more, key, person, yellow), FOLLOWED_SIGNED);
}

// A log ratio of ln 2 doubles or halves.
TEST(rates) {
    const ConditionRow row = {.detection_rate = 0.04,
                              .enrolment_rate = 0.29,
                              .dropout_rate = 0.17,
                              .control_rate = 1.3,
                              .loss_rate = 0.8,
                              .turnover_rate = 0.03};
    const FollowUp follow_up = {.log_ratio = {[FOLLOWED_RED] = 0.6931471805599453},
                                .detection = -0.6931471805599453};
    const ConditionRow usual = follow_up_rates(&row, &follow_up, FOLLOWED_BY_NOBODY);
    ck_assert_double_eq_tol(usual.detection_rate, 0.02, 1e-12);
    ck_assert_double_eq(usual.enrolment_rate, 0.29);
    ck_assert_double_eq(usual.loss_rate, 0.8);
    const ConditionRow red = follow_up_rates(&row, &follow_up, FOLLOWED_RED);
    ck_assert_double_eq_tol(red.enrolment_rate, 0.58, 1e-12);
    ck_assert_double_eq_tol(red.control_rate, 2.6, 1e-12);
    ck_assert_double_eq_tol(red.dropout_rate, 0.085, 1e-12);
    ck_assert_double_eq_tol(red.loss_rate, 0.4, 1e-12);
    ck_assert_double_eq(red.turnover_rate, 0.03);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("grades go by what is known and not controlled", grades),
        CLAIM("a way reaches its share of those it is meant for, and nobody else", shares),
        CLAIM("the colour goes first, and who is left is signed by chance of its own",
              colour_first),
        CLAIM("whoever is followed up when hours are short is so when there are more", kept_on),
        CLAIM("follow-up moves four rates and detection a fifth", rates),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
