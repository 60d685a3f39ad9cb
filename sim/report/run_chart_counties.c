// SPDX-License-Identifier: MIT
// Primary care's share of the visits in each county: the counties side by side, in the order in
// which they gain.
//
// Read within the county, city hospitals left out (reading B), so that a county beside the city's
// hospitals can be seen against one far from them.
#include "report/run_chart_words.h"

#include "report/chart_bars.h"
#include "report/chart_multiples.h"

#include <math.h>
#include <stdlib.h>

static const char measure[] = "primary_care_visit_share_county";

typedef struct Place {
    char name[RUN_NAME], change[TYPESET_NUMBER]; // 56→61%
    RunSeries share;
    double cases; // visits that it rests on
} Place;

typedef struct Counties {
    const ChartSource *source;
    Language language;
    Place places[MOST_COUNTIES];
    size_t count;
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS];
} Counties;

static double gain_of(const Place *place) {
    return run_series_last(&place->share) - run_series_first(&place->share);
}

static int higher_first(const void *a, const void *b) {
    const Place *one = a, *other = b;
    const double first = run_series_last(&one->share), second = run_series_last(&other->share);
    return (first < second) - (first > second);
}

static int more_gain_first(const void *a, const void *b) {
    const double first = gain_of(a), second = gain_of(b);
    return (first < second) - (first > second);
}

// Counties with a value in every year.
static void find_places(Counties *counties) {
    const ChartSource *source = counties->source;
    const City *city = &source->experiment->city;
    const int first = source->experiment->base_year;
    for (uint32_t c = 0; c < city->county_count; c++) {
        Place *place = &counties->places[counties->count];
        run_series(&place->share, source, measure, (int)c);
        if ((int)place->share.count != run_last_year(source) - first + 1) continue;
        const double visits = indicator_values_of(source->values, "total_visits", (int)c, first);
        run_county(place->name, city, &city->counties[c], counties->language);
        snprintf(place->change, sizeof place->change, "%.0f→%.0f%%",
                 run_series_first(&place->share), run_series_last(&place->share));
        place->cases = run_independent_visits(visits, source->experiment->scale);
        counties->count++;
    }
    qsort(counties->places, counties->count, sizeof *counties->places,
          run_is_one_year(source) ? higher_first : more_gain_first);
}

// ---- what is said

// The counties whose share moves that way, so far as chance lets it be told.
typedef struct Movers {
    size_t count;
    const Place *foremost; // moves most
} Movers;

static Movers find_movers(const Counties *counties, RunMove move) {
    Movers movers = {0};
    for (size_t i = 0; i < counties->count; i++) {
        const Place *place = &counties->places[i];
        if (run_series_move(&place->share, place->cases) != move) continue;
        const int first = movers.count++ == 0;
        if (first || fabs(gain_of(place)) > fabs(gain_of(movers.foremost))) movers.foremost = place;
    }
    return movers;
}

// Between which counties the shares lie; in more than one year, that they hardly move or, where
// the draws of some go both ways, that it is open.
static void say_levels(Counties *counties) {
    const int open = find_movers(counties, RUN_UNSURE).count > 0;
    const Place *high = counties->places, *low = high;
    for (size_t i = 0; i < counties->count; i++) {
        const Place *place = &counties->places[i];
        if (run_series_last(&place->share) > run_series_last(&high->share)) high = place;
        if (run_series_last(&place->share) < run_series_last(&low->share)) low = place;
    }
    run_say(counties->headline, "%s",
            run_is_one_year(counties->source)
                ? run_in(counties->language, "各县市区基层诊疗占比",
                         "Primary care's share of visits in the counties")
            : open ? run_in(counties->language, "各县市区基层诊疗占比是升是降尚难断定",
                            "Whether primary care's share of visits rises in the counties cannot "
                            "be told")
                   : run_in(counties->language, "各县市区基层诊疗占比变化不大",
                            "Primary care's share of visits moves little in the counties"));
    run_say(counties->headline,
            run_in(counties->language, "：最高%s（%.0f%%）", ": highest in %s (%.0f%%)"),
            high->name, run_series_last(&high->share));
    if (low != high)
        run_say(counties->headline,
                run_in(counties->language, "，最低%s（%.0f%%）", ", lowest in %s (%.0f%%)"),
                low->name, run_series_last(&low->share));
}

