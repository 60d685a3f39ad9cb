// SPDX-License-Identifier: MIT
// How much of a reform is in force on a day.
#include "reforms/lever.h"
#include "unit/claim.h"

// Nine months are 273.94 days, of which the first day is one; the end is the first day without.
TEST(start_ramp_and_end) {
    const Reform reform = {.start_day = 100, .end_day = 600, .ramp_months = 9, .coverage = 0.7};
    ck_assert_double_eq(reform_strength(&reform, 99), 0);
    ck_assert_double_eq_tol(reform_strength(&reform, 100), 0.7 / 273.9375, 1e-12);
    ck_assert_double_eq_tol(reform_strength(&reform, 236), 0.7 * 137 / 273.9375, 1e-12);
    ck_assert_double_eq_tol(reform_strength(&reform, 372), 0.7 * 273 / 273.9375, 1e-12);
    ck_assert_double_eq(reform_strength(&reform, 373), 0.7);
    ck_assert_double_eq(reform_strength(&reform, 599), 0.7);
    ck_assert_double_eq(reform_strength(&reform, 600), 0);
}

TEST(without_a_ramp) {
    const Reform reform = {.start_day = 100, .end_day = NO_END, .coverage = 0.7};
    ck_assert_double_eq(reform_strength(&reform, 99), 0);
    ck_assert_double_eq(reform_strength(&reform, 100), 0.7);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a reform rises from its first day over its ramp, and is gone on the day of its end",
              start_ramp_and_end),
        CLAIM("without a ramp a reform is in full force on its first day", without_a_ramp),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
