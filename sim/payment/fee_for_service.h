// SPDX-License-Identifier: MIT
// Payment by item: the institution receives what was charged, and nothing is cleared.
#ifndef HXSIM_PAYMENT_FEE_FOR_SERVICE_H
#define HXSIM_PAYMENT_FEE_FOR_SERVICE_H

#include "payment/contract.h"

extern const PaymentContract payment_fee_for_service;

#endif
