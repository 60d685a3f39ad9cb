// SPDX-License-Identifier: MIT
// What treatment on credit may and may not do, by laws that need none of our numbers.
#include "laws/compare.h"
#include "laws/tiny.h"
#include "unit/claim.h"

enum { YEARS = 2 };
enum { USERS, CASH, MONTHS, DEFAULT };

static Experiment experiment; // each claim runs in a process of its own

static Reform *begin(int from_year, double coverage) {
    tiny_read(&experiment, YEARS);
    Reform *reform = tiny_reform(&experiment, "credit_settlement", from_year, coverage);
    reform->value[USERS] = 0.4;
    return reform;
}

static Results end(void) {
    Results results;
    tiny_run(&experiment, 0, &results);
    experiment_free(&experiment);
    return results;
}

TEST(nothing) {
    tiny_read(&experiment, YEARS);
    Results base = end();
    begin(2022, 0);
    Results off = end();
    begin(2022 + YEARS, 1);
    Results late = end();
    assert_same_results(&base, &off, YEARS);
    assert_same_results(&base, &late, YEARS);
    results_free(&base);
    results_free(&off);
    results_free(&late);
}

// 0.4 x 0.9 of those who declined do not: of the beds declined 0.64 are left, but for those who
// now lie in one when they would need it again; and stays rise by those who come.
TEST(deferred_stays_come) {
    int64_t declined[2], stays[2];
    for (int turn = 0; turn < 2; turn++) {
        begin(2022, 1)->value[CASH] = 0.9 * turn;
        Results results = end();
        declined[turn] = results_count(&results, COUNT_DECLINED_BED) -
                         results_count(&results, COUNT_DECLINED_AWAY);
        stays[turn] = results_count(&results, COUNT_DISCHARGED);
        results_free(&results);
    }
    ck_assert_int_gt(declined[0], 400);
    ck_assert_double_eq_tol((double)declined[1] / (double)declined[0], 0.64, 0.05);
    ck_assert_int_gt(stays[1], stays[0] + (declined[0] - declined[1]) / 2);
}

static Operation of_kind(const Results *results, int year, int county, int kind) {
    return results->year[year].operations->at[kind][county];
}

// What 0.4 of patients were billed for themselves is owed for 3 of 12 months at the end of the
// year, a tenth is never paid; both at public institutions only, and the loss is out of the
// surplus.
TEST(owed_and_lost) {
    Results results[2];
    for (int turn = 0; turn < 2; turn++) {
        Reform *reform = begin(2022, turn);
        reform->value[CASH] = 0;
        reform->value[MONTHS] = 3;
        reform->value[DEFAULT] = 0.1;
        results[turn] = end();
    }
    int public = 0, private = 0;
    for (int county = 0; county < results[1].counties; county++)
        for (int kind = 0; kind < KIND_OUTSIDE_CITY; kind++) {
            const Operation before = of_kind(&results[0], 1, county, kind);
            const Operation now = of_kind(&results[1], 1, county, kind);
            const double own = (double)results[1].year[1].ledger->paid[kind][county][PAYER_OWN];
            const int is_private = kind == KIND_PRIVATE_CLINIC || kind == KIND_PRIVATE_HOSPITAL;
            const double credit = is_private ? 0 : 0.4 * own;
            ck_assert_double_eq_tol((double)now.owed, credit * 3 / 12, 1 + 1e-6 * own);
            ck_assert_double_eq_tol((double)now.unpaid, credit * 0.1, 1 + 1e-6 * own);
            ck_assert_int_eq(now.surplus, before.surplus - now.unpaid);
            ck_assert_int_eq(before.unpaid + before.owed, 0);
            *(is_private ? &private : &public) += own > 0;
        }
    ck_assert_int_gt(public, 3);
    ck_assert_int_gt(private, 0);
    ck_assert_int_eq(results_count(&results[0], COUNT_DISCHARGED),
                     results_count(&results[1], COUNT_DISCHARGED));
    results_free(&results[0]);
    results_free(&results[1]);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("at coverage 0, and after the end, it changes nothing", nothing),
        CLAIM("who stayed at home for cash comes, and nobody else", deferred_stays_come),
        CLAIM("public institutions are owed, and lose what is never paid", owed_and_lost),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
