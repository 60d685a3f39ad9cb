// SPDX-License-Identifier: MIT
// What the difference of the last year rests on: the numbers that stand out among all, each moved
// from the low to the high end of its range, by the linear fit on the draws.
#include "report/compare_chart.h"

#include "report/chart_tornado.h"
#include "report/factor_words.h"
#include "study/batch.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ALL_TOGETHER = 1, MOST_BARS = ALL_TOGETHER + MOST_FIT_TERMS };

typedef struct Chart {
    const ComparePair *pair;
    const Attribution *row;
    Difference last;
    TornadoBar bars[MOST_BARS];
    char name[MOST_BARS][RUN_WORDS], low[MOST_BARS][RUN_WORDS], high[MOST_BARS][RUN_WORDS];
    size_t count;
    char title[2][RUN_WORDS], centre_words[RUN_WORDS];
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS];
} Chart;

static const Attribution *find_row(const ComparePair *pair) {
    const Attributions *attributions = pair->source->attributions;
    for (size_t i = 0; i < attributions->count; i++)
        if (attributions->row[i].alternative == pair->alternative &&
            attributions->row[i].indicator == pair->indicator)
            return &attributions->row[i];
    return NULL;
}

static int last_year_of(const ComparePair *pair) {
    const IndicatorValues *values = &pair->source->compared->values[0];
    return values->first_year + values->years - 1;
}

// ---- what is drawn

// Every number at once, as the draws have it: what the single ones are seen against.
static void add_all(Chart *chart) {
    const Language language = chart->pair->language;
    char value[4 * TYPESET_NUMBER];
    const size_t i = chart->count++;
    run_say(chart->name[i], "%s",
            run_in(language, "所有数值一起（90%的抽样）", "All numbers at once (90% of draws)"));
    compare_signed(value, chart->pair, &chart->last, chart->last.band[BAND_05]);
    run_say(chart->low[i], "%s", value);
    compare_signed(value, chart->pair, &chart->last, chart->last.band[BAND_95]);
    run_say(chart->high[i], "%s", value);
    chart->bars[i] = (TornadoBar){.name = chart->name[i],
                                  .low = chart->last.band[BAND_05],
                                  .high = chart->last.band[BAND_95],
                                  .low_words = chart->low[i],
                                  .high_words = chart->high[i],
                                  .tone = TONE_GREY};
}

// Which end of its range a number is at, and its value there.
static void say_end(char out[RUN_WORDS], const Draws *draws, int factor, int is_high,
                    Language language) {
    char value[RUN_WORDS];
    out[0] = '\0';
    factor_end(value, draws, factor, is_high, language);
    run_say(out, run_in(language, "%s：%s", "%s: %s"),
            is_high ? run_in(language, "高", "high") : run_in(language, "低", "low"), value);
}

// The fit goes through the median of the draws with the number in the middle of its law.
static void add_term(Chart *chart, size_t term) {
    const CompareSource *source = chart->pair->source;
    const SharedFactor *shared = chart->row->factor[term];
    const int here = shared->in_alternative != NO_FACTOR;
    const Draws *draws = &source->draws[here ? chart->pair->alternative : 0];
    const int factor = here ? shared->in_alternative : shared->in_base;
    const double slope = chart->row->fit.term[term].slope, middle = compare_told(&chart->last);
    const Language language = chart->pair->language;
    const size_t i = chart->count++;
    factor_name(chart->name[i], shared->factor, source->levers, source->lever_count, language);
    say_end(chart->low[i], draws, factor, 0, language);
    say_end(chart->high[i], draws, factor, 1, language);
    chart->bars[i] = (TornadoBar){.name = chart->name[i],
                                  .low = middle - 0.5 * slope,
                                  .high = middle + 0.5 * slope,
                                  .low_words = chart->low[i],
                                  .high_words = chart->high[i],
                                  .tone = TONE_ACCENT};
}

static int longer_first(const void *a, const void *b) {
    const TornadoBar *one = a, *other = b;
    const double first = fabs(one->high - one->low), second = fabs(other->high - other->low);
    return (first < second) - (first > second);
}

// ---- what is said

// What stands behind the colon of an end's words.
static const char *value_of(const char *words) {
    const char *chinese = strstr(words, "："), *english = strstr(words, ": ");
    return chinese ? chinese + strlen("：") : english ? english + strlen(": ") : words;
}

static void say_headline(Chart *chart) {
    const ComparePair *pair = chart->pair;
    const TornadoBar *longest = &chart->bars[0];
    const int year =
        pair->source->compared->values[0].first_year + pair->source->compared->values[0].years - 1;
    char low[4 * TYPESET_NUMBER], high[4 * TYPESET_NUMBER];
    const char *from = value_of(longest->low_words), *to = value_of(longest->high_words);
    compare_signed(low, pair, &chart->last, longest->low);
    compare_signed(high, pair, &chart->last, longest->high);
    if (pair->language == LANGUAGE_ZH)
        run_say(chart->headline, "%d年%s差多少，最取决于“%s”：由%s到%s，差值由%s变为%s%s", year,
                compare_measure(pair), longest->name, from, to, low, high,
                compare_unit_of_difference(pair));
    else
        run_say(chart->headline,
                "The difference in %s in %d hangs most on \"%s\": from %s to %s it goes from %s to "
                "%s%s",
                compare_measure(pair), year, longest->name, from, to, low, high,
                compare_unit_of_difference(pair));
}

