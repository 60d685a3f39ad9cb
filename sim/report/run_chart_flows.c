// SPDX-License-Identifier: MIT
// Inpatients on their way: where they live, who saw them last before a bed was found necessary, and
// where the bed was. Ways out of the city are in colour.
//
// Stays are counted when they begin; moves down from one bed to another and people from elsewhere
// are left out.
#include "report/run_sankey.h"

#include <math.h>
#include <stdlib.h>

enum { GROUPS = RUN_GROUPS, OUTSIDE = RUN_GROUP_OUTSIDE };
_Static_assert(HOMES + 2 * GROUPS <= RUN_SANKEY_NODES, "bars");
_Static_assert(GROUPS *(HOMES + GROUPS) <= RUN_SANKEY_FLOWS, "ribbons");

static const char *const homes[HOMES][2] = {
    [HOME_COUNTRY] = {"乡村居民", "Country residents"},
    [HOME_TOWN] = {"城镇居民", "Town residents"},
    [HOME_ELSEWHERE] = {"在外居住的参保人", "Insured living elsewhere"}};

// Admissions of one year by home, group seen last and group of the bed.
typedef struct Ways {
    double of[HOMES][GROUPS][GROUPS];
} Ways;

enum { ANY = -1 };

typedef struct Flows {
    const ChartSource *source;
    Language language;
    Ways first, last; // years drawn
    RunSankey sankey;
    char headline[RUN_WORDS], subtitle[RUN_WORDS], note[RUN_WORDS];
} Flows;

// ---- counts

static int group_of(int kind) {
    for (int g = 0; g < GROUPS; g++)
        if (run_groups[g].kinds & KIND_BIT(kind)) return g;
    return OUTSIDE;
}

static void count_year(Ways *ways, const Results *results, int year) {
    const YearResults *of = &results->year[year - results->first_year];
    for (int county = 0; county < results->counties; county++)
        for (int home = 0; home < HOMES; home++)
            for (int seen = 0; seen < KIND_COUNT; seen++)
                for (int bed = 0; bed < KIND_COUNT; bed++)
                    ways->of[home][group_of(seen)][group_of(bed)] +=
                        (double)(of->county[county].way_to_bed[home][seen][bed] * results->scale);
}

static int is_meant(int asked, int one) {
    return asked == ANY || asked == one;
}

// Admissions of a home, seen last by a group, into beds of a group; ANY for all.
static double admissions(const Ways *ways, int home, int seen, int bed) {
    double sum = 0.0;
    for (int h = 0; h < HOMES; h++)
        for (int s = 0; s < GROUPS; s++)
            for (int b = 0; b < GROUPS; b++)
                if (is_meant(home, h) && is_meant(seen, s) && is_meant(bed, b))
                    sum += ways->of[h][s][b];
    return sum;
}

static double percent_outside(const Ways *ways) {
    return 100.0 * admissions(ways, ANY, ANY, OUTSIDE) / fmax(admissions(ways, ANY, ANY, ANY), 1.0);
}

// ---- what is drawn

static ChartTone tone_of(int group) {
    return group == OUTSIDE ? TONE_ACCENT : TONE_GREY;
}

static void draw_ways(Flows *flows) {
    const Ways *ways = &flows->last;
    RunSankey *sankey = &flows->sankey;
    size_t from[HOMES], seen_at[GROUPS], bed_at[GROUPS];
    sankey->language = flows->language;
    for (int home = 0; home < HOMES; home++)
        from[home] =
            run_sankey_add_node(sankey, run_in(flows->language, homes[home][0], homes[home][1]), 0,
                                TONE_GREY, admissions(ways, home, ANY, ANY));
    for (int g = 0; g < GROUPS; g++)
        seen_at[g] = run_sankey_add_group(sankey, g, 1, tone_of(g), admissions(ways, ANY, g, ANY));
    for (int g = 0; g < GROUPS; g++)
        bed_at[g] = run_sankey_add_group(sankey, g, 2, tone_of(g), admissions(ways, ANY, ANY, g));

    for (int seen = 0; seen < GROUPS; seen++) {
        for (int home = 0; home < HOMES; home++)
            run_sankey_add_flow(sankey, from[home], seen_at[seen],
                                admissions(ways, home, seen, ANY), tone_of(seen));
        for (int bed = 0; bed < GROUPS; bed++)
            run_sankey_add_flow(sankey, seen_at[seen], bed_at[bed],
                                admissions(ways, ANY, seen, bed), tone_of(bed));
    }
}

