// SPDX-License-Identifier: MIT
#include "config/draws.h"

#include "base/arena.h"
#include "base/draw.h"
#include "config/model.h"
#include "config/sample.h"
#include "config/scenario.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// ---- what is drawn

// The years of a series of the background are one unknown.
static void name_factor(char name[FACTOR_NAME], const char *path) {
    static const char series[] = "background.";
    const char *row = strrchr(path, '.');
    if (strncmp(path, series, strlen(series)) == 0)
        snprintf(name, FACTOR_NAME, "%s*%s", series, row);
    else
        snprintf(name, FACTOR_NAME, "%s", path);
}

static int factor_of(Draws *draws, const char *name, EvidenceKind kind) {
    for (int i = draws->factors - 1; i >= 0; i--)
        if (strcmp(draws->factor[i].name, name) == 0) return i;
    Factor *factor = &draws->factor[draws->factors];
    snprintf(factor->name, sizeof factor->name, "%s", name);
    factor->kind = kind;
    return draws->factors++;
}

static void add_number(Draws *draws, const DrawnNumber *number, EvidenceKind kind) {
    char name[FACTOR_NAME];
    DrawnNumber *added = &draws->number[draws->numbers++];
    *added = *number;
    name_factor(name, number->name);
    added->factor = factor_of(draws, name, kind);
}

static void list_parameters(Draws *draws, const Experiment *experiment) {
    const City *city = &experiment->city;
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        const Evidence *evidence = &city->evidence[i];
        if (!(evidence->low < evidence->high)) continue;
        const ParameterInfo info = parameter_info(i);
        DrawnNumber number = {.unit = info.unit,
                              .parameter = i,
                              .low = evidence->low,
                              .central = parameter_value_of(&city->parameters, i),
                              .high = evidence->high};
        snprintf(number.name, sizeof number.name, "%s", info.path);
        add_number(draws, &number, evidence->kind);
    }
}

// The second reform with a lever is told from the first by its count.
static void name_reform(char name[FACTOR_NAME], const Experiment *experiment, int reform,
                        const char *lever, const char *number) {
    int before = 0;
    for (int i = 0; i < reform; i++)
        before += experiment->reforms[i].lever == experiment->reforms[reform].lever;
    if (before == 0)
        snprintf(name, FACTOR_NAME, "reforms.%s.%s", lever, number);
    else
        snprintf(name, FACTOR_NAME, "reforms.%s.%d.%s", lever, before + 1, number);
}

static void list_reforms(Draws *draws, const Experiment *experiment, const Levers *levers) {
    for (int r = 0; r < experiment->reform_count; r++) {
        const Reform *reform = &experiment->reforms[r];
        const LeverInfo *lever = &levers->rows[reform->lever];
        for (int which = 0; which < REFORM_VALUES + lever->parameter_count; which++) {
            const Evidence *evidence = &reform->evidence[which];
            if (evidence->kind == EVIDENCE_MISSING || !(evidence->low < evidence->high)) continue;
            const Measure measure = reform_measure(lever, which);
            DrawnNumber number = {.unit = measure.unit,
                                  .parameter = -1,
                                  .reform = r,
                                  .which = which,
                                  .low = evidence->low,
                                  .central = reform_number(reform, which),
                                  .high = evidence->high};
            name_reform(number.name, experiment, r, lever->name, measure.name);
            add_number(draws, &number, evidence->kind);
        }
    }
}

// ---- where

// FNV-1a (Fowler, Noll and Vo), 64 bits.
static uint64_t hash_of(const char *name) {
    uint64_t hash = 14695981039346656037u;
    for (const char *c = name; *c; c++)
        hash = (hash ^ (uint8_t)*c) * 1099511628211u;
    return hash;
}

// One draw in each of `count` equal parts of the law, at random within it, the parts in random
// order (Fisher and Yates).
static void place_factor(double *at, int count, DrawKey key, const char *name) {
    const uint64_t hash = hash_of(name);
    const uint32_t person = (uint32_t)hash, step = (uint32_t)(hash >> 32);
    for (int i = 0; i < count; i++)
        at[i] = i;
    for (int i = count - 1; i >= 0; i--) {
        const Draw draw = draw_at(key, person, PURPOSE_PARAMETER, (uint32_t)i, step);
        const int other = (int)((uint64_t)draw.word[0] * (uint64_t)(i + 1) >> 32);
        const double part = at[other];
        at[other] = at[i];
        at[i] = (part + draw_unit(draw.word[1])) / count;
    }
}

static double *places_of(Draws *draws, int factor) {
    return draws->at + (size_t)factor * (size_t)draws->count;
}

// Where in its triangular law a value lies: the distribution function of drawn_number_at. The ends
// are as near to 0 and 1 as doubles are, so that a value at an end comes back within 1.1e-8 of the
// range, sqrt(2^-53).
static double place_of(const DrawnNumber *number, double value) {
    const double low = number->low, peak = number->central, high = number->high;
    const double width = high - low;
    const double place = value < peak || !(peak < high)
                             ? (value - low) * (value - low) / (width * (peak - low))
                             : 1 - (high - value) * (high - value) / (width * (high - peak));
    static const double least = 0x1p-80, most = 1 - 0x1p-53;
    return place < least ? least : place > most ? most : place;
}

