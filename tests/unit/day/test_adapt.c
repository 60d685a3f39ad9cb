// SPDX-License-Identifier: MIT
// What a day takes from the model and from the levers, county by county.
#include "day/adapt.h"

#include "laws/tiny.h"
#include "support/trial.h"
#include "unit/claim.h"

#include <math.h>

enum { HILL, RIVER, ELSEWHERE };

static Trial trial; // each claim runs in a process of its own

static const CountyToday *first_day(void) {
    trial_begin(&trial);
    trial_live(&trial, 1);
    return trial.simulation.today.county;
}

static Reform *in_hill(const char *lever) {
    Reform *reform = tiny_reform(&trial.experiment, lever, 2022, 1);
    reform->in_county[RIVER] = 0;
    return reform;
}

static double fifteen_bits(double share) {
    return floor(share * 32768 + 0.5);
}

static double odds_moved(double share, double log_odds) {
    return 1 / (1 + exp(-log(share / (1 - share)) - log_odds));
}

static void assert_of_the_model(const CountyToday *today) {
    const Parameters *parameters = &trial.experiment.city.parameters;
    ck_assert_double_eq(today->formal_referral,
                        fifteen_bits(parameters->care.formal_referral_share));
    ck_assert_double_eq(today->down_referral, parameters->care.down_referral_share);
    ck_assert_double_eq(today->tcm_referral, parameters->care.tcm_referral_share);
    ck_assert_double_eq(today->transfer_minutes, parameters->care.transfer_delay_minutes);
    ck_assert_double_eq(today->filed, parameters->money.filed_share);
    ck_assert_int_eq(today->channelled, 0);
    ck_assert_int_eq(today->to_lead, 0);
    ck_assert_int_eq(today->unreferred_cut, 0);
    ck_assert_int_eq(today->deductible_cut, 0);
    ck_assert_int_eq(today->recognising, 0);
    ck_assert_int_eq(today->connected, 0);
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        const double settled = fifteen_bits(parameters->pool[scheme].village_settled_share);
        ck_assert_double_eq(today->village_settled[scheme], settled);
        ck_assert_double_eq(today->village_settled_before[scheme], settled);
    }
}

TEST(without_levers) {
    trial_prepare(&trial);
    const CountyToday *today = first_day();
    assert_of_the_model(&today[HILL]);
    assert_of_the_model(&today[RIVER]);
    ck_assert_double_eq(today[ELSEWHERE].formal_referral, today[HILL].formal_referral);
    ck_assert_double_eq(today[ELSEWHERE].filed, today[HILL].filed);
    trial_end(&trial);
}

TEST(with_levers) {
    const Parameters *parameters = &trial_prepare(&trial)->parameters;
    Reform *consortium = in_hill("county_medical_consortium");
    consortium->value[0] = 0.23;
    consortium->value[1] = 0.59;
    in_hill("cross_province_settlement")->value[1] = 0.43;
    Reform *leverage = in_hill("insurance_referral_leverage");
    leverage->value[0] = 0.13;
    leverage->value[1] = 0.37;
    leverage->value[2] = 2.9;
    Reform *channel = in_hill("green_channel_transfer");
    channel->value[0] = 0.47;
    channel->value[1] = 0.29;
    in_hill("tcm_specialties_scoliosis_pilot")->value[2] = 0.61;
    in_hill("big_courtyard")->value[2] = 0.41;
    in_hill("result_mutual_recognition")->value[0] = 0.71;
    in_hill("population_health_information_platform")->value[0] = 0.53;
    in_hill("village_clinic_insurance_coverage")->value[0] = 0.83;

    const CountyToday *today = first_day(), *hill = &today[HILL];
    ck_assert_double_eq(
        hill->formal_referral,
        fifteen_bits(odds_moved(parameters->care.formal_referral_share, 0.59 + 0.13 * 2.9)));
    ck_assert_double_eq_tol(hill->down_referral,
                            odds_moved(parameters->care.down_referral_share, 0.23), 1e-9);
    ck_assert_double_eq_tol(hill->tcm_referral,
                            odds_moved(parameters->care.tcm_referral_share, 0.61), 1e-9);
    ck_assert_double_eq_tol(hill->filed, odds_moved(parameters->money.filed_share, 0.43), 1e-9);
    ck_assert_double_eq_tol(hill->transfer_minutes, 0.71 * parameters->care.transfer_delay_minutes,
                            1e-7);
    ck_assert_double_eq(hill->channelled, fifteen_bits(0.47));
    ck_assert_double_eq(hill->to_lead, fifteen_bits(0.41));
    ck_assert_int_eq(hill->unreferred_cut, 130000);
    ck_assert_int_eq(hill->deductible_cut, 370000);
    ck_assert_double_eq(hill->recognising, fifteen_bits(0.71));
    ck_assert_double_eq(hill->connected, fifteen_bits(0.53));
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        const double settled = parameters->pool[scheme].village_settled_share;
        ck_assert_double_eq(hill->village_settled_before[scheme], fifteen_bits(settled));
        ck_assert_double_eq(hill->village_settled[scheme], fifteen_bits(1 - 0.17 * (1 - settled)));
    }
    assert_of_the_model(&today[RIVER]);
    trial_end(&trial);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("without levers a day's shares are the model's, in counties and elsewhere",
              without_levers),
        CLAIM("levers move a county's odds, shares and minutes by closed forms, and no other's",
              with_levers),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
