// SPDX-License-Identifier: MIT
#include "payment/fee_for_service.h"

static CaseReceipt price(__attribute__((unused)) const void *terms, const PaidCase *paid_case) {
    return (CaseReceipt){.from_fund = paid_case->fund_by_items};
}

static void settle(Fen *clearing, __attribute__((unused)) const void *terms,
                   __attribute__((unused)) const ContractYear *years, size_t count) {
    for (size_t i = 0; i < count; i++)
        clearing[i] = 0;
}

// Patient and fund together pay every item in full.
static double marginal(__attribute__((unused)) const void *terms,
                       __attribute__((unused)) const ContractYear *year,
                       __attribute__((unused)) Component component) {
    return 1;
}

const PaymentContract payment_fee_for_service = {
    .name = "fee_for_service",
    .about_zh = "按项目付费：机构按收费项目逐项获得支付，年末不清算",
    .about_en = "Payment by item: the institution receives each item charged, nothing is cleared",
    .price = price,
    .settle = settle,
    .marginal = marginal,
};
