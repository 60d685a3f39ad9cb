// SPDX-License-Identifier: MIT
#include "report/run_chart_words.h"

#include "base/calendar.h"
#include "base/version.h"
#include "report/chart_axis.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// ---- words

const char *run_in(Language language, const char *zh, const char *en) {
    return language == LANGUAGE_ZH ? zh : en;
}

void run_say(char text[RUN_WORDS], const char *format, ...) {
    const size_t length = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text + length, RUN_WORDS - length, format, arguments);
    va_end(arguments);
}

void run_signed_to(char out[TYPESET_NUMBER], double change, int decimals) {
    const char *sign = fabs(change) < 0.5 * pow(10.0, -decimals) ? "" : change > 0 ? "+" : "−";
    snprintf(out, TYPESET_NUMBER, "%s%.*f", sign, decimals, fabs(change));
}

void run_signed(char out[TYPESET_NUMBER], double change) {
    run_signed_to(out, change, 1);
}

void run_capital(char *label, Language language) {
    if (language == LANGUAGE_EN) label[0] = (char)toupper((unsigned char)label[0]);
}

void run_entity(char out[RUN_NAME], const Entity *entity, Language language) {
    snprintf(out, RUN_NAME, "%s", run_in(language, entity->zh, entity->en));
    run_capital(out, language);
}

static int length_before_brackets(const char *name) {
    const char *chinese = strstr(name, "（"), *english = strstr(name, " (");
    const char *end = chinese ? chinese : english;
    return (int)(end ? (size_t)(end - name) : strlen(name));
}

void run_city(char out[RUN_NAME], const ChartSource *source, Language language) {
    const City *city = &source->experiment->city;
    const char *name = run_in(language, city->name_zh, city->name_en);
    snprintf(out, RUN_NAME, "%.*s", length_before_brackets(name), name);
}

// How much of a Chinese name stands before the name of a people: 麻阳 of 麻阳苗族自治县.
static size_t length_before_people(const char *name) {
    static const char *const peoples[] = {"苗族", "侗族", "土家族", "瑶族", "回族",
                                          "壮族", "彝族", "藏族",   "白族", "布依族"};
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof peoples / sizeof *peoples; i++) {
        const char *at = strstr(name, peoples[i]);
        if (at && (size_t)(at - name) < length) length = (size_t)(at - name);
    }
    return length;
}

void run_county(char out[RUN_NAME], const City *city, const County *county, Language language) {
    const char *name = run_in(language, county->name_zh, county->name_en);
    const size_t word = strcspn(name, " ");
    const int is_citys = strncmp(city->name_en, name, word) == 0 && !city->name_en[word];
    if (language == LANGUAGE_ZH && strstr(name, "自治县"))
        snprintf(out, RUN_NAME, "%.*s县", (int)length_before_people(name), name);
    else if (language == LANGUAGE_EN && strstr(name, " County") && !is_citys)
        snprintf(out, RUN_NAME, "%.*s", (int)word, name);
    else
        snprintf(out, RUN_NAME, "%.*s", length_before_brackets(name), name);
}

// What lines and bands are, of several runs.
static void say_bands(char note[RUN_WORDS], const ChartSource *source, int zh) {
    const Experiment *experiment = source->experiment;
    if (run_has_draws(source))
        run_say(
            note,
            zh ? "%d组参数抽样（1:%d）的中位数与中间50%%、90%%"
                 "的区间（反映参数的不确定，不是概率），"
               : "median and middle 50%% and 90%% of %d draws of the parameters, 1 in %d residents "
                 "(what the numbers leave open, no probability), ",
            indicator_values_whole_draws(source->values), experiment->draw_scale);
    else if (indicator_values_tail(source->values) > 0)
        run_say(note,
                zh ? "参数取中心值，%d次重复的中位数与中间50%%、90%%的区间（只反映随机性），"
                   : "central parameters, median and middle 50%% and 90%% of %d replicates (chance "
                     "alone), ",
                experiment->replicates);
    else
        run_say(note,
                zh ? "参数取中心值，%d次重复的中位数与最小、最大值（只反映随机性），"
                   : "central parameters, median, least and greatest of %d replicates (chance "
                     "alone), ",
                experiment->replicates);
}

