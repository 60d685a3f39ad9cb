// SPDX-License-Identifier: MIT
#include "report/score_chart.h"

#include "base/share.h"
#include "base/version.h"
#include "report/chart_intervals.h"
#include "report/run_chart_words.h"
#include "report/score_words.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SCORE_JOBS = 48 };

const ChartInfo score_chart_info = {
    "score", "报道与模拟对照", "reported beside simulated",
    "of score: a city's reported figures on the 90 % interval that was simulated, and the level or "
    "trend of the province or nation"};

typedef struct ScoreChart {
    const ScoredCity *city;
    Language language;
    IntervalRow rows[INTERVALS_MOST];
    size_t count;
    char name[INTERVALS_MOST][SCORE_NAME + 64];
    char figure[INTERVALS_MOST][SCORE_AMOUNT], interval[INTERVALS_MOST][SCORE_AMOUNT];
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS];
} ScoreChart;

static bool is_shown(const ScoreRow *row, FigureRole role) {
    return row->role->role == role && row->state == SCORE_DONE && !score_is_anchor(row);
}

static void add_row(ScoreChart *chart, const ScoreRow *row, const char *heading) {
    const Language language = chart->language;
    const size_t i = chart->count;
    char measure[SCORE_NAME], when[SCORE_WHEN];
    if (i == INTERVALS_MOST) return;
    score_measure(measure, row, language);
    score_when(when, row->reading, language);
    snprintf(chart->name[i], sizeof chart->name[i], run_in(language, "%s，%s", "%s, %s"), measure,
             when);
    score_interval(chart->figure[i], row, row->printed, language);
    score_interval(chart->interval[i], row, row->simulated, language);
    chart->rows[chart->count++] = (IntervalRow){.heading = heading,
                                                .name = chart->name[i],
                                                .low = row->simulated.low,
                                                .high = row->simulated.high,
                                                .null_low = row->null.low,
                                                .null_high = row->null.high,
                                                .figure_low = row->printed.low,
                                                .figure_high = row->printed.high,
                                                .figure_words = chart->figure[i],
                                                .interval_words = chart->interval[i],
                                                .tone = row->is_inside ? TONE_ACCENT : TONE_SECOND};
}

static void add_group(ScoreChart *chart, FigureRole role, const char *heading) {
    for (int i = 0; i < chart->city->count; i++) {
        const ScoreRow *row = &chart->city->rows[i];
        if (!is_shown(row, role)) continue;
        add_row(chart, row, heading);
        heading = NULL;
    }
}

// What the readings of the figures come to: how many of them lie inside, and, of those kept for
// checking, how many were told better than by the null.
static void say_headline(ScoreChart *chart) {
    const Language language = chart->language;
    const City *city = chart->city->runs.values[0].city;
    CityTotals totals = {0};
    score_add_city(&totals, chart->city);
    const int compared = totals.targets.compared + totals.held_out.compared;
    const int inside = totals.targets.inside_by_any + totals.held_out.inside_by_any;
    run_say(chart->headline,
            run_in(language, "%s：%d项可比的报道数字，%d项落在模拟区间内",
                   "%s: of %d reported figures %d lie in what was simulated"),
            run_in(language, city->name_zh, city->name_en), compared, inside);
    if (totals.held_out.with_null > 0)
        run_say(chart->headline,
                run_in(language, "；保留检验%d项中%d项胜过全国走势",
                       "; of %d held out, the model beats the nation's trend on %d"),
                totals.held_out.with_null, totals.held_out.skilled);
}

static void say_rest(ScoreChart *chart) {
    const Language language = chart->language;
    const Experiment *experiment = &chart->city->runs.experiment[0];
    run_say(chart->subtitle, "%s",
            run_in(language, "报道数字与模拟的90%区间，每行一个尺度；同一数字有多种读法的各占一行",
                   "Reported figures on simulated 90 % intervals, each row on its own scale; "
                   "a figure that can be read in several ways has a row for each"));
    run_say(chart->note,
            run_in(language, "模拟，非预测：%d组参数抽样（1:%d），中心线1:%d，种子%llu，hxsim %s。",
                   "Simulated, not a forecast: %d draws of the parameters (1 in %d residents), "
                   "central line 1 in %d, seed %llu, hxsim %s. "),
            indicator_values_whole_draws(&chart->city->runs.values[0]), experiment->draw_scale,
            experiment->scale, (unsigned long long)experiment->seed, HXSIM_VERSION);
    run_say(
        chart->note, "%s",
        run_in(language,
               "落在宽区间内不算证据，胜过参照才是。报道数字：省级卫生健康类报纸，2025—2026年。",
               "Lying in a wide interval is no evidence, beating the null is. Reported: "
               "provincial health newspaper, 2025 to 2026."));
}

static Status draw(const ChartJob *job, const char *folder, const char *name, Report *report) {
    ScoreChart *chart = report_calloc(report, 1, sizeof *chart);
    if (!chart) return STATUS_NO_MEMORY;
    const Language language = job->style.language;
    chart->city = job->what;
    chart->language = language;
    add_group(chart, ROLE_TARGET, run_in(language, "标定目标", "Targets"));
    add_group(chart, ROLE_HELD_OUT, run_in(language, "保留检验", "Held out"));
    say_headline(chart);
    say_rest(chart);
    const IntervalsChart intervals = {
        .text = {chart->headline, chart->subtitle, chart->note},
        .rows = chart->rows,
        .row_count = chart->count,
        .inside_words = run_in(language, "■ 模拟，含报道值", "■ simulated, figure inside"),
        .outside_words = run_in(language, "■ 模拟，不含", "■ outside"),
        .null_words = run_in(language, "■ 省或全国", "■ province or nation"),
        .figure_word = run_in(language, "┃ 报道", "┃ reported"),
        .figure_head = run_in(language, "报道", "reported"),
        .interval_head = run_in(language, "模拟", "simulated")};
    const Status status = chart_draw_intervals(&intervals, &job->style, folder, name, report);
    free(chart);
    return status;
}

static bool has_rows(const ScoredCity *city) {
    bool has = false;
    for (int i = 0; i < city->count; i++)
        has =
            has || is_shown(&city->rows[i], ROLE_TARGET) || is_shown(&city->rows[i], ROLE_HELD_OUT);
    return has;
}

size_t score_charts_draw(ScoredCity *const *cities, int count, const ChartsAsked *asked,
                         const char *folder, ChartsLeftOut *left_out) {
    char plots[SHARE_PATH], name[96];
    ChartJob jobs[MOST_SCORE_JOBS];
    size_t job = 0;
    share_find(plots, "plots");
    for (int i = 0; i < count; i++)
        for (int k = 0; k < asked->language_count && job < MOST_SCORE_JOBS; k++) {
            if (!has_rows(cities[i])) continue;
            snprintf(name, sizeof name, "score-%.80s", cities[i]->runs.values[0].city->id);
            jobs[job] = chart_job(name, asked->languages[k], plots);
            jobs[job++].what = cities[i];
        }
    return chart_jobs_draw(jobs, job, draw, asked->team, folder, left_out);
}
