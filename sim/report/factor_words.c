// SPDX-License-Identifier: MIT
#include "report/factor_words.h"

#include "base/calendar.h"
#include "report/number_words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *lever_called(const char *path, const LeverInfo *levers, int lever_count,
                                Language language) {
    const size_t length = strcspn(path, ".");
    for (int i = 0; i < lever_count; i++)
        if (strlen(levers[i].name) == length && strncmp(path, levers[i].name, length) == 0)
            return run_in(language, levers[i].zh, levers[i].en);
    return path;
}

static void name_lever_number(char out[RUN_WORDS], const char *path, const LeverInfo *levers,
                              int lever_count, Language language) {
    const char *called = number_called(path, language), *last = strrchr(path, '.');
    run_say(out, run_in(language, "%s：%s", "%s: %s"),
            lever_called(path, levers, lever_count, language),
            called ? called
            : last ? last + 1
                   : path);
    run_capital(out, language);
}

// Some meanings go on from the name of their parameter, and say nothing without it.
static int stands_alone(const char *meaning) {
    return strncmp(meaning, "of ", 3) != 0 && strncmp(meaning, "in ", 3) != 0;
}

// The parameter of a path: as it is called, or its meaning up to the first mark, where that is
// short enough and says something.
static void name_parameter(char out[RUN_WORDS], const char *path, Language language) {
    enum { LONG = 60 };
    const char *called = number_called(path, language);
    if (called) {
        run_say(out, "%s", called);
        run_capital(out, language);
        return;
    }
    const int index = parameter_find(path);
    const char *meaning = index < 0 ? "" : parameter_info(index).meaning;
    const char *bracket = strstr(meaning, " (");
    const size_t mark = strcspn(meaning, ",;:");
    const size_t length =
        bracket && (size_t)(bracket - meaning) < mark ? (size_t)(bracket - meaning) : mark;
    if (language == LANGUAGE_EN && length > 0 && length <= LONG && stands_alone(meaning)) {
        run_say(out, "%.*s", (int)length, meaning);
        run_capital(out, language);
    } else {
        run_say(out, "%s", path);
    }
}

void factor_name(char out[RUN_WORDS], const Factor *factor, const LeverInfo *levers,
                 int lever_count, Language language) {
    static const char reforms[] = "reforms.";
    out[0] = '\0';
    if (strncmp(factor->name, reforms, sizeof reforms - 1) == 0)
        name_lever_number(out, factor->name + sizeof reforms - 1, levers, lever_count, language);
    else
        name_parameter(out, factor->name, language);
}

static void say_day(char out[RUN_WORDS], int32_t day, Language language) {
    int year, month, day_of_month;
    calendar_split(day, &year, &month, &day_of_month);
    if (language == LANGUAGE_ZH)
        run_say(out, "%d年%d月", year, month);
    else
        run_say(out, "%d-%02d", year, month);
}

static void say_value(char out[RUN_WORDS], const DrawnNumber *number, double value,
                      Language language) {
    if (strcmp(number->unit, "day") == 0)
        say_day(out, (int32_t)value, language);
    else if (strcmp(number->unit, "share") == 0)
        run_say(out, "%.3g%%", 100.0 * value);
    else if (strcmp(number->unit, "months") == 0)
        run_say(out, run_in(language, "%.3g个月", "%.3g months"), value);
    else if (strcmp(number->unit, "days") == 0)
        run_say(out, run_in(language, "%.3g天", "%.3g days"), value);
    else
        run_say(out, "%s%.3g", value < 0 ? "−" : "", fabs(value));
}

void factor_end(char out[RUN_WORDS], const Draws *draws, int factor, int is_high,
                Language language) {
    const DrawnNumber *only = NULL;
    int count = 0;
    out[0] = '\0';
    for (int i = 0; i < draws->numbers; i++)
        if (draws->number[i].factor == factor && count++ == 0) only = &draws->number[i];
    if (count == 1)
        say_value(out, only, is_high ? only->high : only->low, language);
    else
        run_say(out, "%s",
                is_high ? run_in(language, "高", "high") : run_in(language, "低", "low"));
}
