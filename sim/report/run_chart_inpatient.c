// SPDX-License-Identifier: MIT
// How much inpatient care stays in the city, above who leaves it and who comes.
//
// Reported rates do not say whether they count all who are insured here or those who live here.
// People who work elsewhere are admitted there, so the two readings lie far apart: both are drawn.
#include "report/run_chart_words.h"

#include "report/chart_bars.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char measure[] = "in_city_inpatient_rate";
static const char across_zh[] = "跨市住院，人次", across_en[] = "Stays across the city's border";
enum { PANELS = 2 };

typedef struct Inpatient {
    const ChartSource *source;
    Language language;
    RunSeries insured, residents, out, in;
    double cases; // stays that the rate rests on
    const Figure *bound;
    FanBound bound_drawn;
    char bound_label[RUN_WORDS];
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS];
    char heading[RUN_WORDS]; // of the upper panel
} Inpatient;

// ---- what is drawn

// All stays of the insured in the first year: those outside are what the rate leaves out.
static double stays_of_first_year(const Inpatient *inpatient) {
    const double outside = 1.0 - inpatient->insured.value[0] / 100.0;
    return outside > 0.0 ? inpatient->out.value[0] / outside : 0.0;
}

static int is_bound(const Figure *figure) {
    return strcmp(figure->qualifier, "at_least") == 0 ||
           strcmp(figure->qualifier, "more_than") == 0;
}

static void take_reported(Inpatient *inpatient, const Reported *reported, int count) {
    for (int i = 0; i < count && !inpatient->bound; i++) {
        const Figure *figure = reported[i].figure;
        if (reported[i].place != WHOLE_CITY || reported[i].sort != REPORTED_LEVEL ||
            strcmp(indicator_at(reported[i].indicator)->info.name, measure) != 0 ||
            !is_bound(figure) || !isfinite(run_series_at(&inpatient->insured, reported[i].year)))
            continue;
        const double last = inpatient->insured.year[inpatient->insured.count - 1];
        inpatient->bound = figure;
        run_say(inpatient->bound_label,
                run_in(inpatient->language, "报道：%.0f%%以上%s", "Reported: at least %.0f%%%s"),
                figure->value,
                reported[i].is_dated
                    ? ""
                    : run_in(inpatient->language, "（未注明年份）", " (no year given)"));
        inpatient->bound_drawn = (FanBound){.from = reported[i].year - 0.5,
                                            .to = fmin(reported[i].year + 0.5, last),
                                            .value = figure->value,
                                            .side = FAN_AT_LEAST,
                                            .label = inpatient->bound_label};
    }
}

// ---- what is said

// On which side of a bound a reading lies in a year, or that the draws leave it open.
typedef enum Side { SIDE_BELOW, SIDE_ABOVE, SIDE_OPEN } Side;

static Side side_of(const Inpatient *inpatient, const RunSeries *series, int year, double bound) {
    const double value = run_series_at(series, year);
    const int drawn = run_has_draws(inpatient->source);
    for (size_t i = 0; drawn && i < series->count; i++)
        if ((int)series->year[i] == year && series->low[i] < bound && series->high[i] >= bound)
            return SIDE_OPEN;
    return value >= bound ? SIDE_ABOVE : SIDE_BELOW;
}

// How the two readings stand to what was reported, in the year that it is about.
static const char *against_bound(const Inpatient *inpatient) {
    const Language language = inpatient->language;
    if (!inpatient->bound) return "";
    const int year = (int)(inpatient->bound_drawn.from + 0.5);
    const double bound = inpatient->bound->value;
    const Side insured = side_of(inpatient, &inpatient->insured, year, bound);
    const Side residents = side_of(inpatient, &inpatient->residents, year, bound);
    if (insured == SIDE_ABOVE && residents == SIDE_ABOVE)
        return run_in(language, "，与报道相符", ", in line with the report");
    if (insured == SIDE_OPEN)
        return run_in(language, "，能否达到报道的水平尚难断定",
                      "; whether it reaches the rate reported cannot be told");
    if (residents == SIDE_ABOVE)
        return run_in(language, "，只有常住居民口径与报道相符",
                      "; only that of residents agrees with the report");
    return run_in(language, "，低于报道的水平", ", below the rate reported");
}

