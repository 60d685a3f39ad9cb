// SPDX-License-Identifier: MIT
#include "report/transplant_charts.h"

#include "base/share.h"
#include "base/version.h"
#include "report/chart_heat.h"
#include "report/chart_slope.h"
#include "report/transplant_chart.h"
#include "report/transplant_tables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- what all charts say

static Difference shown(const Shown *what, int city, int row) {
    return transplant_difference(&what->transplant->city[city], row, what->indicator,
                                 transplant_year(what->transplant));
}

ComparePair transplant_pair(const Shown *what, int city, CompareSource *source) {
    const TransplantCity *one = &what->transplant->city[city];
    *source = (CompareSource){.compared = &one->compared,
                              .draws = one->runs.draws,
                              .levers = what->transplant->levers,
                              .lever_count = what->transplant->lever_count};
    return (ComparePair){source, what->transplant->rows, one->compared.indicator[what->indicator],
                         what->language};
}

const char *transplant_say_in(const Shown *what, const char *zh, const char *en) {
    return what->language == LANGUAGE_ZH ? zh : en;
}

// The least and the greatest difference that all reforms make.
static void range_of(const Shown *what, Difference *least, Difference *most) {
    *least = *most = shown(what, 0, what->transplant->rows - 1);
    for (int c = 1; c < what->transplant->city_count; c++) {
        const Difference one = shown(what, c, what->transplant->rows - 1);
        if (one.central < least->central) *least = one;
        if (one.central > most->central) *most = one;
    }
}

static int some_grey(const Shown *what) {
    const Transplant *transplant = what->transplant;
    for (int c = 0; c < transplant->city_count; c++)
        for (int row = 0; row < transplant->rows; row++)
            if (transplant->city[c].synthetic[row + 1]) return 1;
    return 0;
}

void transplant_say_note(char note[RUN_WORDS], const Shown *what, bool with_grey) {
    const PairedRuns *runs = &what->transplant->city[0].runs;
    const Experiment *base = &runs->experiment[0];
    const int zh = what->language == LANGUAGE_ZH;
    run_say(note, "%s",
            zh ? "同样的假设机制，不同的起始条件；不是城市排名。模拟，非预测：各城市用同样的随机数"
                 "和参数抽样。"
               : "Same assumed mechanism, other starting conditions; no ranking of cities. "
                 "Simulated, not a forecast: the same luck and draws in every city. ");
    if (base->draws > 0)
        run_say(note,
                zh ? "区间为%d组参数抽样的90%%，不是概率。"
                   : "Intervals: 90%% of %d draws of the parameters, no probability. ",
                base->draws - runs->draws_missing);
    else if (base->replicates == 1)
        run_say(note, "%s",
                zh ? "只有一次模拟，随机性有多大不得而知。"
                   : "From one replicate: how much of it is chance is not told. ");
    if (with_grey && some_grey(what))
        run_say(
            note, "%s",
            zh ? "灰色：当地没有任何报道说明有多少机构参与，范围是假设的或取自别的城市。"
               : "Grey: nothing printed of the city says how much of it takes part; the scope is "
                 "assumed, or another city's. ");
    run_say(note,
            zh                      ? "1:%d抽样，重复%d次，种子%llu，hxsim %s。"
            : base->replicates == 1 ? "1 in %d residents, %d replicate, seed %llu, hxsim %s. "
                                    : "1 in %d residents, %d replicates, seed %llu, hxsim %s. ",
            base->scale, base->replicates, (unsigned long long)base->seed, HXSIM_VERSION);
}

static const char *reforms_in_words(const Shown *what) {
    const Transplant *transplant = what->transplant;
    return transplant->reform_count > 1
               ? transplant_say_in(what, "几项改革一起", "All reforms together")
               : transplant_row(transplant, 0, what->language);
}

// ---- heat

typedef struct Heat {
    HeatChart chart;
    char rows[HEAT_ROWS][RUN_NAME];
    char words[HEAT_ROWS][HEAT_COLUMNS][RUN_NAME], interval[HEAT_ROWS][HEAT_COLUMNS][RUN_NAME];
    Words say;
} Heat;

