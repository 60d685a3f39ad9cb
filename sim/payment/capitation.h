// SPDX-License-Identifier: MIT
// Payment by head for outpatients: a sum for each person enrolled, adjusted for risk, whatever
// care they use.
//
//     sum = per_head x enrolled x risk x part of the year
//     room = max(0, sum - up_referrals_borne x what the fund paid for them elsewhere)
//     paid = A + savings_kept x (room - A)      if their claims A stay within the room
//          = room + losses_shared x (A - room)  above it, the second part from the reserve
//
// The sums of all institutions are the budget. (Ours, after practice in county pilots.)
#ifndef HXSIM_PAYMENT_CAPITATION_H
#define HXSIM_PAYMENT_CAPITATION_H

#include "payment/contract.h"

extern const PaymentContract payment_capitation;

#endif
