// SPDX-License-Identifier: MIT
#include "report/chart_bars.h"

#include "unit/claim.h"
#include "unit/report/workshop.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void assert_refused(const BarsChart *chart, const char *words) {
    const ChartStyle style = {chart_size_find("web"), LANGUAGE_ZH, CHART_SVG, "plots"};
    Report report;
    report_init(&report);
    ck_assert_int_eq(chart_draw_bars(chart, &style, ".", "x", &report), STATUS_INVALID);
    ck_assert_uint_eq(report.count, 1);
    ck_assert_ptr_nonnull(strstr(report.messages[0], words));
    report_free(&report);
}

TEST(bad_bars) {
    Bar bar = {"a", TONE_GREY, -0.3, (double)NAN, (double)NAN};
    BarsPanel panel = {NULL, {0, "%"}, &bar, 1, (double)NAN, NULL};
    BarsChart chart = {{"a", "b", "c"}, &panel, 1};
    assert_refused(&chart, "a bar is not a number from 0 upwards");
    panel.bar_count = 0;
    assert_refused(&chart, "has no bars");
    chart.panel_count = 0;
    assert_refused(&chart, "no panel");
}

// The numbers of an array that the script gives, in the order of the rows of the table.
static void read_numbers(const char *script, const char *name, double *numbers, size_t count) {
    char begin[64];
    snprintf(begin, sizeof begin, "\narray %s[", name);
    const char *at = strstr(script, begin);
    ck_assert_ptr_nonnull(at);
    at = strstr(at, " = [") + strlen(" = [");
    for (size_t i = 0; i < count; i++) {
        char *end;
        numbers[i] = strtod(at, &end);
        at = end + 1;
    }
}

// Zero is at the left edge whatever the values; the longest bar or reported figure of each panel
// reaches the right one.
TEST(bars_from_zero) {
    const ChartStyle style = {chart_size_find("web"), LANGUAGE_EN, CHART_SVG, "plots"};
    const Bar bars[] = {{"a", TONE_GREY, 83.7, (double)NAN, (double)NAN},
                        {"b", TONE_GREY, 84.1, 83.0, 85.3}};
    const BarsPanel panels[] = {{"x", {1, "%"}, bars, 2, (double)NAN, NULL},
                                {"y", {1, "%"}, bars, 2, 91.7, "Reported"}};
    const BarsChart chart = {{"a", "b", "c"}, panels, 2};
    Workshop workshop;
    Report report;
    report_init(&report);
    workshop_open(&workshop);
    ck_assert_int_eq(chart_draw_bars(&chart, &style, workshop.folder, "chart", &report), STATUS_OK);
    size_t length;
    double high[2], y[4];
    char *script = workshop_read(&workshop, "chart.gp", &length);
    read_numbers(script, "value_high", high, 2);
    read_numbers(script, "bar_y", y, 4);
    ck_assert_double_eq_tol(high[0], 85.3, 1e-9);
    ck_assert_double_eq_tol(high[1], 91.7, 1e-9);
    ck_assert(y[0] < y[1] && y[1] < y[2] && y[2] < y[3]);
    ck_assert_ptr_nonnull(strstr(script, "bar_left + value / value_high[panel]"));
    free(script);
    report_free(&report);
    workshop_close(&workshop);
}

int main(void) {
    const Claim claims[] = {
        CLAIM("bars that are negative or missing are refused", bad_bars),
        CLAIM("bars begin at zero and fill their panel, reported figures among them",
              bars_from_zero),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
