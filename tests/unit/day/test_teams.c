// SPDX-License-Identifier: MIT
// What teams reach with their hours, computed by hand.
#include "day/teams.h"
#include "unit/claim.h"

// 26,000 residents, 4,100 with something known: 1,300 red, 1,700 yellow and 1,100 green.
static const Patients town = {
    .residents = 26000, .signed_up = 9000, .known = 4100, .colour = {21900, 1100, 1700, 1300}};

// A year of 365.25 days has 52.178571 weeks.
static const double WEEKS = 365.25 / 7, PLENTY = 1e12;

static Effects signed_by(double share, double hours) {
    Effects effects = {0};
    effect_add(&effects, 0, EFFECT_TEAM_HOURS, hours);
    effect_add(&effects, 0, EFFECT_SIGNED, share);
    effect_add(&effects, 0, EFFECT_SIGNED_CONTACTS, share * 4.5);
    effect_add(&effects, 0, EFFECT_SIGNED_MINUTES, share * 4.5 * 23);
    effect_add(&effects, 0, EFFECT_SIGNED_FOLLOWED, share * 0.11);
    effect_add(&effects, 0, EFFECT_SIGNED_CONTINUITY, share * 0.13);
    return effects;
}

// 0.37 x 4,100 = 1,517 patients x 4.5 contacts = 6,826.5 contacts of 23 minutes.
TEST(hours_enough) {
    const Effects effects = signed_by(0.37, 400);
    const TeamMonth year = team_month(&effects, 0, &town, 1, PLENTY);
    ck_assert_double_eq_tol(year.of_signed, 6826.5, 1e-4);
    ck_assert_double_eq_tol(year.minutes, 6826.5 * 23, 1e-2);
    ck_assert_double_eq_tol(year.follow_up.share[FOLLOWED_SIGNED], 0.37, 1e-8);
    ck_assert_double_eq_tol(year.follow_up.log_ratio[FOLLOWED_SIGNED], 0.11, 1e-8);
    ck_assert_double_eq_tol(year.continuity, 0.13 * 1517 / 9000, 1e-8);
    ck_assert_double_eq(year.of_graded, 0);
}

// 11 hours a week for each 10,000 residents: 2.6 x 11 x 60 x 52.18 minutes, 23 to a contact.
TEST(hours_bind) {
    const double contacts = 2.6 * 11 * 60 * WEEKS / 23;
    for (int i = 0; i < 3; i++) {
        const double share[] = {0.37, 0.61, 0.93};
        const Effects effects = signed_by(share[i], 11);
        const TeamMonth year = team_month(&effects, 0, &town, 1, PLENTY);
        ck_assert_double_eq_tol(year.of_signed, contacts, 1e-3);
        ck_assert_double_eq_tol(year.follow_up.share[FOLLOWED_SIGNED], contacts / 4.5 / 4100, 1e-7);
        ck_assert_double_eq_tol(year.continuity, 0.13 * contacts / 4.5 / 9000, 1e-7);
    }
}

// Doctors who are not there have no hours, whatever a team is meant to have.
TEST(doctors_bind) {
    const Effects effects = signed_by(0.37, 400);
    const TeamMonth year = team_month(&effects, 0, &town, 1, 2300);
    ck_assert_double_eq_tol(year.of_signed, 100, 1e-6);
    ck_assert_double_eq_tol(year.minutes, 2300, 1e-6);
}

static Effects graded_by(double share, double hours) {
    Effects effects = {0};
    effect_add(&effects, 0, EFFECT_GRADE_HOURS, hours);
    effect_add(&effects, 0, EFFECT_GRADED, share);
    effect_add(&effects, 0, EFFECT_RED_VISITS, share * 11);
    effect_add(&effects, 0, EFFECT_RED_MINUTES, share * 11 * 37);
    effect_add(&effects, 0, EFFECT_YELLOW_CONTACTS, share * 5);
    effect_add(&effects, 0, EFFECT_YELLOW_MINUTES, share * 5 * 14);
    effect_add(&effects, 0, EFFECT_GREEN_CONTACTS, share * 3);
    effect_add(&effects, 0, EFFECT_GREEN_MINUTES, share * 3 * 14);
    return effects;
}

