// SPDX-License-Identifier: MIT
#include "report/compare_chart.h"

#include "base/version.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

ChartSource compare_base(const ComparePair *pair) {
    const CompareSource *source = pair->source;
    return (ChartSource){.experiment = &source->compared->experiment[0],
                         .levers = source->levers,
                         .values = &source->compared->values[0]};
}

ChartSource compare_alternative(const ComparePair *pair) {
    const CompareSource *source = pair->source;
    return (ChartSource){.experiment = &source->compared->experiment[pair->alternative],
                         .levers = source->levers,
                         .values = &source->compared->values[pair->alternative]};
}

// ---- differences

static Difference nothing(void) {
    Difference difference = {.base = NAN, .alternative = NAN, .central = NAN, .error = NAN};
    for (int band = 0; band < BANDS; band++)
        difference.band[band] = NAN;
    return difference;
}

Difference compare_difference(const ComparePair *pair, int year) {
    const IndicatorValues *base = &pair->source->compared->values[0];
    const IndicatorValues *other = &pair->source->compared->values[pair->alternative];
    const size_t cell = compared_cell(base, pair->indicator, year);
    double *scratch =
        malloc(((size_t)base->draws + (size_t)base->replicates + 1) * sizeof *scratch);
    const Difference difference =
        scratch && cell < base->count ? difference_of(base, other, cell, scratch) : nothing();
    free(scratch);
    return difference;
}

double compare_told(const Difference *difference) {
    return isfinite(difference->band[BAND_50]) ? difference->band[BAND_50] : difference->central;
}

CompareSign compare_sign(const Difference *difference) {
    enum { ERRORS = 2 };
    const int drawn = isfinite(difference->band[BAND_50]);
    const double reach = isfinite(difference->error) ? ERRORS * difference->error : INFINITY;
    const double low = drawn ? difference->band[BAND_05] : difference->central - reach;
    const double high = drawn ? difference->band[BAND_95] : difference->central + reach;
    const int moves = fabs(difference->central) > 0.0 || (drawn && high > low);
    if (!moves) return COMPARE_NONE;
    return low > 0.0 ? COMPARE_HIGHER : high < 0.0 ? COMPARE_LOWER : COMPARE_OPEN;
}

// ---- words

static const struct {
    const char *unit, *zh, *en, *zh_difference, *en_difference;
    int counts; // things, of which there are more or fewer
} units[] = {
    {"percent", "%", "%", "个百分点", " points", 0},
    {"yuan", "元", "yuan", "元", " yuan", 0},
    {"days", "天", "days", "天", " days", 0},
    {"visits", "人次", "visits", "人次", " visits", 1},
    {"admissions", "人次", "admissions", "人次", " admissions", 1},
    {"person_times", "人次", "times", "人次", " times", 1},
    {"persons", "人", "persons", "人", " persons", 1},
    {"beds", "张", "beds", "张", " beds", 1},
    {"minutes", "分钟", "minutes", "分钟", " minutes", 0},
    {"per 1000 a year", "‰", "per 1,000", "个千分点", " per 1,000", 0},
    {"per 1000 person-years", "人次/千人", "per 1,000", "人次/千人", " per 1,000", 0},
    {"visits per person-year", "次/人年", "visits a person", "次/人年", " visits a person", 0},
    {"yuan per person-year", "元/人年", "yuan a person", "元/人年", " yuan a person", 0},
};
enum { UNITS = sizeof units / sizeof *units };

static size_t unit_of(const ComparePair *pair) {
    const char *unit = indicator_at(pair->indicator)->info.unit;
    size_t i = 0;
    while (i < UNITS && strcmp(units[i].unit, unit) != 0)
        i++;
    return i;
}

const char *compare_unit(const ComparePair *pair) {
    const size_t i = unit_of(pair);
    return i == UNITS ? "" : run_in(pair->language, units[i].zh, units[i].en);
}

const char *compare_unit_of_difference(const ComparePair *pair) {
    const size_t i = unit_of(pair);
    return i == UNITS ? "" : run_in(pair->language, units[i].zh_difference, units[i].en_difference);
}

const char *compare_higher(const ComparePair *pair, int higher) {
    const size_t i = unit_of(pair);
    if (i < UNITS && units[i].counts)
        return higher ? run_in(pair->language, "多", " more")
                      : run_in(pair->language, "少", " fewer");
    return higher ? run_in(pair->language, "高", " higher")
                  : run_in(pair->language, "低", " lower");
}

const char *compare_unit_in_headline(const ComparePair *pair) {
    const size_t i = unit_of(pair);
    const int said = i < UNITS && units[i].counts && pair->language == LANGUAGE_EN;
    return said ? "" : compare_unit_of_difference(pair);
}

const char *compare_measure(const ComparePair *pair) {
    const IndicatorInfo *info = &indicator_at(pair->indicator)->info;
    return run_in(pair->language, info->zh, info->en);
}

