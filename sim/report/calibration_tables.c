// SPDX-License-Identifier: MIT
#include "report/calibration_tables.h"

#include "base/version.h"
#include "config/model.h"
#include "report/listing.h"
#include "report/score_words.h"

#include <errno.h>
#include <math.h>
#include <string.h>

static const double NOT_MOVED = 0.9;
enum { NAME_WIDTH = 52, CELL_WIDTH = 14 };

static void print_left(FILE *out, const char *text, int width) {
    const int wide = listing_width(text);
    fprintf(out, "%s%*s", text, width > wide ? width - wide : 0, "");
}

static void print_right(FILE *out, const char *text, int width) {
    const int wide = listing_width(text);
    fprintf(out, "%*s%s", width > wide ? width - wide : 0, "", text);
}

static void print_number(FILE *out, double value, int decimals) {
    char text[TYPESET_NUMBER];
    if (isfinite(value))
        snprintf(text, sizeof text, "%.*f", decimals, value);
    else
        snprintf(text, sizeof text, "-");
    print_right(out, text, CELL_WIDTH);
}

// ---- the six numbers

// The target that narrows a number most, taken alone.
static int mover_of(const Calibration *calibration, size_t number, double *ratio) {
    int mover = -1;
    *ratio = INFINITY;
    for (int i = 0; i < calibration->outputs; i++) {
        const int target = calibration->observation[i].target;
        const bool again = i > 0 && calibration->observation[i - 1].target == target;
        if (again || calibration->match.out_of_reach[i]) continue;
        const double one =
            history_match_spread_by(&calibration->match, target, number) / RANGE_SPREAD;
        if (one < *ratio) {
            *ratio = one;
            mover = i;
        }
    }
    return mover;
}

static void name_output(char out[SCORE_NAME], const Calibration *calibration, int output,
                        Language language) {
    const Reading *reading = calibration->reading[output];
    const ScoreRow row = {.role = &calibration->roles.rows[reading->role],
                          .reading = reading,
                          .indicator = indicator_find(reading->indicator)};
    score_measure(out, &row, language);
}

static void print_free_number(const Calibration *calibration, size_t number, Language language,
                              FILE *out) {
    const HistoryMatch *match = &calibration->match;
    const FreeNumber *one = &free_numbers[number];
    const double spread = history_match_spread(match, number) / RANGE_SPREAD;
    double ratio;
    const int mover = mover_of(calibration, number, &ratio);
    char name[SCORE_NAME];
    const bool zh = language == LANGUAGE_ZH;
    print_left(out, zh ? one->zh : one->en, NAME_WIDTH);
    print_number(out, one->low, 2);
    print_number(out, one->high, 2);
    print_number(out, free_number_at((int)number, history_match_quantile(match, number, 0.05)), 3);
    print_number(out, free_number_at((int)number, calibration->central[number]), 3);
    print_number(out, free_number_at((int)number, history_match_quantile(match, number, 0.95)), 3);
    print_number(out, spread, 2);
    if (spread > NOT_MOVED || mover < 0) {
        fprintf(out, "  %s\n", zh ? "未被移动" : "not moved");
        return;
    }
    name_output(name, calibration, mover, language);
    fprintf(out, zh ? "  %s（单独 %.2f）\n" : "  %s (%.2f alone)\n", name, ratio);
}

static void print_numbers(const Calibration *calibration, Language language, FILE *out) {
    static const char *const heads[][2] = {{"先验低", "prior low"}, {"先验高", "prior high"},
                                           {"5%", "5 %"},           {"均值", "mean"},
                                           {"95%", "95 %"},         {"后验/先验", "spread left"}};
    const bool zh = language == LANGUAGE_ZH;
    print_left(out, zh ? "\n自由参数" : "\nFree numbers", NAME_WIDTH + 1);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        print_right(out, heads[i][language], CELL_WIDTH);
    fputs(zh ? "  移动它的数字\n" : "  moved by\n", out);
    for (size_t number = 0; number < FREE_NUMBERS; number++)
        print_free_number(calibration, number, language, out);
}

// ---- targets

