// SPDX-License-Identifier: MIT
#include "payment/fee_for_service.h"
#include "payment/registry.h"
#include "unit/claim.h"

static const PaidCase stay = {
    .charge = {.component = {57400, 110016, 148282, 43050, 119581}, .total = 478329},
    .in_scope = 426861,
    .fund_by_items = 277489,
    .days = 7,
    .kind = KIND_COUNTY_GENERAL,
    .level = LEVEL_TWO,
};

TEST(items) {
    const CaseReceipt receipt = payment_fee_for_service.price(NULL, &stay);
    ck_assert_int_eq(receipt.from_fund, 277489);
    ck_assert_int_eq(receipt.points_thousandths, 0);
}

TEST(year) {
    ContractYear years[3] = {0};
    for (int i = 0; i < 37; i++) {
        const CaseReceipt receipt = payment_fee_for_service.price(NULL, &stay);
        contract_year_add(&years[i % 3], &stay, &receipt);
    }
    ck_assert_int_eq(years[0].cases, 13);
    ck_assert_int_eq(years[0].charged, 13 * 478329);
    ck_assert_int_eq(years[1].in_scope, 12 * 426861);
    ck_assert_int_eq(years[2].from_fund, 12 * 277489);
    ck_assert_int_eq(years[2].fund_by_items, years[2].from_fund);

    Fen clearing[3] = {-7, 8, 9};
    payment_fee_for_service.settle(clearing, NULL, years, 3);
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(clearing[i], 0);
}

TEST(one_more_item) {
    const ContractYear year = {.charged = 478329, .cases = 1};
    for (int component = 0; component < COMPONENT_COUNT; component++)
        ck_assert_double_eq(payment_fee_for_service.marginal(NULL, &year, (Component)component),
                            1.0);
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
        ck_assert(contract->price && contract->settle && contract->marginal);
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
