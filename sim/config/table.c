// SPDX-License-Identifier: MIT
#include "config/table.h"

#include "config/spelling.h"

#include <csv.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

// While libcsv reads: the cells of the row that is open, and where it began.
typedef struct Parse {
    Table *table;
    Reader *reader;
    const char *row[MOST_COLUMNS + 1];
    int cells;                   // in the row that is open
    int place[MOST_COLUMNS + 1]; // known column of each cell, -1 if unknown
    int header_cells;            // 0 until the header is read
    int row_line, room;
    bool ended;        // a row ended in the line just read
    bool lacks_column; // one that is needed
    bool lacks_rows;   // some were too short or too long
} Parse;

static void take_cell(void *bytes, size_t length, void *data) {
    Parse *parse = data;
    if (parse->cells <= MOST_COLUMNS)
        parse->row[parse->cells] =
            arena_text_part(parse->reader->arena, bytes ? bytes : "", length);
    parse->cells++;
}

static int find_column(const Table *table, const char *name) {
    for (int i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0) return i;
    return -1;
}

static void tell_unknown_column(Parse *parse, const char *name) {
    const Table *table = parse->table;
    const char *known[MOST_COLUMNS];
    for (int i = 0; i < table->column_count; i++)
        known[i] = table->columns[i].name;
    reader_unknown(parse->reader, (Where){table->text.file, parse->row_line}, "column", name, known,
                   (size_t)table->column_count);
}

static void take_header(Parse *parse) {
    const Table *table = parse->table;
    const Where where = {table->text.file, parse->row_line};
    bool seen[MOST_COLUMNS] = {false};
    parse->header_cells = parse->cells;
    if (parse->cells > MOST_COLUMNS) {
        reader_problem(parse->reader, where, "more than %d columns", MOST_COLUMNS);
        parse->header_cells = MOST_COLUMNS;
    }
    for (int i = 0; i < parse->header_cells; i++) {
        const int column = find_column(table, parse->row[i]);
        if (column < 0)
            tell_unknown_column(parse, parse->row[i]);
        else if (seen[column])
            reader_problem(parse->reader, where, "the column %s is there twice", parse->row[i]);
        else
            seen[column] = true;
        parse->place[i] = column;
    }
    for (int i = 0; i < table->column_count; i++) {
        if (seen[i] || table->columns[i].may_be_absent) continue;
        parse->lacks_column = true;
        reader_problem(parse->reader, where, "the column %s is missing; the first row must name it",
                       table->columns[i].name);
    }
}

// Lines of the text are a bound of its rows, so that room is taken once.
static bool take_room(Parse *parse) {
    Table *table = parse->table;
    parse->room = 1;
    for (const char *at = table->text.bytes; *at; at++)
        parse->room += *at == '\n';
    table->cells =
        arena_take(parse->reader->arena, (size_t)parse->room * (size_t)table->column_count,
                   sizeof *table->cells);
    table->lines = arena_take(parse->reader->arena, (size_t)parse->room, sizeof *table->lines);
    return table->cells && table->lines;
}

static void take_row(int end, void *data) {
    (void)end;
    Parse *parse = data;
    Table *table = parse->table;
    parse->ended = true;
    if (parse->header_cells == 0) {
        take_header(parse);
    } else if (parse->cells != parse->header_cells) {
        parse->lacks_rows = true;
        reader_problem(
            parse->reader, (Where){table->text.file, parse->row_line},
            "this row has %d cells, the first row %d; look for a comma too many or too few, and "
            "put text that holds a comma in quotes",
            parse->cells, parse->header_cells);
    } else if (table->rows < parse->room) {
        const char **cells = table->cells + table->rows * table->column_count;
        for (int i = 0; i < table->column_count; i++)
            cells[i] = "";
        for (int i = 0; i < parse->cells; i++)
            if (parse->place[i] >= 0) cells[parse->place[i]] = parse->row[i];
        table->lines[table->rows++] = parse->row_line;
    }
    parse->cells = 0;
}

static bool is_blank(const char *line, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (!strchr(" \t\n", line[i])) return false;
    return true;
}

