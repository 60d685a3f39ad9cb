// SPDX-License-Identifier: MIT
#include "report/indicator_values.h"
#include "unit/claim.h"
#include "unit/report/made_up_results.h"

#include <math.h>

TEST(quantiles) {
    MadeUpResults made;
    made_up_results_open(&made);
    Report report;
    IndicatorValues values;
    report_init(&report);
    ck_assert_int_eq(indicator_values_init(&values, made.city, 2023, 2, 5, &report), STATUS_OK);
    const IndicatorCell cell = {indicator_find("occupancy"), 2024, {WHOLE_CITY, BY_NOTHING, 0}};
    const double drawn[] = {71.3, 70.1, 74.9, 72.2, 70.6};
    for (int r = 0; r < 5; r++)
        *indicator_values_find(&values, r, &cell) = drawn[r];
    const size_t at = (size_t)(indicator_values_find(&values, 0, &cell) - values.value);
    ck_assert_double_eq_tol(indicator_values_quantile(&values, at, 0.5), 71.3, 1e-12);
    ck_assert_double_eq_tol(indicator_values_quantile(&values, at, 0.05), 70.1 + 0.2 * 0.5, 1e-12);
    ck_assert_double_eq_tol(indicator_values_quantile(&values, at, 0.95), 72.2 + 0.8 * 2.7, 1e-12);
    ck_assert_double_eq(indicator_values_tail(&values), 0);
    values.replicates = 20;
    ck_assert_double_eq(indicator_values_tail(&values), 0.05);
    values.replicates = 5;
    ck_assert(isnan(indicator_values_quantile(&values, at + 1, 0.5)));
    indicator_values_free(&values);
    made_up_results_close(&made);
    report_free(&report);
}

// Mean 71.82; squares apart 0.2704 + 2.9584 + 9.4864 + 0.1444 + 1.4884 = 14.348.
TEST(means) {
    MadeUpResults made;
    made_up_results_open(&made);
    Report report;
    IndicatorValues values;
    report_init(&report);
    ck_assert_int_eq(indicator_values_init(&values, made.city, 2023, 2, 5, &report), STATUS_OK);
    for (int r = 0; r < 5; r++)
        ck_assert_int_eq(indicator_values_fill(&values, r, &made.results, &report), STATUS_OK);
    const IndicatorCell cell = {indicator_find("occupancy"), 2024, {WHOLE_CITY, BY_NOTHING, 0}};
    const double drawn[] = {71.3, 70.1, 74.9, 72.2, 70.6};
    const size_t at = (size_t)(indicator_values_find(&values, 0, &cell) - values.value);
    ck_assert_double_eq_tol(values.error[at], 0, 1e-12);
    for (int r = 0; r < 5; r++)
        *indicator_values_find(&values, r, &cell) = drawn[r];
    indicator_values_sum_up(&values);
    ck_assert_double_eq_tol(indicator_values_of(&values, "occupancy", WHOLE_CITY, 2024), 71.82,
                            1e-12);
    ck_assert_double_eq_tol(values.error[at], sqrt(14.348 / 4 / 5), 1e-9);
    *indicator_values_find(&values, 3, &cell) = (double)NAN;
    indicator_values_sum_up(&values);
    ck_assert(isnan(values.central[at]) && isnan(values.error[at]));
    indicator_values_free(&values);
    made_up_results_close(&made);
    report_free(&report);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("a run of several replicates is their mean, with the standard error of a mean",
              means),
        CLAIM("quantiles over replicates lie between neighbours in proportion", quantiles),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