// ---- what is said

// Who makes up most of those outside.
static void say_who(Flows *flows) {
    const double outside = admissions(&flows->last, ANY, ANY, OUTSIDE);
    const double away = 100.0 * admissions(&flows->last, HOME_ELSEWHERE, ANY, OUTSIDE) / outside;
    if (!(outside > 0.0)) return;
    if (away >= 50.0)
        run_say(flows->headline,
                run_in(flows->language, "；其中%.0f%%是长期在外者",
                       "; %.0f%% of these are of people who live elsewhere"),
                away);
    else
        run_say(flows->headline,
                run_in(flows->language, "；其中%.0f%%是本地居民外出就医",
                       "; %.0f%% of these are of residents"),
                100.0 - away);
}

// How the share stands to that of the first year, if that is another one.
static void say_against_first(Flows *flows) {
    const ChartSource *source = flows->source;
    const Language language = flows->language;
    const double before = percent_outside(&flows->first), now = percent_outside(&flows->last);
    const double cases =
        run_independent_stays(admissions(&flows->first, ANY, ANY, ANY), source->experiment->scale);
    const RunMove move = run_move(before, now, cases);
    const int first = source->experiment->base_year;
    if (run_is_one_year(source)) return;
    if (move == RUN_HOLDS)
        run_say(flows->headline, run_in(language, "，与%d年相近", ", about as in %d"), first);
    else if (language == LANGUAGE_ZH)
        run_say(flows->headline, "，%s%d年的%.0f次", move > 0 ? "多于" : "少于", first, before);
    else
        run_say(flows->headline, ", %s from %.0f in %d", move > 0 ? "up" : "down", before, first);
}

static void say_headline(Flows *flows) {
    const int last = run_last_year(flows->source);
    const double now = percent_outside(&flows->last);
    char city[RUN_NAME];
    run_city(city, flows->source, flows->language);
    if (flows->language == LANGUAGE_ZH)
        run_say(flows->headline, "%d年%s参保人每100次住院有%.0f次在市外", last, city, now);
    else
        run_say(flows->headline,
                "In %d, %.0f of 100 admissions of %s's insured are outside the city", last, now,
                city);
    say_against_first(flows);
    say_who(flows);
}

static void say_rest(Flows *flows) {
    const ChartSource *source = flows->source;
    const Language language = flows->language;
    const City *city = &source->experiment->city;
    run_say(
        flows->subtitle,
        run_in(language,
               "参保人从哪里来、住院前最后在哪里就诊、在哪里住院，人次（占比）；%s，%d年，模拟；"
               "蓝色为去往市外",
               "Where the insured live, who saw them last and where they were admitted, "
               "admissions (share); %s, %d, simulated; blue: to places outside the city"),
        run_in(language, city->name_zh, city->name_en), run_last_year(source));
    run_note(flows->note, source, RUN_SHOWS_FIRST, language);
    run_say(flows->note, "%s",
            run_in(language, "不含外来患者和住院期间的下转；在外居住者在居住地就诊，不计门诊。",
                   "Without people from elsewhere and moves down during a stay; the insured who "
                   "live elsewhere are seen there."));
}

// ---- the chart

static Status draw_it(Flows *flows, const ChartStyle *style, const char *folder, const char *name,
                      Report *report) {
    const char *const headings[RUN_SANKEY_COLUMNS] = {
        run_in(style->language, "居住地", "Home"),
        run_in(style->language, "住院前就诊", "Last seen at"),
        run_in(style->language, "住院机构", "Admitted at")};
    return run_sankey_draw(&flows->sankey,
                           (ChartText){flows->headline, flows->subtitle, flows->note}, headings,
                           style, folder, name, report);
}

static Status draw(const ChartSource *source, const ChartStyle *style, const char *folder,
                   const char *name, Report *report) {
    Flows *flows = report_calloc(report, 1, sizeof *flows);
    if (!flows) return STATUS_NO_MEMORY;
    flows->source = source;
    flows->language = style->language;
    count_year(&flows->first, source->results, source->experiment->base_year);
    count_year(&flows->last, source->results, run_last_year(source));
    draw_ways(flows);
    say_headline(flows);
    say_rest(flows);
    const Status status = draw_it(flows, style, folder, name, report);
    free(flows);
    return status;
}

const RunChart run_chart_flows = {
    .info = {"flows", "住院病人从哪里来、到哪里去", "where inpatients come from and go",
             "Sankey of home, institution that saw the patient last, and bed, of the last year"},
    .draw = draw,
};
