// SPDX-License-Identifier: MIT
#include "money/benefit.h"

static void visit_rules(SchemeRules *rules, const PoolRow *row, int scheme) {
    const Millionths primary = millionths(row->rate_primary);
    const Millionths level2 = millionths(row->rate_level2), level3 = millionths(row->rate_level3);
    const Fen deductible2 = fen_from_yuan(row->deductible_level2);
    const Fen deductible3 = fen_from_yuan(row->deductible_level3);

    rules->visit_rate[LEVEL_PRIMARY] = primary;
    rules->visit_rate[LEVEL_ONE] = scheme == SCHEME_RESIDENT ? 0 : primary;
    rules->visit_rate[LEVEL_TWO] = level2;
    rules->visit_rate[LEVEL_THREE] = rules->visit_rate[LEVEL_PROVINCE] = level3;
    rules->visit_deductible[LEVEL_TWO] = deductible2;
    rules->visit_deductible[LEVEL_THREE] = rules->visit_deductible[LEVEL_PROVINCE] = deductible3;

    rules->visit_deductible_ceiling = fen_from_yuan(row->deductible_ceiling);
    rules->pool_ceiling = fen_from_yuan(row->ceiling);
    rules->chronic_ceiling = fen_from_yuan(row->chronic_ceiling);
    rules->personal_account = fen_from_yuan(row->personal_account);
}

static void stay_rules(SchemeRules *rules, const PoolRow *row, const BenefitRow *benefit) {
    const Millionths later = millionths(row->later_admission_ratio);
    for (int level = 0; level < LEVEL_COUNT; level++) {
        rules->stay_rate[level] = millionths(benefit[level].rate);
        rules->stay_deductible[level] = fen_from_yuan(benefit[level].deductible);
        rules->later_stay_deductible[level] = fen_part(rules->stay_deductible[level], later);
    }
    rules->stay_deductible_ceiling = fen_from_yuan(row->inpatient_deductible_ceiling);
    rules->fund_ceiling = fen_from_yuan(row->inpatient_ceiling);
}

// Bands above the deductible, after Hunan's rules of 2023: to 30,000, 80,000, 150,000 yuan, and
// beyond.
static void major_illness_rules(Benefits *benefits, const Money *money) {
    const Fen above[MAJOR_ILLNESS_BANDS] = {0, 3000000, 8000000, 15000000};
    const double rates[MAJOR_ILLNESS_BANDS] = {
        money->major_illness_rate_1, money->major_illness_rate_2, money->major_illness_rate_3,
        money->major_illness_rate_4};
    for (int band = 0; band < MAJOR_ILLNESS_BANDS; band++) {
        benefits->major_illness_from[band] =
            fen_from_yuan(money->major_illness_deductible) + above[band];
        benefits->major_illness_rate[band] = millionths(rates[band]);
    }
    benefits->major_illness_from[MAJOR_ILLNESS_BANDS] = INT64_MAX;
    benefits->scheme[SCHEME_RESIDENT].major_illness_ceiling =
        fen_from_yuan(money->major_illness_ceiling);
}

// P = A + (1 - theta) B = (A + B) (1 - theta b), with b the share of class B in A + B.
static void scope_rules(Benefits *benefits, const Parameters *parameters) {
    const Money *money = &parameters->money;
    const double own = money->class_b_share * money->class_b_own_share;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const double catalogue = 1 - parameters->kind[kind].out_of_scope_share;
        benefits->in_catalogue[kind] = millionths(catalogue);
        benefits->in_scope[kind] = millionths(catalogue * (1 - own));
        benefits->pool_designated[kind] = kind != KIND_NONE && kind != KIND_PHARMACY &&
                                          kind != KIND_VILLAGE_CLINIC &&
                                          kind != KIND_PRIVATE_CLINIC;
    }
}

void benefits_init(Benefits *benefits, const Parameters *parameters) {
    const Money *money = &parameters->money;
    *benefits = (Benefits){
        .rate_cut = {[AWAY_FILED] = millionths(money->filed_rate_cut),
                     [AWAY_UNFILED] = millionths(money->unfiled_rate_cut)},
        .assistance_rate = millionths(money->assistance_rate),
        .assistance_ceiling = fen_from_yuan(money->assistance_ceiling),
    };
    scope_rules(benefits, parameters);
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        SchemeRules *rules = &benefits->scheme[scheme];
        visit_rules(rules, &parameters->pool[scheme], scheme);
        stay_rules(rules, &parameters->pool[scheme], parameters->benefit[scheme]);
    }
    major_illness_rules(benefits, money);
}

