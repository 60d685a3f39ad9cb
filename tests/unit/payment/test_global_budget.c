// SPDX-License-Identifier: MIT
#include "payment/global_budget.h"
#include "unit/claim.h"

enum { MEMBERS = 2 };

typedef struct Done {
    Clearing at[MEMBERS];
    Pool pool;
} Done;

// Two members: the fund's part is 0.75 and 0.8 of what is in scope; 1,000 yuan were paid elsewhere.
static const ContractYear usual[MEMBERS] = {
    {.in_scope = 400000, .fund_by_items = 300000, .prepaid = 270000, .borne = 100000, .cases = 4},
    {.in_scope = 250000, .fund_by_items = 200000, .prepaid = 180000, .cases = 6}};

static Terms terms_of(Fen budget) {
    return (Terms){.budget = budget,
                   .reserve = 30000,
                   .savings_kept = 700000,
                   .losses_shared = 600000,
                   .up_referrals_borne = 500000};
}

static Done settled(const Terms *terms, const ContractYear *years) {
    Done done;
    payment_global_budget.settle(terms, (Period){1, 1}, years, MEMBERS, done.at, &done.pool);
    ck_assert_int_eq(done.pool.paid + done.pool.borne + done.pool.budget_left +
                         done.pool.reserve_left,
                     done.pool.budget + done.pool.reserve);
    return done;
}

// 8,000 less 500 for others leave 7,500; claims of 5,000 and 0.7 of the rest are 6,750, 3 to 2.
TEST(savings) {
    const Terms terms = terms_of(800000);
    const Done done = settled(&terms, usual);
    ck_assert_int_eq(done.at[0].paid, 405000);
    ck_assert_int_eq(done.at[1].paid, 270000);
    ck_assert_int_eq(done.at[0].due, 405000 - 270000);
    ck_assert_int_eq(done.pool.borne, 50000);
    ck_assert_int_eq(done.pool.budget_left, 75000);
}

// 5,000 less 500 leave 4,500 for claims of 5,000: of 500 too much 0.6, where the reserve has 300.
TEST(overrun) {
    Terms terms = terms_of(500000);
    ck_assert_int_eq(settled(&terms, usual).at[0].paid, 270000 + 18000);
    terms.reserve = 10000;
    ck_assert_int_eq(settled(&terms, usual).at[0].paid, 270000 + 6000);
    ck_assert_int_eq(settled(&terms, usual).pool.reserve_left, 0);
}

// What is borne for others never takes more than there is, and nobody treated is nobody paid.
TEST(edges) {
    ContractYear years[MEMBERS] = {usual[0], usual[1]};
    const Terms terms = terms_of(800000);
    years[0].borne = 9000000;
    ck_assert_int_eq(settled(&terms, years).pool.borne, 800000);
    years[0] = years[1] = (ContractYear){0};
    ck_assert_int_eq(settled(&terms, years).pool.paid, 0);
}

// An in-scope fen more at one member, of which the fund's part is the group's: both sides of the
// margin, by a difference of whole settlements.
static void assert_item(Fen budget, double paid) {
    const Terms terms = terms_of(budget);
    const Done base = settled(&terms, usual);
    ContractYear years[MEMBERS] = {usual[0], usual[1]};
    years[0].in_scope += 4000;
    years[0].fund_by_items += 3000;
    const Done after = settled(&terms, years);
    const Margin margin = payment_global_budget.marginal(&terms, usual, 0, base.at, &base.pool);
    const Fen others = 1000, more = after.pool.paid - base.pool.paid;
    ck_assert_double_eq_tol(margin.item, 0.25 + 0.75 * paid, 1e-9);
    ck_assert_double_eq_tol(margin.item, (double)(others + more) / 4000, 1e-3);
}

TEST(one_more_item) {
    assert_item(800000, 0.3);
    Terms terms = terms_of(520000);
    terms.reserve = 900000;
    const Done base = settled(&terms, usual);
    ck_assert_double_eq_tol(
        payment_global_budget.marginal(&terms, usual, 0, base.at, &base.pool).item,
        0.25 + 0.75 * 0.6, 1e-9);
}

// Of claims 1 in 6 is elsewhere; a stay of 500 inside spares a sixth of that, half of it charged,
// of which 0.7 is kept. Where others' care is not charged, nothing is gained by keeping anybody.
TEST(keeping_people) {
    Terms terms = terms_of(800000);
    const Done base = settled(&terms, usual);
    ck_assert_double_eq_tol(
        payment_global_budget.marginal(&terms, usual, 0, base.at, &base.pool).stay,
        0.7 * 0.5 * 50000 / 6, 1e-6);
    terms.up_referrals_borne = 0;
    const Done off = settled(&terms, usual);
    ck_assert_double_eq(payment_global_budget.marginal(&terms, usual, 0, off.at, &off.pool).stay,
                        0);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("of what a group leaves of its sum it keeps its share, by its members' claims",
              savings),
        CLAIM("an overrun is shared out of the reserve, as far as that goes", overrun),
        CLAIM("care elsewhere takes no more than the sum", edges),
        CLAIM("one more item costs the group what it would have kept", one_more_item),
        CLAIM("a stay that is kept inside is worth what is charged for it outside", keeping_people),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
