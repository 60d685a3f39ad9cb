// SPDX-License-Identifier: MIT
// Primary care's share of visits, against the national trend and what was reported.
//
// What a reform does cannot be read off one run, because primary care gains ground in the whole
// country: the dashed line is where the city would be if it only went along. It is not the city
// without reforms, which is a run of its own.
#include "report/run_chart_words.h"

#include "report/chart_bars.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char measure[] = "primary_care_visit_share";
enum { MOST_POINTS = 4 };

typedef struct Primary {
    const ChartSource *source;
    Language language;
    RunSeries share;
    double cases; // visits that it rests on
    const Figure *drift;
    RunSeries nation;
    const Reported *change; // reported between two years
    double change_year[2], change_value[2];
    char change_label[RUN_WORDS];
    FanPoint points[MOST_POINTS];
    char point_labels[MOST_POINTS][RUN_WORDS];
    size_t point_count;
    RunMarkers markers;
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS];
} Primary;

// ---- what is drawn

static const Figure *find_drift(const City *city) {
    for (uint32_t i = 0; i < city->figure_count; i++)
        if (strcmp(city->figures[i].indicator, "primary_visit_share_drift") == 0)
            return &city->figures[i];
    return NULL;
}

// From the level of the first year on, as much each year as in the country.
static void follow_nation(Primary *primary) {
    primary->drift = find_drift(&primary->source->experiment->city);
    if (!primary->drift) return;
    primary->nation = primary->share;
    for (size_t i = 1; i < primary->nation.count; i++)
        primary->nation.value[i] =
            primary->share.value[0] +
            primary->drift->value * (primary->share.year[i] - primary->share.year[0]);
}

// A reported change has no level of its own: it is drawn from the simulated level on.
static void take_change(Primary *primary, const Reported *reported) {
    const double from = run_series_at(&primary->share, reported->since);
    const double to = run_series_at(&primary->share, reported->year);
    if (primary->change || !isfinite(from) || !isfinite(to)) return;
    char told[TYPESET_NUMBER], simulated[TYPESET_NUMBER];
    run_signed(told, reported->figure->value);
    run_signed(simulated, to - from);
    primary->change = reported;
    primary->change_year[0] = reported->since;
    primary->change_year[1] = reported->year;
    primary->change_value[0] = from;
    primary->change_value[1] = from + reported->figure->value;
    if (primary->language == LANGUAGE_ZH)
        run_say(primary->change_label, "报道：%d年比%d年%s个百分点（模拟%s）", reported->year,
                reported->since, told, simulated);
    else
        run_say(primary->change_label, "Reported: %s points from %d to %d (simulated %s)", told,
                reported->since, reported->year, simulated);
}

static void take_level(Primary *primary, const Reported *reported) {
    if (primary->point_count == MOST_POINTS ||
        !isfinite(run_series_at(&primary->share, reported->year)))
        return;
    char *label = primary->point_labels[primary->point_count];
    run_say(label, "%s%s%.1f%%", run_in(primary->language, "报道：", "Reported: "),
            reported_sign(reported->figure), reported->figure->value);
    primary->points[primary->point_count++] =
        (FanPoint){reported->year, reported->figure->value, label};
}

static void take_reported(Primary *primary, const Reported *reported, int count) {
    for (int i = 0; i < count; i++) {
        if (reported[i].place != WHOLE_CITY ||
            strcmp(indicator_at(reported[i].indicator)->info.name, measure) != 0)
            continue;
        if (reported[i].sort == REPORTED_CHANGE) take_change(primary, &reported[i]);
        if (reported[i].sort == REPORTED_LEVEL) take_level(primary, &reported[i]);
    }
}

// ---- what is said

// How the change stands to the country's, so far as chance and draws let it be told, or an empty
// text.
static const char *against_nation(const Primary *primary, RunMove move, double from, double to) {
    const Language language = primary->language;
    const size_t last = primary->share.count - 1;
    const double chance = run_chance(from, to, primary->cases);
    const int drawn = isfinite(primary->share.change_low);
    const double least = drawn ? primary->share.change_low : to - from - chance;
    const double most = drawn ? primary->share.change_high : to - from + chance;
    if (!primary->drift || move == RUN_UNSURE) return "";
    if (move != RUN_RISES) return run_in(language, "，全国则逐年上升", " while the nation's rises");
    const double years = primary->share.year[last] - primary->share.year[0];
    if (least > primary->drift->high * years)
        return run_in(language, "，快于全国趋势", ", faster than the national trend");
    if (most < primary->drift->low * years)
        return run_in(language, "，慢于全国趋势", ", slower than the national trend");
    if (drawn)
        return run_in(language, "，是否快于全国趋势尚难断定",
                      "; whether faster than the nation's cannot be told");
    return run_in(language, "，与全国趋势相当", ", in step with the national trend");
}