static void print_target(const Calibration *calibration, int output, Language language, FILE *out) {
    const bool zh = language == LANGUAGE_ZH;
    const Observation *one = &calibration->observation[output];
    const Reading *reading = calibration->reading[output];
    const ScoreRow row = {.role = &calibration->roles.rows[reading->role],
                          .reading = reading,
                          .indicator = indicator_find(reading->indicator)};
    double variance;
    char text[SCORE_NAME];
    const double expected =
        emulator_at(&calibration->match.emulator[output], calibration->central, &variance);
    const double off = fmax(0, fmax(one->printed.low - calibration->check[output],
                                    calibration->check[output] - one->printed.high));
    const double sigma =
        sqrt(variance + one->error * one->error + one->discrepancy * one->discrepancy);
    name_output(text, calibration, output, language);
    print_left(out, text, NAME_WIDTH);
    print_number(out, reading->year, 0);
    score_interval(text, &row, one->printed, language);
    print_right(out, text, CELL_WIDTH);
    print_number(out, calibration->check[output], 2);
    print_number(out, expected, 2);
    print_number(out, sigma, 2);
    print_number(out, off / sigma, 1);
    fprintf(out, "  %s\n",
            calibration->match.out_of_reach[output] ? (zh ? "无论如何达不到" : "out of reach")
                                                    : "");
}

static void print_targets(const Calibration *calibration, Language language, FILE *out) {
    static const char *const heads[][2] = {{"年份", "year"},      {"目标", "target"},
                                           {"模拟", "simulated"}, {"仿真器", "emulator"},
                                           {"标准差", "sigma"},   {"偏离/σ", "off / sigma"}};
    const bool zh = language == LANGUAGE_ZH;
    print_left(out, zh ? "\n标定目标（以均值运行）" : "\nTargets, at the means", NAME_WIDTH + 1);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        print_right(out, heads[i][language], CELL_WIDTH);
    putc('\n', out);
    for (int i = 0; i < calibration->outputs; i++)
        print_target(calibration, i, language, out);
}

// ---- occupancy, which is no target: admissions x stay / open bed-days, by tier

static void print_occupancy(const Calibration *calibration, Language language, FILE *out) {
    static const Kind tiers[] = {KIND_TOWNSHIP_CENTRE, KIND_COUNTY_GENERAL, KIND_COUNTY_TCM,
                                 KIND_CITY_HOSPITAL};
    const bool zh = language == LANGUAGE_ZH;
    const IndicatorValues *values = &calibration->check_values;
    const int year = values->first_year + values->years - 1;
    fprintf(out,
            zh ? "\n%d年病床使用率：住院人次 × 平均住院日 ÷ 开放床日（逐夜清点）\n"
               : "\nOccupancy in %d: admissions x stay / open bed-days (counted night by night)\n",
            year);
    for (size_t i = 0; i < sizeof tiers / sizeof *tiers; i++) {
        const Scope scope = {WHOLE_CITY, BY_KIND, (int)tiers[i]};
        const IndicatorCell identity = {indicator_find("occupancy_identity"), year, scope};
        const IndicatorCell counted = {indicator_find("occupancy"), year, scope};
        const Entity *kind = &kind_entities[tiers[i]];
        print_left(out, zh ? kind->zh : kind->en, NAME_WIDTH);
        fprintf(out, "%6.1f %% (%.1f %%)\n", indicator_values_mean(values, &identity),
                indicator_values_mean(values, &counted));
    }
}

void calibration_print(const Calibration *calibration, Language language, FILE *out) {
    const bool zh = language == LANGUAGE_ZH;
    const HistoryMatch *match = &calibration->match;
    const Experiment *experiment = &calibration->happened;
    fprintf(out, "%s\n", zh ? experiment->title_zh : experiment->title_en);
    fprintf(out,
            zh ? "标定：%zu次运行（1:%d），种子 %llu，hxsim " HXSIM_VERSION "\n"
               : "Calibration: %zu runs (1:%d), seed %llu, hxsim " HXSIM_VERSION "\n",
            match->runs, experiment->scale, (unsigned long long)experiment->seed);
    print_numbers(calibration, language, out);
    print_targets(calibration, language, out);
    print_occupancy(calibration, language, out);
    fprintf(out,
            zh ? "\n两轮后剩余参数空间 %.2g %%、%.2g %%；有效样本量 %.0f（至少 %.0f）；输入 %.8s\n"
               : "\nLeft of the range after the two waves: %.2g %%, %.2g %%; effective sample %.0f "
                 "(at least %.0f); inputs %.8s\n",
            100 * match->left[0], 100 * match->left[1], match->effective, LEAST_EFFECTIVE,
            calibration->inputs);
}

// ---- the fitted model

// The value of a parameter in a row of the sample, as tables keep numbers.
static double value_in(const Calibration *calibration, const Moved *moved, const double *setting) {
    const double before =
        parameter_value_of(&calibration->happened.city.parameters, moved->parameter);
    return indicator_ten_digits(free_number_moves(moved, before, setting[moved->number]));
}

static const double *setting_of(const Calibration *calibration, int row) {
    return calibration->match.sample + (size_t)calibration->row[row] * FREE_NUMBERS;
}

