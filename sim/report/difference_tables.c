// SPDX-License-Identifier: MIT
#include "report/difference_tables.h"

#include "base/version.h"
#include "report/csv.h"
#include "report/listing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- what is asked for

// In the order of the headline table; which way is better, where there is one: 1 more, -1 less.
static const struct {
    const char *name;
    int better;
} headline[] = {{"total_visits", 0},           {"primary_care_visit_share", 1},
                {"in_city_inpatient_rate", 1}, {"in_county_visit_rate", 1},
                {"admissions_per_1000", 0},    {"length_of_stay", 0},
                {"cost_per_admission", -1},    {"out_of_pocket_share", -1},
                {"foregone_care", -1},         {"mutual_recognition_events", 1}};
enum { HEADLINE = sizeof headline / sizeof *headline };

static int better_of(int indicator) {
    for (int i = 0; i < HEADLINE; i++)
        if (indicator_find(headline[i].name) == indicator) return headline[i].better;
    return 0;
}

static Status refuse_indicator(const char *name, Report *report) {
    const char *known[MOST_INDICATORS];
    for (int i = 0; i < indicator_count(); i++)
        known[i] = indicator_at(i)->info.name;
    const char *meant = nearest_name(name, known, (size_t)indicator_count());
    return report_problem(report, STATUS_USAGE,
                          "--indicator: there is no indicator %s%s%s%s; see hxsim list indicators",
                          name, meant ? ", did you mean " : "", meant ? meant : "",
                          meant ? "?" : "");
}

static Status take_indicator(Compared *compared, const char *name, size_t length, Report *report) {
    char word[96];
    snprintf(word, sizeof word, "%.*s", (int)length, name);
    const int indicator = indicator_find(word);
    if (indicator < 0) return refuse_indicator(word, report);
    if (compared->indicator_count == MOST_COMPARED)
        return report_problem(report, STATUS_USAGE, "--indicator: more than %d indicators",
                              MOST_COMPARED);
    compared->indicator[compared->indicator_count++] = indicator;
    return STATUS_OK;
}

Status compared_indicators(Compared *compared, const char *list, Report *report) {
    compared->indicator_count = 0;
    Status status = STATUS_OK;
    for (int i = 0; !list && i < HEADLINE && status == STATUS_OK; i++)
        status = take_indicator(compared, headline[i].name, strlen(headline[i].name), report);
    while (list && status == STATUS_OK) {
        const size_t length = strcspn(list, ",");
        status = take_indicator(compared, list, length, report);
        list = list[length] ? list + length + 1 : NULL;
    }
    return status;
}

// ---- differences.csv

static const char header[] =
    "base,alternative,place,kind,scheme,group,age,period,indicator,unit,base_value,"
    "alternative_value,difference,se,p05,p25,p50,p75,p95,share_higher,share_lower,share_better,"
    "variance_ratio_chance,variance_ratio_draws,note";

double difference_share_better(const Difference *difference, int indicator) {
    const int better = better_of(indicator);
    return better > 0 ? difference->higher : better < 0 ? difference->lower : NAN;
}

static void write_numbers(Csv *csv, const Difference *difference, int indicator) {
    csv_number(csv, difference->base);
    csv_number(csv, difference->alternative);
    csv_number(csv, difference->central);
    csv_number(csv, difference->error);
    for (int b = 0; b < BANDS; b++)
        csv_number(csv, difference->band[b]);
    csv_number(csv, difference->higher);
    csv_number(csv, difference->lower);
    csv_number(csv, difference_share_better(difference, indicator));
    csv_number(csv, difference->chance_ratio);
    csv_number(csv, difference->draws_ratio);
    csv_text(csv, "");
}

static void write_refusal(Csv *csv) {
    enum { NUMBERS = 14 };
    csv_nothing(csv, NUMBERS);
    csv_text(csv, "not estimated");
}