// Numbers that were fitted together are drawn together: a row of their sample for each draw, one in
// each N-th of its weight, in the order of a factor of their own.
static void place_sample(Draws *draws, const City *city, DrawKey key) {
    double *share = draws->at + (size_t)draws->factors * (size_t)draws->count;
    place_factor(share, draws->count, key, "sample");
    for (int i = 0; i < draws->numbers; i++) {
        const DrawnNumber *number = &draws->number[i];
        if (number->parameter < 0 || isnan(sample_value(city, 0, number->parameter))) continue;
        for (int draw = 0; draw < draws->count; draw++) {
            const int row = sample_row_at(city, share[draw]);
            places_of(draws, number->factor)[draw] =
                place_of(number, sample_value(city, row, number->parameter));
        }
    }
}

static void place_all(Draws *draws, const Experiment *experiment) {
    const DrawKey key = draw_key(experiment->seed, 0);
    for (int i = 0; i < draws->factors; i++)
        place_factor(places_of(draws, i), draws->count, key, draws->factor[i].name);
    if (experiment->city.sample_rows > 0) place_sample(draws, &experiment->city, key);
}

// ---- values

// As a table keeps it, so that `--set` with the number of a table is the same draw.
static double as_written(const DrawnNumber *number, double value) {
    char text[32];
    if (strcmp(number->unit, "day") == 0) {
        value = floor(value + 0.5);
    } else {
        snprintf(text, sizeof text, "%.10g", value);
        value = strtod(text, NULL);
    }
    return value < number->low ? number->low : value > number->high ? number->high : value;
}

// Quantile of the triangular law on [a, b] with its peak at c, F(c) = (c - a) / (b - a):
// a + sqrt(u (b - a) (c - a)) up to F(c), b - sqrt((1 - u) (b - a) (b - c)) above it.
double drawn_number_at(const DrawnNumber *number, double place) {
    const double low = number->low, peak = number->central, high = number->high;
    const double width = high - low;
    const double value = place * width < peak - low
                             ? low + sqrt(place * width * (peak - low))
                             : high - sqrt((1 - place) * width * (high - peak));
    return as_written(number, value);
}

double draws_value(const Draws *draws, int number, int draw) {
    const DrawnNumber *drawn = &draws->number[number];
    if (draw == 0) return drawn->central;
    return drawn_number_at(
        drawn, draws->at[(size_t)drawn->factor * (size_t)draws->count + (size_t)draw - 1]);
}

static void lay_number(Experiment *experiment, const DrawnNumber *number, double value) {
    if (number->parameter >= 0)
        *parameter_value(&experiment->city.parameters, number->parameter) = value;
    else
        reform_set_number(&experiment->reforms[number->reform], number->which, value);
}

void draws_lay(Experiment *experiment, const Draws *draws, int draw) {
    for (int i = 0; i < draws->numbers; i++)
        lay_number(experiment, &draws->number[i], draws_value(draws, i, draw));
}

void draws_lay_factor(Experiment *experiment, const Draws *draws, int factor, double place) {
    for (int i = 0; i < draws->numbers; i++)
        if (draws->number[i].factor == factor)
            lay_number(experiment, &draws->number[i], drawn_number_at(&draws->number[i], place));
}

// ---- checking

static Status check_draw(Experiment *laid, const Draws *draws, int draw, const Levers *levers,
                         Arena *arena, Report *report) {
    Report problems;
    report_init(&problems);
    Reader reader = {.arena = arena, .report = &problems};
    draws_lay(laid, draws, draw);
    reforms_check_dates(laid, levers, &reader);
    reforms_check_contracts(laid, levers, &reader);
    model_check_whole(&laid->city, &reader);
    for (size_t i = 0; i < problems.count; i++)
        report_problem(report, reader.status, "%s (draw %d of %d; narrow the ranges)",
                       problems.messages[i], draw, draws->count);
    report_free(&problems);
    return reader.status;
}

// Draws that are not valid would be alike many; the first is told.
static Status check_all(const Draws *draws, const Experiment *experiment, const Levers *levers,
                        Report *report) {
    Experiment *laid = report_calloc(report, 1, sizeof *laid);
    Arena *arena = arena_new();
    Status status = laid && arena ? STATUS_OK : STATUS_NO_MEMORY;
    if (status == STATUS_OK) *laid = *experiment;
    for (int draw = 1; draw <= draws->count && status == STATUS_OK; draw++)
        status = check_draw(laid, draws, draw, levers, arena, report);
    arena_free(arena);
    free(laid);
    return status;
}

Status draws_init(Draws *draws, const Experiment *experiment, const LeverInfo *levers,
                  int lever_count, Report *report) {
    const Levers known = {levers, lever_count};
    const size_t most = PARAMETER_COUNT + (size_t)experiment->reform_count * REFORM_NUMBERS;
    *draws = (Draws){.count = experiment->draws};
    draws->number = report_calloc(report, most, sizeof *draws->number);
    draws->factor = report_calloc(report, most, sizeof *draws->factor);
    if (!draws->number || !draws->factor) return STATUS_NO_MEMORY;
    list_parameters(draws, experiment);
    list_reforms(draws, experiment, &known);
    draws->at = report_calloc(report, ((size_t)draws->factors + 1) * (size_t)draws->count + 1,
                              sizeof *draws->at);
    if (!draws->at) return STATUS_NO_MEMORY;
    place_all(draws, experiment);
    return check_all(draws, experiment, &known, report);
}

void draws_free(Draws *draws) {
    free(draws->number);
    free(draws->factor);
    free(draws->at);
    *draws = (Draws){0};
}