static void say_moves_in_chinese(Counties *counties, const Movers *most, const Movers *others,
                                 int rises) {
    const char *words[] = {"下降", "上升"};
    char gain[TYPESET_NUMBER];
    run_signed(gain, gain_of(most->foremost));
    run_say(counties->headline, "%zu个县市区", counties->count);
    if (most->count == counties->count)
        run_say(counties->headline, "的基层诊疗占比都%s", words[rises]);
    else
        run_say(counties->headline, "中%zu个基层诊疗占比明显%s", most->count, words[rises]);
    if (others->count) run_say(counties->headline, "、%zu个%s", others->count, words[!rises]);
    run_say(counties->headline, "，%s变化最大（%s个百分点）", most->foremost->name, gain);
}

static void say_moves_in_english(Counties *counties, const Movers *most, const Movers *others,
                                 int rises) {
    const char *words[] = {"falls", "rises"};
    char gain[TYPESET_NUMBER];
    run_signed(gain, gain_of(most->foremost));
    run_say(counties->headline, "Primary care's share of visits ");
    if (most->count == counties->count)
        run_say(counties->headline, "%s in all %zu counties", words[rises], counties->count);
    else
        run_say(counties->headline, "clearly %s in %zu of %zu counties", words[rises], most->count,
                counties->count);
    if (others->count) run_say(counties->headline, " and %s in %zu", words[!rises], others->count);
    run_say(counties->headline, ", most in %s (%s points)", most->foremost->name, gain);
}

static void say_headline(Counties *counties) {
    const Movers up = find_movers(counties, RUN_RISES), down = find_movers(counties, RUN_FALLS);
    const int rises = up.count >= down.count;
    const Movers *most = rises ? &up : &down, *others = rises ? &down : &up;
    if (most->count == 0 || run_is_one_year(counties->source))
        say_levels(counties);
    else if (counties->language == LANGUAGE_ZH)
        say_moves_in_chinese(counties, most, others, rises);
    else
        say_moves_in_english(counties, most, others, rises);
}

static void say_subtitle(Counties *counties) {
    const RunSeries *share = &counties->places[0].share;
    double low = share->value[0], high = low;
    for (size_t i = 0; i < counties->count; i++)
        run_reach(&counties->places[i].share, &low, &high);
    run_say(counties->subtitle, "%s",
            run_in(counties->language, "基层诊疗人次占县域内诊疗人次的比例，%；",
                   "Visits to primary institutions as a share of all visits in the county, %; "));
    run_tell_place_and_years(counties->subtitle, counties->source, counties->language);
    if (!run_is_one_year(counties->source))
        run_tell_cut_axis(counties->subtitle, low, high, counties->language);
}

// How wide the bands of the last year are on average, which the panels do not show.
static void say_how_open(Counties *counties) {
    double width = 0.0;
    for (size_t i = 0; i < counties->count; i++) {
        const RunSeries *share = &counties->places[i].share;
        width += share->high[share->count - 1] - share->low[share->count - 1];
    }
    run_say(
        counties->note,
        run_in(counties->language, "各县市区水平的90%%区间平均宽%.0f个百分点，图中未画。",
               "The 90%% band of a county's level, not drawn, is %.0f points wide on average. "),
        width / (double)counties->count);
}