static void fill_cell(Heat *heat, const Shown *what, int row, int city) {
    char low[4 * TYPESET_NUMBER], high[4 * TYPESET_NUMBER], value[4 * TYPESET_NUMBER];
    CompareSource source;
    const ComparePair pair = transplant_pair(what, city, &source);
    const Difference difference = shown(what, city, row);
    char *words = heat->words[row][city], *interval = heat->interval[row][city];
    compare_signed(value, &pair, &difference, difference.central);
    snprintf(words, RUN_NAME, "%.90s", value);
    if (isfinite(difference.band[BAND_05])) {
        compare_signed(low, &pair, &difference, difference.band[BAND_05]);
        compare_signed(high, &pair, &difference, difference.band[BAND_95]);
        snprintf(interval, RUN_NAME, transplant_say_in(what, "%.40s至%.40s", "%.40s to %.40s"), low,
                 high);
    }
    heat->chart.cells[row][city] =
        (HeatCell){.value = difference.central,
                   .low = difference.band[BAND_05],
                   .high = difference.band[BAND_95],
                   .words = words,
                   .interval = interval,
                   .grey = what->transplant->city[city].synthetic[row + 1]};
}

// In how many cities the draws, or chance, leave the sign open; where neither was looked at, none.
static int open_signs(const Shown *what) {
    int open = 0;
    for (int c = 0; c < what->transplant->city_count; c++) {
        const Difference difference = shown(what, c, what->transplant->rows - 1);
        if (isfinite(difference.band[BAND_05]) || isfinite(difference.error))
            open += compare_sign(&difference) == COMPARE_OPEN;
    }
    return open;
}

static void say_heat(Heat *heat, const Shown *what) {
    char low[4 * TYPESET_NUMBER], high[4 * TYPESET_NUMBER];
    CompareSource source;
    const ComparePair pair = transplant_pair(what, 0, &source);
    Difference least, most;
    range_of(what, &least, &most);
    compare_signed(low, &pair, &least, least.central);
    compare_signed(high, &pair, &most, most.central);
    const int cities = what->transplant->city_count;
    if (what->language == LANGUAGE_ZH)
        run_say(heat->say.headline, "%s，%d个城市的%s变化%s至%s%s", reforms_in_words(what), cities,
                compare_measure(&pair), low, high, compare_unit_of_difference(&pair));
    else
        run_say(heat->say.headline, "%s: change in %s, %s to %s%s in %d cities",
                reforms_in_words(what), compare_measure(&pair), low, high,
                compare_unit_of_difference(&pair), cities);
    run_capital(heat->say.headline, what->language);
    if (open_signs(what) > 0)
        run_say(
            heat->say.headline,
            transplant_say_in(what, "；其中%d个的方向不能确定", "; in %d of them the sign is open"),
            open_signs(what));
    run_say(
        heat->say.subtitle,
        transplant_say_in(what, "每项改革在每个城市带来的差值，%s，%s，%d年，模拟",
                          "Difference that each reform makes in each city, %s,%s; %d, simulated"),
        compare_measure(&pair), compare_unit_of_difference(&pair),
        transplant_year(what->transplant));
    transplant_say_note(heat->say.note, what, true);
}

static Status draw_heat(const Shown *what, const ChartStyle *style, const char *folder,
                        const char *name, Report *report) {
    const Transplant *transplant = what->transplant;
    Heat *heat = report_calloc(report, 1, sizeof *heat);
    if (!heat) return STATUS_NO_MEMORY;
    heat->chart.row_count = (size_t)transplant->rows;
    heat->chart.column_count = (size_t)transplant->city_count;
    heat->chart.less = transplant_say_in(what, "减少", "less");
    heat->chart.more = transplant_say_in(what, "增加", "more");
    heat->chart.grey =
        transplant_say_in(what, "取决于合成或假设的输入", "rests on synthetic or assumed inputs");
    for (int c = 0; c < transplant->city_count; c++)
        heat->chart.columns[c] = transplant_city_name(&transplant->city[c], what->language);
    for (int row = 0; row < transplant->rows; row++) {
        snprintf(heat->rows[row], RUN_NAME, "%s", transplant_row(transplant, row, what->language));
        run_capital(heat->rows[row], what->language);
        heat->chart.rows[row] = heat->rows[row];
        for (int c = 0; c < transplant->city_count; c++)
            fill_cell(heat, what, row, c);
    }
    say_heat(heat, what);
    heat->chart.text = (ChartText){heat->say.headline, heat->say.subtitle, heat->say.note};
    const Status status = chart_draw_heat(&heat->chart, style, folder, name, report);
    free(heat);
    return status;
}

