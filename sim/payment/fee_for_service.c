// SPDX-License-Identifier: MIT
#include "payment/fee_for_service.h"

#include "payment/clearing.h"

static CaseClaim price(const Terms *terms, const PaidCase *paid_case) {
    (void)terms;
    return (CaseClaim){.prepaid = paid_case->fund_by_items, .by_items = true};
}

static void settle(const Terms *terms, Period period, const ContractYear *years, size_t count,
                   Clearing *clearings, Pool *pool) {
    clearing_open(terms, period, years, count, clearings, pool);
    clearing_close(years, count, clearings, pool);
}

// Patient and fund together pay every item in full.
static Margin marginal(const Terms *terms, const ContractYear *years, size_t index,
                       const Clearing *clearings, const Pool *pool) {
    (void)terms, (void)years, (void)index, (void)clearings, (void)pool;
    return (Margin){.item = 1};
}

const PaymentContract payment_fee_for_service = {
    .name = "fee_for_service",
    .about_zh = "按项目付费：机构按收费项目逐项获得支付，年末不清算",
    .about_en = "Payment by item: the institution receives each item charged, nothing is cleared",
    .terms = TERMS_FEE_FOR_SERVICE,
    .price = price,
    .settle = settle,
    .marginal = marginal,
};
