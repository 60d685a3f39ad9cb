// SPDX-License-Identifier: MIT
#include "unit/report/example_charts.h"

#include "report/chart_bars.h"
#include "report/chart_fan.h"
#include "report/chart_multiples.h"
#include "report/chart_sankey.h"

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
    const FanPanel panel = {NULL, {1, "%"}, series, 3, points, 2, NULL, 0, 0, 0};
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
         1,
         0,
         0},
        {in(style, "跨市住院，人次", "Admissions across the city's border, persons"),
         {0, ""},
         flows,
         2,
         NULL,
         0,
         NULL,
         0,
         0,
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

enum { MONTHS = 96, LINES = 7 };

Status example_crowd(const ChartStyle *style, const char *folder, const char *name,
                     Report *report) {
    const char *const names[LINES] = {
        in(style, "按病种付费与县域医共体合并实施", "Case payment and county consortium together"),
        in(style, "维持现状", "As it is"),
        in(style, "县域医共体", "County consortium"),
        in(style, "按病种付费", "Payment by case"),
        in(style, "检查结果互认", "Results recognised"),
        in(style, "家庭医生签约", "Family doctors"),
        in(style, "全国背景", "Nation")};
    static const ChartTone tones[LINES] = {TONE_ACCENT, TONE_GREY, TONE_GREY,      TONE_SECOND,
                                           TONE_GREY,   TONE_GREY, TONE_BACKGROUND};
    double time[MONTHS], value[LINES][MONTHS], low[MONTHS], high[MONTHS];
    FanSeries series[LINES];
    for (size_t i = 0; i < MONTHS; i++) {
        const double since = fmax(0.0, (double)i - 24.0);
        time[i] = 2023.0 + (double)i / 12.0;
        for (size_t k = 0; k < LINES; k++)
            value[k][i] = 0.8 * sin(0.5 * (double)i) - 2.1 + 0.02 * since * (3.0 - (double)k);
        low[i] = value[0][i] - 2.0 - 0.03 * (double)i;
        high[i] = value[0][i] + 2.0 + 0.03 * (double)i;
    }
    for (size_t k = 0; k < LINES; k++)
        series[k] = (FanSeries){names[k], tones[k], MONTHS,         time,           value[k],
                                NULL,     NULL,     k ? NULL : low, k ? NULL : high};
    const FanBound bound = {2026, 2028.5, 4.3, FAN_AT_MOST,
                            in(style, "报道：不超过4.3天", "Reported: at most 4.3 days")};
    const FanPoint points[] = {{2025.5, 1.1, in(style, "报道：1.1天", "Reported: 1.1 days")},
                               {2025.7, 1.3, in(style, "报道：1.3天", "Reported: 1.3 days")}};
    const FanMarker markers[] = {
        {2025.0, in(style, "2025年：按病种付费", "2025: payment by case")},
        {2025.1, in(style, "2025年2月：互认", "February 2025: results")},
        {2025.3, in(style, "2025年4月：家庭医生", "April 2025: family doctors")},
        {2030.5,
         in(style, "2030年7月：医共体总额付费全面推开", "July 2030: one budget everywhere")},
        {2030.8, in(style, "年末：结束", "The end")}};
    const FanPanel panel = {
        NULL, {1, in(style, "天", " days")}, series, LINES, points, 2, &bound, 1, 0, 0};
    const FanChart chart = {
        .text = {in(style, "五项改革合并实施后，差距先扩大、后缩小", "The gap widens, then closes"),
                 in(style, "候诊天数与维持现状之差", "Waiting days, difference from as it is"),
                 note(style)},
        .panels = &panel,
        .panel_count = 1,
        .markers = markers,
        .marker_count = 5,
        .shared_until = 2025,
    };
    return chart_draw_fan(&chart, style, folder, name, report);
}

enum { COUNTIES = 13, TIERS = 5, ENDS = 4 };

static const char *const counties[2][COUNTIES] = {
    {"鹤城区", "中方县", "沅陵县", "辰溪县", "溆浦县", "会同县", "麻阳县", "新晃县", "芷江县",
     "靖州县", "通道县", "洪江市", "洪江区"},
    {"Hecheng", "Zhongfang", "Yuanling", "Chenxi", "Xupu", "Huitong", "Mayang", "Xinhuang",
     "Zhijiang", "Jingzhou", "Tongdao", "Hongjiang City", "Hongjiang District"}};

Status example_sankey(const ChartStyle *style, const char *folder, const char *name,
                      Report *report) {
    static const double people[COUNTIES] = {7.11, 2.43, 5.78, 4.52, 7.37, 3.14, 3.41,
                                            2.39, 3.47, 2.46, 2.13, 4.19, 0.61};
    static const double first[TIERS] = {0.213, 0.287, 0.331, 0.117, 0.052};
    static const double end[TIERS][ENDS] = {{0.31, 0.47, 0.15, 0.07},
                                            {0.42, 0.41, 0.12, 0.05},
                                            {0.03, 0.79, 0.13, 0.05},
                                            {0.01, 0.06, 0.86, 0.07},
                                            {0.0, 0.05, 0.08, 0.87}};
    const char *const tiers[TIERS] = {
        in(style, "村卫生室", "Village clinic"), in(style, "乡镇卫生院", "Township centre"),
        in(style, "县级医院", "County hospital"), in(style, "市级医院", "City hospital"),
        in(style, "市外", "Outside")};
    const char *const ends[ENDS] = {
        in(style, "乡镇卫生院", "Township centre"), in(style, "县级医院", "County hospital"),
        in(style, "市级医院", "City hospital"), in(style, "市外医院", "Outside")};
    const char *const headings[] = {in(style, "居住地", "Home"),
                                    in(style, "首诊机构", "First contact"),
                                    in(style, "住院地", "Admitted at")};
    SankeyNode nodes[COUNTIES + TIERS + ENDS];
    SankeyFlow flows[COUNTIES * TIERS + TIERS * ENDS];
    double seen[TIERS] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNTIES; i++)
        nodes[i] = (SankeyNode){counties[style->language][i], 0, TONE_GREY};
    for (size_t i = 0; i < TIERS; i++)
        nodes[COUNTIES + i] = (SankeyNode){tiers[i], 1, TONE_GREY};
    for (size_t i = 0; i < ENDS; i++)
        nodes[COUNTIES + TIERS + i] =
            (SankeyNode){ends[i], 2, i + 1 == ENDS ? TONE_ACCENT : TONE_GREY};
    for (size_t i = 0; i < COUNTIES; i++)
        for (size_t k = 0; k < TIERS; k++) {
            const double tilt = 1.0 + 0.09 * ((double)((i * 7 + k * 3) % 5) - 2.0);
            const double value = 16384.0 * people[i] * first[k] * tilt;
            seen[k] += value;
            flows[count++] = (SankeyFlow){i, COUNTIES + k, value, TONE_GREY};
        }
    for (size_t k = 0; k < TIERS; k++)
        for (size_t e = 0; e < ENDS; e++)
            flows[count++] = (SankeyFlow){COUNTIES + k, COUNTIES + TIERS + e, seen[k] * end[k][e],
                                          e + 1 == ENDS ? TONE_ACCENT : TONE_GREY};
    const SankeyChart chart = {
        .text = {in(style, "十个住院病人有九个留在市内，多数从县乡起步",
                    "Nine of ten inpatients stay in the city, most start near home"),
                 in(style, "住院病人的居住地、首诊机构与住院地，人次；怀化市，2025年",
                    "Inpatients by home, first contact and place of admission, persons; Huaihua, "
                    "2025"),
                 note(style)},
        .headings = headings,
        .column_count = 3,
        .nodes = nodes,
        .node_count = COUNTIES + TIERS + ENDS,
        .flows = flows,
        .flow_count = count,
        .format = {0, ""},
    };
    return chart_draw_sankey(&chart, style, folder, name, report);
}