// ---- slope

typedef struct Slope {
    SlopeLine lines[MOST_CITIES];
    char before[MOST_CITIES][RUN_WORDS], after[MOST_CITIES][RUN_WORDS];
    Words say;
} Slope;

static void fill_line(Slope *slope, const Shown *what, int city) {
    char change[4 * TYPESET_NUMBER], level[4 * TYPESET_NUMBER];
    CompareSource source;
    const TransplantCity *one = &what->transplant->city[city];
    const ComparePair pair = transplant_pair(what, city, &source);
    const Difference difference = shown(what, city, what->transplant->rows - 1);
    const ChartFormat format = {indicator_at(pair.indicator)->decimals, ""};
    const char *name = transplant_city_name(one, what->language);
    chart_value(level, difference.base, NAN, NAN, format, what->language);
    run_say(slope->before[city], "%s  %s", name, level);
    chart_value(level, difference.alternative, NAN, NAN, format, what->language);
    compare_signed(change, &pair, &difference, difference.central);
    run_say(slope->after[city], transplant_say_in(what, "%s（%s）", "%s (%s)"), level, change);
    slope->lines[city] =
        (SlopeLine){.name = name,
                    .before = difference.base,
                    .after = difference.alternative,
                    .low = difference.base + difference.band[BAND_05],
                    .high = difference.base + difference.band[BAND_95],
                    .before_words = slope->before[city],
                    .after_words = slope->after[city],
                    .tone = one->synthetic[what->transplant->rows] ? TONE_GREY : TONE_ACCENT};
}

static double spread_of(const Slope *slope, int cities, int after) {
    double low = INFINITY, high = -INFINITY;
    for (int c = 0; c < cities; c++) {
        const double value = after ? slope->lines[c].after : slope->lines[c].before;
        low = fmin(low, value);
        high = fmax(high, value);
    }
    return high - low;
}

static void say_slope(Slope *slope, const Shown *what) {
    char before[4 * TYPESET_NUMBER], after[4 * TYPESET_NUMBER], measure[RUN_NAME];
    CompareSource source;
    const ComparePair pair = transplant_pair(what, 0, &source);
    const int cities = what->transplant->city_count;
    const ChartFormat format = {indicator_at(pair.indicator)->decimals + 1,
                                compare_unit_of_difference(&pair)};
    compare_indicator(measure, &pair);
    chart_value(before, spread_of(slope, cities, 0), NAN, NAN, format, what->language);
    chart_value(after, spread_of(slope, cities, 1), NAN, NAN, format, what->language);
    run_say(slope->say.headline,
            transplant_say_in(what, "%s：改革前各城市最多相差%s，同样的改革之后相差%s",
                              "%s: cities are up to %s apart without the reforms, %s with them"),
            measure, before, after);
    run_say(slope->say.subtitle,
            transplant_say_in(
                what, "%s（%s），没有和有这些改革（%s），%d年，模拟；括号内为差值",
                "%s, %s, without and with the reforms (%s); %d, simulated; in brackets the "
                "difference"),
            measure, compare_unit(&pair),
            transplant_row(what->transplant, what->transplant->rows - 1, what->language),
            transplant_year(what->transplant));
    if (isfinite(slope->lines[0].low))
        run_say(slope->say.subtitle, "%s",
                transplant_say_in(what, "，粗线为90%的抽样", ", thick rules 90% of draws"));
    transplant_say_note(slope->say.note, what, true);
}

