// SPDX-License-Identifier: MIT
// What levers of insurance may and may not do, by laws that need none of our numbers.
#include "day/expected_payment.h"
#include "day/visitors.h"
#include "laws/compare.h"
#include "laws/lived.h"
#include "laws/tiny.h"
#include "unit/claim.h"

#include <math.h>

enum { YEARS = 2 };

static Lived base, reformed; // each claim runs in a process of its own

// ---- settlement across provinces

// Where settlement attracts nobody, more of the same visits settle, and nothing else changes.
TEST(only_registered) {
    Results without, with;
    for (int turn = 0; turn < 2; turn++) {
        tiny_read(&base.experiment, YEARS);
        base.experiment.city.parameters.visitors.settlement_attraction = 0;
        Reform *reform = tiny_reform(&base.experiment, "cross_province_settlement", 2022, turn);
        reform->value[0] = 0.25;
        reform->value[1] = 0;
        tiny_run(&base.experiment, 0, turn ? &with : &without);
        experiment_free(&base.experiment);
    }
    const double before = (double)results_count(&without, COUNT_PROVINCE_SETTLED);
    const double all = 1e6 * (double)(results_count(&without, COUNT_PROVINCE_VISITS) +
                                      results_count(&without, COUNT_PROVINCE_STAYS));
    const double now = (double)results_count(&with, COUNT_PROVINCE_SETTLED);
    ck_assert_double_gt(all, 1e8);
    ck_assert_double_eq_tol((all - now) / (all - before), 0.75, 1e-6);
    assert_same_but_for(&without, &with, COUNT_PROVINCE_SETTLED);
    results_free(&without);
    results_free(&with);
}

// What comes for the price beside: exp(attraction x share gained), only from other provinces.
TEST(attracted) {
    lived_begin(&reformed, YEARS);
    Reform *reform = tiny_reform(&reformed.experiment, "cross_province_settlement", 2022, 1);
    reform->value[0] = 0.4;
    reform->in_county[0] = 0; // the city hospital stands there
    lived_begin(&base, YEARS);
    lived_until(&base, 380);
    lived_until(&reformed, 380);
    const Parameters *parameters = &base.experiment.city.parameters;
    const double covered = parameters->background[1].settlement_coverage;
    const double more = exp(parameters->visitors.settlement_attraction * 0.4 * (1 - covered));
    const Origin *east = &base.experiment.city.origins[0], *west = east + 1;
    ck_assert_double_eq_tol(visitors_expected(&reformed.simulation, east, 1) /
                                visitors_expected(&base.simulation, east, 1),
                            more, 1e-9);
    for (int at_county = 0; at_county < 2; at_county++)
        ck_assert_double_eq(visitors_expected(&reformed.simulation, west, at_county),
                            visitors_expected(&base.simulation, west, at_county));
    ck_assert_double_eq(visitors_expected(&reformed.simulation, east, 0),
                        visitors_expected(&base.simulation, east, 0));
    lived_end(&base);
    lived_end(&reformed);
}

// Beds of the city hospital taken by people who were attracted are missing for residents.
TEST(beds_taken) {
    Results without, with;
    for (int turn = 0; turn < 2; turn++) {
        tiny_read(&base.experiment, YEARS);
        Parameters *parameters = &base.experiment.city.parameters;
        parameters->visitors.settlement_attraction = 5;
        parameters->care.open_bed_share *= 0.6;
        tiny_reform(&base.experiment, "cross_province_settlement", 2022, turn)->value[0] = 1;
        tiny_run(&base.experiment, 0, turn ? &with : &without);
        experiment_free(&base.experiment);
    }
    ck_assert_int_gt(results_count(&with, COUNT_PROVINCE_STAYS),
                     2 * results_count(&without, COUNT_PROVINCE_STAYS));
    ck_assert_int_gt(results_count(&with, COUNT_DIVERTED), results_count(&without, COUNT_DIVERTED));
    results_free(&without);
    results_free(&with);
}

// ---- insurance and referral

// With nothing to lose or to gain by the order of care, the lever is off to the last bit, however
// many would ask for a referral.
TEST(equal_terms) {
    Results without, with;
    for (int turn = 0; turn < 2; turn++) {
        tiny_read(&base.experiment, YEARS);
        Reform *reform = tiny_reform(&base.experiment, "insurance_referral_leverage", 2022, turn);
        reform->value[0] = reform->value[1] = 0;
        reform->value[2] = 10;
        tiny_run(&base.experiment, 0, turn ? &with : &without);
        experiment_free(&base.experiment);
    }
    assert_same_results(&without, &with, YEARS);
    results_free(&without);
    results_free(&with);
}

typedef struct AtCity {
    int64_t own, charge;
} AtCity;

static AtCity at_city(const Results *results) {
    AtCity sum = {0};
    for (int y = 0; y < results->years; y++)
        for (int c = 0; c < results->counties; c++) {
            const Tally *tally = &results->year[y].county[c];
            for (int place = 0; place < PLACES; place++) {
                const StayFlow *stay = &tally->stay_at[PRESENT][place][KIND_CITY_HOSPITAL];
                sum.own += stay->own_fen;
                sum.charge += stay->charge_fen;
            }
        }
    return sum;
}