static void say_note(Counties *counties) {
    run_note(counties->note, counties->source, RUN_SHOWS_MEDIAN, counties->language);
    run_say(counties->note, "%s",
            run_in(counties->language, "基层为村卫生室、诊所和乡镇卫生院；市级医院不计入所在县区。",
                   "Primary: village and private clinics, township centres; city hospitals count "
                   "for no county. "));
    if (!run_is_one_year(counties->source))
        run_say(
            counties->note, "%s",
            run_in(counties->language, "灰线为其他县市区；右上为首末年数值，按变化排列。",
                   "Grey: the other counties. Numbers: first and last year, in the order of the "
                   "change. "));
    if (run_has_draws(counties->source)) say_how_open(counties);
    if (!run_is_one_year(counties->source))
        run_say(counties->note, "%s",
                run_has_draws(counties->source)
                    ? run_in(counties->language, "“明显”指九成抽样方向相同。",
                             "Clearly: the same way in nine of ten draws.")
                    : run_in(counties->language, "“明显”指变化超出随机波动和0.5个百分点。",
                             "Clearly: by more than chance and half a point."));
}

// ---- the chart

static Status draw_years(Counties *counties, const ChartStyle *style, const char *folder,
                         const char *name, Report *report) {
    MultiplesPanel panels[MOST_COUNTIES];
    // Over draws every band is as wide as a panel and hides the lines; the note says how wide.
    const int several =
        counties->source->values->replicates > 1 && !run_has_draws(counties->source);
    for (size_t i = 0; i < counties->count; i++) {
        const RunSeries *share = &counties->places[i].share;
        panels[i] = (MultiplesPanel){.name = counties->places[i].name,
                                     .median = share->value,
                                     .value = counties->places[i].change,
                                     .low = several ? share->low : NULL,
                                     .high = several ? share->high : NULL};
    }
    const MultiplesChart chart = {
        .text = {counties->headline, counties->subtitle, counties->note},
        .time = counties->places[0].share.year,
        .count = counties->places[0].share.count,
        .panels = panels,
        .panel_count = counties->count,
        .format = {0, "%"},
        .marker = NAN,
        .least_span = RUN_LEAST_SPAN,
    };
    return chart_draw_multiples(&chart, style, folder, name, report);
}

// Of one year: the counties by rank; the two that the headline names are in colour.
static Status draw_year(Counties *counties, const ChartStyle *style, const char *folder,
                        const char *name, Report *report) {
    Bar bars[MOST_COUNTIES];
    for (size_t i = 0; i < counties->count; i++) {
        const RunSeries *share = &counties->places[i].share;
        const int named = i == 0 || i + 1 == counties->count;
        bars[i] = (Bar){counties->places[i].name, named ? TONE_ACCENT : TONE_GREY, share->value[0],
                        share->low[0], share->high[0]};
    }
    const BarsPanel panel = {
        .format = {1, "%"}, .bars = bars, .bar_count = counties->count, .reported = NAN};
    const BarsChart chart = {.text = {counties->headline, counties->subtitle, counties->note},
                             .panels = &panel,
                             .panel_count = 1};
    return chart_draw_bars(&chart, style, folder, name, report);
}

static int applies(const ChartSource *source) {
    return source->experiment->city.county_count > 1;
}

static Status draw(const ChartSource *source, const ChartStyle *style, const char *folder,
                   const char *name, Report *report) {
    if (!applies(source))
        return report_problem(report, STATUS_INVALID,
                              "the city has one county; there is none to stand beside it");
    Counties *counties = report_calloc(report, 1, sizeof *counties);
    if (!counties) return STATUS_NO_MEMORY;
    counties->source = source;
    counties->language = style->language;
    find_places(counties);
    Status status;
    if (counties->count > 0) {
        say_headline(counties);
        say_subtitle(counties);
        say_note(counties);
        status = run_is_one_year(source) ? draw_year(counties, style, folder, name, report)
                                         : draw_years(counties, style, folder, name, report);
    } else {
        status = report_problem(report, STATUS_INVALID,
                                "no county has visits in every year; draw it from a larger run");
    }
    free(counties);
    return status;
}

const RunChart run_chart_counties = {
    .info = {"counties", "各县市区基层诊疗占比", "primary care's share in each county",
             "small multiples of the counties, in the order in which they gain"},
    .applies = applies,
    .draw = draw,
};
