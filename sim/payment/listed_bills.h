// SPDX-License-Identifier: MIT
// Who pays for listed cases, by the rules of a model's insurance schemes.
//
// The same rules as in a simulation (money/benefit.h), with each person's year of deductibles and
// ceilings, on bills of which the parts are known: class A and class B amounts instead of the
// model's mean shares. A person's cases are taken in the order of their dates, those of one day as
// they are listed; a year begins on 1 January.
#ifndef HXSIM_PAYMENT_LISTED_BILLS_H
#define HXSIM_PAYMENT_LISTED_BILLS_H

#include "money/benefit.h"
#include "payment/settlement.h"

// What the rules ask of a case besides what is in ListedCase.
typedef struct ListedBill {
    const char *person;
    Fen class_a, class_b;
    uint8_t away;    // Away
    bool entitled;   // to medical assistance
    int32_t managed; // conditions under management, 0-2
} ListedBill;

// Fills in_scope and every payer of the cases. P = class A + (1 - theta) class B.
void listed_bills_pay(ListedCase *cases, const ListedBill *bills, uint32_t count,
                      const Parameters *parameters, Reader *reader);

#endif
