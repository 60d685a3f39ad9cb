// SPDX-License-Identifier: MIT
// Who pays a bill: the rules of the insurance schemes, in fen, with shares in parts per million.
//
// Of a charge, what is outside the catalogue is the patient's own; of the rest (class A and class B
// items) the in-scope part is P = A + (1 - theta) B. A pool (visits) or the fund (stays) pays
// min(ceiling left, rate x (P - deductible)). What is left of P after a stay then meets, for
// residents, the bands of major-illness insurance on the year's own in-scope payments, then medical
// assistance for those entitled to it. The personal account of the employee scheme pays first what
// remains the patient's.
//
// Where sources are silent, assumed: a visit's own payments do not count for major illness;
// major-illness insurance is the residents' alone; private clinics are not designated for the
// pools; the resident pool pays at primary institutions, the employee pool treats level 1 as
// primary (no deductible) and hospitals of province level as level 3; an account left over is not
// carried into the next year.
#ifndef HXSIM_MONEY_BENEFIT_H
#define HXSIM_MONEY_BENEFIT_H

#include "base/money.h"
#include "config/parameters.h"

// Care outside the city: filed beforehand (referred, or by the patient), or not; or filed by
// somebody who lives there, for whom the rules of the city hold.
typedef enum Away { AWAY_NO, AWAY_FILED, AWAY_UNFILED, AWAY_LIVES_THERE, AWAY_COUNT } Away;

enum { MAJOR_ILLNESS_BANDS = 4 };

// The rules of one scheme.
typedef struct SchemeRules {
    Millionths visit_rate[LEVEL_COUNT];
    Fen visit_deductible[LEVEL_COUNT];
    Fen visit_deductible_ceiling;
    Fen pool_ceiling, chronic_ceiling; // the second is added once for each managed condition
    Fen personal_account;              // a year

    Millionths stay_rate[LEVEL_COUNT];
    Fen stay_deductible[LEVEL_COUNT], later_stay_deductible[LEVEL_COUNT];
    Fen stay_deductible_ceiling;
    Fen fund_ceiling;
    Fen major_illness_ceiling; // 0: the scheme has none
} SchemeRules;

typedef struct Benefits {
    SchemeRules scheme[SCHEME_COUNT];
    Millionths in_catalogue[KIND_COUNT]; // A + B, of the charge
    Millionths in_scope[KIND_COUNT];     // A + (1 - theta) B, of the charge
    uint8_t pool_designated[KIND_COUNT]; // 1 if the pools pay there, settled or not
    Millionths rate_cut[AWAY_COUNT];     // points off the rate
    Fen major_illness_from[MAJOR_ILLNESS_BANDS +
                           1]; // lower end of each band, in own in-scope payments
    Millionths major_illness_rate[MAJOR_ILLNESS_BANDS];
    Millionths assistance_rate;
    Fen assistance_ceiling;
} Benefits;

// What a person has used up of the year's rules; zero on 1 January. An amount stops at 21 million
// yuan.
typedef struct Annual {
    int32_t pool_paid, visit_deductible_met; // visits
    int32_t account_paid;                    // visits and stays
    int32_t stay_deductible_met, fund_paid;  // stays, as all below
    int32_t own_in_scope;                    // before major-illness insurance and assistance
    int32_t major_illness_paid, assistance_paid;
    int32_t stays;
} Annual;

// A bill put before the insurer.
typedef struct InsuredCharge {
    Fen charge;
    uint8_t scheme, kind, level; // Scheme, Kind, Level
    uint8_t away;                // Away
    uint8_t managed_conditions;  // 0-2: hypertension, diabetes under management
    uint8_t village_settled;     // 1 if this village clinic settles with the pool
    uint8_t entitled;            // 1 if entitled to medical assistance
    Millionths rate_cut;         // points off the rate beside those for care away
    Millionths deductible_cut;   // share of the deductible of a stay that is waived
    Millionths moved_out;        // of what is in the catalogue of a stay, billed outside it
} InsuredCharge;