static void write_row(Csv *csv, const Compared *compared, int alternative, size_t cell,
                      double *scratch) {
    const IndicatorCell *at = &compared->values[0].cells[cell];
    const Indicator *indicator = indicator_at(at->indicator);
    const Difference difference =
        difference_of(&compared->values[0], &compared->values[alternative], cell, scratch);
    if (isnan(difference.base) && isnan(difference.alternative)) return;
    const char *scope[SCOPE_WORDS];
    scope_words(scope, compared->values[0].city, at->scope);
    csv_text(csv, compared->experiment[0].id);
    csv_text(csv, compared->experiment[alternative].id);
    csv_texts(csv, scope, SCOPE_WORDS);
    csv_whole(csv, at->year);
    csv_text(csv, indicator->info.name);
    csv_text(csv, indicator->info.unit);
    if (indicator->not_compared)
        write_refusal(csv);
    else
        write_numbers(csv, &difference, at->indicator);
    csv_end_row(csv);
}

static double *scratch_for(const Compared *compared, Report *report) {
    const IndicatorValues *values = &compared->values[0];
    return report_calloc(report, (size_t)values->draws + (size_t)values->replicates + 1,
                         sizeof(double));
}

Status difference_tables_write(const Compared *compared, const char *path, Report *report) {
    double *scratch = scratch_for(compared, report);
    if (!scratch) return STATUS_NO_MEMORY;
    Csv csv;
    Status status = csv_open(&csv, path, header, report);
    if (status == STATUS_OK) {
        for (int a = 1; a < compared->count; a++)
            for (size_t cell = 0; cell < compared->values[0].count; cell++)
                write_row(&csv, compared, a, cell, scratch);
        status = csv_close(&csv, report);
    }
    free(scratch);
    return status;
}

// ---- the table for a terminal

enum { LABEL = 36, NUMBER = 11, INTERVAL = 20, SHARE = 9 };

static void put_right(FILE *out, const char *text, int width) {
    putc(' ', out);
    listing_right(out, text, width);
}

static void put_number(FILE *out, double value, int decimals, int width) {
    char text[48] = "-";
    if (isfinite(value)) snprintf(text, sizeof text, "%.*f", decimals, value);
    put_right(out, text, width);
}

static void put_interval(FILE *out, double low, double high, int decimals) {
    char text[80] = "-";
    if (isfinite(low) && isfinite(high))
        snprintf(text, sizeof text, "%+.*f..%+.*f", decimals, low, decimals, high);
    put_right(out, text, INTERVAL);
}

static void put_signed(FILE *out, double value, int decimals) {
    char text[48] = "-";
    if (isfinite(value)) snprintf(text, sizeof text, "%+.*f", decimals, value);
    put_right(out, text, NUMBER);
}

static void print_heads(Language language, FILE *out) {
    const bool zh = language == LANGUAGE_ZH;
    listing_left(out, zh ? "指标" : "Indicator", LABEL);
    put_right(out, zh ? "基准" : "base", NUMBER);
    put_right(out, zh ? "差值" : "difference", NUMBER);
    put_right(out, zh ? "标准误" : "s.e.", SHARE);
    put_right(out, zh ? "中位数" : "median", NUMBER);
    put_right(out, zh ? "50 % 区间" : "50 % interval", INTERVAL);
    put_right(out, zh ? "90 % 区间" : "90 % interval", INTERVAL);
    put_right(out, zh ? "更高" : "higher", SHARE);
    put_right(out, zh ? "更好" : "better", SHARE);
    put_right(out, zh ? "方差比" : "variance", SHARE);
    putc('\n', out);
}

int difference_decimals(const Difference *difference, int of_level) {
    enum { MOST_DECIMALS = 6 };
    const double shown[] = {difference->central, difference->band[BAND_05],
                            difference->band[BAND_95]};
    double most = 0;
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        if (fabs(shown[i]) > most) most = fabs(shown[i]);
    int decimals = of_level + 1;
    for (double size = most * pow(10, of_level); most > 0 && size < 1 && decimals < MOST_DECIMALS;
         size *= 10)
        decimals++;
    return decimals;
}