// Hours for all of the red and half of the yellow, and none of the green.
TEST(red_first) {
    const double red = 0.8 * 1300 * 11 * 37, yellow = 0.8 * 1700 * 5 * 14;
    const double hours = (red + yellow / 2) / (2.6 * 60 * WEEKS);
    const Effects effects = graded_by(0.8, hours);
    const TeamMonth year = team_month(&effects, 0, &town, 1, PLENTY);
    ck_assert_double_eq_tol(year.home_visits, 0.8 * 1300 * 11, 1e-3);
    ck_assert_double_eq_tol(year.of_graded, 0.8 * 1300 * 11 + 0.4 * 1700 * 5, 1e-2);
    ck_assert_double_eq_tol(year.follow_up.share[FOLLOWED_RED], 0.8, 1e-7);
    ck_assert_double_eq_tol(year.follow_up.share[FOLLOWED_YELLOW], 0.4, 1e-6);
    ck_assert_double_eq_tol(year.follow_up.share[FOLLOWED_GREEN], 0, 1e-6);
    ck_assert_double_eq_tol(year.red_graded, 0.8 * 1300, 1e-4);
}

// Hours enough for both kinds of teams, and doctors with 200,000 minutes: the signed take 6,826.5 x
// 23 = 157,009.5 of them, and what is left, 42,990.5, is for the red, 37 to a visit.
TEST(one_time_for_both) {
    Effects effects = signed_by(0.37, 400);
    effect_add(&effects, 0, EFFECT_GRADE_HOURS, 400);
    effect_add(&effects, 0, EFFECT_GRADED, 1);
    effect_add(&effects, 0, EFFECT_RED_VISITS, 11);
    effect_add(&effects, 0, EFFECT_RED_MINUTES, 11 * 37);
    const TeamMonth year = team_month(&effects, 0, &town, 1, 200000);
    ck_assert_double_eq_tol(year.of_signed, 6826.5, 1e-4);
    ck_assert_double_eq_tol(year.home_visits, 42990.5 / 37, 1e-3);
    ck_assert_double_eq_tol(year.minutes, 200000, 1e-3);
}

// As in Cangshuipu: 181 red patients to a team. A visit a month is 2,172 a year; with 21 working
// days a month that is 8.6 a day, a quarterly round 2.9.
TEST(round_of_visits) {
    const Patients team = {.residents = 1975, .known = 600, .colour = {1375, 200, 219, 181}};
    Effects effects = {0};
    effect_add(&effects, 0, EFFECT_GRADED, 1);
    effect_add(&effects, 0, EFFECT_RED_VISITS, 12);
    effect_add(&effects, 0, EFFECT_RED_MINUTES, 12 * 40);
    effect_add(&effects, 0, EFFECT_GRADE_HOURS, 1e6);
    const TeamMonth free = team_month(&effects, 0, &team, 1, PLENTY);
    ck_assert_double_eq_tol(free.home_visits / 12 / 21, 8.6, 0.05);
    effect_add(&effects, 0, EFFECT_RED_VISITS, 4 - 12);
    effect_add(&effects, 0, EFFECT_RED_MINUTES, (4 - 12) * 40);
    const TeamMonth quarterly = team_month(&effects, 0, &team, 1, PLENTY);
    ck_assert_double_eq_tol(quarterly.home_visits / 12 / 21, 2.9, 0.05);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("with hours enough all signed patients have their contacts", hours_enough),
        CLAIM("signing beyond the hours changes nothing", hours_bind),
        CLAIM("no team works more than its doctors have time", doctors_bind),
        CLAIM("whoever follows up the signed has less time for the graded", one_time_for_both),
        CLAIM("the red are seen first, then the yellow, then the green", red_first),
        CLAIM("181 red patients to a team are 9 visits a day monthly and 3 quarterly",
              round_of_visits),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