// Who pays: fund, major_illness, assistance, personal_account and own add up to the charge.
typedef struct Payment {
    Fen fund; // the outpatient pool for a visit
    Fen major_illness, assistance, personal_account, own;
    Fen in_catalogue; // A + B
    Fen in_scope;     // P
    Fen deductible;   // of P, below the rate
} Payment;

// Adds up what the payers gave.
static inline void payment_add(Payment *sum, const Payment *payment) {
    sum->fund += payment->fund;
    sum->major_illness += payment->major_illness;
    sum->assistance += payment->assistance;
    sum->personal_account += payment->personal_account;
    sum->own += payment->own;
}

// The rules of every scheme, in fen and millionths, from the numbers of a model.
void benefits_init(Benefits *benefits, const Parameters *parameters);

// The level at which the schemes see an institution: primary kinds as primary, hospitals outside
// the city as province level or, where the patient lives, as level 3 (assumed), others by their
// grade (0 ungraded, 1, 2, 3).
Level benefit_level(Kind kind, int grade, Away away);

// Who pays for a stay.
Payment benefit_admission(const Benefits *benefits, Annual *annual, const InsuredCharge *insured);

// What the patient expects to pay, account included, when choosing where to go: the rules for the
// mean charge, put in insured->charge, of somebody who has used up nothing of the year yet.
Fen benefit_expected_visit(const Benefits *benefits, const InsuredCharge *insured);
Fen benefit_expected_admission(const Benefits *benefits, const InsuredCharge *insured);

// Inline from here, because every visit comes this way.

// What is bounded by a ceiling stays far below where int32_t ends.
static inline void benefit_use(int32_t *used, Fen amount) {
    *used += (int32_t)amount;
}

// Nobody has paid anything yet.
static inline Payment payment_open(const Benefits *benefits, const InsuredCharge *insured) {
    return (Payment){
        .in_catalogue = fen_part(insured->charge, benefits->in_catalogue[insured->kind]),
        .in_scope = fen_part(insured->charge, benefits->in_scope[insured->kind]),
    };
}

static inline Millionths benefit_rate(const Benefits *benefits, Millionths rate,
                                      const InsuredCharge *insured) {
    return fen_most(rate - benefits->rate_cut[insured->away] - insured->rate_cut, 0);
}

// What is left of the charge: the account first, then the patient.
static inline void payment_close(Payment *payment, const SchemeRules *rules, Annual *annual,
                                 Fen charge) {
    const Fen left = charge - payment->fund - payment->major_illness - payment->assistance;
    payment->personal_account =
        fen_least(left, fen_most(rules->personal_account - annual->account_paid, 0));
    payment->own = left - payment->personal_account;
    benefit_use(&annual->account_paid, payment->personal_account);
}

// Whether the pool pays at this place: everywhere designated, and at the village clinics that
// settle with it.
static inline int benefit_pool_reaches(const Benefits *benefits, const InsuredCharge *insured) {
    return benefits->pool_designated[insured->kind] |
           ((insured->kind == KIND_VILLAGE_CLINIC) & insured->village_settled);
}

// Who pays for a visit. Free of branches: where the pool does not reach, rate and deductible are 0.
static inline Payment benefit_visit(const Benefits *benefits, Annual *annual,
                                    const InsuredCharge *insured) {
    const SchemeRules *rules = &benefits->scheme[insured->scheme];
    Payment payment = payment_open(benefits, insured);

    const Millionths rate = benefit_pool_reaches(benefits, insured) *
                            benefit_rate(benefits, rules->visit_rate[insured->level], insured);
    const Fen deductible_left =
        (rate > 0) * fen_most(rules->visit_deductible_ceiling - annual->visit_deductible_met, 0);
    const Fen ceiling = rules->pool_ceiling + insured->managed_conditions * rules->chronic_ceiling;

    payment.deductible = fen_least(
        payment.in_scope, fen_least(rules->visit_deductible[insured->level], deductible_left));
    payment.fund = fen_least(fen_most(ceiling - annual->pool_paid, 0),
                             fen_part(payment.in_scope - payment.deductible, rate));
    benefit_use(&annual->visit_deductible_met, payment.deductible);
    benefit_use(&annual->pool_paid, payment.fund);
    payment_close(&payment, rules, annual, insured->charge);
    return payment;
}

#endif