// More referrals, and a larger own part at city hospitals.
TEST(the_ordered_way) {
    Results without, with;
    for (int turn = 0; turn < 2; turn++) {
        tiny_read(&base.experiment, YEARS);
        Reform *reform = tiny_reform(&base.experiment, "insurance_referral_leverage", 2022, turn);
        reform->value[0] = 0.5;
        reform->value[1] = 0;
        tiny_run(&base.experiment, 0, turn ? &with : &without);
        experiment_free(&base.experiment);
    }
    const AtCity before = at_city(&without), now = at_city(&with);
    ck_assert_int_gt(results_count(&with, COUNT_UP_SENT), results_count(&without, COUNT_UP_SENT));
    ck_assert_double_gt((double)now.own / (double)now.charge,
                        (double)before.own / (double)before.charge);
    results_free(&without);
    results_free(&with);
}

// What people expect to pay follows the same terms: more by oneself at city hospitals and outside,
// if it can wait; as much as before when urgent, below the city, or without anything cut.
TEST(expected_terms) {
    static ExpectedPayments plain, dearer, spared;
    lived_begin(&base, YEARS);
    lived_until(&base, 20);
    const PatientTerms none = {.filed = 0.4, .referred = 0.5};
    PatientTerms cut = none, deductible = none;
    cut.unreferred_cut = millionths(0.2);
    deductible.deductible_cut = millionths(0.5);
    for (int question = CHOICE_OF_VISIT; question <= CHOICE_OF_BED; question++) {
        expected_payments_fill(&plain, &base.simulation, question, &none);
        expected_payments_fill(&dearer, &base.simulation, question, &cut);
        expected_payments_fill(&spared, &base.simulation, question, &deductible);
        for (int kind = KIND_VILLAGE_CLINIC; kind < KIND_COUNT; kind++)
            for (int class = 0; class < CHOICE_CLASSES; class ++) {
                const double before = plain.own[0][SCHEME_RETIRED][kind][class];
                const int loses = kind >= KIND_CITY_HOSPITAL && !(class & 1);
                const int gains = kind > KIND_TOWNSHIP_CENTRE && question == CHOICE_OF_BED;
                ck_assert_int_eq(dearer.own[0][SCHEME_RETIRED][kind][class] > before, loses);
                ck_assert_int_eq(spared.own[0][SCHEME_RETIRED][kind][class] < before, gains);
                ck_assert(loses || dearer.own[0][SCHEME_RETIRED][kind][class] == before);
                ck_assert(gains || spared.own[0][SCHEME_RETIRED][kind][class] == before);
            }
    }
    lived_end(&base);
}

// Own payments for stays outside the city, of what they cost.
static double own_share_outside(const Results *results) {
    double own = 0, charge = 0;
    for (int y = 0; y < results->years; y++)
        for (int c = 0; c < results->counties; c++)
            for (int kind = KIND_OUTSIDE_CITY; kind <= KIND_OUTSIDE_PROVINCE; kind++) {
                const StayFlow *flow =
                    &results->year[y].county[c].stay_at[PRESENT][results->counties][kind];
                own += (double)flow->own_fen;
                charge += (double)flow->charge_fen;
            }
    return own / charge;
}

// Whoever files pays less outside; whom a referral spares a part of the deductible pays less too.
TEST(cheaper_outside) {
    static const char *const names[] = {"cross_province_settlement", "insurance_referral_leverage"};
    for (int lever = 0; lever < 2; lever++) {
        double share[2];
        for (int turn = 0; turn < 2; turn++) {
            Results results;
            tiny_read(&base.experiment, YEARS);
            Parameters *parameters = &base.experiment.city.parameters;
            parameters->money.filed_share = 0.3;
            parameters->money.unfiled_rate_cut = 0.5;
            parameters->choice.price_weight_visit = parameters->choice.price_weight_admission = 0;
            Reform *reform = tiny_reform(&base.experiment, names[lever], 2022, turn);
            reform->value[0] = 0;
            reform->value[1] = lever ? 1 : 3;
            tiny_run(&base.experiment, 0, &results);
            share[turn] = own_share_outside(&results);
            results_free(&results);
            experiment_free(&base.experiment);
        }
        ck_assert_double_lt(share[1], share[0]); // the flows are the same
    }
}

int main(void) {
    const Claim claims[] = {
        CLAIM("settlement that attracts nobody changes what is registered, and nothing else",
              only_registered),
        CLAIM("settlement attracts by its price, from other provinces only", attracted),
        CLAIM("beds taken by those attracted are missing for residents", beds_taken),
        CLAIM("insurance with the same terms for every way is off", equal_terms),
        CLAIM("insurance that favours referral moves people to the ordered way", the_ordered_way),
        CLAIM("people expect to pay by the terms of their way", expected_terms),
        CLAIM("whoever files care outside, or is spared a deductible, pays less", cheaper_outside),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