Level benefit_level(Kind kind, int grade, Away away) {
    static const uint8_t graded[] = {LEVEL_ONE, LEVEL_ONE, LEVEL_TWO, LEVEL_THREE};
    if (kind_nest[kind] == NEST_SELF || kind_nest[kind] == NEST_PRIMARY) return LEVEL_PRIMARY;
    if (away == AWAY_LIVES_THERE) return LEVEL_THREE;
    if (kind == KIND_OUTSIDE_CITY || kind == KIND_OUTSIDE_PROVINCE) return LEVEL_PROVINCE;
    return (Level)graded[grade];
}

// What major-illness insurance pays in all on the year's own in-scope payments, before its ceiling.
static Fen major_illness_on(const Benefits *benefits, Fen own_in_scope) {
    Fen paid = 0;
    for (int band = 0; band < MAJOR_ILLNESS_BANDS; band++) {
        const Fen top = fen_least(own_in_scope, benefits->major_illness_from[band + 1]);
        const Fen inside = fen_most(top - benefits->major_illness_from[band], 0);
        paid += fen_part(inside, benefits->major_illness_rate[band]);
    }
    return paid;
}

// The fund's part of a stay: deductible by level and order in the year, then the rate, up to the
// ceiling.
static void pay_from_fund(const Benefits *benefits, Payment *payment, Annual *annual,
                          const InsuredCharge *insured) {
    const SchemeRules *rules = &benefits->scheme[insured->scheme];
    const Millionths rate = benefit_rate(benefits, rules->stay_rate[insured->level], insured);
    const Fen *deductibles =
        annual->stays > 0 ? rules->later_stay_deductible : rules->stay_deductible;
    const Fen deductible_left = rules->stay_deductible_ceiling - annual->stay_deductible_met;

    const Fen deductible = deductibles[insured->level] -
                           fen_part(deductibles[insured->level], insured->deductible_cut);

    payment->deductible =
        fen_least(payment->in_scope, fen_least(deductible, fen_most(deductible_left, 0)));
    payment->fund = fen_least(fen_most(rules->fund_ceiling - annual->fund_paid, 0),
                              fen_part(payment->in_scope - payment->deductible, rate));
    benefit_use(&annual->stay_deductible_met, payment->deductible);
    benefit_use(&annual->fund_paid, payment->fund);
    annual->stays++;
}

// What is left of an amount when a share of it is moved away; a negative share comes in.
static Fen left_of(Fen amount, Millionths moved) {
    return moved < 0 ? amount + fen_part(amount, -moved) : amount - fen_part(amount, moved);
}

// Never more than the whole charge is in the catalogue.
static void move_out(Payment *payment, const InsuredCharge *insured) {
    payment->in_catalogue =
        fen_least(left_of(payment->in_catalogue, insured->moved_out), insured->charge);
    payment->in_scope =
        fen_least(left_of(payment->in_scope, insured->moved_out), payment->in_catalogue);
}

Payment benefit_admission(const Benefits *benefits, Annual *annual, const InsuredCharge *insured) {
    const SchemeRules *rules = &benefits->scheme[insured->scheme];
    Payment payment = payment_open(benefits, insured);
    if (insured->moved_out) move_out(&payment, insured);
    pay_from_fund(benefits, &payment, annual, insured);

    Fen left = payment.in_scope - payment.fund;
    const Fen earlier = annual->own_in_scope;
    if (rules->major_illness_ceiling > 0) {
        payment.major_illness = fen_least(
            fen_most(rules->major_illness_ceiling - annual->major_illness_paid, 0),
            major_illness_on(benefits, earlier + left) - major_illness_on(benefits, earlier));
        benefit_use(&annual->major_illness_paid, payment.major_illness);
    }
    annual->own_in_scope = (int32_t)fen_least(earlier + left, INT32_MAX);

    left -= payment.major_illness;
    if (insured->entitled) {
        payment.assistance =
            fen_least(fen_most(benefits->assistance_ceiling - annual->assistance_paid, 0),
                      fen_part(left, benefits->assistance_rate));
        benefit_use(&annual->assistance_paid, payment.assistance);
    }
    payment_close(&payment, rules, annual, insured->charge);
    return payment;
}

Fen benefit_expected_visit(const Benefits *benefits, const InsuredCharge *insured) {
    Annual fresh = {0};
    const Payment payment = benefit_visit(benefits, &fresh, insured);
    return payment.own + payment.personal_account;
}

Fen benefit_expected_admission(const Benefits *benefits, const InsuredCharge *insured) {
    Annual fresh = {0};
    const Payment payment = benefit_admission(benefits, &fresh, insured);
    return payment.own + payment.personal_account;
}
