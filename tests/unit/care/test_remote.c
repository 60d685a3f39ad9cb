// SPDX-License-Identifier: MIT
// The queue of remote work against its stationary law, summed state by state.
#include "care/remote.h"

#include "unit/claim.h"

#include <math.h>

enum { PLACES_IN_QUEUE = 37 };

// With n in the queue: weights r^n, n from 0 to K, of Poisson arrivals at one exponential server.
typedef struct Law {
    double refused, wait;
} Law;

static Law law_of(double asked, int capacity) {
    double all = 0, number = 0, last = 0;
    for (int n = 0; n <= capacity; n++) {
        last = pow(asked / capacity, n);
        all += last;
        number += n * last;
    }
    const double refused = last / all;
    return (Law){refused, number / all / (asked * (1 - refused))}; // Little 1961
}

TEST(stationary) {
    static const double loads[] = {0.013, 0.31, 0.87, 0.999, 1, 1.001, 1.23, 2.9};
    for (size_t i = 0; i < sizeof loads / sizeof *loads; i++) {
        const double asked = loads[i] * PLACES_IN_QUEUE;
        const Law law = law_of(asked, PLACES_IN_QUEUE);
        ck_assert_double_eq_tol(remote_refused_share(asked, PLACES_IN_QUEUE), law.refused, 1e-9);
        ck_assert_double_eq_tol(remote_wait_days(asked, PLACES_IN_QUEUE), law.wait, 1e-9);
    }
}

TEST(never_above) {
    double wait = 0, refused = 0;
    for (int step = 1; step < 400; step++) {
        const double asked = 0.37 * step, capacity = 41.7;
        const double now = remote_refused_share(asked, capacity);
        ck_assert_double_le(asked * (1 - now), capacity + 1e-9);
        ck_assert_double_ge(now, refused);
        ck_assert_double_ge(remote_wait_days(asked, capacity), wait);
        refused = now;
        wait = remote_wait_days(asked, capacity);
    }
    ck_assert_double_gt(refused, 0.7);
    ck_assert_double_lt(remote_refused_share(0.7 * 41.7, 41.7), 1e-6);
    ck_assert_double_lt(remote_wait_days(0.5 * 41.7, 41.7), 0.05);
    ck_assert_double_gt(remote_wait_days(41.7, 41.7), 0.45);
}

TEST(nothing) {
    ck_assert_double_eq(remote_refused_share(0, 0), 1);
    ck_assert_double_eq(remote_refused_share(0, 7.3), 0);
    ck_assert_double_eq(remote_refused_share(3.1, 0), 1);
    ck_assert_double_eq_tol(remote_wait_days(0, 7.3), 1 / 7.3, 1e-12);
    ck_assert_double_eq_tol(remote_refused_share(1e6, 10), 1 - 10 / 1e6, 1e-9);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("remote work waits and is refused as in a queue with room for a day", stationary),
        CLAIM("no more is done than can be, and the wait grows towards that", never_above),
        CLAIM("nobody asked, nobody to ask, and far too many", nothing),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
