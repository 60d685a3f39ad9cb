// SPDX-License-Identifier: MIT
// The annual clearing by hand. Point values are yuan a point; budget 10,000 yuan.
#include "payment/case_mix.h"
#include "unit/claim.h"
#include "unit/payment/town.h"

enum { MOST = 5 };

typedef struct Cleared {
    Clearing at[MOST];
    Pool pool;
} Cleared;

static Cleared cleared(const Terms *terms, const ContractYear *years, size_t count) {
    Cleared cleared;
    payment_dip.settle(terms, (Period){365, 365}, years, count, cleared.at, &cleared.pool);
    return cleared;
}

// What the fund has is paid or left, whatever else happens.
static void check_pool(const Cleared *cleared, size_t count) {
    const Pool *pool = &cleared->pool;
    Fen paid = 0;
    for (size_t i = 0; i < count; i++)
        paid += cleared->at[i].paid;
    ck_assert_int_eq(paid, pool->paid);
    ck_assert_int_eq(pool->budget + pool->reserve,
                     pool->paid + pool->borne + pool->budget_left + pool->reserve_left);
    ck_assert(pool->budget_left >= 0 && pool->reserve_left >= 0);
}

// V = (10,000 + 2,000 + 4,000) / (100 + 300) = 40; F = 4,000 - 2,000 and 12,000 - 4,000.
TEST(point_value) {
    const Terms terms = town_case_mix();
    const ContractYear years[] = {town_year(100000, yuan(2000, 0), yuan(1900, 0)),
                                  town_year(300000, yuan(4000, 0), yuan(7000, 0))};
    const Cleared done = cleared(&terms, years, 2);
    ck_assert_int_eq(done.pool.point_value_fen, yuan(16000, 0));
    ck_assert_int_eq(done.pool.point_value_thousandths, 400000);
    ck_assert_int_eq(done.at[0].entitlement, yuan(2000, 0));
    ck_assert_int_eq(done.at[1].entitlement, yuan(8000, 0));
    ck_assert_int_eq(done.at[0].paid, yuan(2000, 0));
    ck_assert_int_eq(done.pool.budget_left, 0);
    check_pool(&done, 2);
}

// One fen more of budget goes to the larger remainder (0.75 against 0.25).
TEST(last_fen) {
    Terms terms = town_case_mix();
    terms.budget = yuan(10000, 1);
    const ContractYear years[] = {town_year(100000, yuan(2000, 0), yuan(1900, 0)),
                                  town_year(300000, yuan(4000, 0), yuan(7000, 0))};
    const Cleared done = cleared(&terms, years, 2);
    ck_assert_int_eq(done.at[0].entitlement, yuan(2000, 0));
    ck_assert_int_eq(done.at[1].entitlement, yuan(8000, 1));
    check_pool(&done, 2);
}

// With all four V is 49.17 and only the third is above it (90 a point); without the third V is 41
// and the fourth (45 a point) is above; the two that are left share the budget at 40.
TEST(at_zero) {
    const Terms terms = town_case_mix();
    const ContractYear years[] = {town_year(100000, yuan(2000, 0), yuan(1900, 0)),
                                  town_year(300000, yuan(4000, 0), yuan(7000, 0)),
                                  town_year(100000, yuan(9000, 0), yuan(1000, 0)),
                                  town_year(100000, yuan(4500, 0), yuan(1000, 0))};
    const Cleared done = cleared(&terms, years, 4);
    ck_assert_int_eq(done.at[0].entitlement, yuan(2000, 0));
    ck_assert_int_eq(done.at[1].entitlement, yuan(8000, 0));
    ck_assert_int_eq(done.at[2].entitlement, 0);
    ck_assert_int_eq(done.at[3].entitlement, 0);
    ck_assert_int_eq(done.at[2].value, yuan(4000, 0));
    ck_assert_int_eq(done.at[2].paid, 0);
    check_pool(&done, 4);
}

// One hospital, so that F is the budget of 10,000 yuan whatever its points.
static Clearing at_ratio(Terms *terms, Fen fund_by_items) {
    const ContractYear year = town_year(123457, yuan(3210, 99), fund_by_items);
    const Cleared done = cleared(terms, &year, 1);
    ck_assert_int_eq(done.at[0].entitlement, yuan(10000, 0));
    check_pool(&done, 1);
    return done.at[0];
}

