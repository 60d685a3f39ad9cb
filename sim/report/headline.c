// SPDX-License-Identifier: MIT
#include "report/headline.h"

#include "base/version.h"
#include "report/headline_parts.h"
#include "report/listing.h"
#include "report/reported.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

typedef struct Column {
    const char *indicator;
    const char *heads[LANGUAGE_EN + 1][2]; // two lines in each language
    double divide[LANGUAGE_EN + 1];        // people count in 万 or in millions
    int decimals[LANGUAGE_EN + 1];
} Column;

static const Column columns[] = {
    {"total_visits", {{"诊疗人次", "万"}, {"Visits", "million"}}, {1e4, 1e6}, {1, 2}},
    {"primary_care_visit_share", {{"基层诊疗", "占比 %"}, {"Primary", "share %"}}, {1, 1}, {1, 1}},
    {"in_city_inpatient_rate", {{"市域内", "住院率 %"}, {"In-city", "stays %"}}, {1, 1}, {1, 1}},
    {"in_county_visit_rate", {{"县域内", "就诊率 %"}, {"County", "care %"}}, {1, 1}, {1, 1}},
    {"admissions_per_1000", {{"每千人", "住院人次"}, {"Stays", "/ 1,000"}}, {1, 1}, {1, 1}},
    {"length_of_stay", {{"平均", "住院日"}, {"Stay", "days"}}, {1, 1}, {1, 1}},
    {"cost_per_admission", {{"次均住院", "费用 元"}, {"Yuan per", "stay"}}, {1, 1}, {0, 0}},
    {"out_of_pocket_share", {{"现金支付", "占比 %"}, {"Out of", "pocket %"}}, {1, 1}, {1, 1}},
    {"resident_fund_balance", {{"居民基金", "结余 亿"}, {"Fund", "M yuan"}}, {1e8, 1e6}, {1, 0}},
    {"foregone_care", {{"未获诊疗", "占比 %"}, {"Foregone", "care %"}}, {1, 1}, {1, 1}},
};
enum { COLUMNS = sizeof columns / sizeof *columns, YEAR_WIDTH = 4, COLUMN_WIDTH = 9 };

// A number with its decimals, and a comma after every third digit before the point.
static void grouped(char out[48], double value, int decimals) {
    char plain[40];
    snprintf(plain, sizeof plain, "%.*f", decimals, fabs(value));
    const size_t whole = strcspn(plain, ".");
    size_t length = 0;
    if (value < 0 && strpbrk(plain, "123456789")) out[length++] = '-';
    for (size_t i = 0; plain[i]; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) out[length++] = ',';
        out[length++] = plain[i];
    }
    out[length] = '\0';
}

static void number(char out[48], double value, int decimals) {
    if (isfinite(value) && fabs(value) < 1e15)
        grouped(out, value, decimals);
    else
        snprintf(out, 48, "-");
}

// ---- the table

static void print_heads(Language language, FILE *out) {
    for (int line = 0; line < 2; line++) {
        listing_right(out, line == 1 ? (language == LANGUAGE_ZH ? "年份" : "Year") : "",
                      YEAR_WIDTH);
        for (int c = 0; c < COLUMNS; c++)
            listing_right(out, columns[c].heads[language][line], COLUMN_WIDTH);
        putc('\n', out);
    }
}

static void print_cell(const Column *column, double value, Language language, FILE *out) {
    char text[48];
    number(text, value / column->divide[language], column->decimals[language]);
    listing_right(out, text, COLUMN_WIDTH);
}

// Below a year: the median and the middle 90 % of the draws of the parameters.
static void print_bands(const IndicatorValues *values, int year, Language language, FILE *out) {
    static const int shown[] = {BAND_05, BAND_50, BAND_95};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        listing_right(out, band_names[shown[i]], YEAR_WIDTH);
        for (int c = 0; c < COLUMNS; c++)
            print_cell(
                &columns[c],
                indicator_values_band_of(values, columns[c].indicator, WHOLE_CITY, year, shown[i]),
                language, out);
        putc('\n', out);
    }
}

static void print_year(const IndicatorValues *values, int year, Language language, FILE *out) {
    fprintf(out, "%*d", YEAR_WIDTH, year);
    for (int c = 0; c < COLUMNS; c++)
        print_cell(&columns[c], indicator_values_of(values, columns[c].indicator, WHOLE_CITY, year),
                   language, out);
    putc('\n', out);
    if (values->draws > 0) print_bands(values, year, language, out);
}

// ---- reported figures beside simulated ones

