// SPDX-License-Identifier: MIT
// One indicator in the base and in an alternative by year, above the difference of the two with its
// bands.
//
// The bands of levels are wide, for what is unknown of the numbers moves both scenarios alike; it
// drops out of the difference, whose own bands are what a claim must stand on.
#include "report/compare_chart.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PANELS = 2 };

typedef struct Chart {
    const ComparePair *pair;
    ChartSource base, alternative;
    RunSeries level[2], difference;
    Difference last; // of the last year
    RunMarkers markers;
    char title[2][RUN_WORDS], label[2][RUN_WORDS], name[RUN_NAME];
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS], heading[PANELS][RUN_WORDS];
} Chart;

// ---- what is drawn

static void read_difference(Chart *chart) {
    RunSeries *series = &chart->difference;
    series->count = 0;
    series->change_low = series->change_high = NAN;
    for (size_t k = 0; k < chart->level[0].count; k++) {
        const int year = (int)chart->level[0].year[k];
        const Difference one = compare_difference(chart->pair, year);
        if (!isfinite(compare_told(&one))) continue;
        const size_t i = series->count++;
        series->year[i] = year;
        series->value[i] = compare_told(&one);
        series->low_50[i] = one.band[BAND_25];
        series->high_50[i] = one.band[BAND_75];
        series->low[i] = one.band[BAND_05];
        series->high[i] = one.band[BAND_95];
        chart->last = one;
    }
}

static int is_in_base(const Chart *chart, const Reform *reform) {
    const Experiment *base = chart->base.experiment;
    for (int i = 0; i < base->reform_count; i++) {
        const Reform *other = &base->reforms[i];
        if (other->lever == reform->lever && other->start_day == reform->start_day &&
            other->coverage == reform->coverage &&
            memcmp(other->in_county, reform->in_county, sizeof reform->in_county) == 0)
            return 1;
    }
    return 0;
}

// The reforms that only the alternative has.
static Status read_markers(Chart *chart, Report *report) {
    Experiment *other = report_calloc(report, 1, sizeof *other);
    if (!other) return STATUS_NO_MEMORY;
    *other = *chart->alternative.experiment;
    other->reform_count = 0;
    for (int i = 0; i < chart->alternative.experiment->reform_count; i++)
        if (!is_in_base(chart, &chart->alternative.experiment->reforms[i]))
            other->reforms[other->reform_count++] = chart->alternative.experiment->reforms[i];
    const ChartSource source = {other, chart->alternative.levers, chart->alternative.values, NULL};
    run_markers(&chart->markers, &source, chart->pair->language);
    free(other);
    return STATUS_OK;
}

// The last year before the scenarios part, NaN if that is the first.
static double shared_until(const Chart *chart) {
    const RunSeries *difference = &chart->difference;
    size_t same = 0;
    while (same < difference->count && !(fabs(difference->value[same]) > 0.0) &&
           !(difference->high[same] > difference->low[same]))
        same++;
    return same > 0 ? difference->year[same - 1] : NAN;
}

// ---- what is said

static void say_open(Chart *chart) {
    const ComparePair *pair = chart->pair;
    const int zh = pair->language == LANGUAGE_ZH;
    char low[4 * TYPESET_NUMBER], high[4 * TYPESET_NUMBER];
    run_say(chart->headline,
            zh ? "“%s”与“%s”孰高孰低尚难断定" : "\"%s\" and \"%s\" cannot be told apart",
            chart->title[1], chart->title[0]);
    if (!isfinite(chart->last.band[BAND_05])) return;
    compare_signed(low, pair, &chart->last, chart->last.band[BAND_05]);
    compare_signed(high, pair, &chart->last, chart->last.band[BAND_95]);
    run_say(chart->headline, zh ? "（%s至%s%s）" : " (%s to %s%s)", low, high,
            compare_unit_of_difference(pair));
}

static void say_headline(Chart *chart) {
    const ComparePair *pair = chart->pair;
    const CompareSign sign = compare_sign(&chart->last);
    const int year = run_last_year(&chart->base), zh = pair->language == LANGUAGE_ZH;
    char size[4 * TYPESET_NUMBER];
    compare_size(size, pair, &chart->last, compare_told(&chart->last));
    if (zh)
        run_say(chart->headline, "%d年%s：", year, chart->name);
    else
        run_say(chart->headline, "%s in %d: ", chart->name, year);
    if (sign == COMPARE_OPEN)
        say_open(chart);
    else if (sign == COMPARE_NONE)
        run_say(chart->headline,
                zh ? "“%s”与“%s”没有差别" : "the same under \"%s\" as under \"%s\"",
                chart->title[1], chart->title[0]);
    else if (zh)
        run_say(chart->headline, "“%s”比“%s”%s%s%s", chart->title[1], chart->title[0],
                compare_higher(pair, sign > 0), size, compare_unit_in_headline(pair));
    else
        run_say(chart->headline, "%s%s%s under \"%s\" than under \"%s\"", size,
                compare_unit_in_headline(pair), compare_higher(pair, sign > 0), chart->title[1],
                chart->title[0]);
}

