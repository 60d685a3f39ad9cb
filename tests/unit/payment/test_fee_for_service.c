// SPDX-License-Identifier: MIT
#include "payment/fee_for_service.h"
#include "payment/registry.h"
#include "unit/claim.h"

static const PaidCase stay = {.charge = 478329,
                              .in_scope = 426861,
                              .fund_by_items = 277489,
                              .coefficient = WHOLE,
                              .days = 7,
                              .group = NO_GROUP,
                              .level = LEVEL_TWO};
static const Terms terms = {0};

TEST(items) {
    const CaseClaim claim = payment_fee_for_service.price(&terms, &stay);
    ck_assert_int_eq(claim.prepaid, 277489);
    ck_assert_int_eq(claim.points, 0);
    ck_assert(claim.by_items);
}

TEST(year) {
    ContractYear years[3] = {0};
    for (int i = 0; i < 37; i++) {
        const CaseClaim claim = payment_fee_for_service.price(&terms, &stay);
        contract_year_add(&years[i % 3], &stay, &claim, (CasePart){0, WHOLE});
    }
    ck_assert_int_eq(years[0].cases, 13);
    ck_assert_int_eq(years[0].by_items, 13 * 277489);
    ck_assert_int_eq(years[1].days, 12 * 7);

    Clearing clearings[3];
    Pool pool;
    payment_fee_for_service.settle(&terms, (Period){365, 365}, years, 3, clearings, &pool);
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(clearings[i].due, 0);
        ck_assert_int_eq(clearings[i].paid, years[i].prepaid);
    }
    ck_assert_int_eq(pool.paid, 37 * 277489);
}

TEST(one_more_item) {
    const ContractYear year = {.in_scope = 426861, .fund_by_items = 277489, .cases = 1};
    const Clearing clearing = {0};
    const Pool pool = {0};
    const Margin margin = payment_fee_for_service.marginal(&terms, &year, 0, &clearing, &pool);
    ck_assert_double_eq(margin.item, 1.0);
}

TEST(registry) {
    ck_assert_ptr_eq(payment_contract_find("fee_for_service"), &payment_fee_for_service);
    ck_assert_ptr_null(payment_contract_find("fee_for_servic"));
    ck_assert_ptr_null(payment_contract_find(""));
}

TEST(complete_entries) {
    for (int i = 0; i < PAYMENT_CONTRACT_COUNT; i++) {
        const PaymentContract *contract = payment_contracts[i];
        ck_assert_ptr_eq(payment_contract_find(contract->name), contract);
        ck_assert_ptr_nonnull(contract->about_zh);
        ck_assert_ptr_nonnull(contract->about_en);
        ck_assert(contract->price && contract->settle && contract->marginal && contract->terms);
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("under fee for service the fund pays by the items", items),
        CLAIM("under fee for service nothing is left to clear at the end of a year", year),
        CLAIM("under fee for service one more item pays the institution in full", one_more_item),
        CLAIM("a contract is found by its name and no other", registry),
        CLAIM("every contract has a name of its own, two sentences and three rules",
              complete_entries),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