// The draws go both ways.
static void say_unsure(Primary *primary, const char *city) {
    const RunSeries *share = &primary->share;
    char low[TYPESET_NUMBER], high[TYPESET_NUMBER];
    run_signed(low, share->change_low);
    run_signed(high, share->change_high);
    run_say(primary->headline,
            run_in(primary->language,
                   "%1$s基层诊疗量占比到%2$d年是升是降尚难断定：变化%3$s至%4$s个百分点",
                   "Whether primary care's share of visits in %1$s rises by %2$d cannot be told: "
                   "%3$s to %4$s points"),
            city, (int)share->year[share->count - 1], low, high);
}

static void say_headline(Primary *primary) {
    const RunSeries *share = &primary->share;
    const size_t last = share->count - 1;
    const double from = share->value[0], to = share->value[last];
    const int since = (int)share->year[0], until = (int)share->year[last];
    const RunMove move = run_series_move(share, primary->cases);
    const int zh = primary->language == LANGUAGE_ZH;
    char city[RUN_NAME];
    run_city(city, primary->source, primary->language);
    if (move == RUN_UNSURE)
        say_unsure(primary, city);
    else if (move == RUN_HOLDS)
        run_say(primary->headline,
                zh ? "%s基层诊疗量占比%d—%d年变化不大，约%.0f%%"
                   : "Primary care's share of visits in %s holds from %d to %d at about %.0f%%",
                city, since, until, to);
    else if (zh)
        run_say(primary->headline, "%s基层诊疗量占比由%d年的%.1f%%%s至%d年的%.1f%%", city, since,
                from, move > 0 ? "升" : "降", until, to);
    else
        run_say(primary->headline,
                "Primary care's share of visits in %s %s from %.1f%% in %d to "
                "%.1f%% in %d",
                city, move > 0 ? "rises" : "falls", from, since, to, until);
    run_say(primary->headline, "%s", against_nation(primary, move, from, to));
}

static void say_subtitle(Primary *primary) {
    const RunSeries *share = &primary->share;
    double low = share->value[0], high = low;
    run_reach(share, &low, &high);
    run_say(
        primary->subtitle, "%s",
        run_in(primary->language, "村卫生室、诊所和乡镇卫生院诊疗人次占总诊疗人次的比例，%；",
               "Visits to village and private clinics and township centres, % of all visits; "));
    run_tell_place_and_years(primary->subtitle, primary->source, primary->language);
    run_tell_bands(primary->subtitle, primary->source, primary->language);
    run_tell_cut_axis(primary->subtitle, low, high, primary->language);
}

// The other readings of the same share, first and last.
static void say_reading(Primary *primary, const char *indicator, const char *zh, const char *en) {
    RunSeries series;
    run_series(&series, primary->source, indicator, WHOLE_CITY);
    if (series.count < 2) return;
    const size_t last = series.count - 1;
    run_say(primary->note,
            run_in(primary->language, "%s由%.1f%%变为%.1f%%。", "%s: %.1f%% to %.1f%%. "),
            run_in(primary->language, zh, en), series.value[0], series.value[last]);
}

static void say_note(Primary *primary) {
    const Language language = primary->language;
    run_note(primary->note, primary->source, RUN_SHOWS_MEDIAN, language);
    say_reading(primary, "primary_care_visit_share_monthly", "月报口径（不含村卫生室和诊所）",
                "Monthly-report reading, without village and private clinics");
    say_reading(primary, "primary_care_visit_share_county", "县域口径", "In-county reading");
    if (primary->drift)
        run_say(
            primary->note,
            run_in(language, "虚线：自%d年起按全国近年每年约升%.1f—%.1f个百分点推算。",
                   "Dashed: the nation's recent %2$.1f to %3$.1f points a year, from %1$d on. "),
            (int)primary->share.year[0], primary->drift->low, primary->drift->high);
    if (!primary->change) return;
    run_say(primary->note, "%s",
            run_in(language, "黑线：报道的变化，从模拟值画起；来源：",
                   "Black: the reported change, drawn from the simulated level; source: "));
    run_cite(primary->note, primary->change->figure, language);
}

// ---- the chart

static Status draw_it(Primary *primary, const ChartStyle *style, const char *folder,
                      const char *name, Report *report) {
    const RunSeries *share = &primary->share;
    FanSeries series[3] = {
        run_line(share, run_in(style->language, "模拟", "Simulated"), TONE_ACCENT)};
    size_t count = 1;
    if (primary->drift)
        series[count++] =
            (FanSeries){.name = run_in(style->language, "若只随全国", "With the nation only"),
                        .tone = TONE_BACKGROUND,
                        .count = primary->nation.count,
                        .time = primary->nation.year,
                        .median = primary->nation.value};
    if (primary->change)
        series[count++] = (FanSeries){.name = primary->change_label,
                                      .tone = TONE_REPORTED,
                                      .count = 2,
                                      .time = primary->change_year,
                                      .median = primary->change_value};
    const FanPanel panel = {.format = {1, "%"},
                            .least_span = RUN_LEAST_SPAN,
                            .series = series,
                            .series_count = count,
                            .points = primary->points,
                            .point_count = primary->point_count};
    const FanChart chart = {.text = {primary->headline, primary->subtitle, primary->note},
                            .panels = &panel,
                            .panel_count = 1,
                            .markers = primary->markers.markers,
                            .marker_count = primary->markers.count,
                            .shared_until = NAN};
    return chart_draw_fan(&chart, style, folder, name, report);
}

