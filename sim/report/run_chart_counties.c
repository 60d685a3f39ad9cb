// SPDX-License-Identifier: MIT
// Primary care's share of the visits in each county: the counties side by side, in the order in
// which they gain.
//
// Read within the county, city hospitals left out (reading B), so that a county beside the city's
// hospitals can be seen against one far from them.
#include "report/run_chart_words.h"

#include "report/chart_multiples.h"

#include <math.h>
#include <stdlib.h>

static const char measure[] = "primary_care_visit_share_county";

typedef struct Place {
    char name[RUN_NAME];
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

static double first_of(const Place *place) {
    return place->share.value[0];
}

static double last_of(const Place *place) {
    return place->share.value[place->share.count - 1];
}

static double gain_of(const Place *place) {
    return last_of(place) - first_of(place);
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
        run_county(place->name, &city->counties[c], counties->language);
        place->cases = run_independent_visits(visits, source->experiment->scale);
        counties->count++;
    }
    qsort(counties->places, counties->count, sizeof *counties->places, more_gain_first);
}

// ---- what is said

// In how many counties the share rises, or falls, or neither.
static size_t moving(const Counties *counties, RunMove move) {
    size_t count = 0;
    for (size_t i = 0; i < counties->count; i++) {
        const Place *place = &counties->places[i];
        count += run_move(first_of(place), last_of(place), place->cases) == move;
    }
    return count;
}

// That the shares hardly move, and between which counties they lie.
static void say_levels(Counties *counties) {
    const Place *high = counties->places, *low = high;
    for (size_t i = 0; i < counties->count; i++) {
        const Place *place = &counties->places[i];
        if (last_of(place) > last_of(high)) high = place;
        if (last_of(place) < last_of(low)) low = place;
    }
    run_say(counties->headline,
            run_in(counties->language,
                   "各县市区基层诊疗占比变化不大：最高%s（%.0f%%），最低%s（%.0f%%）",
                   "Primary care's share of visits moves little in the counties: highest in %s "
                   "(%.0f%%), lowest in %s (%.0f%%)"),
            high->name, last_of(high), low->name, last_of(low));
}

static void say_headline(Counties *counties) {
    const size_t up = moving(counties, RUN_RISES), down = moving(counties, RUN_FALLS);
    const size_t most = up >= down ? up : down;
    const Place *foremost = &counties->places[up >= down ? 0 : counties->count - 1];
    const int zh = counties->language == LANGUAGE_ZH, all = most == counties->count;
    char gain[TYPESET_NUMBER];
    if (most == 0) {
        say_levels(counties);
        return;
    }
    run_signed(gain, gain_of(foremost));
    if (zh)
        run_say(counties->headline, "%zu个县市区", counties->count);
    else
        run_say(counties->headline, "Primary care's share of visits %s in ",
                up >= down ? "rises" : "falls");
    if (all)
        run_say(counties->headline, zh ? "的" : "all %zu counties", counties->count);
    else
        run_say(counties->headline, zh ? "中%zu个" : "%zu of %zu counties", most, counties->count);
    if (zh)
        run_say(counties->headline, "基层诊疗占比%s%s，%s变化最大（%s个百分点）", all ? "都" : "",
                up >= down ? "上升" : "下降", foremost->name, gain);
    else
        run_say(counties->headline, ", most in %s (%s points)", foremost->name, gain);
}

static void say_subtitle(Counties *counties) {
    const RunSeries *share = &counties->places[0].share;
    double low = share->value[0], high = low;
    for (size_t i = 0; i < counties->count; i++)
        run_reach(&counties->places[i].share, &low, &high);
    run_say(counties->subtitle,
            run_in(counties->language, "基层诊疗人次占县域内诊疗人次的比例，%%；%s，%d—%d年，模拟",
                   "Visits to primary institutions as a share of all visits in the county, %%; "
                   "%s, %d–%d, simulated"),
            run_city(counties->source, counties->language), (int)share->year[0],
            (int)share->year[share->count - 1]);
    run_tell_cut_axis(counties->subtitle, low, high, counties->language);
}

static void say_note(Counties *counties) {
    run_note(counties->note, counties->source, counties->language);
    run_say(counties->note, "%s",
            run_in(counties->language,
                   "基层为村卫生室、诊所和乡镇卫生院；市级医院不计入所在县区。灰线为其他县市区；"
                   "按首末年变化排列，右上为末年数值。",
                   "Primary: village and private clinics, township centres; city hospitals count "
                   "for no county. Grey: the other counties. In the order of the change from first "
                   "to last year; the number is that of the last."));
}

// ---- the chart

static Status draw_it(Counties *counties, const ChartStyle *style, const char *folder,
                      const char *name, Report *report) {
    MultiplesPanel panels[MOST_COUNTIES];
    for (size_t i = 0; i < counties->count; i++)
        panels[i] = (MultiplesPanel){.name = counties->places[i].name,
                                     .median = counties->places[i].share.value};
    const MultiplesChart chart = {
        .text = {counties->headline, counties->subtitle, counties->note},
        .time = counties->places[0].share.year,
        .count = counties->places[0].share.count,
        .panels = panels,
        .panel_count = counties->count,
        .format = {0, "%"},
        .marker = NAN,
    };
    return chart_draw_multiples(&chart, style, folder, name, report);
}

static Status draw(const ChartSource *source, const ChartStyle *style, const char *folder,
                   const char *name, Report *report) {
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
        status = draw_it(counties, style, folder, name, report);
    } else {
        status = report_problem(report, STATUS_INVALID,
                                "chart %s: no county has visits in every year", name);
    }
    free(counties);
    return status;
}

const RunChart run_chart_counties = {
    .info = {"counties", "各县市区基层诊疗占比", "primary care's share in each county",
             "small multiples of the counties, in the order in which they gain"},
    .draw = draw,
};
