// SPDX-License-Identifier: MIT
// What holds for every bill under every rule, tried on bills, persons and years drawn at random.
#include "money/benefit.h"
#include "unit/claim.h"
#include "unit/money/hunan.h"

enum { BILLS = 100000 };

// Numbers that look random: Steele, Lea and Flood 2014, SplitMix64, doi 10.1145/2660193.2660195.
static uint64_t next(uint64_t *state) {
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static int32_t below(uint64_t *state, uint64_t limit) {
    return (int32_t)(next(state) % limit);
}

static Benefits with_accounts(void) {
    Parameters parameters;
    hunan_rules(&parameters);
    parameters.pool[SCHEME_EMPLOYEE].personal_account = 612.40;
    parameters.pool[SCHEME_RETIRED].personal_account = 871.95;
    Benefits benefits;
    benefits_init(&benefits, &parameters);
    return benefits;
}

// Charges from fen to a million yuan, each size as likely.
static Fen some_charge(uint64_t *state) {
    Fen limit = 10;
    for (int digits = below(state, 8); digits > 0; digits--)
        limit *= 10;
    return below(state, (uint64_t)limit);
}

static InsuredCharge somebody(uint64_t *state) {
    const Kind kind = (Kind)below(state, KIND_COUNT);
    return (InsuredCharge){.charge = some_charge(state),
                           .scheme = (uint8_t)below(state, SCHEME_COUNT),
                           .kind = (uint8_t)kind,
                           .level = (uint8_t)benefit_level(kind, below(state, 4), AWAY_NO),
                           .away = (uint8_t)below(state, AWAY_COUNT),
                           .managed_conditions = (uint8_t)below(state, 3),
                           .village_settled = (uint8_t)below(state, 2),
                           .entitled = (uint8_t)below(state, 2)};
}

static Annual some_year(uint64_t *state) {
    return (Annual){.pool_paid = below(state, 220000),
                    .visit_deductible_met = below(state, 30000),
                    .account_paid = below(state, 90000),
                    .stay_deductible_met = below(state, 310000),
                    .fund_paid = below(state, 15100000),
                    .own_in_scope = below(state, 30000000),
                    .major_illness_paid = below(state, 40100000),
                    .assistance_paid = below(state, 5100000),
                    .stays = below(state, 4)};
}

typedef Payment (*Rule)(const Benefits *benefits, Annual *annual, const InsuredCharge *insured);

static void check_parts(const Payment *payment, Fen charge) {
    ck_assert_int_eq(payment->fund + payment->major_illness + payment->assistance +
                         payment->personal_account + payment->own,
                     charge);
    const Fen parts[] = {payment->fund,
                         payment->major_illness,
                         payment->assistance,
                         payment->personal_account,
                         payment->own,
                         payment->deductible,
                         payment->in_scope - payment->deductible,
                         payment->in_catalogue - payment->in_scope,
                         charge - payment->in_catalogue,
                         payment->in_scope - payment->fund - payment->major_illness -
                             payment->assistance};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        ck_assert_int_ge(parts[i], 0);
}

static void parts_sum(Rule rule) {
    const Benefits benefits = with_accounts();
    uint64_t state = 20230417;
    for (int bill = 0; bill < BILLS; bill++) {
        const InsuredCharge insured = somebody(&state);
        Annual annual = some_year(&state);
        const Payment payment = rule(&benefits, &annual, &insured);
        check_parts(&payment, insured.charge);
    }
}

TEST(visits_sum) {
    parts_sum(benefit_visit);
}

TEST(stays_sum) {
    parts_sum(benefit_admission);
}

// One more fen, and one more amount of any size: nobody pays less for it.
static void more_costs_more(Rule rule) {
    const Benefits benefits = with_accounts();
    uint64_t state = 5824;
    for (int bill = 0; bill < BILLS; bill++) {
        InsuredCharge insured = somebody(&state);
        const Annual year = some_year(&state);
        Annual one = year, other = year, third = year;
        const Payment payment = rule(&benefits, &one, &insured);
        insured.charge += 1;
        const Payment fen_more = rule(&benefits, &other, &insured);
        insured.charge += some_charge(&state);
        const Payment more = rule(&benefits, &third, &insured);

        ck_assert_int_ge(fen_more.own, payment.own);
        ck_assert_int_ge(fen_more.fund, payment.fund);
        ck_assert_int_ge(more.own, fen_more.own);
        ck_assert_int_ge(more.own + more.personal_account,
                         fen_more.own + fen_more.personal_account);
    }
}

TEST(dearer_visits) {
    more_costs_more(benefit_visit);
}

TEST(dearer_stays) {
    more_costs_more(benefit_admission);
}

// Years of visits and stays of one person: no accumulator passes its ceiling.
TEST(ceilings_hold) {
    const Benefits benefits = with_accounts();
    uint64_t state = 77;
    for (int person = 0; person < 2000; person++) {
        InsuredCharge insured = somebody(&state);
        const SchemeRules *rules = &benefits.scheme[insured.scheme];
        Annual annual = {0};
        for (int event = 0; event < 30; event++) {
            insured.charge = some_charge(&state);
            if (event % 3 == 0)
                benefit_admission(&benefits, &annual, &insured);
            else
                benefit_visit(&benefits, &annual, &insured);
        }
        ck_assert_int_le(annual.pool_paid,
                         rules->pool_ceiling + insured.managed_conditions * rules->chronic_ceiling);
        ck_assert_int_le(annual.visit_deductible_met, rules->visit_deductible_ceiling);
        ck_assert_int_le(annual.account_paid, rules->personal_account);
        ck_assert_int_le(annual.stay_deductible_met, rules->stay_deductible_ceiling);
        ck_assert_int_le(annual.fund_paid, rules->fund_ceiling);
        ck_assert_int_le(annual.major_illness_paid, rules->major_illness_ceiling);
        ck_assert_int_le(annual.assistance_paid, benefits.assistance_ceiling);
        ck_assert_int_eq(annual.stays, 10);
    }
}

// Without a benefit in force everything is the patient's.
TEST(no_rules_no_payers) {
    const Parameters nothing = {0};
    Benefits benefits;
    benefits_init(&benefits, &nothing);
    uint64_t state = 431;
    for (int bill = 0; bill < 1000; bill++) {
        const InsuredCharge insured = somebody(&state);
        Annual annual = {0};
        ck_assert_int_eq(benefit_visit(&benefits, &annual, &insured).own, insured.charge);
        ck_assert_int_eq(benefit_admission(&benefits, &annual, &insured).own, insured.charge);
    }
}

// 21,474,836.47 yuan is where an accumulator stops; it must not turn negative.
TEST(accumulators_stop) {
    const Benefits benefits = with_accounts();
    const InsuredCharge insured = {.charge = yuan(987654, 32),
                                   .scheme = SCHEME_RESIDENT,
                                   .kind = KIND_CITY_HOSPITAL,
                                   .level = LEVEL_THREE};
    Annual annual = {.own_in_scope = INT32_MAX - 5, .fund_paid = 15000000};
    const Payment payment = benefit_admission(&benefits, &annual, &insured);
    ck_assert_int_eq(annual.own_in_scope, INT32_MAX);
    check_parts(&payment, insured.charge);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("the payers of 100,000 visits add up to the charge, none below zero", visits_sum),
        CLAIM("the payers of 100,000 stays add up to the charge, none below zero", stays_sum),
        CLAIM("a dearer visit never costs its patient less", dearer_visits),
        CLAIM("a dearer stay never costs its patient less", dearer_stays),
        CLAIM("no year passes a ceiling", ceilings_hold),
        CLAIM("without rules the patient pays everything", no_rules_no_payers),
        CLAIM("what a year has used stops at 21 million yuan", accumulators_stop),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
