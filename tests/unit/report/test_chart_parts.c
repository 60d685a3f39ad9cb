// SPDX-License-Identifier: MIT
#include "report/chart.h"

#include "report/chart_axis.h"
#include "report/chart_markers.h"
#include "report/chart_place.h"
#include "unit/claim.h"

#include <math.h>
#include <stdlib.h>

TEST(axes) {
    for (double low = -3.7; low < 97.0; low += 7.13)
        for (double span = 0.013; span < 1e6; span *= 3.7) {
            const ChartAxis axis = chart_axis(low, low + span, 4.0);
            ck_assert_double_le(axis.low, low + 1e-9 * span);
            ck_assert_double_ge(axis.high, low + span - 1e-9 * span);
            ck_assert(axis.ticks >= 3 && axis.ticks <= 8);
        }
    const ChartAxis flat = chart_axis(41.3, 41.3, 4.0);
    ck_assert(flat.low < 41.3 && flat.high > 41.3);
}

TEST(widened) {
    double low = 34.1, high = 34.9;
    chart_axis_widen(&low, &high, 5.0);
    ck_assert_double_eq_tol(low, 34.5 - 2.5, 1e-9);
    ck_assert_double_eq_tol(high, 34.5 + 2.5, 1e-9);
    chart_axis_widen(&low, &high, 4.9);
    ck_assert_double_eq_tol(high - low, 5.0, 1e-9);
    low = 0.3;
    high = 1.2;
    chart_axis_widen(&low, &high, 5.0);
    ck_assert_double_eq_tol(low, 0.0, 1e-9);
    ck_assert_double_eq_tol(high, 5.0, 1e-9);
    low = -1.3;
    high = -1.1;
    chart_axis_widen(&low, &high, 1.0);
    ck_assert_double_eq_tol(low, -1.7, 1e-9);
}

TEST(marks) {
    static const double places[] = {101.3, 133.7, 141.9, 402.2, 887.1, 941.4};
    ChartMark marks[6] = {0};
    for (size_t i = 0; i < 6; i++) {
        marks[i].x = places[i];
        marks[i].text = typeset_balance("2024年：县域医共体", 40.0, TYPESET_REGULAR);
    }
    const double top = chart_markers_lay_out(marks, 6, 40.0, 1040.0, 37.0, 47.0);
    for (size_t i = 0; i < 6; i++) {
        ck_assert(marks[i].left >= 40.0 && marks[i].right <= 1040.0);
        ck_assert_double_le(marks[i].base + marks[i].height, top);
        for (size_t k = 0; k < 6; k++) {
            if (k == i) continue;
            const int beside = marks[i].right <= marks[k].left || marks[k].right <= marks[i].left;
            const int above = marks[i].base >= marks[k].base + marks[k].height ||
                              marks[k].base >= marks[i].base + marks[i].height;
            ck_assert(beside || above);
            const int under = marks[i].x > marks[k].left && marks[i].x < marks[k].right;
            ck_assert(!under || marks[i].line <= marks[k].base);
        }
    }
}

TEST(free_room) {
    PlaceCrowd *crowd = calloc(1, sizeof *crowd);
    ck_assert_ptr_nonnull(crowd);
    crowd->limits = (PlaceBox){0.0, 0.0, 1000.0, 500.0};
    const ScriptPlace point = {487.3, 251.9};
    place_add_line(crowd, (ScriptPlace){0.0, 251.9}, (ScriptPlace){1000.0, 251.9}, 10.0, 8.0);
    place_add_box(crowd, (PlaceBox){400.0, 150.0, 600.0, 245.0});
    const PlaceBox box = place_label(crowd, &point, 1, 181.0, 41.0, 36.0);
    ck_assert_double_gt(box.top, 251.9);
    ck_assert_double_lt(box.top, 251.9 + 2.0 * 36.0);
    ck_assert(box.left <= point.x && box.right >= point.x);
    free(crowd);
}

TEST(intervals) {
    char text[4 * TYPESET_NUMBER];
    chart_value(text, 52.64, 50.12, 54.88, (ChartFormat){1, "%"}, LANGUAGE_ZH);
    ck_assert_str_eq(text, "52.6%（50.1–54.9）");
    chart_value(text, 78216, 65516, 90176, (ChartFormat){0, ""}, LANGUAGE_ZH);
    ck_assert_str_eq(text, "7.82万（6.55–9.02万）");
    chart_value(text, 8.87, 8.12, 9.43, (ChartFormat){1, " days"}, LANGUAGE_EN);
    ck_assert_str_eq(text, "8.9 days (8.1–9.4)");
    chart_value(text, 8.87, NAN, NAN, (ChartFormat){1, "天"}, LANGUAGE_ZH);
    ck_assert_str_eq(text, "8.9天");
}

TEST(three_digits) {
    char text[4 * TYPESET_NUMBER];
    chart_value(text, 177201, 165482, 190555, (ChartFormat){THREE_DIGITS, ""}, LANGUAGE_EN);
    ck_assert_str_eq(text, "177,000 (165,000–191,000)");
    chart_value(text, 177201, NAN, NAN, (ChartFormat){THREE_DIGITS, ""}, LANGUAGE_ZH);
    ck_assert_str_eq(text, "17.7万");
    chart_value(text, 9537, NAN, NAN, (ChartFormat){THREE_DIGITS, ""}, LANGUAGE_EN);
    ck_assert_str_eq(text, "9,537");
}

TEST(round_steps) {
    const ChartAxis wide = chart_axis(0.7, 72.3, 3.5), narrow = chart_axis(85.6, 91.8, 3.0);
    ck_assert_double_eq_tol(wide.step, 25.0, 1e-9);
    ck_assert_double_eq_tol(narrow.step, 5.0, 1e-9);
}

TEST(sizes) {
    size_t count = 0;
    for (const char *const *name = chart_size_names(); *name; name++, count++)
        ck_assert_str_eq(chart_size_find(*name)->name, *name);
    ck_assert_uint_eq(count, 5);
    ck_assert_ptr_null(chart_size_find("print19cm"));
}

int main(void) {
    const Claim claims[] = {
        CLAIM("an axis holds all data between a few round numbers", axes),
        CLAIM("an axis is widened about its middle, and stays positive", widened),
        CLAIM("marked dates do not cover each other, and no line runs through a text", marks),
        CLAIM("a label goes to the free side of its point", free_room),
        CLAIM("an interval is written with its unit once", intervals),
        CLAIM("large counts are told to three digits in either language", three_digits),
        CLAIM("an axis steps by 25 but not by 2.5", round_steps),
        CLAIM("every size is found by its name", sizes),
    };
    return claims_run(claims, sizeof claims / sizeof *claims);
}
