// SPDX-License-Identifier: MIT
// Insurance at village clinics in the last year: what of the visits that it records was recorded
// before, what was there and is recorded now, what came from elsewhere and what is new.
//
// More visits on record are not more visits: the headline says how much of the rise had been there.
#include "report/run_chart_words.h"

#include "report/chart_bars.h"

#include <math.h>
#include <stdlib.h>

// The parts of the visits settled, in the order drawn.
enum { BEFORE, THERE, SHIFTED, NEW, PARTS };
static const char *const parts[PARTS] = {"village_settled_before", "village_recorded_visits",
                                         "village_shifted_visits", "village_new_visits"};
static const char *const names[PARTS][2] = {
    {"改革前即可结算", "Settled before the reform"},
    {"原有就诊，改为医保结算", "There before, recorded now"},
    {"从其他机构转来", "Shifted from elsewhere"},
    {"新增就诊", "New visits"}};

typedef struct Village {
    const ChartSource *source;
    Language language;
    double part[PARTS], low[PARTS], high[PARTS];
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS];
} Village;

static RunSpread visits_of_city(const ChartSource *source, const char *indicator, Scope scope) {
    const IndicatorCell cell = {indicator_find(indicator), run_last_year(source), scope};
    return run_spread(source, &cell);
}

static const Scope city = {.place = WHOLE_CITY};

static void count(Village *village) {
    for (int i = 0; i < PARTS; i++) {
        const RunSpread visits = visits_of_city(village->source, parts[i], city);
        village->part[i] = visits.median;
        village->low[i] = visits.low_90;
        village->high[i] = visits.high_90;
    }
}

static double rise_of(const Village *village) {
    return village->part[THERE] + village->part[SHIFTED] + village->part[NEW];
}

// ---- what is said

static void say_headline(Village *village) {
    const Language language = village->language;
    const double rise = rise_of(village), there = 100.0 * village->part[THERE] / rise;
    char more[4 * TYPESET_NUMBER], name[RUN_NAME];
    run_city(name, village->source, language);
    chart_value(more, rise, NAN, NAN, (ChartFormat){THREE_DIGITS, ""}, language);
    run_say(village->headline,
            run_in(language, "%4$d年医保在%1$s村卫生室多结算%2$s人次，其中%3$.0f%%是",
                   "Insurance records %2$s more visits at %1$s's village clinics in %4$d; %3$.0f%% "
                   "of them "),
            name, more, there >= 50.0 ? there : 100.0 - there, run_last_year(village->source));
    run_say(village->headline, "%s",
            there >= 50.0 ? run_in(language, "原来就有的就诊", "were there before")
                          : run_in(language, "转来或新增的就诊", "came from elsewhere or are new"));
}

// Where most of those who were shifted would have gone.
static void say_from_where(Village *village) {
    const Language language = village->language;
    int most = KIND_NONE;
    double visits = 0.0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const Scope scope = {WHOLE_CITY, BY_KIND, kind};
        const double here = visits_of_city(village->source, "village_shifted_visits", scope).median;
        if (!(here > visits)) continue;
        most = kind;
        visits = here;
    }
    if (most == KIND_NONE || !(village->part[SHIFTED] > 0.0)) return;
    run_say(village->note,
            run_in(language, "转来者中%.0f%%原本会去%s。",
                   "Of those shifted, %.0f%% would have gone to a %s. "),
            100.0 * visits / village->part[SHIFTED],
            run_in(language, kind_entities[most].zh, kind_entities[most].en));
}

static void say_rest(Village *village) {
    const ChartSource *source = village->source;
    const Language language = village->language;
    run_say(village->subtitle, "%s",
            run_in(language, "医保基金支付的村卫生室诊疗人次，按改革前会怎样区分；",
                   "Visits at village clinics to which the fund paid, by what they would have been "
                   "before the reform; "));
    run_say(village->subtitle, run_in(language, "%s，%d年，模拟", "%s, %d, simulated"),
            run_in(language, source->experiment->city.name_zh, source->experiment->city.name_en),
            run_last_year(source));
    run_note(village->note, source, RUN_SHOWS_MEDIAN, language);
    say_from_where(village);
    run_say(
        village->note, "%s",
        run_in(language,
               "逐次与同一人、同样机遇在改革前的选择相比；因习惯延续的就诊计作原有，因此转来和"
               "新增是下限。",
               "Told choice by choice against the same person and luck without the reform; what "
               "habit carries on counts as there before, so that shifted and new are lower "
               "bounds."));
}

// ---- the chart

static int applies(const ChartSource *source) {
    Village village = {.source = source};
    count(&village);
    return rise_of(&village) > 0.0;
}

static Status draw_it(const Village *village, const ChartStyle *style, const char *folder,
                      const char *name, Report *report) {
    Bar bars[PARTS];
    for (int i = 0; i < PARTS; i++)
        bars[i] = (Bar){run_in(village->language, names[i][0], names[i][1]),
                        i == THERE ? TONE_ACCENT : TONE_GREY, village->part[i], village->low[i],
                        village->high[i]};
    const BarsPanel panel = {
        .format = {THREE_DIGITS, ""}, .bars = bars, .bar_count = PARTS, .reported = NAN};
    const BarsChart chart = {.text = {village->headline, village->subtitle, village->note},
                             .panels = &panel,
                             .panel_count = 1};
    return chart_draw_bars(&chart, style, folder, name, report);
}

static Status draw(const ChartSource *source, const ChartStyle *style, const char *folder,
                   const char *name, Report *report) {
    if (!applies(source))
        return report_problem(report, STATUS_INVALID,
                              "no reform of insurance at village clinics acts in %d; add one to "
                              "the scenario",
                              run_last_year(source));
    Village *village = report_calloc(report, 1, sizeof *village);
    if (!village) return STATUS_NO_MEMORY;
    village->source = source;
    village->language = style->language;
    count(village);
    say_headline(village);
    say_rest(village);
    const Status status = draw_it(village, style, folder, name, report);
    free(village);
    return status;
}

const RunChart run_chart_village = {
    .info = {"village", "村卫生室医保结算的构成", "what insurance records at village clinics",
             "recorded, shifted and new visits of the last year, where the reform acts"},
    .applies = applies,
    .draw = draw,
};