Status example_multiples(const ChartStyle *style, const char *folder, const char *name,
                         Report *report) {
    double median[COUNTIES][YEARS], low[COUNTIES][YEARS], high[COUNTIES][YEARS];
    const MultiplesPoint points[] = {{2025, 66.3, in(style, "报道：66.3%", "Reported: 66.3%")}};
    MultiplesPanel panels[COUNTIES];
    for (size_t i = 0; i < COUNTIES; i++) {
        const double start = 44.3 + 1.37 * (double)((i * 5) % COUNTIES);
        for (size_t k = 0; k < YEARS; k++)
            median[i][k] = start +
                           7.9 * (1.0 - exp(-0.31 * (double)k)) * (1.0 + 0.4 * sin((double)i)) +
                           0.4 * sin(2.3 * (double)(k + i));
        widen(low[i], median[i], -1.7);
        widen(high[i], median[i], 1.9);
        panels[i] = (MultiplesPanel){
            counties[style->language][i], median[i], low[i], high[i], NULL, 0, NULL};
    }
    panels[4].points = panels[11].points = points;
    panels[4].point_count = panels[11].point_count = 1;
    const MultiplesChart chart = {
        .text =
            {in(style, "十三个县市区的基层就诊比例都上升，幅度相差一倍多",
                "Primary-care share rises in all 13 counties, twice as much in some as in others"),
             in(style,
                "基层就诊人次占比，%，与90%区间；灰线为其他县市区，纵轴相同；虚线为2024年改革",
                "Primary-care visit share, %, with 90 % interval; grey: the other counties, same "
                "axes; dotted: reform of 2024"),
             note(style)},
        .time = years,
        .count = YEARS,
        .panels = panels,
        .panel_count = COUNTIES,
        .format = {0, "%"},
        .marker = 2024.0,
    };
    return chart_draw_multiples(&chart, style, folder, name, report);
}

