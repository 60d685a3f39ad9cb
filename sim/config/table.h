// SPDX-License-Identifier: MIT
// A CSV table (RFC 4180, UTF-8) whose first row names its columns, in any order.
//
// The cells are asked for by the columns that the reader of the table knows; each row remembers the
// line of the file on which it begins, and every problem is told with it.
#ifndef HXSIM_CONFIG_TABLE_H
#define HXSIM_CONFIG_TABLE_H

#include "config/reader.h"
#include "config/text.h"

#include <stdbool.h>

enum { MOST_COLUMNS = 40 };

// A column that the reader of a table knows. One that may be absent reads as empty cells.
typedef struct Column {
    const char *name;
    bool may_be_absent;
} Column;

typedef struct Table {
    Text text;             // the file as it was read
    const Column *columns; // those known
    int column_count;
    int rows;
    const char **cells; // row after row, one for each known column
    int *lines;         // of each row
} Table;

// Reads a table; false, after telling why, if a column is missing or a row too short or too long,
// because what is asked of such a table would only repeat it.
bool table_read(Table *table, const char *file, const char *named_at, const Column *columns,
                int column_count, Reader *reader);

// The same of a file of at most `most` bytes.
bool table_read_within(Table *table, const char *file, const char *named_at, size_t most,
                       const Column *columns, int column_count, Reader *reader);

// A cell without the spaces around it, "" if empty.
const char *table_cell(const Table *table, int row, int column);

// The file and line of a row.
Where table_where(const Table *table, int row);

// A number between two bounds; false after telling what is amiss.
bool table_number(Reader *reader, const Table *table, int row, int column, double lowest,
                  double highest, double *value);

// A row that is being read. A cell that is amiss is told and reads as the lowest value, or "".
typedef struct Row {
    Reader *reader;
    const Table *table;
    int index;
} Row;

// Its place in the file.
Where row_where(const Row *row);

// A cell by its column as it stands, and a text, which must not be empty and stands on one line.
const char *row_cell(const Row *row, int column);
const char *row_text(const Row *row, int column);

// A number, or whole number, from lowest to highest.
double row_number(const Row *row, int column, double lowest, double highest);
long long row_whole(const Row *row, int column, long long lowest, long long highest);

#endif
