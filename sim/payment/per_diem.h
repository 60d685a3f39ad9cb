// SPDX-License-Identifier: MIT
// Payment by bed-day, in steps: the first days of a stay bring more than later ones. Visits, which
// have no days, are paid by item.
#ifndef HXSIM_PAYMENT_PER_DIEM_H
#define HXSIM_PAYMENT_PER_DIEM_H

#include "payment/contract.h"

extern const PaymentContract payment_per_diem;

#endif
