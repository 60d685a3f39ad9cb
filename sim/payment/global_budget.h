// SPDX-License-Identifier: MIT
// One sum for a group of institutions and all the stays of those enrolled with it, wherever they
// are.
//
//     room = max(0, B - up_referrals_borne x what the fund paid for them outside the group)
//     paid = A + savings_kept x (room - A)       if the group's claims A stay within the room
//          = room + losses_shared x (A - room)   above it, the second part from the reserve
//
// Members share by their own claims. What one more costs is the group's, whoever does it: each
// member looks to the sum of all. One more stay inside takes the place of one outside in the
// proportion in which claims go there. (Ours, after practice in city groups.)
#ifndef HXSIM_PAYMENT_GLOBAL_BUDGET_H
#define HXSIM_PAYMENT_GLOBAL_BUDGET_H

#include "payment/contract.h"

extern const PaymentContract payment_global_budget;

#endif
