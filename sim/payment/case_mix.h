// SPDX-License-Identifier: MIT
// Payment by case: DRG and DIP, one engine. They differ in their groups only.
//
// The points of a case i of group g at institution h:
//
//     points_i = 1000 weight_g x k_h x adj(x),   x = charge / mean cost of g at that level
//     adj = x below outlier_low, 1 up to outlier_high, x - outlier_high + 1 above
//
// so that of a dear case the institution bears what lies between the mean and outlier_high. Cases
// without a group, granted by special-case review, or staying shorter or longer than the terms say
// are paid by item. Clearing is prospective (value = rate x points / 1000) or retrospective
// (clearing.h). Source of the deviation rule: handling rules for payment by DIP (NHSA 2021 no. 27),
// recalled; thresholds are terms.
#ifndef HXSIM_PAYMENT_CASE_MIX_H
#define HXSIM_PAYMENT_CASE_MIX_H

#include "payment/contract.h"

extern const PaymentContract payment_drg, payment_dip;

#endif
