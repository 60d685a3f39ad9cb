// SPDX-License-Identifier: MIT
// What a stay costs, as the days that it lasts times what a day costs, and of what that is made up.
//
// The headline tells the change of the product and of both factors, each only so far as draws or
// chance let it be told.
#include "report/run_chart_words.h"

#include "report/chart_bars.h"

#include <math.h>
#include <stdlib.h>

enum { PANELS = 3 };

// Per cent below which a change is none, and standard deviation of a stay's bill over its mean, a
// cautious one (both ours).
static const double least_percent = 1.0, bill_variation = 1.5;

typedef struct Cost {
    const ChartSource *source;
    Language language;
    RunSeries stay, days, day, component[COMPONENT_COUNT];
    double chance; // share of a mean by which chance alone moves its change
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS];
    char heading[PANELS][RUN_WORDS], name[COMPONENT_COUNT][RUN_NAME];
} Cost;

static void read_series(Cost *cost) {
    const ChartSource *source = cost->source;
    run_series(&cost->stay, source, "cost_per_admission", WHOLE_CITY);
    run_series(&cost->days, source, "length_of_stay", WHOLE_CITY);
    run_series(&cost->day, source, "cost_per_bed_day", WHOLE_CITY);
    for (int c = 0; c < COMPONENT_COUNT; c++) {
        run_series_of(&cost->component[c], source, "cost_per_bed_day",
                      (Scope){WHOLE_CITY, BY_COMPONENT, c});
        run_entity(cost->name[c], &component_entities[c], cost->language);
    }
    const double stays = indicator_values_of(source->values, "admissions", WHOLE_CITY,
                                             source->experiment->base_year);
    const double cases = run_independent_stays(stays, source->experiment->scale);
    cost->chance = 3.0 * sqrt(2.0) * bill_variation / sqrt(fmax(cases, 1.0));
}

// ---- what is said

static RunMove move_of(const Cost *cost, const RunSeries *series) {
    const double from = run_series_first(series);
    return run_series_goes(series, 0.01 * least_percent * from, cost->chance * from);
}

static double percent_of(const RunSeries *series, double change) {
    return 100.0 * change / run_series_first(series);
}

// A measure and the words for its moves: falls by so much, rises by so much, holds, open between.
typedef struct Words {
    const char *falls[2], *rises[2], *holds[2], *open[2];
} Words;

static const Words of_stay = {{"下降%.0f%%", "costs %.0f%% less than"},
                              {"上升%.0f%%", "costs %.0f%% more than"},
                              {"变化不大", "costs about the same as"},
                              {"升降难定", "may cost more or less than"}};
static const Words of_days = {{"住院缩短%.0f%%", "it is %.0f%% shorter"},
                              {"住院延长%.0f%%", "it is %.0f%% longer"},
                              {"住院天数相近", "it is as long"},
                              {"住院天数增减难定", "its length may rise or fall"}};
static const Words of_day = {{"每天费用下降%.0f%%", "a day costs %.0f%% less"},
                             {"每天费用上升%.0f%%", "a day costs %.0f%% more"},
                             {"每天费用相近", "a day costs about the same"},
                             {"每天费用升降难定", "what a day costs may rise or fall"}};

static void say_move(Cost *cost, const RunSeries *series, const Words *words) {
    const RunMove move = move_of(cost, series);
    const double percent = percent_of(series, run_series_last(series) - run_series_first(series));
    const char *const *format = move == RUN_FALLS   ? words->falls
                                : move == RUN_RISES ? words->rises
                                : move == RUN_HOLDS ? words->holds
                                                    : words->open;
    run_say(cost->headline, run_in(cost->language, format[0], format[1]), fabs(percent));
}