static Status draw_slope(const Shown *what, const ChartStyle *style, const char *folder,
                         const char *name, Report *report) {
    Slope *slope = report_calloc(report, 1, sizeof *slope);
    if (!slope) return STATUS_NO_MEMORY;
    const int cities = what->transplant->city_count;
    for (int c = 0; c < cities; c++)
        fill_line(slope, what, c);
    say_slope(slope, what);
    const SlopeChart chart = {
        .text = {slope->say.headline, slope->say.subtitle, slope->say.note},
        .before = transplant_say_in(what, "没有这些改革", "Without"),
        .after = transplant_say_in(what, "有这些改革", "With"),
        .lines = slope->lines,
        .line_count = (size_t)cities,
    };
    const Status status = chart_draw_slope(&chart, style, folder, name, report);
    free(slope);
    return status;
}

// ---- all charts

typedef struct TransplantChart {
    ChartInfo info;
    Status (*draw)(const Shown *what, const ChartStyle *style, const char *folder, const char *name,
                   Report *report);
} TransplantChart;

static const TransplantChart charts[] = {
    {{"heat", "改革与城市的差值矩阵", "reforms against cities",
      "of transplant: the difference that each reform makes in each city, grey where it rests on "
      "synthetic or assumed inputs"},
     draw_heat},
    {{"slope", "各城市改革前后", "cities without and with the reforms",
      "of transplant: where each city stands without and with all reforms"},
     draw_slope},
    {{"blocks", "城市之间为何不同", "why cities differ",
      "of transplant: what each block of starting conditions has in the gap between two cities"},
     transplant_draw_parts},
};
enum { CHARTS = sizeof charts / sizeof *charts };

int transplant_charts_infos(ChartInfo *infos) {
    for (int i = 0; i < CHARTS; i++)
        infos[i] = charts[i].info;
    return CHARTS;
}

Status transplant_charts_check(const char *names, Report *report) {
    ChartInfo infos[CHARTS];
    return chart_names_check(names, infos, transplant_charts_infos(infos), report);
}

static Status draw(const ChartJob *job, const char *folder, const char *name, Report *report) {
    const TransplantChart *chart = job->chart;
    return chart->draw(job->what, &job->style, folder, name, report);
}

static bool is_wanted(const Shown *what, const TransplantChart *chart, const char *names) {
    const Difference difference = shown(what, 0, 0);
    return isfinite(difference.central) &&
           (strcmp(names, "auto") == 0 || chart_names_have(names, chart->info.name));
}

static size_t list_jobs(ChartJob *jobs, Shown *shows, const Transplant *transplant,
                        const Swaps *swaps, const ChartsAsked *asked, const char *plots) {
    size_t count = 0;
    for (int i = 0; i < transplant->city[0].compared.indicator_count; i++)
        for (int language = 0; language < asked->language_count; language++)
            for (int kind = 0; kind < CHARTS; kind++) {
                const Shown what = {transplant, swaps, i, asked->languages[language]};
                char name[96];
                if (!is_wanted(&what, &charts[kind], asked->names)) continue;
                snprintf(name, sizeof name, "%s-%.80s", charts[kind].info.name,
                         indicator_at(transplant->city[0].compared.indicator[i])->info.name);
                shows[count] = what;
                jobs[count] = chart_job(name, what.language, plots);
                jobs[count].chart = &charts[kind];
                jobs[count].what = &shows[count];
                count++;
            }
    return count;
}

size_t transplant_charts_draw_all(const Transplant *transplant, const Swaps *swaps,
                                  const ChartsAsked *asked, const char *folder,
                                  ChartsLeftOut *left_out) {
    const size_t most =
        (size_t)(transplant->city[0].compared.indicator_count * CHARTS * asked->language_count);
    char plots[SHARE_PATH];
    size_t drawn = 0;
    Report report;
    report_init(&report);
    ChartJob *jobs = report_calloc(&report, most, sizeof *jobs);
    Shown *shows = report_calloc(&report, most, sizeof *shows);
    left_out->count = 0;
    share_find(plots, "plots");
    if (jobs && shows)
        drawn = chart_jobs_draw(jobs, list_jobs(jobs, shows, transplant, swaps, asked, plots), draw,
                                asked->team, folder, left_out);
    else
        charts_leave_out(left_out, "all", STATUS_NO_MEMORY, &report, folder);
    report_free(&report);
    free(jobs);
    free(shows);
    return drawn;
}
