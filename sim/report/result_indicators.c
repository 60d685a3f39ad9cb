// SPDX-License-Identifier: MIT
#include "report/result_tables.h"

#include "report/csv.h"

#include <csv.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char header[] =
    "scenario,draw,place,kind,scheme,group,age,period,indicator,value,unit";
enum { DRAW_COLUMN = 1, VALUE_COLUMN = 9 };

static const char central[] = "central", error[] = "se", spread[] = "sd";

// ---- writing

static void write_row(Csv *csv, const Experiment *experiment, const IndicatorValues *values,
                      const IndicatorCell *cell, const char *draw, double value) {
    const IndicatorInfo *info = &indicator_at(cell->indicator)->info;
    if (isnan(value)) return;
    const char *scope[SCOPE_WORDS];
    scope_words(scope, values->city, cell->scope);
    csv_text(csv, experiment->id);
    csv_text(csv, draw);
    csv_texts(csv, scope, SCOPE_WORDS);
    csv_whole(csv, cell->year);
    csv_text(csv, info->name);
    csv_number(csv, value);
    csv_text(csv, info->unit);
    csv_end_row(csv);
}

// Spread and quantiles over the draws of the parameters.
static void write_bands(Csv *csv, const Experiment *experiment, const IndicatorValues *values) {
    for (size_t i = 0; i < values->count; i++)
        write_row(csv, experiment, values, &values->cells[i], spread, values->spread[i]);
    for (int b = 0; b < BANDS; b++)
        for (size_t i = 0; i < values->count; i++)
            write_row(csv, experiment, values, &values->cells[i], band_names[b],
                      values->band[b][i]);
}

Status result_tables_indicators(const IndicatorValues *values, const Experiment *experiment,
                                const char *path, Report *report) {
    const double tail = indicator_values_tail(values);
    const struct {
        const char *name;
        double share;
    } quantiles[] = {
        {tail > 0 ? "p05" : "min", tail}, {"p50", 0.5}, {tail > 0 ? "p95" : "max", 1 - tail}};
    Csv csv;
    const Status status = csv_open(&csv, path, header, report);
    if (status != STATUS_OK) return status;
    for (size_t i = 0; i < values->count; i++)
        write_row(&csv, experiment, values, &values->cells[i], central, values->central[i]);
    for (size_t i = 0; i < values->count; i++)
        write_row(&csv, experiment, values, &values->cells[i], error, values->error[i]);
    if (values->draws > 0) write_bands(&csv, experiment, values);
    const bool of_chance = values->draws == 0 && values->replicates > 1;
    for (size_t q = 0; q < sizeof quantiles / sizeof *quantiles && of_chance; q++)
        for (size_t i = 0; i < values->count; i++)
            write_row(&csv, experiment, values, &values->cells[i], quantiles[q].name,
                      indicator_values_quantile(values, i, quantiles[q].share));
    return csv_close(&csv, report);
}

// ---- reading back

typedef struct Reading {
    IndicatorValues *values;
    size_t cell; // the next to be met
    double *of;  // the column that its number goes to
    int column;
    bool is_header;
    char words[VALUE_COLUMN + 1][96]; // of the row
} Reading;

static void take_word(void *bytes, size_t length, void *data) {
    Reading *reading = data;
    if (reading->column <= VALUE_COLUMN)
        snprintf(reading->words[reading->column], sizeof reading->words[0], "%.*s", (int)length,
                 bytes ? (const char *)bytes : "");
    reading->column++;
}

static bool is_row_of(const Reading *reading, const IndicatorCell *cell) {
    const char(*words)[96] = reading->words;
    const char *scope[SCOPE_WORDS];
    scope_words(scope, reading->values->city, cell->scope);
    bool same = atoi(words[7]) == cell->year &&
                strcmp(words[8], indicator_at(cell->indicator)->info.name) == 0;
    for (int i = 0; i < SCOPE_WORDS; i++)
        same = same && strcmp(words[2 + i], scope[i]) == 0;
    return same;
}

// Where the numbers of this draw go; NULL if they are not read back.
static double *column_of(const IndicatorValues *values, const char *draw) {
    if (strcmp(draw, central) == 0) return values->central;
    if (strcmp(draw, error) == 0) return values->error;
    for (int b = 0; b < BANDS && values->draws > 0; b++)
        if (strcmp(draw, band_names[b]) == 0) return values->band[b];
    return values->draws > 0 && strcmp(draw, spread) == 0 ? values->spread : NULL;
}

// Cells without a value were not written; each draw has its rows in the order of the cells.
static void take_row(int ended_with, void *data) {
    Reading *reading = data;
    (void)ended_with;
    const bool is_value = !reading->is_header && reading->column > VALUE_COLUMN;
    double *column = column_of(reading->values, reading->words[DRAW_COLUMN]);
    reading->is_header = false;
    reading->column = 0;
    if (!is_value || !column) return;
    if (column != reading->of) reading->cell = 0;
    reading->of = column;
    while (reading->cell < reading->values->count) {
        const size_t cell = reading->cell++;
        if (!is_row_of(reading, &reading->values->cells[cell])) continue;
        column[cell] = strtod(reading->words[VALUE_COLUMN], NULL);
        return;
    }
}

Status result_tables_read_indicators(IndicatorValues *values, const char *path, Report *report) {
    FILE *stream = fopen(path, "r");
    if (!stream)
        return report_problem(report, STATUS_IO, "%s: cannot be read: %s", path, strerror(errno));
    Reading reading = {.values = values, .is_header = true};
    struct csv_parser parser;
    csv_init(&parser, 0);
    char part[65536];
    for (size_t size; (size = fread(part, 1, sizeof part, stream)) > 0;)
        csv_parse(&parser, part, size, take_word, take_row, &reading);
    csv_fini(&parser, take_word, take_row, &reading);
    csv_free(&parser);
    const bool broken = ferror(stream) != 0;
    fclose(stream);
    return broken ? report_problem(report, STATUS_IO, "%s: reading broke off", path) : STATUS_OK;
}