static void say_flip(Chart *chart) {
    const Attribution *row = chart->row;
    const Language language = chart->pair->language;
    char low[4 * TYPESET_NUMBER], high[4 * TYPESET_NUMBER], name[RUN_WORDS];
    if (row->flip != FLIP_CONFIRMED && row->flip != FLIP_REFUTED) return;
    factor_name(name, row->factor[row->flipping]->factor, chart->pair->source->levers,
                chart->pair->source->lever_count, language);
    compare_signed(low, chart->pair, &chart->last, row->low);
    compare_signed(high, chart->pair, &chart->last, row->high);
    run_say(chart->note,
            run_in(language, "配对运行：“%s”取低值时差值%s，取高值时%s，%s。",
                   "Run in pairs with \"%s\" at its ends: %s and %s, which %s. "),
            name, low, high,
            row->flip == FLIP_CONFIRMED ? run_in(language, "符号改变", "turns the sign")
                                        : run_in(language, "符号不变", "does not turn the sign"));
}

static void say_rest(Chart *chart) {
    const ComparePair *pair = chart->pair;
    const Language language = pair->language;
    char middle[4 * TYPESET_NUMBER];
    double share = 0.0;
    for (size_t k = 0; k < chart->row->fit.count; k++)
        share += chart->row->fit.term[k].share;
    const char *unit = compare_unit_of_difference(pair);
    const City *city = &pair->source->compared->experiment[0].city;
    run_say(chart->subtitle,
            run_in(language, "“%s”减“%s”，单个数值取其范围两端时，%s；%s，%d年，模拟",
                   "\"%s\" minus \"%s\" with one number at the ends of its range,%s; %s, %d, "
                   "simulated"),
            chart->title[1], chart->title[0], unit, run_in(language, city->name_zh, city->name_en),
            last_year_of(pair));
    compare_signed(middle, pair, &chart->last, compare_told(&chart->last));
    run_say(chart->centre_words, run_in(language, "中位数%s", "median %s"), middle);
    compare_note(chart->note, pair, &chart->last);
    run_say(
        chart->note,
        run_in(language,
               "由抽样的线性拟合得出，只列能与偶然区分的数值；它们占抽样间方差的%.0f%%，其余未能"
               "归因。",
               "By a linear fit on the draws; only numbers that stand out from chance are "
               "shown, with %.0f%% of the variance over draws; the rest is not attributed. "),
        100.0 * share);
    say_flip(chart);
}

// ---- the chart

static Status draw_it(const Chart *chart, const ChartStyle *style, const char *folder,
                      const char *name, Report *report) {
    const Language language = style->language;
    const TornadoChart tornado = {.text = {chart->headline, chart->subtitle, chart->note},
                                  .bars = chart->bars,
                                  .bar_count = chart->count,
                                  .centre = compare_told(&chart->last),
                                  .centre_words = chart->centre_words,
                                  .less = run_in(language, "← 差值更低", "← lower"),
                                  .more = run_in(language, "差值更高 →", "higher →"),
                                  .zero_words = run_in(language, "无差别", "no difference"),
                                  .format = {0, ""}};
    return chart_draw_tornado(&tornado, style, folder, name, report);
}

static int applies(const ComparePair *pair) {
    const Attribution *row = find_row(pair);
    return row && row->fit.count > 0;
}

static Status draw(const ComparePair *pair, const ChartStyle *style, const char *folder,
                   const char *name, Report *report) {
    const char *measure = indicator_at(pair->indicator)->info.name;
    if (!applies(pair))
        return report_problem(report, STATUS_INVALID,
                              "no single number stands out among those that the difference in %s "
                              "rests on; compare with more draws",
                              measure);
    Chart *chart = report_calloc(report, 1, sizeof *chart);
    if (!chart) return STATUS_NO_MEMORY;
    chart->pair = pair;
    chart->row = find_row(pair);
    chart->last = compare_difference(pair, last_year_of(pair));
    compare_title(chart->title[0], pair, 0);
    compare_title(chart->title[1], pair, pair->alternative);
    for (size_t term = 0; term < chart->row->fit.count; term++)
        add_term(chart, term);
    qsort(chart->bars, chart->count, sizeof *chart->bars, longer_first);
    add_all(chart);
    say_headline(chart);
    say_rest(chart);
    const Status status = draw_it(chart, style, folder, name, report);
    free(chart);
    return status;
}

const CompareChart compare_chart_tornado = {
    .info = {"tornado", "差值取决于哪些假设", "what a difference rests on",
             "of compare: the numbers that move the difference of the last year most, with both "
             "ends of their ranges"},
    .applies = applies,
    .draw = draw,
};