TEST(bands) {
    Terms terms = town_case_mix();
    town_add_bands(&terms);
    terms.reserve = yuan(5000, 0);
    const struct {
        Fen items, paid, from_reserve;
    } at[] = {
        {yuan(5000, 0), yuan(5000, 0), 0},
        {yuan(7999, 99), yuan(7999, 99), 0}, // below 0.8: what it was
        {yuan(8000, 0), yuan(10000, 0), 0},  // 0.8: the surplus is kept
        {yuan(10000, 0), yuan(10000, 0), 0}, // 1
        {yuan(10000, 1), yuan(10000, 1), 1}, // 0.7 fen, rounded
        {yuan(10500, 0), yuan(10350, 0), yuan(350, 0)},
        {yuan(11000, 0), yuan(10700, 0), yuan(700, 0)},
        {yuan(11500, 0), yuan(10950, 0), yuan(950, 0)},
        {yuan(12000, 0), yuan(11200, 0), yuan(1200, 0)}, // 1.2: 700 + 500
        {yuan(12000, 1), yuan(11200, 0), yuan(1200, 0)}, // above, the hospital bears
        {yuan(30000, 0), yuan(11200, 0), yuan(1200, 0)},
    };
    for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
        const Clearing clearing = at_ratio(&terms, at[i].items);
        ck_assert_int_eq(clearing.paid, at[i].paid);
        ck_assert_int_eq(clearing.from_reserve, at[i].from_reserve);
    }
}

TEST(last_fen_of_the_reserve) {
    Terms terms = town_case_mix();
    town_add_bands(&terms);
    terms.reserve = yuan(1199, 99);
    ck_assert_int_eq(at_ratio(&terms, yuan(12000, 0)).from_reserve, yuan(1199, 99));
    terms.reserve = yuan(1200, 0);
    ck_assert_int_eq(at_ratio(&terms, yuan(12000, 0)).from_reserve, yuan(1200, 0));
}

TEST(no_bands) {
    Terms terms = town_case_mix();
    ck_assert_int_eq(at_ratio(&terms, yuan(1, 0)).paid, yuan(10000, 0));
    ck_assert_int_eq(at_ratio(&terms, yuan(30000, 0)).paid, yuan(10000, 0));
}

// F is 2,000 and 8,000; overruns above 1.2 F share 240 and 960 yuan, of a reserve of 100.01.
TEST(reserve_exhausted) {
    Terms terms = town_case_mix();
    town_add_bands(&terms);
    terms.reserve = yuan(100, 1);
    const ContractYear years[] = {town_year(100000, yuan(2000, 0), yuan(3000, 0)),
                                  town_year(300000, yuan(4000, 0), yuan(9900, 0))};
    const Cleared done = cleared(&terms, years, 2);
    ck_assert_int_eq(done.at[0].overrun, yuan(240, 0));
    ck_assert_int_eq(done.at[1].overrun, yuan(960, 0));
    ck_assert_int_eq(done.at[0].from_reserve, yuan(20, 0)); // 2,000.2 fen
    ck_assert_int_eq(done.at[1].from_reserve, yuan(80, 1)); // 8,000.8 fen
    ck_assert_int_eq(done.at[1].paid, yuan(8080, 1));
    ck_assert_int_eq(done.pool.reserve_left, 0);
    check_pool(&done, 2);
}

// 1,000 yuan left to the items come first: V = (9,000 + 6,000) / 400 = 37.50.
TEST(items_first) {
    Terms terms = town_case_mix();
    terms.prepayment = 900000;
    ContractYear years[] = {town_year(100000, yuan(2000, 0), yuan(1900, 0)),
                            town_year(300000, yuan(4000, 0), yuan(7000, 0))};
    years[1].by_items = yuan(1000, 0);
    years[1].prepaid = yuan(7200, 0);
    Cleared done = cleared(&terms, years, 2);
    ck_assert_int_eq(done.at[0].paid, yuan(1750, 0));
    ck_assert_int_eq(done.at[1].paid, yuan(1000 + 11250 - 4000, 0));
    ck_assert_int_eq(done.at[1].due, yuan(1050, 0));
    check_pool(&done, 2);

    years[0].by_items = yuan(30000, 0); // more than the budget: in proportion, and nothing is left
    years[1].by_items = yuan(10000, 0);
    done = cleared(&terms, years, 2);
    ck_assert_int_eq(done.at[0].paid, yuan(7500, 0));
    ck_assert_int_eq(done.at[1].paid, yuan(2500, 0));
    check_pool(&done, 2);
}