static const char *unit_word(const char *unit, Language language) {
    static const char *const words[][3] = {{"percent", " %", " %"},
                                           {"percentage_points", " 个百分点", " points"},
                                           {"per_cent_change", " %", " %"},
                                           {"visits", " 人次", " visits"},
                                           {"person_times", " 人次", " times"},
                                           {"yuan", " 元", " yuan"},
                                           {"days", " 天", " days"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(unit, words[i][0]) == 0) return words[i][1 + language];
    return "";
}

static int decimals_of(const Reported *reported) {
    return fabs(reported->figure->value) < 1000 ? 1 : 0;
}

enum { AMOUNT_WIDTH = 22 };

static void print_amount(FILE *out, const Reported *reported, double value, const char *sign,
                         const char *more, Language language) {
    char text[48], cell[96];
    const bool change = reported->sort == REPORTED_CHANGE;
    number(text, value, decimals_of(reported));
    snprintf(cell, sizeof cell, "%s%s%s%s%s", sign, change && value > 0 ? "+" : "", text, more,
             unit_word(reported->figure->unit, language));
    listing_right(out, cell, AMOUNT_WIDTH);
}

// A simulated change stands with its standard error, and not at all if nothing could bring it
// about.
static void print_simulated(FILE *out, const Reported *reported, Language language) {
    char error[40], more[48] = "";
    if (!reported->is_modelled) {
        listing_right(out, language == LANGUAGE_ZH ? "未建模" : "not modelled", AMOUNT_WIDTH);
        return;
    }
    if (isfinite(reported->error)) {
        snprintf(error, sizeof error, "%.*f", reported->error < 0.1 ? 2 : 1, reported->error);
        snprintf(more, sizeof more, " ± %s", error);
    }
    print_amount(out, reported, reported->simulated, "", more, language);
}

static void print_when(FILE *out, const Reported *reported, Language language) {
    const bool zh = language == LANGUAGE_ZH;
    char when[80];
    if (reported->sort == REPORTED_SUM)
        snprintf(when, sizeof when, zh ? "%d—%d年累计" : "%d to %d, sum", reported->since,
                 reported->year);
    else if (reported->sort == REPORTED_CHANGE)
        snprintf(when, sizeof when, zh ? "%d年比%d年" : "%d against %d", reported->year,
                 reported->since);
    else
        snprintf(when, sizeof when, "%d%s", reported->year, zh ? "年" : "");
    if (!reported->is_dated)
        snprintf(when + strlen(when), sizeof when - strlen(when), "%s",
                 zh ? "（原文未注明年份）" : " (printed without a year)");
    fprintf(out, "  %s", when);
}

static const char *label_of(const Reported *reported, Language language) {
    const IndicatorInfo *info = &indicator_at(reported->indicator)->info;
    return language == LANGUAGE_ZH ? info->zh : info->en;
}

// The figures and, behind each, its other readings, as far as they have a value.
static int with_readings(Reported all[MOST_REPORTED], const IndicatorValues *values) {
    Reported found[MOST_REPORTED], other;
    const int figures = reported_find(found, values);
    int count = 0;
    for (int i = 0; i < figures && count < MOST_REPORTED; i++) {
        all[count++] = found[i];
        for (int k = 0; count < MOST_REPORTED && reported_reading(&other, &found[i], k, values);
             k++)
            if (!isnan(other.simulated)) all[count++] = other;
    }
    return count;
}

// Below a change: the part that happened in the whole country, and what is left for the city.
static void print_background(FILE *out, const Reported *reported, Language language, int widest) {
    const bool zh = language == LANGUAGE_ZH;
    const double drift = reported->background;
    if (!isfinite(drift)) return;
    listing_left(out, zh ? "  其中全国趋势" : "  of which background", widest);
    print_amount(out, reported, drift, "", "", language);
    print_amount(out, reported, drift, "", "", language);
    fputs(zh ? "  全国序列，两栏相同\n" : "  national drift, the same in both\n", out);
    listing_left(out, zh ? "  超出全国趋势" : "  beyond the background", widest);
    print_amount(out, reported, reported->simulated - drift, "", "", language);
    print_amount(out, reported, reported->figure->value - drift, "", "", language);
    fputs(zh ? "  只有这一部分可与改革比较\n" : "  only this may be compared with reforms\n", out);
}

static void print_reported(const IndicatorValues *values, Language language, FILE *out) {
    Reported all[MOST_REPORTED];
    const int count = with_readings(all, values);
    const bool zh = language == LANGUAGE_ZH;
    int widest = 0;
    if (count == 0) return;

    for (int i = 0; i < count; i++) {
        const int width = listing_width(label_of(&all[i], language));
        widest = width > widest ? width : widest;
    }
    putc('\n', out);
    listing_left(out, zh ? "报道数字对照" : "Beside reported figures", widest);
    listing_right(out, zh ? "模拟" : "simulated", AMOUNT_WIDTH);
    listing_right(out, zh ? "报道" : "reported", AMOUNT_WIDTH);
    putc('\n', out);
    for (int i = 0; i < count; i++) {
        const Figure *figure = all[i].figure;
        listing_left(out, label_of(&all[i], language), widest);
        print_simulated(out, &all[i], language);
        print_amount(out, &all[i], figure->value, reported_sign(figure), "", language);
        print_when(out, &all[i], language);
        putc('\n', out);
        print_background(out, &all[i], language, widest);
    }
    for (int i = 0; i < count; i++)
        if (all[i].is_modelled && isfinite(all[i].error)) {
            fputs(zh ? "± 为标准误，只反映随机性\n" : "± one standard error, chance alone\n", out);
            return;
        }
}

// Those that are whole; what is read back from a folder has them all.
static int draws_kept(const IndicatorValues *values) {
    const int whole = indicator_values_whole_draws(values);
    return whole > 0 ? whole : values->draws;
}

static void print_title(const IndicatorValues *values, const Experiment *experiment,
                        Language language, FILE *out) {
    const bool zh = language == LANGUAGE_ZH;
    fprintf(out, "%s\n", zh ? experiment->title_zh : experiment->title_en);
    fprintf(out,
            zh ? "模拟，非预测；种子 %llu，规模 1:%d，重复 %d 次，hxsim " HXSIM_VERSION "\n\n"
               : "Simulated, not a forecast; seed %llu, scale 1:%d, replicates %d, "
                 "hxsim " HXSIM_VERSION "\n\n",
            (unsigned long long)experiment->seed, experiment->scale, experiment->replicates);
    if (experiment->draws > 0)
        fprintf(out,
                zh ? "每年第一行为中心参数；p05、p50、p95 为 %d 次参数抽样（规模 1:%d）的分位数\n\n"
                   : "First line of a year: central parameters; p05, p50, p95 over %d draws of the "
                     "parameters at 1:%d\n\n",
                draws_kept(values), experiment->draw_scale);
}

void headline_print(const IndicatorValues *values, const Experiment *experiment, Language language,
                    FILE *out) {
    print_title(values, experiment, language, out);
    print_heads(language, out);
    for (int year = experiment->base_year; year < values->first_year + values->years; year++)
        print_year(values, year, language, out);
    headline_parts_print(values, experiment->base_year, language, out);
    print_reported(values, language, out);
}

// ---- JSON

static void set_number(json_t *object, const char *name, double value) {
    json_object_set_new(object, name, isfinite(value) ? json_real(value) : json_null());
}

static json_t *bands_as_json(const IndicatorValues *values, int year) {
    json_t *bands = json_object();
    for (int b = 0; b < BANDS; b++) {
        json_t *band = json_object();
        for (int c = 0; c < COLUMNS; c++)
            set_number(band, columns[c].indicator,
                       indicator_values_band_of(values, columns[c].indicator, WHOLE_CITY, year, b));
        json_object_set_new(bands, band_names[b], band);
    }
    return bands;
}

static json_t *years_as_json(const IndicatorValues *values, int base_year) {
    static const char residents_reading[] = "in_city_inpatient_rate_residents";
    json_t *rows = json_array();
    for (int year = base_year; year < values->first_year + values->years; year++) {
        json_t *row = json_object();
        json_object_set_new(row, "year", json_integer(year));
        for (int c = 0; c < COLUMNS; c++)
            set_number(row, columns[c].indicator,
                       indicator_values_of(values, columns[c].indicator, WHOLE_CITY, year));
        if (values->draws > 0) json_object_set_new(row, "bands", bands_as_json(values, year));
        set_number(row, residents_reading,
                   indicator_values_of(values, residents_reading, WHOLE_CITY, year));
        json_array_append_new(rows, row);
    }
    return rows;
}

static json_t *reported_as_json(const IndicatorValues *values) {
    Reported reported[MOST_REPORTED];
    const int count = with_readings(reported, values);
    json_t *rows = json_array();
    for (int i = 0; i < count; i++) {
        const Figure *figure = reported[i].figure;
        json_t *row = json_object();
        json_object_set_new(row, "figure", json_string(figure->id));
        json_object_set_new(row, "indicator",
                            json_string(indicator_at(reported[i].indicator)->info.name));
        json_object_set_new(row, "place", json_string(figure->place));
        json_object_set_new(row, "year", json_integer(reported[i].year));
        if (reported[i].sort != REPORTED_LEVEL)
            json_object_set_new(row, "since", json_integer(reported[i].since));
        json_object_set_new(row, "qualifier", json_string(figure->qualifier));
        json_object_set_new(row, "unit", json_string(figure->unit));
        set_number(row, "reported", figure->value);
        json_object_set_new(row, "modelled", json_boolean(reported[i].is_modelled));
        set_number(row, "simulated", reported[i].is_modelled ? reported[i].simulated : NAN);
        set_number(row, "simulated_se", reported[i].is_modelled ? reported[i].error : NAN);
        set_number(row, "background", reported[i].background);
        json_array_append_new(rows, row);
    }
    return rows;
}

Status headline_print_json(const IndicatorValues *values, const Experiment *experiment,
                           const char *folder, FILE *out, Report *report) {
    json_t *object = json_object();
    json_object_set_new(object, "scenario", json_string(experiment->id));
    json_object_set_new(object, "folder", json_string(folder));
    json_object_set_new(object, "version", json_string(HXSIM_VERSION));
    json_object_set_new(object, "years", years_as_json(values, experiment->base_year));
    json_object_set_new(object, "reported", reported_as_json(values));
    const int failed = json_dumpf(object, out, JSON_INDENT(2) | JSON_REAL_PRECISION(10));
    json_decref(object);
    putc('\n', out);
    return failed ? report_problem(report, STATUS_IO, "the table cannot be written as JSON")
                  : STATUS_OK;
}
