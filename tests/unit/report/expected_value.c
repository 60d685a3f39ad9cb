// SPDX-License-Identifier: MIT
#include "unit/report/expected_value.h"

#include <check.h>
#include <math.h>

const Scope city = {WHOLE_CITY, BY_NOTHING, 0}, hill = {HILL, BY_NOTHING, 0},
            river = {RIVER, BY_NOTHING, 0};

double value_of_year(const MadeUpResults *made, const char *name, Scope scope, int at) {
    Report report;
    IndicatorYear year;
    report_init(&report);
    ck_assert_int_eq(indicator_year_init(&year, &made->results, made->city, at, &report),
                     STATUS_OK);
    const int index = indicator_find(name);
    ck_assert_msg(index >= 0, "there is no indicator %s", name);
    const double value = indicator_value(indicator_at(index), &year, scope);
    indicator_year_free(&year);
    report_free(&report);
    return value;
}

double value_of(const MadeUpResults *made, const char *name, Scope scope) {
    return value_of_year(made, name, scope, 1);
}

void expect_value_of(const MadeUpResults *made, const char *name, Scope scope, double expected) {
    const double value = value_of(made, name, scope);
    if (isnan(expected))
        ck_assert_msg(isnan(value), "%s is %.10g, not missing", name, value);
    else
        ck_assert_msg(fabs(value - expected) <= 1e-9 * fabs(expected), "%s is %.10g, not %.10g",
                      name, value, expected);
}

void expect_value(const char *name, Scope scope, double expected) {
    MadeUpResults made;
    made_up_results_open(&made);
    expect_value_of(&made, name, scope, expected);
    made_up_results_close(&made);
}
