// SPDX-License-Identifier: MIT
// The law of a ward in discrete time, from a linear system instead of from patients.
//
// Each day every patient leaves with probability `leaves`, then Poisson numbers of urgent and other
// patients ask for a bed. Urgent ones may lie in any of open + extra beds and go elsewhere at once
// if all are taken; others may lie in the open beds and wait up to `patience` days (FOREVER is the
// longest), the longest waiting first. The state at the end of a day is (beds taken, waiting); its
// stationary law solves p (T - 1) = 0, sum p = 1, by LU decomposition (GSL).
#ifndef HXSIM_TESTS_SUPPORT_WARD_LAW_H
#define HXSIM_TESTS_SUPPORT_WARD_LAW_H

enum { FOREVER = 1000 };

typedef struct WardChain {
    int open, extra;
    double leaves; // probability a day; the mean stay is 1 / leaves
    double urgent_a_day, others_a_day;
    int patience;     // 0, 1 or FOREVER
    int most_waiting; // where the law is cut off
} WardChain;

// What is true in the long run.
typedef struct ChainLaw {
    double taken, waiting;                     // means at the end of a day
    double urgent_elsewhere, others_elsewhere; // shares sent on
    double others_later;                       // share that waits at least a day
} ChainLaw;

ChainLaw ward_law(const WardChain *ward);

// Share of arrivals lost (B) or made to wait (C) with `servers` and `load` Erlang, in continuous
// time. Erlang 1917; recursion of Jagerman 1974, doi 10.1002/j.1538-7305.1974.tb02756.x.
double erlang_b(int servers, double load);
double erlang_c(int servers, double load);

#endif
