// SPDX-License-Identifier: MIT
// How far a count lies from what chance allows.
//
// Draws have fixed seeds, so a test that passes passes always; the limits (3.5 standard errors, a
// probability of 1 in 10,000) say how unlikely a failure would be if the claim were true.
#ifndef HXSIM_TESTS_SUPPORT_CHANCE_H
#define HXSIM_TESTS_SUPPORT_CHANCE_H

// Standard errors between a count among `all` and a share of them (binomial).
double misses_by(double count, double all, double share);

// Standard errors between a count and what was expected (Poisson).
double misses_rate_by(double count, double expected);

// Probability that counts drawn with these shares (of any sum) lie as far from them as these:
// Pearson's chi-square. A cell without a share must be empty, or the answer is 0.
double chance_of_shares(const double *count, const double *share, int cells);

#endif
