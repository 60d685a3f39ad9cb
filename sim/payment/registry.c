// SPDX-License-Identifier: MIT
#include "payment/registry.h"

#include "payment/capitation.h"
#include "payment/case_mix.h"
#include "payment/fee_for_service.h"
#include "payment/global_budget.h"
#include "payment/per_diem.h"

#include <string.h>

const PaymentContract *const payment_contracts[PAYMENT_CONTRACT_COUNT] = {
    &payment_fee_for_service, &payment_drg,        &payment_dip,
    &payment_per_diem,        &payment_capitation, &payment_global_budget,
};

const PaymentContract *payment_contract_find(const char *name) {
    for (int i = 0; i < PAYMENT_CONTRACT_COUNT; i++)
        if (strcmp(payment_contracts[i]->name, name) == 0) return payment_contracts[i];
    return NULL;
}
