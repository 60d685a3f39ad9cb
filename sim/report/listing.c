// SPDX-License-Identifier: MIT
#include "report/listing.h"

#include "config/text.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { WIDEST_PADDED = 48 };

void listing_init(Listing *listing, const char *const *columns, Arena *arena) {
    *listing = (Listing){.arena = arena};
    for (; columns[listing->column_count]; listing->column_count++)
        listing->columns[listing->column_count] = columns[listing->column_count];
}

static bool make_room(Listing *listing) {
    if (listing->rows < listing->room) return true;
    const int room = listing->room ? 2 * listing->room : 64;
    const size_t row = (size_t)listing->column_count;
    const char **cells = arena_take(listing->arena, (size_t)room * row, sizeof *cells);
    if (!cells) return false;
    if (listing->rows) memcpy(cells, listing->cells, (size_t)listing->rows * row * sizeof *cells);
    listing->cells = cells;
    listing->room = room;
    return true;
}

void listing_add(Listing *listing, const char *const *cells) {
    if (!make_room(listing)) return;
    const char **row = listing->cells + listing->rows++ * listing->column_count;
    for (int i = 0; i < listing->column_count; i++)
        row[i] = cells[i] ? cells[i] : "";
}

// East Asian Width W and F, as far as Chinese text uses them.
static bool is_wide(uint32_t code) {
    return (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
           (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
           (code >= 0xFFE0 && code <= 0xFFE6) || (code >= 0x20000 && code <= 0x3FFFD);
}

int listing_width(const char *text) {
    int width = 0;
    while (*text) {
        uint32_t code = 0;
        const int size = text_character(text, &code);
        width += is_wide(code) ? 2 : 1;
        text += size ? size : 1;
    }
    return width;
}

static int columns_left(const char *text, int width) {
    const int wide = listing_width(text);
    return width > wide ? width - wide : 0;
}

void listing_left(FILE *out, const char *text, int width) {
    fprintf(out, "%s%*s", text, columns_left(text, width), "");
}

void listing_right(FILE *out, const char *text, int width) {
    fprintf(out, "%*s%s", columns_left(text, width), "", text);
}

static const char *cell(const Listing *listing, int row, int column) {
    return listing->cells[row * listing->column_count + column];
}

// A cell beyond the usual may stick out, so that one long text does not push all others apart.
static int width_of_column(const Listing *listing, int column) {
    int widest = listing_width(listing->columns[column]);
    for (int row = 0; row < listing->rows; row++) {
        const int width = listing_width(cell(listing, row, column));
        if (width > widest && width <= WIDEST_PADDED) widest = width;
    }
    return widest;
}

// At least two spaces part a cell from the next, also one that sticks out.
static void print_padded(FILE *stream, const char *text, int width) {
    fprintf(stream, "%s  ", text);
    for (int at = listing_width(text); at < width; at++)
        putc(' ', stream);
}

static void print_text(const Listing *listing, FILE *stream) {
    int widths[MOST_LISTING_COLUMNS];
    for (int i = 0; i < listing->column_count; i++)
        widths[i] = width_of_column(listing, i);
    for (int row = -1; row < listing->rows; row++) {
        int last = listing->column_count - 1;
        while (row >= 0 && last > 0 && !*cell(listing, row, last))
            last--;
        for (int i = 0; i <= last; i++) {
            const char *text = row < 0 ? listing->columns[i] : cell(listing, row, i);
            if (i < last)
                print_padded(stream, text, widths[i]);
            else
                fputs(text, stream);
        }
        putc('\n', stream);
    }
}

// A vertical bar would end the cell.
static void print_escaped(FILE *stream, const char *text) {
    for (; *text; text++) {
        if (*text == '|') putc('\\', stream);
        putc(*text == '\n' ? ' ' : *text, stream);
    }
}

static void print_markdown(const Listing *listing, FILE *stream) {
    for (int i = 0; i < listing->column_count; i++)
        fprintf(stream, "| %s ", listing->columns[i]);
    fputs("|\n", stream);
    for (int i = 0; i < listing->column_count; i++)
        fputs("| --- ", stream);
    fputs("|\n", stream);
    for (int row = 0; row < listing->rows; row++) {
        for (int i = 0; i < listing->column_count; i++) {
            fputs("| ", stream);
            print_escaped(stream, cell(listing, row, i));
            putc(' ', stream);
        }
        fputs("|\n", stream);
    }
}

static void print_json(const Listing *listing, FILE *stream) {
    json_t *rows = json_array();
    for (int row = 0; row < listing->rows; row++) {
        json_t *object = json_object();
        for (int i = 0; i < listing->column_count; i++)
            json_object_set_new(object, listing->columns[i], json_string(cell(listing, row, i)));
        json_array_append_new(rows, object);
    }
    json_dumpf(rows, stream,
               JSON_INDENT(2) | JSON_PRESERVE_ORDER); // a failure stays with the stream
    json_decref(rows);
    putc('\n', stream);
}

Status listing_print(const Listing *listing, ListingForm form, FILE *stream, Report *report) {
    if (form == LISTING_JSON)
        print_json(listing, stream);
    else if (form == LISTING_MARKDOWN)
        print_markdown(listing, stream);
    else
        print_text(listing, stream);
    if (fflush(stream) == 0 && !ferror(stream)) return STATUS_OK;
    return report_problem(report, STATUS_IO, "the list cannot be written whole");
}