Status example_bars(const ChartStyle *style, const char *folder, const char *name, Report *report) {
    enum { BARS = 9 };
    Bar bars[BARS];
    for (size_t i = 0; i < BARS; i++) {
        const double value = 71.37 - 1.93 * (double)i - 0.11 * (double)(i * i);
        bars[i] = (Bar){counties[style->language][i], i ? TONE_GREY : TONE_ACCENT, value,
                        value - 1.61, value + 1.73};
    }
    const Bar flows[] = {
        {in(style, "流出：参保人在市外住院", "Outflow: the insured admitted outside the city"),
         TONE_ACCENT, 98731.0, (double)NAN, (double)NAN},
        {in(style, "流入", "Inflow"), TONE_GREY, 0.0, (double)NAN, (double)NAN}};
    const BarsPanel panels[] = {
        {in(style, "基层就诊比例，%", "Primary-care visit share, %"),
         {1, "%"},
         bars,
         BARS,
         69.3,
         in(style, "报道：69.3%以上（未注明年份）", "Reported: at least 69.3% (no year given)")},
        {in(style, "跨市住院，人次", "Admissions across the border"),
         {THREE_DIGITS, ""},
         flows,
         2,
         (double)NAN,
         NULL}};
    const BarsChart chart = {
        .text = {in(style, "鹤城区基层就诊比例最高，芷江县最低",
                    "Primary-care share is highest in Hecheng and lowest in Zhijiang"),
                 in(style, "基层就诊人次占比，%，与90%区间；怀化市，2025年",
                    "Primary-care visit share, %, with 90 % interval; Huaihua, 2025"),
                 note(style)},
        .panels = panels,
        .panel_count = 2,
    };
    return chart_draw_bars(&chart, style, folder, name, report);
}