static void say_headline(Cost *cost) {
    const Language language = cost->language;
    char city[RUN_NAME], stay[4 * TYPESET_NUMBER], day[4 * TYPESET_NUMBER];
    run_city(city, cost->source, language);
    if (run_is_one_year(cost->source)) {
        chart_value(stay, run_series_first(&cost->stay), NAN, NAN, (ChartFormat){0, ""}, language);
        chart_value(day, run_series_first(&cost->day), NAN, NAN, (ChartFormat){0, ""}, language);
        run_say(cost->headline,
                run_in(language, "%2$d年%1$s次均住院费用%3$s元：住%4$.1f天，每天%5$s元",
                       "A stay in %1$s costs %3$s yuan in %2$d: %4$.1f days at %5$s yuan a day"),
                city, run_last_year(cost->source), stay, run_series_first(&cost->days), day);
        return;
    }
    const int first = (int)cost->stay.year[0], last = run_last_year(cost->source);
    if (language == LANGUAGE_ZH)
        run_say(cost->headline, "%s%d—%d年次均住院费用", city, first, last);
    else
        run_say(cost->headline, "By %d a stay in %s ", last, city);
    say_move(cost, &cost->stay, &of_stay);
    run_say(cost->headline, run_in(language, "：", " in %d: "), first);
    say_move(cost, &cost->days, &of_days);
    run_say(cost->headline, "%s", run_in(language, "，", ", "));
    say_move(cost, &cost->day, &of_day);
}

// Between which changes nine in ten draws lie.
static void say_open(Cost *cost) {
    const RunSeries *const series[] = {&cost->stay, &cost->days, &cost->day};
    char low[3][TYPESET_NUMBER], high[3][TYPESET_NUMBER];
    if (!isfinite(cost->stay.change_low)) return;
    for (int i = 0; i < 3; i++) {
        run_signed_to(low[i], percent_of(series[i], series[i]->change_low), 0);
        run_signed_to(high[i], percent_of(series[i], series[i]->change_high), 0);
    }
    run_say(cost->note,
            run_in(cost->language,
                   "90%%的抽样中，次均费用变化%s%%至%s%%，住院日%s%%至%s%%，日均费用%s%%至%s%%。",
                   "In nine of ten draws the cost of a stay changes by %s to %s%%, its length by "
                   "%s to %s%%, the cost of a day by %s to %s%%. "),
            low[0], high[0], low[1], high[1], low[2], high[2]);
}

// The item whose part of a day moves most, of those that can be told to move; -1 if none can.
static int foremost_item(const Cost *cost) {
    int foremost = -1;
    double most = 0.0;
    for (int c = 0; c < COMPONENT_COUNT; c++) {
        const RunSeries *item = &cost->component[c];
        const double change = run_series_last(item) - run_series_first(item);
        const RunMove move = move_of(cost, item);
        if (fabs(change) <= most || (move != RUN_RISES && move != RUN_FALLS)) continue;
        foremost = c;
        most = fabs(change);
    }
    return foremost;
}

static void say_items(Cost *cost) {
    char *heading = cost->heading[2], change[TYPESET_NUMBER];
    const int foremost = foremost_item(cost);
    run_say(heading,
            run_in(cost->language, "日均费用（%d年%.0f元）的构成，元",
                   "Cost of a day (%d: %.0f yuan) by item, yuan"),
            run_last_year(cost->source), run_series_last(&cost->day));
    if (run_is_one_year(cost->source) || foremost < 0) return;
    const RunSeries *item = &cost->component[foremost];
    run_signed_to(change, run_series_last(item) - run_series_first(item), 0);
    run_say(
        heading, run_in(cost->language, "；变化最大：%s%s元", "; moves most: %s, %s"),
        run_in(cost->language, component_entities[foremost].zh, component_entities[foremost].en),
        change);
}

// How much of its level the axis of a measure spans at least (ours).
static double span_of(const RunSeries *series) {
    return 0.3 * run_series_last(series);
}

static void say_heading(char heading[RUN_WORDS], const Cost *cost, const RunSeries *series,
                        const char *words) {
    double low = run_series_first(series), high = low;
    run_reach(series, &low, &high);
    run_say(heading, "%s", words);
    if (!run_is_one_year(cost->source))
        run_tell_cut_axis_of(heading, low, high, span_of(series), cost->language);
}

