// SPDX-License-Identifier: MIT
// How providers answer to the way they are paid: one model for all contracts.
//
// For a component k of care with marginal cost m_k and clinical norm x*_k an institution weighs its
// surplus against leaving the norm,
//
//     U = w [R(x) - sum m_k x_k] - sum (kappa_k / 2) m_k x*_k ((x_k - x*_k) / x*_k)^2
//     x_k = x*_k [1 + eta_k (dR/dx_k - m_k) / m_k],    eta_k = w / kappa_k
//
// and x*_k is such that payment by item, under which the tables of a model hold, gives the level of
// these tables. Admission, coding, splitting of stays and moving items out of scope are shares:
// their log odds move with what one more brings. What is improper is detected with a probability
// and then costs a multiple of what it brought. (Ours, after Ellis and McGuire 1986, doi
// 10.1016/0167-6296(86)90002-0: surplus weighed against benefit.)
#ifndef HXSIM_PAYMENT_RESPONSE_H
#define HXSIM_PAYMENT_RESPONSE_H

#include "config/parameters.h"
#include "payment/answer.h"
#include "payment/contract.h"

// What one more of something brings to an institution, of its charge; 1 under payment by item, but
// coded and moved_out 0: these bring nothing there.
typedef struct Incentive {
    double day;       // one more day of a stay
    double item;      // drugs, consumables, tests
    double stay;      // one more stay of the mean kind
    double coded;     // one more point without more care, of the charge for one
    double moved_out; // an item billed outside the catalogue instead of inside
} Incentive;

extern const Incentive incentive_by_item;

// The mean case of an institution under one contract. Charges in fen, points as in contracts.
typedef struct MeanCase {
    double charge, bed_a_day, in_scope, points, days;
} MeanCase;

// What a contract makes of the mean case: from its margins.
Incentive incentive_of(const Margin *margin, const MeanCase *mean);

// Adds a share of an incentive to a mix that began as all zeros.
void incentive_add(Incentive *mix, const Incentive *one, double share);

// Where an institution stands, or would stand in the end.
typedef struct Stand {
    double days, items, visit_items;   // factors; the last of tests at visits, too
    double admission;                  // log odds
    double coded_up, split, moved_out; // shares
} Stand;

extern const Stand usual_stand;

// Where stays and visits, paid like this, lead in the end. `scope_share` is what of a charge is in
// the catalogue, `detection` the probability that something improper is found.
Stand stand_for(const Response *response, const Incentive *stays, const Incentive *visits,
                double scope_share, double detection);

// One month on the way there.
void stand_move(Stand *stand, const Stand *to, double relaxation_months);

// As the day reads it.
Answer stand_answer(const Stand *stand);

#endif