static Status draw_years(Primary *primary, const ChartStyle *style, const char *folder,
                         const char *name, Report *report) {
    const ChartSource *source = primary->source;
    Reported reported[MOST_REPORTED];
    const double visits = indicator_values_of(source->values, "total_visits", WHOLE_CITY,
                                              source->experiment->base_year);
    primary->cases = run_independent_visits(visits, source->experiment->scale);
    follow_nation(primary);
    take_reported(primary, reported, reported_find(reported, source->values));
    run_markers(&primary->markers, source, style->language);
    say_headline(primary);
    say_subtitle(primary);
    say_note(primary);
    return draw_it(primary, style, folder, name, report);
}

// ---- the chart of one year: where its visits went

// Kinds of institution as readers tell them apart, the primary ones first.
static const struct {
    const char *zh, *en;
    unsigned kinds;
} groups[] = {
    {"村卫生室", "Village clinics", KIND_BIT(KIND_VILLAGE_CLINIC)},
    {"诊所", "Private clinics", KIND_BIT(KIND_PRIVATE_CLINIC)},
    {"乡镇卫生院", "Township centres", KIND_BIT(KIND_TOWNSHIP_CENTRE)},
    {"县级医院", "County hospitals",
     KIND_BIT(KIND_COUNTY_GENERAL) | KIND_BIT(KIND_COUNTY_TCM) | KIND_BIT(KIND_COUNTY_MATERNAL)},
    {"民营医院", "Private hospitals", KIND_BIT(KIND_PRIVATE_HOSPITAL)},
    {"市级医院", "City hospitals", KIND_BIT(KIND_CITY_HOSPITAL)},
};
enum { GROUPS = sizeof groups / sizeof *groups };

static double percent_of_visits(const ChartSource *source, unsigned kinds) {
    const int year = run_last_year(source);
    const IndicatorCell whole = {indicator_find("total_visits"), year, {.place = WHOLE_CITY}};
    double visits = 0.0;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const IndicatorCell cell = {
            indicator_find("total_visits"), year, {WHOLE_CITY, BY_KIND, kind}};
        const double median = run_spread(source, &cell).median;
        if ((kinds & KIND_BIT(kind)) && isfinite(median)) visits += median;
    }
    return 100.0 * visits / run_spread(source, &whole).median;
}

static Status draw_year(Primary *primary, const ChartStyle *style, const char *folder,
                        const char *name, Report *report) {
    const ChartSource *source = primary->source;
    const Language language = style->language;
    char city[RUN_NAME];
    run_city(city, source, language);
    run_say(primary->headline,
            run_in(language, "%1$d年%2$s每100次就诊有%3$.0f次在基层",
                   "In %1$d, %3$.0f of 100 visits in %2$s are to primary care"),
            run_last_year(source), city, primary->share.value[0]);
    run_say(primary->subtitle, "%s",
            run_in(language, "各类机构诊疗人次占总诊疗人次的比例，%；蓝色为基层；",
                   "Visits by kind of institution, % of all visits; blue: primary care; "));
    run_tell_place_and_years(primary->subtitle, source, language);
    run_note(primary->note, source, RUN_SHOWS_MEDIAN, language);

    Bar bars[GROUPS];
    for (size_t i = 0; i < GROUPS; i++)
        bars[i] = (Bar){run_in(language, groups[i].zh, groups[i].en),
                        groups[i].kinds & PRIMARY_KINDS ? TONE_ACCENT : TONE_GREY,
                        percent_of_visits(source, groups[i].kinds), NAN, NAN};
    const BarsPanel panel = {
        .format = {1, "%"}, .bars = bars, .bar_count = GROUPS, .reported = NAN};
    const BarsChart chart = {.text = {primary->headline, primary->subtitle, primary->note},
                             .panels = &panel,
                             .panel_count = 1};
    return chart_draw_bars(&chart, style, folder, name, report);
}

static Status draw(const ChartSource *source, const ChartStyle *style, const char *folder,
                   const char *name, Report *report) {
    Primary *primary = report_calloc(report, 1, sizeof *primary);
    if (!primary) return STATUS_NO_MEMORY;
    primary->source = source;
    primary->language = style->language;
    run_series(&primary->share, source, measure, WHOLE_CITY);
    const Status status =
        primary->share.count == 0
            ? report_problem(report, STATUS_INVALID,
                             "nobody went to an institution in these years; draw it from a larger "
                             "run")
        : run_is_one_year(source) ? draw_year(primary, style, folder, name, report)
                                  : draw_years(primary, style, folder, name, report);
    free(primary);
    return status;
}

const RunChart run_chart_primary = {
    .info = {"primary", "基层诊疗量占比", "primary care's share of visits",
             "by year, with the national trend, the reported change and the starts of reforms"},
    .draw = draw,
};
