// SPDX-License-Identifier: MIT
// A CSV file that spreadsheets open as it is: UTF-8 with a byte-order mark, RFC 4180, a point in
// every number, whatever the locale.
//
// What goes wrong while cells are written is remembered and told by csv_close.
#ifndef HXSIM_REPORT_CSV_H
#define HXSIM_REPORT_CSV_H

#include "base/status.h"

#include <stdint.h>
#include <stdio.h>

typedef struct Csv {
    FILE *stream;
    const char *path;
    int cells; // of the row that is open
} Csv;

// Creates the file and writes its first row; `header` is the names of the columns, with commas.
Status csv_open(Csv *csv, const char *path, const char *header, Report *report);

// The next cell of the row: a text, a number as short as it can be and still be read back as
// itself (nothing for one that is not finite), a whole number, money in yuan with two decimals.
void csv_text(Csv *csv, const char *text);
void csv_number(Csv *csv, double value);
void csv_whole(Csv *csv, int64_t value);
void csv_fen(Csv *csv, int64_t fen);

// The next cells of the row, so many texts or empty ones.
void csv_texts(Csv *csv, const char *const *texts, int count);
void csv_nothing(Csv *csv, int count);

// Ends the row, which must have a cell for each column.
void csv_end_row(Csv *csv);

// Closes the file; a full disk is told here at the latest.
Status csv_close(Csv *csv, Report *report);

#endif