static void say_headings(Chart *chart) {
    const ComparePair *pair = chart->pair;
    const Language language = pair->language;
    double low = chart->level[0].value[0], high = low;
    run_reach(&chart->level[0], &low, &high);
    run_reach(&chart->level[1], &low, &high);
    run_say(chart->heading[0], run_in(language, "%s，%s", "%s, %s"), chart->name,
            compare_unit(pair));
    run_tell_cut_axis_of(chart->heading[0], low, high, 0.0, language);
    run_say(chart->heading[1],
            run_in(language, "差值：“%s”减“%s”，%s", "Difference: \"%s\" minus \"%s\",%s"),
            chart->title[1], chart->title[0], compare_unit_of_difference(pair));
}

static void say_rest(Chart *chart) {
    const ComparePair *pair = chart->pair;
    const Language language = pair->language;
    run_say(chart->subtitle, run_in(language, "%s（%s）及其差值；", "%s (%s) and its difference; "),
            chart->name, compare_unit(pair));
    compare_tell_place(chart->subtitle, pair);
    run_tell_bands(chart->subtitle, &chart->base, language);
    compare_note(chart->note, pair, &chart->last);
    say_headings(chart);
}

// ---- the chart

static ChartFormat level_format(const ComparePair *pair) {
    const Indicator *indicator = indicator_at(pair->indicator);
    return (ChartFormat){indicator->decimals == 0 ? THREE_DIGITS : indicator->decimals, ""};
}

static ChartFormat difference_format(const Chart *chart) {
    const int decimals =
        difference_decimals(&chart->last, indicator_at(chart->pair->indicator)->decimals);
    const double size = fmax(fabs(chart->last.band[BAND_05]), fabs(chart->last.band[BAND_95]));
    const double most = isfinite(size) ? size : fabs(chart->last.central);
    return (ChartFormat){most >= 1000.0 ? THREE_DIGITS : decimals, ""};
}

static Status draw_it(const Chart *chart, const ChartStyle *style, const char *folder,
                      const char *name, Report *report) {
    const FanSeries levels[] = {run_line(&chart->level[1], chart->label[1], TONE_ACCENT),
                                run_line(&chart->level[0], chart->label[0], TONE_GREY)};
    const FanSeries difference =
        run_line(&chart->difference, run_in(style->language, "差值", "Difference"), TONE_ACCENT);
    const FanPanel panels[PANELS] = {{.heading = chart->heading[0],
                                      .format = level_format(chart->pair),
                                      .series = levels,
                                      .series_count = 2},
                                     {.heading = chart->heading[1],
                                      .format = difference_format(chart),
                                      .series = &difference,
                                      .series_count = 1,
                                      .is_difference = 1}};
    const FanChart fan = {.text = {chart->headline, chart->subtitle, chart->note},
                          .panels = panels,
                          .panel_count = PANELS,
                          .markers = chart->markers.markers,
                          .marker_count = chart->markers.count,
                          .shared_until = shared_until(chart)};
    return chart_draw_fan(&fan, style, folder, name, report);
}

static Status refuse(const ComparePair *pair, Report *report) {
    const Indicator *indicator = indicator_at(pair->indicator);
    if (indicator->not_compared)
        return report_problem(report, STATUS_INVALID,
                              "differences in %s are not estimated; hxsim explain %s says why",
                              indicator->info.name, indicator->info.name);
    return report_problem(
        report, STATUS_INVALID,
        "%s has no values of the whole city in these years that could be compared",
        indicator->info.name);
}

static Status draw_both(Chart *chart, const ChartStyle *style, const char *folder, const char *name,
                        Report *report) {
    const ComparePair *pair = chart->pair;
    const char *measure = indicator_at(pair->indicator)->info.name;
    run_series(&chart->level[0], &chart->base, measure, WHOLE_CITY);
    run_series(&chart->level[1], &chart->alternative, measure, WHOLE_CITY);
    read_difference(chart);
    if (chart->difference.count == 0 || chart->level[1].count == 0) return refuse(pair, report);
    const Status status = read_markers(chart, report);
    if (status != STATUS_OK) return status;
    compare_title(chart->title[0], pair, 0);
    compare_title(chart->title[1], pair, pair->alternative);
    for (int i = 0; i < 2; i++) {
        memcpy(chart->label[i], chart->title[i], RUN_WORDS);
        run_capital(chart->label[i], pair->language);
    }
    compare_indicator(chart->name, pair);
    say_headline(chart);
    say_rest(chart);
    return draw_it(chart, style, folder, name, report);
}

static int applies(const ComparePair *pair) {
    const Difference last =
        compare_difference(pair, pair->source->compared->values[0].first_year +
                                     pair->source->compared->values[0].years - 1);
    return !indicator_at(pair->indicator)->not_compared && isfinite(compare_told(&last));
}

static Status draw(const ComparePair *pair, const ChartStyle *style, const char *folder,
                   const char *name, Report *report) {
    if (indicator_at(pair->indicator)->not_compared) return refuse(pair, report);
    Chart *chart = report_calloc(report, 1, sizeof *chart);
    if (!chart) return STATUS_NO_MEMORY;
    chart->pair = pair;
    chart->base = compare_base(pair);
    chart->alternative = compare_alternative(pair);
    const Status status = draw_both(chart, style, folder, name, report);
    free(chart);
    return status;
}

const CompareChart compare_chart_difference = {
    .info = {"difference", "水平与差值", "levels and their difference",
             "of compare: an indicator in base and alternative by year, above the difference with "
             "its bands"},
    .applies = applies,
    .draw = draw,
};