static void print_row(const Difference *difference, int indicator, Language language, FILE *out) {
    const Indicator *about = indicator_at(indicator);
    const int decimals = difference_decimals(difference, about->decimals);
    listing_left(out, language == LANGUAGE_ZH ? about->info.zh : about->info.en, LABEL);
    if (about->not_compared) {
        fputs(language == LANGUAGE_ZH ? " 不作估计\n" : " not estimated\n", out);
        return;
    }
    put_number(out, difference->base, about->decimals, NUMBER);
    put_signed(out, difference->central, decimals);
    put_number(out, difference->error, decimals + 1, SHARE);
    put_signed(out, difference->band[BAND_50], decimals);
    put_interval(out, difference->band[BAND_25], difference->band[BAND_75], decimals);
    put_interval(out, difference->band[BAND_05], difference->band[BAND_95], decimals);
    put_number(out, 100 * difference->higher, 0, SHARE);
    put_number(out, 100 * difference_share_better(difference, indicator), 0, SHARE);
    put_number(out, difference->chance_ratio, 3, SHARE);
    putc('\n', out);
}

size_t compared_cell(const IndicatorValues *values, int indicator, int year) {
    size_t i = 0;
    while (i < values->count &&
           !(values->cells[i].indicator == indicator && values->cells[i].year == year &&
             values->cells[i].scope.by == BY_NOTHING && values->cells[i].scope.place == WHOLE_CITY))
        i++;
    return i;
}

static void print_alternative(const Compared *compared, int alternative, Language language,
                              double *scratch, FILE *out) {
    const IndicatorValues *base = &compared->values[0];
    const bool zh = language == LANGUAGE_ZH;
    const int year = base->first_year + base->years - 1;
    const Experiment *other = &compared->experiment[alternative];
    fprintf(out, zh ? "\n%s 减 %s，%d年\n" : "\n%s minus %s, %d\n", other->id,
            compared->experiment[0].id, year);
    print_heads(language, out);
    for (int i = 0; i < compared->indicator_count; i++) {
        const size_t cell = compared_cell(base, compared->indicator[i], year);
        if (cell == base->count) continue; // it has parts only
        const Difference difference =
            difference_of(base, &compared->values[alternative], cell, scratch);
        print_row(&difference, compared->indicator[i], language, out);
    }
}

static int draws_of(const Compared *compared) {
    return indicator_values_whole_draws(&compared->values[0]);
}

Status difference_tables_print(const Compared *compared, Language language, FILE *out,
                               Report *report) {
    const Experiment *base = &compared->experiment[0];
    const bool zh = language == LANGUAGE_ZH;
    double *scratch = scratch_for(compared, report);
    if (!scratch) return STATUS_NO_MEMORY;
    fprintf(out,
            zh ? "模拟，非预测；同一随机数、同一组参数抽样下的差值；种子 %llu，规模 1:%d，重复 %d "
                 "次，参数抽样 %d 次（规模 1:%d），hxsim " HXSIM_VERSION "\n"
               : "Simulated, not a forecast; differences under the same luck and the same draws of "
                 "the parameters;\nseed %llu, scale 1:%d, replicates %d, %d draws at 1:%d, "
                 "hxsim " HXSIM_VERSION "\n",
            (unsigned long long)base->seed, base->scale, base->replicates, draws_of(compared),
            base->draw_scale);
    for (int a = 1; a < compared->count; a++)
        print_alternative(compared, a, language, scratch, out);
    fputs(zh ? "\n差值、标准误（仅随机性）为中心参数；中位数、区间和“更高”“更好”（占抽样的 "
               "%）为参数抽样，"
               "不是概率；\n方差比：配对差值的方差 / 不配对时的方差（仅随机性）\n"
             : "\nDifference and s.e. (chance alone) at the central parameters; median, intervals, "
               "higher and better (% of draws under\nthese ranges, no probability) over the draws; "
               "variance: of the paired difference / of unpaired runs (chance alone)\n",
          out);
    free(scratch);
    return STATUS_OK;
}