void compare_indicator(char out[RUN_NAME], const ComparePair *pair) {
    const IndicatorInfo *info = &indicator_at(pair->indicator)->info;
    run_entity(out, &(Entity){info->name, info->zh, info->en}, pair->language);
}

static const char *title_of(const ComparePair *pair, int scenario) {
    const Experiment *experiment = &pair->source->compared->experiment[scenario];
    return run_in(pair->language, experiment->title_zh, experiment->title_en);
}

// How many bytes of all titles are the same, up to the last mark within them.
static size_t shared_length(const ComparePair *pair) {
    static const char *const marks[] = {"，", "：", ", ", ": "};
    const char *first = title_of(pair, 0);
    size_t same = strlen(first), after = 0;
    for (int i = 1; i < pair->source->compared->count; i++) {
        const char *other = title_of(pair, i);
        size_t length = 0;
        while (length < same && first[length] == other[length])
            length++;
        if (other[length] || first[length]) same = length;
    }
    for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
        for (const char *at = strstr(first, marks[m]); at; at = strstr(at + 1, marks[m])) {
            const size_t end = (size_t)(at - first) + strlen(marks[m]);
            if (end <= same && end > after && first[end]) after = end;
        }
    return after;
}

void compare_title(char out[RUN_WORDS], const ComparePair *pair, int scenario) {
    snprintf(out, RUN_WORDS, "%s", title_of(pair, scenario) + shared_length(pair));
}

// To as many decimals as a headline bears: two digits of the difference.
static int decimals_of(const ComparePair *pair, const Difference *difference) {
    const int most = difference_decimals(difference, indicator_at(pair->indicator)->decimals);
    const double size = fabs(compare_told(difference));
    const int wanted = size > 0.0 ? (int)ceil(1.0 - log10(size)) : 0;
    return wanted < 0 ? 0 : wanted < most ? wanted : most;
}

void compare_size(char out[4 * TYPESET_NUMBER], const ComparePair *pair,
                  const Difference *difference, double value) {
    const int decimals = decimals_of(pair, difference);
    chart_value(out, fabs(value), NAN, NAN,
                (ChartFormat){fabs(value) >= 1000.0 ? THREE_DIGITS : decimals, ""}, pair->language);
}

void compare_signed(char out[4 * TYPESET_NUMBER], const ComparePair *pair,
                    const Difference *difference, double value) {
    const int decimals = decimals_of(pair, difference);
    chart_change(out, value, NAN, NAN,
                 (ChartFormat){fabs(value) >= 1000.0 ? THREE_DIGITS : decimals, ""},
                 pair->language);
}

// ---- the note

static void say_draws(char note[RUN_WORDS], const ComparePair *pair, const Difference *difference) {
    const ChartSource base = compare_base(pair);
    char size[4 * TYPESET_NUMBER], error[4 * TYPESET_NUMBER];
    const int zh = pair->language == LANGUAGE_ZH;
    if (run_has_draws(&base))
        run_say(note,
                zh ? "%d组参数抽样（1:%d）的中位数和50%%、90%%区间，不是概率；"
                   : "median, 50%% and 90%% of %d draws of the parameters (1 in %d residents), no "
                     "probability; ",
                indicator_values_whole_draws(base.values), base.experiment->draw_scale);
    compare_signed(size, pair, difference, difference->central);
    run_say(note, zh ? "中心参数下差值%s" : "at the central parameters %s", size);
    if (isfinite(difference->error)) {
        const int decimals = 1 + decimals_of(pair, difference);
        chart_value(error, difference->error, NAN, NAN, (ChartFormat){decimals, ""},
                    pair->language);
        run_say(note, zh ? "（标准误%s，仅随机性）" : " (standard error %s, chance alone)", error);
    }
    run_say(note, "%s", zh ? "；" : "; ");
}

void compare_note(char note[RUN_WORDS], const ComparePair *pair, const Difference *difference) {
    const Experiment *base = &pair->source->compared->experiment[0];
    const int zh = pair->language == LANGUAGE_ZH;
    run_say(note, "%s",
            zh ? "模拟，非预测：两个情景用同样的随机数和参数抽样，逐对相减；"
               : "Simulated, not a forecast: both scenarios with the same luck and draws, "
                 "differences pair by pair; ");
    say_draws(note, pair, difference);
    if (base->scale > 1)
        run_say(note, zh ? "1:%d抽样，" : "1 in %d residents, ", base->scale);
    else
        run_say(note, zh ? "1:1全体居民，" : "every resident (1:1), ");
    run_say(note,
            zh                      ? "重复%d次，种子%llu，hxsim %s。"
            : base->replicates == 1 ? "%d replicate, seed %llu, hxsim %s. "
                                    : "%d replicates, seed %llu, hxsim %s. ",
            base->replicates, (unsigned long long)base->seed, HXSIM_VERSION);
}

void compare_tell_place(char text[RUN_WORDS], const ComparePair *pair) {
    const ChartSource base = compare_base(pair);
    run_tell_place_and_years(text, &base, pair->language);
}