void run_note(char note[RUN_WORDS], const ChartSource *source, RunShows shows, Language language) {
    const Experiment *experiment = source->experiment;
    const int zh = language == LANGUAGE_ZH;
    run_say(note, zh ? "模拟，非预测：" : "Simulated, not a forecast: ");
    if (shows == RUN_SHOWS_MEDIAN && (run_has_draws(source) || experiment->replicates > 1))
        say_bands(note, source, zh);
    else if (experiment->replicates == 1)
        run_say(note, zh ? "参数取中心值，1次模拟，" : "central parameters, one replicate, ");
    else
        run_say(note,
                zh ? "参数取中心值，%d次重复中的第1次，"
                   : "central parameters, the first of %d replicates, ",
                experiment->replicates);
    if (shows == RUN_SHOWS_MEDIAN && run_has_draws(source))
        run_say(note, "%s",
                zh ? "以中心参数的运行为准：" : "centred on the run at central parameters of ");
    if (experiment->scale > 1)
        run_say(note, zh ? "1:%d抽样，" : "1 in %d residents, ", experiment->scale);
    else
        run_say(note, zh ? "1:1全体居民，" : "every resident (1:1), ");
    run_say(note, zh ? "种子%llu，hxsim %s。" : "seed %llu, hxsim %s. ",
            (unsigned long long)experiment->seed, HXSIM_VERSION);
}

static void cite_in_chinese(char note[RUN_WORDS], const char *source) {
    static const char paper[] = "provincial health newspaper";
    int issue, year, month, day_of_month;
    if (strncmp(source, paper, sizeof paper - 1) != 0)
        run_say(note, "%s", source);
    else if (sscanf(source + sizeof paper - 1, ", issue %d, %d-%d-%d", &issue, &year, &month,
                    &day_of_month) == 4)
        run_say(note, "省级卫生健康类报纸第%d期（%d年%d月%d日）", issue, year, month, day_of_month);
    else
        run_say(note, "省级卫生健康类报纸（未印日期）");
}

void run_cite(char note[RUN_WORDS], const Figure *figure, Language language) {
    const char *document =
        strncmp(figure->source, "document ", 9) == 0 ? strstr(figure->source, ": ") : NULL;
    const char *source = document ? document + 2 : figure->source;
    if (language == LANGUAGE_ZH)
        cite_in_chinese(note, source);
    else
        run_say(note, "%.*s", (int)strcspn(source, ";"), source);
}

void run_tell_place_and_years(char text[RUN_WORDS], const ChartSource *source, Language language) {
    const City *city = &source->experiment->city;
    const int first = source->experiment->base_year, last = run_last_year(source);
    run_say(text, run_in(language, "%s，%d", "%s, %d"),
            run_in(language, city->name_zh, city->name_en), run_is_one_year(source) ? last : first);
    if (!run_is_one_year(source)) run_say(text, run_in(language, "—%d", "–%d"), last);
    run_say(text, "%s", run_in(language, "年，模拟", ", simulated"));
}

void run_tell_bands(char text[RUN_WORDS], const ChartSource *source, Language language) {
    if (run_has_draws(source) || indicator_values_tail(source->values) > 0)
        run_say(text, "%s",
                run_in(language, "；中位数和50%、90%区间", "; median, 50% and 90% bands"));
}

void run_tell_cut_axis_of(char text[RUN_WORDS], double low, double high, double least_span,
                          Language language) {
    chart_axis_widen(&low, &high, least_span);
    if (chart_axis(low, high, 4.0).low > 0)
        run_say(text, "%s", run_in(language, "；纵轴不从零开始", "; cut axis"));
}

