// SPDX-License-Identifier: MIT
// A list with named columns, printed as text for a terminal, as JSON or as a Markdown table.
#ifndef HXSIM_REPORT_LISTING_H
#define HXSIM_REPORT_LISTING_H

#include "base/arena.h"
#include "base/status.h"

#include <stdio.h>

enum { MOST_LISTING_COLUMNS = 20 };

typedef enum ListingForm { LISTING_TEXT, LISTING_JSON, LISTING_MARKDOWN } ListingForm;

// Cells are texts that outlive the listing; rows stand one after the other.
typedef struct Listing {
    const char *columns[MOST_LISTING_COLUMNS];
    int column_count;
    const char **cells;
    int rows, room;
    Arena *arena;
} Listing;

// An empty list; `columns` ends with NULL.
void listing_init(Listing *listing, const char *const *columns, Arena *arena);

// Adds a row, one cell for each column; NULL reads as "".
void listing_add(Listing *listing, const char *const *cells);

// Prints the list. Columns are as wide as their widest cell, the last ones unpadded.
Status listing_print(const Listing *listing, ListingForm form, FILE *stream, Report *report);

// Columns of a terminal that a UTF-8 text takes; Han characters take two.
int listing_width(const char *text);

// Prints a text in so many columns of a terminal, at their left or right; one that is wider sticks
// out.
void listing_left(FILE *out, const char *text, int width);
void listing_right(FILE *out, const char *text, int width);

#endif
