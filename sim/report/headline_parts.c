// SPDX-License-Identifier: MIT
#include "report/headline_parts.h"

#include "report/listing.h"

#include <string.h>

enum { LINE_WIDTH = 96 };

static const char *contact_zh(int contact) {
#define ZH(name, id, zh, meaning) zh,
    static const char *const words[CONTACT_COUNT] = {CONTACTS(ZH)};
#undef ZH
    return words[contact];
}

static void label_contact(char label[48], int contact, Language language) {
    snprintf(label, 48, "%s",
             language == LANGUAGE_ZH ? contact_zh(contact) : breakdown_name(BY_CONTACT, contact));
    for (char *at = label; language == LANGUAGE_EN && (at = strchr(at, '_'));)
        *at = ' ';
}

static double visits_by(const IndicatorValues *values, int year, int contact) {
    const IndicatorCell cell = {indicator_find("visit_budget"),
                                year,
                                {.place = WHOLE_CITY, .by = BY_CONTACT, .member = contact}};
    return indicator_values_mean(values, &cell);
}

static void print_visits(const IndicatorValues *values, int year, Language language, FILE *out) {
    const bool zh = language == LANGUAGE_ZH;
    char line[96];
    snprintf(line, sizeof line, zh ? "%d年人均就诊次数：" : "Visits a person in %d:", year);
    int at = listing_width(line);
    fputs(line, out);
    for (int contact = 0; contact < CONTACT_VISITOR; contact++) {
        char label[48];
        label_contact(label, contact, language);
        snprintf(line, sizeof line, "%s %s %.2f", contact > 0 ? " +" : "", label,
                 visits_by(values, year, contact));
        if (at + listing_width(line) > LINE_WIDTH) {
            fputs("\n   ", out);
            at = 3;
        }
        fputs(line, out);
        at += listing_width(line);
    }
    fprintf(out, " = %.2f\n", indicator_values_of(values, "visit_budget", WHOLE_CITY, year));
}

static void print_beds(const IndicatorValues *values, int year, Language language, FILE *out) {
    fprintf(out,
            language == LANGUAGE_ZH
                ? "%d年病床使用率：住院人次 × 平均住院日 ÷ 开放床日 = %.1f %%；逐夜清点 %.1f %%\n"
                : "Beds in use in %d: admissions x stay / open bed-days = %.1f %%; "
                  "counted each night %.1f %%\n",
            year, indicator_values_of(values, "occupancy_identity", WHOLE_CITY, year),
            indicator_values_of(values, "occupancy", WHOLE_CITY, year));
}

// The rate that the table has is of the insured; without those who live elsewhere it is another.
static void print_in_city(const IndicatorValues *values, int year, Language language, FILE *out) {
    fprintf(out,
            language == LANGUAGE_ZH
                ? "%d年市域内住院率：参保口径（即上表，含外出参保人）%.1f %%；常住口径 %.1f %%\n"
                : "In-city stays in %d: of the insured (above; absent ones too) %.1f %%; "
                  "of residents %.1f %%\n",
            year, indicator_values_of(values, "in_city_inpatient_rate", WHOLE_CITY, year),
            indicator_values_of(values, "in_city_inpatient_rate_residents", WHOLE_CITY, year));
}

void headline_parts_print(const IndicatorValues *values, int year, Language language, FILE *out) {
    putc('\n', out);
    print_visits(values, year, language, out);
    print_beds(values, year, language, out);
    print_in_city(values, year, language, out);
}