void run_tell_cut_axis(char text[RUN_WORDS], double low, double high, Language language) {
    run_tell_cut_axis_of(text, low, high, RUN_LEAST_SPAN, language);
}

// ---- reforms

static size_t counties_of(const Reform *reform, const City *city) {
    size_t count = 0;
    for (uint32_t c = 0; c < city->county_count; c++)
        count += reform->in_county[c] != 0;
    return count;
}

// Names the reform, and its places if they are few.
static void say_reform(char label[RUN_WORDS], const ChartSource *source, const Reform *reform,
                       Language language) {
    enum { FEW = 2 };
    const City *city = &source->experiment->city;
    const LeverInfo *lever = &source->levers[reform->lever];
    const size_t places = counties_of(reform, city);
    const char *name = run_in(language, lever->zh, lever->en);
    run_say(label, "%s", name ? name : lever->name);
    if (places > FEW || places == city->county_count) return;
    const char *between = run_in(language, "（", " (");
    for (uint32_t c = 0; c < city->county_count; c++) {
        char county[RUN_NAME];
        if (!reform->in_county[c]) continue;
        run_county(county, city, &city->counties[c], language);
        run_say(label, "%s%s", between, county);
        between = run_in(language, "、", ", ");
    }
    run_say(label, "%s", run_in(language, "）", ")"));
}

static void say_start(char label[RUN_WORDS], int year, int month, Language language) {
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (language == LANGUAGE_ZH)
        run_say(label, "%d年%d月起：", year, month);
    else
        run_say(label, "From %s %d: ", months[month - 1], year);
}

// A reform that covers nobody starts nothing.
static int starts_on(const Reform *reform, int32_t day) {
    return reform->coverage > 0 && reform->start_day == day;
}

static int starts_earlier_with(const Experiment *experiment, int reform) {
    for (int i = 0; i < reform; i++)
        if (starts_on(&experiment->reforms[i], experiment->reforms[reform].start_day)) return 1;
    return 0;
}

enum { MOST_NAMED = 3 };

// The reforms that start on a day; of many the first few, and how many there are.
static void say_starts(char label[RUN_WORDS], const ChartSource *source, int32_t day,
                       Language language) {
    const Experiment *experiment = source->experiment;
    int said = 0, all = 0;
    for (int i = 0; i < experiment->reform_count; i++)
        all += starts_on(&experiment->reforms[i], day);
    for (int i = 0; i < experiment->reform_count; i++) {
        if (!starts_on(&experiment->reforms[i], day)) continue;
        if (all > MOST_NAMED + 1 && said == MOST_NAMED) break;
        if (said++) run_say(label, "%s", run_in(language, "、", "; "));
        say_reform(label, source, &experiment->reforms[i], language);
    }
    if (said == all) return;
    if (language == LANGUAGE_ZH)
        run_say(label, "等%d项", all);
    else
        run_say(label, "; and %d more", all - said);
}

void run_markers(RunMarkers *markers, const ChartSource *source, Language language) {
    const Experiment *experiment = source->experiment;
    markers->count = 0;
    for (int i = 0; i < experiment->reform_count && markers->count < CHART_MARKERS; i++) {
        const int32_t start = experiment->reforms[i].start_day;
        int year, month, day_of_month;
        calendar_split(start, &year, &month, &day_of_month);
        const double time = year - 0.5 + (month - 1 + (day_of_month - 1) / 31.0) / 12.0;
        if (experiment->reforms[i].coverage <= 0 || starts_earlier_with(experiment, i) ||
            time < experiment->base_year || time > run_last_year(source))
            continue;

        char *label = markers->labels[markers->count];
        label[0] = '\0';
        say_start(label, year, month, language);
        say_starts(label, source, start, language);
        markers->markers[markers->count++] = (FanMarker){time, label};
    }
}
