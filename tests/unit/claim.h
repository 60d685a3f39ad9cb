// SPDX-License-Identifier: MIT
// A test is a claim: one sentence that is true of hxsim, and a function that shows it with the
// assertions of Check (ck_assert_...). The sentence is what the runner prints, as TAP:
//
//     TEST(typo) {
//         ck_assert_str_eq(nearest_name("yaer", known, 3), "year");
//     }
//
//     int main(void) {
//         const Claim claims[] = {
//             CLAIM("a slip of the keys is answered with the nearest known name", typo),
//         };
//         return claims_run(claims, sizeof claims / sizeof *claims);
//     }
//
// Each claim runs in a process of its own, so that a crash is one failure (CK_FORK=no: in this
// one).
#ifndef HXSIM_TESTS_CLAIM_H
#define HXSIM_TESTS_CLAIM_H

#include <check.h>

// One sentence, the function that shows it, and the seconds after which it counts as failed.
typedef struct Claim {
    TTest test;
    double limit_seconds;
} Claim;

enum { CLAIM_LIMIT_SECONDS = 120 };

// Opens the function of a claim. Check hands each test a number that we have no use for.
#define TEST(function) static void function(__attribute__((unused)) int unused_number)

#define CLAIM(sentence, function) CLAIM_WITHIN(CLAIM_LIMIT_SECONDS, sentence, function)
#define CLAIM_WITHIN(seconds, sentence, function) \
    { {sentence, function, __FILE__, __LINE__}, seconds }

// Runs each claim in order and prints its TAP line as soon as it is known; returns what main
// should: 0 if every claim held, 1 otherwise.
int claims_run(const Claim *claims, int count);

#endif