// 9,000 yuan for a weight of 1: 1.5 are worth 13,500.
TEST(prospective) {
    Terms terms = town_case_mix();
    terms.retrospective = false;
    terms.budget = 0;
    terms.rate = yuan(9000, 0);
    const ContractYear years[] = {town_year(1500000, yuan(4000, 0), yuan(9000, 0)),
                                  town_year(500000, yuan(4500, 1), yuan(900, 0))};
    Cleared done = cleared(&terms, years, 2);
    ck_assert_int_eq(done.at[0].value, yuan(13500, 0));
    ck_assert_int_eq(done.at[0].paid, yuan(9500, 0));
    ck_assert_int_eq(done.at[1].paid, 0); // 4,500 less 4,500.01
    ck_assert_int_eq(done.pool.paid, yuan(9500, 0));

    terms.budget = yuan(8000, 0); // less than all are entitled to
    done = cleared(&terms, years, 2);
    ck_assert_int_eq(done.at[0].paid, yuan(8000, 0));
    check_pool(&done, 2);
}

// From 1 July 2025 on: 184 of 365 days of 10,000 yuan are 5,041.0959 yuan.
TEST(mid_year) {
    const Terms terms = town_case_mix();
    const ContractYear year = town_year(123457, yuan(3210, 99), yuan(5000, 0));
    Clearing clearing;
    Pool pool;
    payment_dip.settle(&terms, (Period){184, 365}, &year, 1, &clearing, &pool);
    ck_assert_int_eq(pool.budget, yuan(5041, 10));
    ck_assert_int_eq(clearing.paid, yuan(5041, 10));
}

TEST(nobody) {
    const Terms terms = town_case_mix();
    const ContractYear years[] = {town_year(0, 0, 0), town_year(0, yuan(5, 0), 0)};
    const Cleared done = cleared(&terms, years, 2);
    ck_assert_int_eq(done.pool.paid, 0);
    ck_assert_int_eq(done.pool.budget_left, yuan(10000, 0));
    check_pool(&done, 2);
    ck_assert_int_eq(cleared(&terms, years, 0).pool.paid, 0);
}

// Many made-up years: the law of the pool, and nobody gets more than bands allow.
TEST(conservation) {
    Terms terms = town_case_mix();
    town_add_bands(&terms);
    for (int trial = 0; trial < 3000; trial++) {
        ContractYear years[MOST];
        for (int i = 0; i < MOST; i++) {
            const int64_t one = (trial * 7919 + i * 104729) % 1009, other = (one * 631) % 997;
            years[i] = town_year(one * 1237, other * 787, (one * 389) % 1013 * 1999);
            years[i].by_items = i == 0 ? other * 53 : 0;
        }
        terms.reserve = trial % 5 * 30011;
        terms.budget = 100003 + trial * 997;
        const Cleared done = cleared(&terms, years, MOST);
        check_pool(&done, MOST);
        Fen entitled = 0;
        for (int i = 0; i < MOST; i++) {
            const Fen F = done.at[i].entitlement;
            ck_assert(done.at[i].from_reserve <= done.at[i].overrun && done.at[i].overrun <= F / 5);
            entitled += F;
        }
        ck_assert_int_eq(entitled + fen_least(years[0].by_items, terms.budget), terms.budget);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a point is worth what budget and patients bring, by all points", point_value),
        CLAIM("entitlements add up to the budget to the last fen", last_fen),
        CLAIM("whose patients paid more than the points are worth gets 0, and others no less",
              at_zero),
        CLAIM("claims at 0.8, 1, 1.1 and 1.2 of the entitlement are paid by their bands", bands),
        CLAIM("a reserve pays to its last fen and no more", last_fen_of_the_reserve),
        CLAIM("without bands the entitlement is paid, whatever was claimed", no_bands),
        CLAIM("a reserve that is too small is shared in proportion", reserve_exhausted),
        CLAIM("cases left to the items are paid before points have a value", items_first),
        CLAIM("prospectively a rate values points, and a budget caps what they bring", prospective),
        CLAIM("a contract that begins in July has its days' part of the budget", mid_year),
        CLAIM("where nobody has points nobody is paid", nobody),
        CLAIM("what the fund pays and what is left are budget and reserve", conservation),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