static void say_rest(Cost *cost) {
    const Language language = cost->language;
    run_say(cost->subtitle, "%s",
            run_in(language, "市内机构出院病人：次均费用 = 平均住院日 × 日均费用；",
                   "Discharges: cost of a stay = days × cost of a day; "));
    run_tell_place_and_years(cost->subtitle, cost->source, language);
    if (!run_is_one_year(cost->source)) run_tell_bands(cost->subtitle, cost->source, language);
    run_note(cost->note, cost->source, RUN_SHOWS_MEDIAN, language);
    run_say(cost->note, "%s",
            run_in(language, "按2023年价格，所有付费方合计，含外来患者；各项相加为日均费用。",
                   "Prices of 2023, all payers together, people from elsewhere too; the items add "
                   "up to the cost of a day. "));
    say_open(cost);
    say_heading(cost->heading[0], cost, &cost->stay,
                run_in(language, "次均住院费用，元", "Cost of a stay, yuan"));
    say_heading(cost->heading[1], cost, &cost->days,
                run_in(language, "平均住院日，天", "Days of a stay"));
    say_items(cost);
}

// ---- the chart

// Of one year: the items of a day.
static Status draw_year(const Cost *cost, const ChartStyle *style, const char *folder,
                        const char *name, Report *report) {
    Bar bars[COMPONENT_COUNT];
    for (int c = 0; c < COMPONENT_COUNT; c++)
        bars[c] = (Bar){cost->name[c], TONE_ACCENT, cost->component[c].value[0],
                        cost->component[c].low[0], cost->component[c].high[0]};
    const BarsPanel panel = {.heading = cost->heading[2],
                             .format = {0, ""},
                             .bars = bars,
                             .bar_count = COMPONENT_COUNT,
                             .reported = NAN};
    const BarsChart chart = {
        .text = {cost->headline, cost->subtitle, cost->note}, .panels = &panel, .panel_count = 1};
    return chart_draw_bars(&chart, style, folder, name, report);
}

// Items without bands, which would cover one another.
static FanSeries item_line(const RunSeries *series, const char *name, ChartTone tone) {
    return (FanSeries){.name = name,
                       .tone = tone,
                       .count = series->count,
                       .time = series->year,
                       .median = series->value};
}

static Status draw_years(const Cost *cost, const ChartStyle *style, const char *folder,
                         const char *name, Report *report) {
    const Language language = style->language;
    const FanSeries stay =
        run_line(&cost->stay, run_in(language, "次均费用", "Cost of a stay"), TONE_ACCENT);
    const FanSeries days = run_line(&cost->days, run_in(language, "住院日", "Days"), TONE_ACCENT);
    FanSeries items[COMPONENT_COUNT];
    const int foremost = foremost_item(cost);
    for (int c = 0; c < COMPONENT_COUNT; c++)
        items[c] =
            item_line(&cost->component[c], cost->name[c], c == foremost ? TONE_ACCENT : TONE_GREY);
    const FanPanel panels[PANELS] = {
        {.heading = cost->heading[0], .format = {0, ""}, .series = &stay, .series_count = 1},
        {.heading = cost->heading[1], .format = {1, ""}, .series = &days, .series_count = 1},
        {.heading = cost->heading[2],
         .format = {0, ""},
         .series = items,
         .series_count = COMPONENT_COUNT}};
    // A picture of fixed height has room for the two factors; the headline tells their product.
    const size_t left_out = style->size->height > 0.0 ? 1 : 0;
    const FanChart chart = {.text = {cost->headline, cost->subtitle, cost->note},
                            .panels = panels + left_out,
                            .panel_count = PANELS - left_out,
                            .shared_until = NAN};
    return chart_draw_fan(&chart, style, folder, name, report);
}

static Status draw(const ChartSource *source, const ChartStyle *style, const char *folder,
                   const char *name, Report *report) {
    Cost *cost = report_calloc(report, 1, sizeof *cost);
    if (!cost) return STATUS_NO_MEMORY;
    cost->source = source;
    cost->language = style->language;
    read_series(cost);
    Status status;
    if (cost->stay.count > 0) {
        say_headline(cost);
        say_rest(cost);
        status = run_is_one_year(source) ? draw_year(cost, style, folder, name, report)
                                         : draw_years(cost, style, folder, name, report);
    } else {
        status = report_problem(report, STATUS_INVALID,
                                "nobody was discharged in these years; draw it from a larger run");
    }
    free(cost);
    return status;
}

const RunChart run_chart_cost = {
    .info = {"cost", "次均住院费用的构成", "what a stay costs",
             "cost per admission as days times cost of a day, by item and year"},
    .draw = draw,
};
