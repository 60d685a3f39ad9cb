// SPDX-License-Identifier: MIT
#include "config/sample.h"

#include "config/fingerprint.h"
#include "config/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SAMPLE_COLUMNS = 128, MOST_SAMPLE_ROWS = 10000 };

bool sample_is_of_fitted(const char *file) {
    static const char ending[] = ".fitted.cfg";
    const size_t length = strlen(file), own = sizeof ending - 1;
    return length > own && strcmp(file + length - own, ending) == 0;
}

// The cell that begins at `at`, without its quotes and the end of its line; moves on to the next.
// Numbers and paths have no commas in them.
static const char *take_cell(Arena *arena, const char **at, bool *last) {
    const size_t length = strcspn(*at, ",\n");
    const char *cell = arena_text_part(arena, *at, length);
    *last = (*at)[length] != ',';
    *at += length + ((*at)[length] != '\0');
    return cell;
}

static const char *read_head(City *city, const Text *text, Reader *reader) {
    const char *at = text->bytes;
    bool last = false;
    const Where where = {text->file, 1};
    if (strcmp(take_cell(reader->arena, &at, &last), "weight") != 0)
        reader_problem(reader, where, "the first column of a sample is weight");
    city->sample_parameter = arena_take(reader->arena, MOST_SAMPLE_COLUMNS, sizeof(int));
    while (!last && city->sample_parameter && city->sample_columns < MOST_SAMPLE_COLUMNS) {
        const char *path = take_cell(reader->arena, &at, &last);
        const int parameter = parameter_find(path);
        if (parameter < 0)
            reader_problem(reader, where, "the column %s is no number of a model", path);
        city->sample_parameter[city->sample_columns++] = parameter;
    }
    return at;
}

static void read_rows(City *city, const Text *text, const char *at, Reader *reader) {
    const size_t width = (size_t)city->sample_columns + 1;
    double sum = 0;
    city->sample = arena_take(reader->arena, MOST_SAMPLE_ROWS * width, sizeof *city->sample);
    for (int line = 2; *at && city->sample && city->sample_rows < MOST_SAMPLE_ROWS; line++) {
        double *row = city->sample + (size_t)city->sample_rows++ * width;
        bool last = false;
        size_t cells = 0;
        while (!last && cells < width) {
            const char *cell = take_cell(reader->arena, &at, &last);
            char *end;
            const double value = row[cells++] = strtod(cell, &end);
            if (end == cell || *end || !isfinite(value))
                reader_problem(reader, (Where){text->file, line}, "\"%s\" is no number", cell);
        }
        if (!last || cells < width)
            reader_problem(reader, (Where){text->file, line},
                           "this row has not %zu cells as the first row", width);
        if (row[0] < 0) reader_problem(reader, (Where){text->file, line}, "a weight is below 0");
        sum += row[0];
    }
    if (fabs(sum - 1) > 1e-6)
        reader_problem(reader, (Where){text->file, 0}, "the weights sum to %.9g and not to 1", sum);
}

void sample_read(City *city, const char *file, const char *named_at, Reader *reader) {
    Text text;
    const Status status = text_read(&text, file, named_at, reader->arena, reader->report);
    reader->status = status_first(reader->status, status);
    if (status != STATUS_OK) return;
    city->tables[TABLE_SAMPLE] = (CityTable){text.file, text.bytes, text.length};
    const char *at = read_head(city, &text, reader);
    if (reader->status == STATUS_OK) read_rows(city, &text, at, reader);
}

void sample_check_inputs(const City *city, const Chain *chain, Reader *reader) {
    const Setting *setting = chain_last_member(chain, "fit", "inputs");
    const char *told;
    char found[65];
    if (!setting || !setting_text(reader, setting, "inputs", &told)) return;
    const Where where = setting_where(setting);
    bool fitted[PARAMETER_COUNT];
    for (int i = 0; i < PARAMETER_COUNT; i++)
        fitted[i] = city->evidence[i].file && strcmp(city->evidence[i].file, where.file) == 0;
    fingerprint_model(city, fitted, found);
    if (strcmp(told, found) != 0)
        reader_problem(reader, where,
                       "these numbers were fitted to other inputs (%.8s) than the model has now "
                       "(%.8s); fit them again: hxsim calibrate",
                       told, found);
}

int sample_row_at(const City *city, double share) {
    const size_t width = (size_t)city->sample_columns + 1;
    double sum = 0;
    int row = 0;
    while (row + 1 < city->sample_rows && (sum += city->sample[(size_t)row * width]) <= share)
        row++;
    return row;
}

// The column of a parameter; the number of columns if it has none.
static int column_of(const City *city, int parameter) {
    int column = 0;
    while (column < city->sample_columns && city->sample_parameter[column] != parameter)
        column++;
    return column;
}

void sample_stretch(City *city, int parameter, double factor) {
    const size_t width = (size_t)city->sample_columns + 1;
    const int column = column_of(city, parameter);
    for (int row = 0; column < city->sample_columns && row < city->sample_rows; row++)
        city->sample[(size_t)row * width + (size_t)column + 1] *= factor;
}

void sample_forget(City *city, int parameter) {
    const int column = column_of(city, parameter);
    if (column < city->sample_columns) city->sample_parameter[column] = -1;
}

double sample_value(const City *city, int row, int parameter) {
    const size_t width = (size_t)city->sample_columns + 1;
    const int column = column_of(city, parameter);
    if (column == city->sample_columns) return NAN;
    return city->sample[(size_t)row * width + (size_t)column + 1];
}
