// SPDX-License-Identifier: MIT
// Payment by bed-day, by hand: 260 yuan a day for the first 10 days, 200 to day 30, 150 after.
#include "payment/per_diem.h"
#include "unit/claim.h"
#include "unit/payment/town.h"

static Terms steps(void) {
    return (Terms){.steps = {{10, yuan(260, 0)}, {30, yuan(200, 0)}, {INT32_MAX, yuan(150, 0)}},
                   .step_count = 3,
                   .prepayment = WHOLE};
}

static Fen value_of(int days) {
    const Terms terms = steps();
    PaidCase stay = town_stay(NO_GROUP, yuan(3000, 0));
    stay.days = days;
    stay.coefficient = WHOLE;
    return payment_per_diem.price(&terms, &stay).value;
}

TEST(days) {
    ck_assert_int_eq(value_of(1), yuan(260, 0));
    ck_assert_int_eq(value_of(10), yuan(2600, 0));
    ck_assert_int_eq(value_of(11), yuan(2800, 0));
    ck_assert_int_eq(value_of(30), yuan(6600, 0));
    ck_assert_int_eq(value_of(75), yuan(6600 + 45 * 150, 0));
}

TEST(visits) {
    const Terms terms = steps();
    PaidCase visit = town_stay(NO_GROUP, yuan(120, 0));
    visit.days = 0;
    ck_assert(payment_per_diem.price(&terms, &visit).by_items);
}

// 12 days are worth 3,000; of 2,700 in scope patients paid 1,080 and the fund, by item, 1,620.
TEST(year) {
    Terms terms = steps();
    PaidCase stay = town_stay(NO_GROUP, yuan(3000, 0));
    stay.days = 12;
    stay.coefficient = WHOLE;
    ContractYear year = {0};
    const CaseClaim claim = payment_per_diem.price(&terms, &stay);
    contract_year_add(&year, &stay, &claim, (CasePart){0, WHOLE});
    Clearing clearing;
    Pool pool;
    payment_per_diem.settle(&terms, (Period){365, 365}, &year, 1, &clearing, &pool);
    ck_assert_int_eq(clearing.paid, yuan(1920, 0));
    ck_assert_int_eq(clearing.due, yuan(300, 0));
    ck_assert(!pool.has_budget);

    terms.budget = yuan(1900, 0);
    payment_per_diem.settle(&terms, (Period){365, 365}, &year, 1, &clearing, &pool);
    ck_assert_int_eq(clearing.paid, yuan(1900, 0));
    ck_assert_int_eq(pool.budget_left, 0);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("days bring the rate of their step", days),
        CLAIM("a visit has no days and is paid by item", visits),
        CLAIM("the fund pays the days less what patients paid, within a budget", year),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
