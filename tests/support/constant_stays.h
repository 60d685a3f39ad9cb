// SPDX-License-Identifier: MIT
// A ward in which everybody stays equally long: Poisson requests a day, whole days, nobody urgent,
// the longest waiting first and for as long as it takes. Who lies in a bed tonight is gone `stay`
// days on, and nobody who comes in between is; so with N in beds and waiting tonight there will be
// (N - beds)+ and those who come meanwhile (Crommelin 1932; Tijms 2003, section 9.6.2). The law of
// N is the fixed point of this.
#ifndef HXSIM_TESTS_SUPPORT_CONSTANT_STAYS_H
#define HXSIM_TESTS_SUPPORT_CONSTANT_STAYS_H

typedef struct ConstantStays {
    int beds, stay;
    double requests_a_day;
} ConstantStays;

// Share of requests that wait at least so many days, 1 <= days <= stay.
double share_that_waits(const ConstantStays *ward, int days);

// Beds free at the end of a day, on the mean, as a share of all.
double share_free(const ConstantStays *ward);

#endif
