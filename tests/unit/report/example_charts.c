// SPDX-License-Identifier: MIT
#include "unit/report/example_charts.h"

#include "report/chart_fan.h"

#include <math.h>
#include <stddef.h>

enum { YEARS = 8 };

static const double years[YEARS] = {2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030};

static const char *in(const ChartStyle *style, const char *chinese, const char *english) {
    return style->language == LANGUAGE_ZH ? chinese : english;
}

static const char *note(const ChartStyle *style) {
    return in(style,
              "模拟，非预测：300组参数的中位数、50%与90%区间，每1位居民代表10人，种子7，版本 0.1。"
              "示例数据，并非真实结果。来源：hxsim 示例",
              "Simulated, not a forecast: median, 50 % and 90 % intervals of 300 draws, 1 in 10 "
              "residents, seed 7, version 0.1. Example data, no result. Source: hxsim example");
}

// A band of some half width around a median, wider as the years go by.
static void widen(double *edge, const double *median, double by) {
    for (size_t i = 0; i < YEARS; i++)
        edge[i] = median[i] + by * (0.31 + sqrt((double)i + 0.17));
}

typedef struct Bands {
    double low_50[YEARS], high_50[YEARS], low_90[YEARS], high_90[YEARS];
} Bands;

static FanSeries with_bands(const char *name, ChartTone tone, const double *median, Bands *bands,
                            double width) {
    widen(bands->low_50, median, -0.41 * width);
    widen(bands->high_50, median, 0.39 * width);
    widen(bands->low_90, median, -1.03 * width);
    widen(bands->high_90, median, 0.97 * width);
    return (FanSeries){name,          tone,           YEARS,         years,         median,
                       bands->low_50, bands->high_50, bands->low_90, bands->high_90};
}

Status example_fan(const ChartStyle *style, const char *folder, const char *name, Report *report) {
    static const double reform[YEARS] = {48.37, 49.12, 50.91, 53.46, 55.28, 56.71, 57.93, 58.64};
    static const double base[YEARS] = {48.37, 49.12, 49.61, 50.13, 50.47, 50.96, 51.38, 51.74};
    static const double nation[] = {50.9, 51.7, 52.6};
    Bands bands[2];
    const FanSeries series[] = {
        with_bands(in(style, "县域医共体", "County consortium"), TONE_ACCENT, reform, &bands[0],
                   1.7),
        with_bands(in(style, "维持现状", "As it is"), TONE_GREY, base, &bands[1], 1.3),
        {in(style, "全国（年报）", "Nation (bulletin)"), TONE_BACKGROUND, 3, years, nation, NULL,
         NULL, NULL, NULL},
    };
    const FanPoint points[] = {
        {2023, 47.2, in(style, "报道：47.2%", "Reported: 47.2%")},
        {2025, 52.9, in(style, "报道：52.9%", "Reported: 52.9%")},
    };
    const FanPanel panel = {NULL, {1, "%"}, series, 3, points, 2, NULL, 0};
    const FanMarker markers[] = {
        {2024.0, in(style, "2024年：县域医共体", "2024: county consortium")},
        {2024.5, in(style, "2024年7月：村卫生室纳入医保", "July 2024: village clinics insured")},
        {2027.0, in(style, "2027年：检查结果互认", "2027: results recognised")},
    };
    const FanChart chart = {
        .text = {in(style,
                    "县域医共体或使怀化基层就诊比例在2030年升至近六成，比维持现状高约7个百分点",
                    "County consortium could lift Huaihua's primary-care share to almost three in "
                    "five visits by 2030"),
                 in(style, "基层医疗卫生机构就诊人次占全部就诊人次的比例，%；怀化市，2023—2030年",
                    "Visits at primary institutions as a share of all visits, %; Huaihua, "
                    "2023-2030"),
                 note(style)},
        .panels = &panel,
        .panel_count = 1,
        .markers = markers,
        .marker_count = 3,
        .shared_until = 2024,
    };
    return chart_draw_fan(&chart, style, folder, name, report);
}

Status example_panels(const ChartStyle *style, const char *folder, const char *name,
                      Report *report) {
    static const double rate[YEARS] = {88.43, 88.97, 89.86, 90.41, 90.93, 91.28, 91.47, 91.72};
    static const double out[YEARS] = {98731, 95212, 90377, 86543, 83219, 80871, 79433, 78216};
    static const double into[YEARS] = {41873, 42291, 43118, 45327, 46874, 47912, 49387, 50634};
    Bands bands[3];
    const FanSeries rates[] = {with_bands(in(style, "市域内住院率", "In-city inpatient rate"),
                                          TONE_ACCENT, rate, &bands[0], 0.61)};
    const FanSeries flows[] = {
        with_bands(in(style, "流出", "Outflow"), TONE_ACCENT, out, &bands[1], 4127.0),
        with_bands(in(style, "流入", "Inflow"), TONE_GREY, into, &bands[2], 2318.0)};
    const FanBound bound = {2024, 2026, 90.0, FAN_AT_LEAST,
                            in(style, "报道：90%以上", "Reported: at least 90%")};
    const FanPanel panels[] = {
        {in(style, "市域内住院率，%", "In-city inpatient rate, %"),
         {1, "%"},
         rates,
         1,
         NULL,
         0,
         &bound,
         1},
        {in(style, "跨市住院，人次", "Admissions across the city's border, persons"),
         {0, ""},
         flows,
         2,
         NULL,
         0,
         NULL,
         0},
    };
    const FanMarker marker = {2025, in(style, "2025年：医共体", "2025: consortium")};
    const FanChart chart = {
        .text = {in(style, "住院留在市内：流出人次八年减少两成", "Outflow falls by a fifth"),
                 in(style, "怀化参保人住院的去向，2023—2030年",
                    "Where the insured of Huaihua are admitted, 2023-2030"),
                 note(style)},
        .panels = panels,
        .panel_count = 2,
        .markers = &marker,
        .marker_count = 1,
        .shared_until = NAN,
    };
    return chart_draw_fan(&chart, style, folder, name, report);
}
