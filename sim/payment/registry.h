// SPDX-License-Identifier: MIT
// The payment contracts that there are. A new one is a file of its own and one word here.
#ifndef HXSIM_PAYMENT_REGISTRY_H
#define HXSIM_PAYMENT_REGISTRY_H

#include "payment/contract.h"

enum { PAYMENT_CONTRACT_COUNT = 6 };

extern const PaymentContract *const payment_contracts[PAYMENT_CONTRACT_COUNT];

// The contract of this name, or NULL.
const PaymentContract *payment_contract_find(const char *name);

#endif
