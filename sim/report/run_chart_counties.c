// SPDX-License-Identifier: MIT
// How much of each county's inpatient care stays in the county: the counties side by side, the
// highest first.
#include "report/run_chart_words.h"

#include "report/chart_multiples.h"

#include <math.h>
#include <stdlib.h>

static const char measure[] = "in_county_inpatient_share";

typedef struct Place {
    char name[RUN_NAME];
    RunSeries share;
    double cases; // simulated stays of its insured in a year, about
} Place;

typedef struct Counties {
    const ChartSource *source;
    Language language;
    Place places[MOST_COUNTIES];
    size_t count;
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS];
} Counties;

static double last_of(const Place *place) {
    return place->share.value[place->share.count - 1];
}

static RunMove move_of(const Place *place) {
    return run_move(place->share.value[0], last_of(place), place->cases);
}

static int higher_first(const void *a, const void *b) {
    const double first = last_of(a), second = last_of(b);
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
        run_county(place->name, &city->counties[c], counties->language);
        place->cases = indicator_values_of(source->values, "resident_admissions", (int)c, first) /
                       source->experiment->scale;
        counties->count++;
    }
    qsort(counties->places, counties->count, sizeof *counties->places, higher_first);
}

// ---- what is said

// In how many counties the share rises, or falls, or neither.
static size_t moving(const Counties *counties, RunMove move) {
    size_t count = 0;
    for (size_t i = 0; i < counties->count; i++)
        count += move_of(&counties->places[i]) == move;
    return count;
}

static void say_moves(Counties *counties) {
    const size_t up = moving(counties, RUN_RISES), down = moving(counties, RUN_FALLS);
    const size_t most = up >= down ? up : down;
    const int zh = counties->language == LANGUAGE_ZH;
    if (most == 0)
        run_say(counties->headline, "%s",
                run_in(counties->language, "，各地变化都不大", "; no share moves much"));
    else if (zh)
        run_say(counties->headline, "；%zu个县市区中%zu个%s", counties->count, most,
                most == up ? "上升" : "下降");
    else
        run_say(counties->headline, "; %zu of %zu %s", most, counties->count,
                most == up ? "rise" : "fall");
}

static void say_headline(Counties *counties) {
    const Place *high = &counties->places[0], *low = &counties->places[counties->count - 1];
    run_say(counties->headline,
            run_in(counties->language,
                   "参保人住院留在本县的比例：%s最高（%.0f%%），%s最低（%.0f%%）",
                   "%s keeps most of its inpatients in the county (%.0f%%), %s fewest (%.0f%%)"),
            high->name, last_of(high), low->name, last_of(low));
    say_moves(counties);
}

static void say_subtitle(Counties *counties) {
    const RunSeries *share = &counties->places[0].share;
    run_say(counties->subtitle,
            run_in(counties->language,
                   "参保人在参保县县级及以下机构住院占其全部住院的比例，%%；%s，%d—%d年，模拟；"
                   "灰线为其他县市区",
                   "Stays in institutions of the county of insurance, city hospitals left out, as "
                   "a share of all stays of its insured, %%; %s, %d–%d, simulated; grey: the other "
                   "counties"),
            run_city(counties->source, counties->language), (int)share->year[0],
            (int)share->year[share->count - 1]);
}

static void say_note(Counties *counties) {
    run_note(counties->note, counties->source, counties->language);
    run_say(counties->note, "%s",
            run_in(counties->language,
                   "市级医院不计入所在县区，参保人含长期在外居住者。按末年数值排列。",
                   "City hospitals count for no county; the insured include those who live "
                   "elsewhere. In the order of the last year."));
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
                                "chart %s: no county has admissions in every year", name);
    }
    free(counties);
    return status;
}

const RunChart run_chart_counties = {
    .info = {"counties", "各县市区住院留在县内的比例", "inpatients kept in each county",
             "small multiples of the counties, the highest first"},
    .draw = draw,
};