static void write_number(const Calibration *calibration, const Moved *moved, FILE *stream) {
    const ParameterInfo info = parameter_info(moved->parameter);
    const double central = value_in(calibration, moved, calibration->central);
    double low = central, high = central;
    char text[3][32];
    const char *indent = strchr(info.path, '.') == strrchr(info.path, '.') ? "    " : "        ";
    for (int row = 0; row < calibration->rows; row++) {
        const double value = value_in(calibration, moved, setting_of(calibration, row));
        low = fmin(low, value);
        high = fmax(high, value);
    }
    number_text_in(text[0], central, info.unit);
    number_text_in(text[1], low, info.unit);
    number_text_in(text[2], high, info.unit);
    fprintf(stream,
            "%s%s = { value = %s; unit = \"%s\"; kind = \"calibrated\"; low = %s; high = %s;\n"
            "%s    why = \"fitted to the targets of models/roles.csv; the range is that of the "
            "sample\"; };\n",
            indent, strrchr(info.path, '.') + 1, text[0], info.unit, text[1], text[2], indent);
}

// Groups of a path open and close where it differs from the one before: "kind", "village_clinic".
static void write_groups(char open[2][96], const char *path, FILE *stream) {
    char group[2][96] = {"", ""};
    const char *first = strchr(path, '.'), *last = strrchr(path, '.');
    snprintf(group[0], 96, "%.*s", (int)(first - path), path);
    if (last > first) snprintf(group[1], 96, "%.*s", (int)(last - first - 1), first + 1);
    const bool same = strcmp(open[0], group[0]) == 0;
    if (*open[1] && (!same || strcmp(open[1], group[1]) != 0)) fputs("    };\n", stream);
    if (*open[0] && !same) fputs("};\n", stream);
    if (!same && *group[0]) fprintf(stream, "%s = {\n", group[0]);
    if (*group[1] && (!same || strcmp(open[1], group[1]) != 0))
        fprintf(stream, "    %s = {\n", group[1]);
    memcpy(open, group, sizeof group);
}

static Status close_file(FILE *stream, const char *path, Report *report) {
    const bool broken = ferror(stream) != 0;
    if (fclose(stream) == 0 && !broken) return STATUS_OK;
    return report_problem(report, STATUS_IO, "%s: writing broke off: %s", path, strerror(errno));
}

static FILE *create(const char *path, Report *report) {
    FILE *stream = fopen(path, "w");
    if (!stream)
        report_problem(report, STATUS_NO_OUTPUT, "%s: cannot be created: %s", path,
                       strerror(errno));
    return stream;
}

Status calibration_write_fitted(const Calibration *calibration, const char *model,
                                const char *sample, const char *path, Report *report) {
    Moved moved[MOST_MOVED];
    char open[2][96] = {"", ""};
    FILE *stream = create(path, report);
    if (!stream) return STATUS_NO_OUTPUT;
    fprintf(stream,
            "// SPDX-License-Identifier: MIT\n"
            "// Made by: hxsim calibrate %s --scale %d --seed %llu; %zu runs, effective sample "
            "%.0f.\n\n"
            "base = \"%s\";\nfit = { inputs = \"%s\"; };\ntables = { sample = \"%s\"; };\n\n",
            model, calibration->happened.scale, (unsigned long long)calibration->happened.seed,
            calibration->match.runs, calibration->match.effective, model, calibration->inputs,
            sample);
    const int count = free_numbers_moved(moved);
    for (int i = 0; i < count; i++) {
        write_groups(open, parameter_info(moved[i].parameter).path, stream);
        write_number(calibration, &moved[i], stream);
    }
    if (*open[1]) fputs("    };\n", stream);
    if (*open[0]) fputs("};\n", stream);
    return close_file(stream, path, report);
}

Status calibration_write_sample(const Calibration *calibration, const char *path, Report *report) {
    Moved moved[MOST_MOVED];
    char text[32];
    FILE *stream = create(path, report);
    if (!stream) return STATUS_NO_OUTPUT;
    const int count = free_numbers_moved(moved);
    fputs("weight", stream);
    for (int i = 0; i < count; i++)
        fprintf(stream, ",%s", parameter_info(moved[i].parameter).path);
    for (int row = 0; row < calibration->rows; row++) {
        number_text(text, 1.0 / calibration->rows);
        fprintf(stream, "\n%s", text);
        for (int i = 0; i < count; i++) {
            number_text(text, value_in(calibration, &moved[i], setting_of(calibration, row)));
            fprintf(stream, ",%s", text);
        }
    }
    putc('\n', stream);
    return close_file(stream, path, report);
}
