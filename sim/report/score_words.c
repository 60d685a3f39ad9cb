// SPDX-License-Identifier: MIT
#include "report/score_words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

bool score_is_anchor(const ScoreRow *row) {
    return evidence_kind(row->role->figure->kind) == EVIDENCE_EXTERNAL;
}

const char *score_place(const ScoreRow *row, const City *city, Language language) {
    const bool zh = language == LANGUAGE_ZH;
    const size_t length = strlen(row->role->places);
    for (uint32_t i = 0; row->place == NO_PLACE && i < city->township_count; i++) {
        const char *id = city->townships[i].id;
        if (strlen(id) >= length && strcmp(id + strlen(id) - length, row->role->places) == 0)
            return zh ? city->townships[i].name_zh : city->townships[i].name_en;
    }
    if (row->place == NO_PLACE) return row->role->places;
    if (row->place == WHOLE_CITY) return zh ? city->name_zh : city->name_en;
    return zh ? city->counties[row->place].name_zh : city->counties[row->place].name_en;
}

// What "kind=a+b" is called: its members by their labels.
static void name_members(char *out, size_t room, const char *of, Language language) {
    const bool zh = language == LANGUAGE_ZH;
    const char *at = strchr(of, '=');
    const int shown = strchr(of, '+') ? 2 : 1;
    size_t length = 0;
    for (int i = 0; at && i < shown; i++) {
        at++;
        for (int kind = 0; kind < KIND_COUNT; kind++)
            if (strlen(kind_entities[kind].name) == strcspn(at, "+") &&
                strncmp(kind_entities[kind].name, at, strcspn(at, "+")) == 0)
                length += (size_t)snprintf(
                    out + length, room - length, "%s%s", i ? (zh ? "等" : " etc.") : "",
                    i ? "" : (zh ? kind_entities[kind].zh : kind_entities[kind].en));
        at = strchr(at, '+');
    }
}

static const char *reading_word(const char *name, Language language) {
    static const char *const words[][3] = {{"annual", "年报口径", "annual bulletin"},
                                           {"monthly", "月报口径", "monthly report"},
                                           {"county", "县域口径", "county monitoring"},
                                           {"insured", "参保口径", "insured"},
                                           {"residents", "常住口径", "residents"},
                                           {"referred", "转外口径", "by referral"},
                                           {"relative", "相对", "relative"},
                                           {"points", "百分点", "points"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], name) == 0) return words[i][1 + language];
    return name;
}

// What the program does not count yet is called as it was printed.
static const char *uncounted(const char *name, Language language) {
    static const char *const words[][3] = {
        {"medical_service_income", "医疗服务收入", "income from medical services"},
        {"large_equipment_sharing", "大型设备共享人次", "shared use of large equipment"},
        {"group_fund_surplus_share", "集团医保基金结余率", "surplus of the group's fund"},
        {"remote_imaging_daily_volume", "日均影像例数", "images a day"},
        {"remote_imaging_diagnoses", "远程影像诊断例次", "remote imaging diagnoses"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], name) == 0) return words[i][1 + language];
    return name;
}

void score_measure(char out[SCORE_NAME], const ScoreRow *row, Language language) {
    const bool zh = language == LANGUAGE_ZH;
    // Another reading of an indicator is told by the name of its first and the word of the reading.
    const Indicator *indicator = row->indicator >= 0 ? indicator_at(row->indicator) : NULL;
    if (indicator && indicator->reading_of && *row->reading->name)
        indicator = indicator_at(indicator_find(indicator->reading_of));
    const char *name = !indicator ? uncounted(row->reading->indicator, language)
                       : zh       ? indicator->info.zh
                                  : indicator->info.en;
    char members[96] = "";
    name_members(members, sizeof members, row->reading->of, language);
    const char *reading = *members ? members : reading_word(row->reading->name, language);
    if (*reading)
        snprintf(out, SCORE_NAME, zh ? "%s（%s）" : "%s (%s)", name, reading);
    else
        snprintf(out, SCORE_NAME, "%s", name);
}

void score_when(char out[SCORE_WHEN], const Reading *reading, Language language) {
    const bool zh = language == LANGUAGE_ZH;
    if (reading->as == READ_CHANGE || reading->as == READ_PER_CENT)
        snprintf(out, SCORE_WHEN, zh ? "%d比%d" : "%d on %d", reading->year, reading->since);
    else if (reading->as == READ_SUM)
        snprintf(out, SCORE_WHEN, zh ? "至%d累计" : "to %d", reading->year);
    else
        snprintf(out, SCORE_WHEN, "%d", reading->year);
}

static int decimals_of(const ScoreRow *row) {
    const double size = fmax(fabs(row->reading->low), fabs(row->reading->high));
    return size < 1 ? 2 : size < 1000 ? 1 : 0;
}

static void tell_number(char out[TYPESET_NUMBER], const ScoreRow *row, double value,
                        Language language) {
    // A reader of English is told as many digits of a count as one of Chinese: 177,000 and 17.7万.
    const double step = fabs(value) >= 1e4 ? pow(10, floor(log10(fabs(value))) - 2) : 0;
    const double told = step > 0 && isfinite(value) ? step * round(value / step) : value;
    typeset_number(out, told, decimals_of(row), language);
}

void score_interval(char out[SCORE_AMOUNT], const ScoreRow *row, Interval interval,
                    Language language) {
    char low[TYPESET_NUMBER], high[TYPESET_NUMBER];
    tell_number(low, row, interval.low, language);
    tell_number(high, row, interval.high, language);
    if (isnan(interval.low) || isnan(interval.high))
        snprintf(out, SCORE_AMOUNT, "-");
    else if (isinf(interval.high))
        snprintf(out, SCORE_AMOUNT, "%s%s",
                 strcmp(row->role->figure->qualifier, "more_than") == 0 ? ">" : "≥", low);
    else if (isinf(interval.low))
        snprintf(out, SCORE_AMOUNT, "≤%s", high);
    else if (!(interval.low < interval.high))
        snprintf(out, SCORE_AMOUNT, "%s", low);
    else
        snprintf(out, SCORE_AMOUNT, language == LANGUAGE_ZH ? "%s至%s" : "%s to %s", low, high);
}

const char *score_state_words(ScoreState state, Language language) {
    static const char *const words[SCORE_STATES][2] = {{"", ""},
                                                       {"尚未计数", "not counted yet"},
                                                       {"地点未单列", "place not told apart"},
                                                       {"年份不在模拟内", "year not simulated"},
                                                       {"无变动来源", "nothing moves it"}};
    return words[state][language];
}