// The draws go both ways.
static void say_unsure(Inpatient *inpatient, const char *city) {
    const RunSeries *insured = &inpatient->insured;
    char low[TYPESET_NUMBER], high[TYPESET_NUMBER];
    run_signed(low, insured->change_low);
    run_signed(high, insured->change_high);
    run_say(inpatient->headline,
            run_in(inpatient->language,
                   "%1$s参保人市域内住院率到%2$d年是升是降尚难断定（%3$s至%4$s个百分点）",
                   "%1$s's in-city inpatient rate may fall or rise by %2$d (%3$s to %4$s points)"),
            city, (int)insured->year[insured->count - 1], low, high);
}

static void say_headline(Inpatient *inpatient) {
    const RunSeries *insured = &inpatient->insured;
    const double from = insured->value[0], to = run_series_last(insured);
    const int until = (int)insured->year[insured->count - 1];
    const RunMove move = run_series_move(insured, inpatient->cases);
    const Language language = inpatient->language;
    char city[RUN_NAME];
    run_city(city, inpatient->source, language);
    if (run_is_one_year(inpatient->source))
        run_say(inpatient->headline,
                run_in(language, "%2$d年%1$s参保人市域内住院率为%3$.1f%%",
                       "The in-city inpatient rate of %1$s's insured is %3$.1f%% in %2$d"),
                city, until, to);
    else if (move == RUN_UNSURE)
        say_unsure(inpatient, city);
    else if (move == RUN_HOLDS)
        run_say(inpatient->headline,
                run_in(language, "%s参保人市域内住院率到%d年变化不大，约%.0f%%",
                       "The in-city inpatient rate of %s's insured moves little until %d, at about "
                       "%.0f%%"),
                city, until, to);
    else if (language == LANGUAGE_ZH)
        run_say(inpatient->headline, "%s参保人市域内住院率由%.1f%%%s%d年的%.1f%%", city, from,
                move > 0 ? "升至" : "降至", until, to);
    else
        run_say(inpatient->headline,
                "The in-city inpatient rate of %s's insured %s from %.1f%% to %.1f%% by %d", city,
                move > 0 ? "rises" : "falls", from, to, until);
    run_say(inpatient->headline, "%s", against_bound(inpatient));
}

static void say_note(Inpatient *inpatient) {
    run_note(inpatient->note, inpatient->source, RUN_SHOWS_MEDIAN, inpatient->language);
    run_say(
        inpatient->note, "%s",
        run_in(inpatient->language,
               "参保人含长期在外居住者，他们多在外地住院。流出：参保人在市外住院；流入：外地患者"
               "在本市住院。",
               "The insured include those who live elsewhere and are mostly admitted there. "
               "Outflow: stays of the insured outside the city; inflow: stays of people from "
               "elsewhere. "));
    if (!inpatient->bound) return;
    run_say(inpatient->note, "%s", run_in(inpatient->language, "报道来源：", "Reported: "));
    run_cite(inpatient->note, inpatient->bound, inpatient->language);
}

static void say_subtitle_and_heading(Inpatient *inpatient) {
    const RunSeries *insured = &inpatient->insured;
    double low = insured->value[0], high = low;
    run_reach(insured, &low, &high);
    run_reach(&inpatient->residents, &low, &high);
    run_say(inpatient->subtitle, "%s",
            run_in(inpatient->language, "在本市住院占全部住院的比例，%，及跨市住院人次；",
                   "Stays inside the city as a share of all stays, %, and stays across its "
                   "border; "));
    run_tell_place_and_years(inpatient->subtitle, inpatient->source, inpatient->language);
    run_tell_bands(inpatient->subtitle, inpatient->source, inpatient->language);
    run_say(inpatient->heading, "%s",
            run_in(inpatient->language, "市域内住院率，%", "In-city inpatient rate, %"));
    if (!run_is_one_year(inpatient->source))
        run_tell_cut_axis(inpatient->heading, low, high, inpatient->language);
}

// ---- the chart

static Bar bar(const RunSeries *series, const char *name, ChartTone tone) {
    return (Bar){name, tone, series->value[0], series->low[0], series->high[0]};
}