// Line by line, so that each row knows where it begins: a row without its end goes on in the next
// line.
static bool parse_lines(Parse *parse, struct csv_parser *parser) {
    const char *at = parse->table->text.bytes;
    parse->row_line = 1;
    for (int line = 1; *at; line++) {
        const size_t length = strcspn(at, "\n") + (strchr(at, '\n') != NULL);
        parse->ended = false;
        if (csv_parse(parser, at, length, take_cell, take_row, parse) != length) {
            reader_problem(parse->reader, (Where){parse->table->text.file, line},
                           "the quotes of this row do not fit; a \" within quotes is written \"\"");
            return false;
        }
        if (parse->ended || (parse->row_line == line && is_blank(at, length)))
            parse->row_line = line + 1;
        at += length;
    }
    if (csv_fini(parser, take_cell, take_row, parse) == 0) return true;
    reader_problem(parse->reader, (Where){parse->table->text.file, parse->row_line},
                   "a quote that opens in this row is never closed");
    return false;
}

bool table_read(Table *table, const char *file, const char *named_at, const Column *columns,
                int column_count, Reader *reader) {
    return table_read_within(table, file, named_at, MOST_TEXT_BYTES, columns, column_count, reader);
}

bool table_read_within(Table *table, const char *file, const char *named_at, size_t most,
                       const Column *columns, int column_count, Reader *reader) {
    *table = (Table){.columns = columns, .column_count = column_count};
    const Status status =
        text_read_within(&table->text, file, named_at, most, reader->arena, reader->report);
    reader->status = status_first(reader->status, status);
    if (status != STATUS_OK) return false;

    Parse parse = {.table = table, .reader = reader};
    struct csv_parser parser;
    if (!take_room(&parse) || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        reader->status = status_first(reader->status, STATUS_NO_MEMORY);
        report_problem(reader->report, STATUS_NO_MEMORY, "%s: no memory to read it", file);
        return false;
    }
    const bool whole = parse_lines(&parse, &parser);
    csv_free(&parser);
    if (whole && parse.header_cells == 0)
        reader_problem(reader, (Where){table->text.file, 0},
                       "is empty; its first row must name the columns");
    return whole && parse.header_cells > 0 && !parse.lacks_column && !parse.lacks_rows;
}

const char *table_cell(const Table *table, int row, int column) {
    return table->cells[row * table->column_count + column];
}

Where table_where(const Table *table, int row) {
    return (Where){table->text.file, table->lines[row]};
}

bool table_number(Reader *reader, const Table *table, int row, int column, double lowest,
                  double highest, double *value) {
    const Where where = table_where(table, row);
    const char *name = table->columns[column].name;
    char why[LONGEST_WHY], text[32], bound[32];
    double number = 0;
    if (!spelling_number(table_cell(table, row, column), &number, why)) {
        reader_problem(reader, where, "%s: %s", name, why);
        return false;
    }
    if (number >= lowest && number <= highest) {
        *value = number;
        return true;
    }
    number_text(text, number);
    number_text(bound, number < lowest ? lowest : highest);
    reader_problem(reader, where, "%s is %s, %s, %s", name, text,
                   number < lowest ? "below the lowest" : "above the highest", bound);
    return false;
}

Where row_where(const Row *row) {
    return table_where(row->table, row->index);
}

const char *row_cell(const Row *row, int column) {
    return table_cell(row->table, row->index, column);
}

const char *row_text(const Row *row, int column) {
    const char *value = row_cell(row, column);
    if (!*value)
        reader_problem(row->reader, row_where(row), "%s is empty",
                       row->table->columns[column].name);
    else if (strpbrk(value, "\t\n"))
        reader_problem(row->reader, row_where(row),
                       "%s holds a tab or a line break; write it on one line",
                       row->table->columns[column].name);
    return value;
}

double row_number(const Row *row, int column, double lowest, double highest) {
    double value = lowest;
    table_number(row->reader, row->table, row->index, column, lowest, highest, &value);
    return value;
}

long long row_whole(const Row *row, int column, long long lowest, long long highest) {
    const double value = row_number(row, column, (double)lowest, (double)highest);
    if (value == floor(value)) return (long long)value;
    reader_problem(row->reader, row_where(row), "%s is %s; write a whole number",
                   row->table->columns[column].name, row_cell(row, column));
    return lowest;
}
