// SPDX-License-Identifier: MIT
#include "laws/tiny.h"
#include "report/indicator_values.h"
#include "unit/claim.h"

// ---- stays

// Without deductible and ceiling and with 60 % for everybody everywhere, the fund pays 60 % of what
// is in scope, to half a fen a stay; of what is in the catalogue, 60 % x (1 - b theta), with b the
// share of class B in it and theta the patient's own part of that.
TEST(one_rate) {
    static const double rate = 0.6;
    Experiment experiment;
    Results results;
    Report report;
    IndicatorValues values;
    report_init(&report);
    tiny_read(&experiment, 2);
    Parameters *parameters = &experiment.city.parameters;
    parameters->money.filed_rate_cut = parameters->money.unfiled_rate_cut = 0;
    for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
        parameters->pool[scheme].inpatient_ceiling = 2e6;
        for (int level = 0; level < LEVEL_COUNT; level++)
            parameters->benefit[scheme][level] = (BenefitRow){0, rate};
    }
    tiny_run(&experiment, 0, &results);
    ck_assert_int_eq(indicator_values_init(&values, &experiment.city, 2022, 2, 1, &report), 0);
    ck_assert_int_eq(indicator_values_fill(&values, 0, &results, &report), 0);
    const double own = parameters->money.class_b_share * parameters->money.class_b_own_share;
    ck_assert_double_eq_tol(indicator_values_of(&values, "in_policy_fund_share", WHOLE_CITY, 2023),
                            100 * rate * (1 - own), 1e-4);
    ck_assert_double_eq_tol(
        indicator_values_of(&values, "in_policy_fund_share_after_own_share", WHOLE_CITY, 2023),
        100 * rate, 1e-4);
    indicator_values_free(&values);
    results_free(&results);
    experiment_free(&experiment);
    report_free(&report);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("with one rate and no deductible the fund's in-policy share is that rate", one_rate),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
