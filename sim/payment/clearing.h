// SPDX-License-Identifier: MIT
// The annual clearing that contracts share: entitlements out of a budget, bands of sharing savings
// and overruns, and a reserve.
//
// For an institution h with value_h of its cases, C_h paid of that by patients and other payers,
// and A_h what the item rules made the fund pay:
//
//     F_h = max(0, value_h - C_h)
//     paid_h = A_h                               if A_h < keep_from x F_h
//            = F_h + min(A_h - F_h, bands)       above F_h, the excess from the reserve
//            = F_h                               between
//
// Retrospectively value_h = V P_h with P_h its points, and V such that the sum of F_h is the
// budget: V = (B + sum of C_h) / sum of P_h over the institutions with F_h > 0, found by leaving
// out, one round after the other, those whose patients have paid more than V P_h. All thresholds
// are terms. Cases that are paid by item are paid out of the budget before anything else. (Ours,
// after the handling rules for payment by DIP, NHSA 2021 no. 27; the bands as commonly practised.)
#ifndef HXSIM_PAYMENT_CLEARING_H
#define HXSIM_PAYMENT_CLEARING_H

#include "payment/contract.h"

// Opens the pool with budget and reserve of the part of the year that the contract is in force, and
// pays what is left to the items; where these exceed the budget, in proportion.
void clearing_open(const Terms *terms, Period period, const ContractYear *years, size_t count,
                   Clearing *clearings, Pool *pool);

// Entitlements by points whose value is found now.
void clearing_by_points(const ContractYear *years, size_t count, Clearing *clearings, Pool *pool);

// Entitlements by values that were put into the clearings; in proportion where the budget is less
// than all together.
void clearing_by_value(const ContractYear *years, size_t count, Clearing *clearings, Pool *pool);

// What the fund pays for entitlements, by the bands of the terms.
void clearing_by_bands(const Terms *terms, const ContractYear *years, size_t count,
                       Clearing *clearings, Pool *pool);

// Pays overruns from the reserve, in proportion where it is too small, and closes the pool.
void clearing_close(const ContractYear *years, size_t count, Clearing *clearings, Pool *pool);

// What one more fen of the items A and of the entitlement F changes of what is paid, in the zone
// where the institution is.
typedef struct Zone {
    double of_items, of_entitlement;
} Zone;
Zone clearing_zone(const Terms *terms, const ContractYear *year, const Clearing *clearing,
                   const Pool *pool);

#endif
