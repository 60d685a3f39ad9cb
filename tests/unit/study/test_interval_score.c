// SPDX-License-Identifier: MIT
// Interval scores that were worked out by hand.
#include "study/interval_score.h"
#include "unit/claim.h"

#include <math.h>

#define near(a, b) ck_assert_double_eq_tol(a, b, 1e-12)

static Interval point(double value) {
    return (Interval){value, value};
}

TEST(by_hand) {
    // Inside: the width, 54.9 - 50.1.
    near(interval_score((Interval){50.1, 54.9}, point(52.6)), 4.8);
    // 1.35 above the interval: 3.2 + 20 x 1.35; and 0.05 below it: 3.2 + 20 x 0.05.
    near(interval_score((Interval){6.1, 9.3}, point(10.65)), 30.2);
    near(interval_score((Interval){6.1, 9.3}, point(6.05)), 4.2);
    // At its end, and of no width at all.
    near(interval_score((Interval){6.1, 9.3}, point(9.3)), 3.2);
    near(interval_score(point(7.4), point(9)), 32);
}

TEST(bounds) {
    const Interval at_least_90 = {90, INFINITY}, at_most_25 = {-INFINITY, 25};
    near(interval_score((Interval){91.2, 93.5}, at_least_90), 2.3);
    near(interval_score((Interval){85.7, 93.5}, at_least_90), 7.8);
    near(interval_score((Interval){85.7, 88.4}, at_least_90), 2.7 + 20 * 1.6);
    near(interval_score((Interval){26.5, 27}, at_most_25), 0.5 + 20 * 1.5);
    // An ambiguous figure, 170,900 to 205,080: the nearest end counts.
    near(interval_score((Interval){150000, 160000}, (Interval){170900, 205080}), 10000 + 218000);
    near(interval_score((Interval){150000, 180000}, (Interval){170900, 205080}), 30000);
}

TEST(skill) {
    near(interval_skill(4.8, 12), 0.6);
    near(interval_skill(12, 12), 0);
    near(interval_skill(30, 12), -1.5);
    ck_assert(isnan(interval_skill(4.8, 0)));
}

TEST(meeting) {
    const Interval given = {6.1, 9.3};
    ck_assert(intervals_meet(given, point(6.1)) && intervals_meet(given, point(9.3)));
    ck_assert(!intervals_meet(given, point(9.31)) && !intervals_meet(given, point(6.09)));
    ck_assert(intervals_meet(given, (Interval){9, INFINITY}));
    ck_assert(!intervals_meet(given, (Interval){9.5, INFINITY}));
}

int main(void) {
    const Claim claims[] = {
        CLAIM("interval scores are those worked out by hand", by_hand),
        CLAIM("a miss of a bound counts on its open side not at all, on the other from the bound",
              bounds),
        CLAIM("skill is 1 less the ratio of the scores, and none against a perfect null", skill),
        CLAIM("a figure at an end of an interval is inside", meeting),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