// Of one year: the same numbers as bars.
static Status draw_year(Inpatient *inpatient, const ChartStyle *style, const char *folder,
                        const char *name, Report *report) {
    const Language language = style->language;
    const Bar rates[] = {
        bar(&inpatient->insured, run_in(language, "参保人", "The insured"), TONE_ACCENT),
        bar(&inpatient->residents, run_in(language, "常住居民", "Residents"), TONE_GREY)};
    const Bar flows[] = {bar(&inpatient->out, run_in(language, "流出", "Outflow"), TONE_ACCENT),
                         bar(&inpatient->in, run_in(language, "流入", "Inflow"), TONE_GREY)};
    const BarsPanel panels[PANELS] = {{.heading = inpatient->heading,
                                       .format = {1, "%"},
                                       .bars = rates,
                                       .bar_count = 2,
                                       .reported = inpatient->bound ? inpatient->bound->value : NAN,
                                       .reported_label = inpatient->bound_label},
                                      {.heading = run_in(language, across_zh, across_en),
                                       .format = {THREE_DIGITS, ""},
                                       .bars = flows,
                                       .bar_count = 2,
                                       .reported = NAN}};
    const BarsChart chart = {.text = {inpatient->headline, inpatient->subtitle, inpatient->note},
                             .panels = panels,
                             .panel_count = PANELS};
    return chart_draw_bars(&chart, style, folder, name, report);
}

static Status draw_it(Inpatient *inpatient, const ChartStyle *style, const char *folder,
                      const char *name, Report *report) {
    const Language language = style->language;
    const FanSeries rates[] = {
        run_line(&inpatient->insured, run_in(language, "参保人", "The insured"), TONE_ACCENT),
        run_line(&inpatient->residents, run_in(language, "常住居民", "Residents"), TONE_GREY)};
    const FanSeries flows[] = {
        run_line(&inpatient->out, run_in(language, "流出", "Outflow"), TONE_ACCENT),
        run_line(&inpatient->in, run_in(language, "流入", "Inflow"), TONE_GREY)};
    const FanPanel panels[PANELS] = {{.heading = inpatient->heading,
                                      .format = {1, "%"},
                                      .least_span = RUN_LEAST_SPAN,
                                      .series = rates,
                                      .series_count = 2,
                                      .bounds = &inpatient->bound_drawn,
                                      .bound_count = inpatient->bound != NULL},
                                     {.heading = run_in(language, across_zh, across_en),
                                      .format = {THREE_DIGITS, ""},
                                      .series = flows,
                                      .series_count = 2}};
    const FanChart chart = {.text = {inpatient->headline, inpatient->subtitle, inpatient->note},
                            .panels = panels,
                            .panel_count = PANELS,
                            .shared_until = NAN};
    return chart_draw_fan(&chart, style, folder, name, report);
}

static Status draw(const ChartSource *source, const ChartStyle *style, const char *folder,
                   const char *name, Report *report) {
    Reported reported[MOST_REPORTED];
    Inpatient *inpatient = report_calloc(report, 1, sizeof *inpatient);
    if (!inpatient) return STATUS_NO_MEMORY;
    inpatient->source = source;
    inpatient->language = style->language;
    run_series(&inpatient->insured, source, measure, WHOLE_CITY);
    run_series(&inpatient->residents, source, "in_city_inpatient_rate_residents", WHOLE_CITY);
    run_series(&inpatient->in, source, "inbound_admissions", WHOLE_CITY);
    run_series(&inpatient->out, source, "outbound_admissions", WHOLE_CITY);
    Status status;
    if (inpatient->insured.count > 0 && inpatient->residents.count > 0) {
        inpatient->cases =
            run_independent_stays(stays_of_first_year(inpatient), source->experiment->scale);
        take_reported(inpatient, reported, reported_find(reported, source->values));
        say_headline(inpatient);
        say_subtitle_and_heading(inpatient);
        say_note(inpatient);
        status = run_is_one_year(source) ? draw_year(inpatient, style, folder, name, report)
                                         : draw_it(inpatient, style, folder, name, report);
    } else {
        status = report_problem(report, STATUS_INVALID,
                                "nobody was admitted in these years; draw it from a larger run");
    }
    free(inpatient);
    return status;
}

const RunChart run_chart_inpatient = {
    .info = {"inpatient", "市域内住院率与流出流入", "in-city inpatient rate, outflow and inflow",
             "the rate of the insured and of residents by year, above stays across the border"},
    .draw = draw,
};
