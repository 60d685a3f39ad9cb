// SPDX-License-Identifier: MIT
// Payment by head, by hand: 85 yuan a head, 1,200 enrolled at risk 1.05, so 107,100 yuan a year.
#include "payment/capitation.h"
#include "unit/claim.h"
#include "unit/payment/town.h"

static const Period whole_year = {365, 365};

static Terms by_head(void) {
    return (Terms){.per_head = yuan(85, 0),
                   .savings_kept = 600000,
                   .losses_shared = 500000,
                   .up_referrals_borne = 300000,
                   .reserve = yuan(1000, 0),
                   .prepayment = WHOLE};
}

static ContractYear enrolled(Fen claims, Fen elsewhere) {
    return (ContractYear){.in_scope = 2 * claims,
                          .fund_by_items = claims,
                          .prepaid = claims,
                          .borne = elsewhere,
                          .enrolled = 1200,
                          .risk = 1050000};
}

typedef struct Cleared {
    Clearing at;
    Pool pool;
} Cleared;

static Cleared cleared(const Terms *terms, Period period, ContractYear year) {
    Cleared done;
    payment_capitation.settle(terms, period, &year, 1, &done.at, &done.pool);
    ck_assert_int_eq(done.pool.budget + done.pool.reserve, done.pool.paid + done.pool.borne +
                                                               done.pool.budget_left +
                                                               done.pool.reserve_left);
    ck_assert_int_eq(done.at.due, done.at.paid - year.prepaid);
    return done;
}

TEST(surplus) {
    const Terms terms = by_head();
    const Cleared done = cleared(&terms, whole_year, enrolled(yuan(97100, 0), 0));
    ck_assert_int_eq(done.at.value, yuan(107100, 0));
    ck_assert_int_eq(done.at.paid, yuan(97100 + 6000, 0)); // 60 % of 10,000
    ck_assert_int_eq(done.at.due, yuan(6000, 0));
    ck_assert_int_eq(done.pool.budget_left, yuan(4000, 0));
}

TEST(nothing_kept) {
    Terms terms = by_head();
    terms.savings_kept = 0;
    ck_assert_int_eq(cleared(&terms, whole_year, enrolled(yuan(97100, 0), 0)).at.due, 0);
    terms.savings_kept = WHOLE;
    ck_assert_int_eq(cleared(&terms, whole_year, enrolled(yuan(97100, 0), 0)).at.paid,
                     yuan(107100, 0));
}

TEST(loss) {
    const Terms terms = by_head();
    Cleared done = cleared(&terms, whole_year, enrolled(yuan(108100, 0), 0));
    ck_assert_int_eq(done.at.paid, yuan(107100 + 500, 0)); // half of 1,000
    ck_assert_int_eq(done.at.due, -yuan(500, 0));
    done = cleared(&terms, whole_year, enrolled(yuan(117100, 0), 0));
    ck_assert_int_eq(done.at.from_reserve, yuan(1000, 0)); // of 5,000
    ck_assert_int_eq(done.pool.reserve_left, 0);
}

// 30 % of 20,000 paid elsewhere for those enrolled leave 101,100.
TEST(up_referrals) {
    Terms terms = by_head();
    const Cleared done = cleared(&terms, whole_year, enrolled(yuan(100000, 0), yuan(20000, 0)));
    ck_assert_int_eq(done.pool.borne, yuan(6000, 0));
    ck_assert_int_eq(done.at.paid, yuan(100660, 0));
    terms.up_referrals_borne = 0;
    ck_assert_int_eq(cleared(&terms, whole_year, enrolled(yuan(100000, 0), yuan(20000, 0))).at.paid,
                     yuan(104260, 0));
    terms.up_referrals_borne = WHOLE; // all of it, but no more than the sum
    const Cleared none = cleared(&terms, whole_year, enrolled(yuan(1000, 0), yuan(200000, 0)));
    ck_assert_int_eq(none.pool.borne, yuan(107100, 0));
    ck_assert_int_eq(none.at.paid, yuan(500, 0)); // half of the claims, from the reserve
}

// From 1 July: 107,100 x 184 / 365 = 53,990.1369...
TEST(half_year) {
    const Terms terms = by_head();
    const Cleared done = cleared(&terms, (Period){184, 365}, enrolled(0, 0));
    ck_assert_int_eq(done.at.value, yuan(53990, 14));
}

int main(void) {
    const Claim claims[] = {
        CLAIM("of a surplus by head the institution keeps its share", surplus),
        CLAIM("savings not kept leave the claims alone; kept whole, the whole sum", nothing_kept),
        CLAIM("of a loss by head the reserve pays its share while it lasts", loss),
        CLAIM("the share of what the enrolled cost elsewhere is taken off", up_referrals),
        CLAIM("a sum by head from July on is for its days", half_year),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
