// SPDX-License-Identifier: MIT
#include "report/chart.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

// Type is sized for how the picture is seen: in print 36 px at 300 dots an inch are 8.6 points; on
// a telephone 1080 px are about 66 mm, a slide is read from afar.
static const ChartSize sizes[] = {
    {"print18cm", 2126, 0, 60, 36, 27, 64, 0.50, 5}, {"print9cm", 1063, 0, 46, 31, 24, 36, 0.68, 3},
    {"wechat", 1080, 0, 60, 37, 29, 48, 0.90, 3},    {"slide", 1920, 1080, 56, 33, 23, 72, 0.00, 5},
    {"web", 1200, 0, 38, 23, 18, 36, 0.52, 5},
};
enum { SIZES = sizeof sizes / sizeof *sizes };

const ChartSize *chart_size_find(const char *name) {
    for (size_t i = 0; i < SIZES; i++)
        if (strcmp(sizes[i].name, name) == 0) return &sizes[i];
    return NULL;
}

const char *const *chart_size_names(void) {
    static const char *const names[SIZES + 1] = {"print18cm", "print9cm", "wechat",
                                                 "slide",     "web",      NULL};
    return names;
}

const char *chart_tone_name(ChartTone tone) {
    static const char *const names[TONE_COUNT] = {
        [TONE_GREY] = "grey",     [TONE_ACCENT] = "accent",
        [TONE_SECOND] = "second", [TONE_BACKGROUND] = "background",
        [TONE_INK] = "ink",       [TONE_REPORTED] = "ink",
    };
    return names[tone];
}

// 6.55–9.02万, not 6.55万–9.02万.
static void drop_same_ending(char *from, const char *to) {
    static const char *const endings[] = {"万", "亿"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        char *here = strstr(from, endings[i]);
        if (here && strstr(to, endings[i])) *here = '\0';
    }
}

static double to_three_digits(double value) {
    const double step = pow(10.0, floor(log10(fabs(value))) - 2.0);
    return fabs(value) < 10000.0 ? value : step * round(value / step);
}

static ChartFormat to_digits(ChartFormat format, double *value, double *low, double *high) {
    if (format.decimals != THREE_DIGITS) return format;
    *value = to_three_digits(*value);
    *low = to_three_digits(*low);
    *high = to_three_digits(*high);
    return (ChartFormat){0, format.unit};
}

void chart_value(char out[4 * TYPESET_NUMBER], double value, double low, double high,
                 ChartFormat format, Language language) {
    char middle[TYPESET_NUMBER], from[TYPESET_NUMBER], to[TYPESET_NUMBER];
    const char *unit = format.unit ? format.unit : "";
    format = to_digits(format, &value, &low, &high);
    typeset_number(middle, value, format.decimals, language);
    const int no_width = !(low < high) && !(high < low);
    if (!isfinite(low) || !isfinite(high) || no_width) {
        snprintf(out, 4 * TYPESET_NUMBER, "%s%.40s", middle, unit);
        return;
    }
    typeset_number(from, low, format.decimals, language);
    typeset_number(to, high, format.decimals, language);
    drop_same_ending(from, to);
    const int chinese = language == LANGUAGE_ZH;
    snprintf(out, 4 * TYPESET_NUMBER, "%s%.40s%s%s–%s%s", middle, unit, chinese ? "（" : " (", from,
             to, chinese ? "）" : ")");
}

static void signed_number(char out[TYPESET_NUMBER], double value, int decimals, Language language) {
    char number[TYPESET_NUMBER];
    const int none = fabs(value) < 0.5 * pow(10.0, -decimals);
    typeset_number(number, none ? 0.0 : value, decimals, language);
    snprintf(out, TYPESET_NUMBER, "%s%.44s", !none && value > 0.0 ? "+" : "", number);
}

void chart_change(char out[4 * TYPESET_NUMBER], double value, double low, double high,
                  ChartFormat format, Language language) {
    char middle[TYPESET_NUMBER], from[TYPESET_NUMBER], to[TYPESET_NUMBER];
    const int chinese = language == LANGUAGE_ZH;
    const char *unit = format.unit ? format.unit : "";
    format = to_digits(format, &value, &low, &high);
    signed_number(middle, value, format.decimals, language);
    if (!isfinite(low) || !isfinite(high)) {
        snprintf(out, 4 * TYPESET_NUMBER, "%s%.40s", middle, unit);
        return;
    }
    signed_number(from, low, format.decimals, language);
    signed_number(to, high, format.decimals, language);
    snprintf(out, 4 * TYPESET_NUMBER, "%s%.40s%s%s%s%s%s", middle, unit, chinese ? "（" : " (",
             from, chinese ? "至" : " to ", to, chinese ? "）" : ")");
}
