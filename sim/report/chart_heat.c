// SPDX-License-Identifier: MIT
#include "report/chart_heat.h"

#include "report/chart_kind.h"

#include <math.h>
#include <string.h>

// Distances in sizes of a label.
static const double line_pitch = 1.28, cell_height = 4.2, cell_gap = 0.18, name_gap = 1.0;
static const double head_gap = 0.7, words_up = 0.62, interval_down = 0.72, key_height = 2.6;
static const double key_side = 0.9;

typedef struct HeatLayout {
    const HeatChart *chart;
    ChartFrame frame;
    double left, top, width, height; // of the cells, and of one
    double most;                     // the largest value, which has the full colour
    TypesetLines rows[HEAT_ROWS], columns[HEAT_COLUMNS];
} HeatLayout;

// ---- checking

static Status check(const HeatChart *chart, Report *report) {
    const char *wrong = NULL;
    if (chart->row_count == 0 || chart->row_count > HEAT_ROWS)
        wrong = "it has no rows, or more than 12; choose fewer";
    if (chart->column_count == 0 || chart->column_count > HEAT_COLUMNS)
        wrong = "it has no columns, or more than 8; choose fewer";
    for (size_t r = 0; r < chart->row_count && !wrong; r++)
        for (size_t c = 0; c < chart->column_count; c++)
            if (!isfinite(chart->cells[r][c].value)) wrong = "a cell is not a number";
    return wrong ? report_problem(report, STATUS_INVALID, "%s", wrong) : STATUS_OK;
}

// ---- laying out

static double head_height(const HeatLayout *layout) {
    size_t lines = 1;
    for (size_t c = 0; c < layout->chart->column_count; c++)
        if (layout->columns[c].count > lines) lines = layout->columns[c].count;
    return (line_pitch * (double)lines + head_gap) * layout->frame.em;
}

static double body_height(const HeatLayout *layout) {
    return head_height(layout) +
           (cell_height * (double)layout->chart->row_count + key_height) * layout->frame.em;
}

static void set_words(HeatLayout *layout) {
    const HeatChart *chart = layout->chart;
    const double em = layout->frame.em, most_em = 0.26 * layout->frame.width / em;
    double name_em = 0.0;
    for (size_t r = 0; r < chart->row_count; r++) {
        layout->rows[r] = typeset_balance(chart->rows[r], most_em, TYPESET_BOLD);
        name_em = fmax(name_em, layout->rows[r].widest_em);
    }
    layout->left = layout->frame.left + (name_em + name_gap) * em;
    layout->width = (layout->frame.right - layout->left) / (double)chart->column_count;
    for (size_t c = 0; c < chart->column_count; c++)
        layout->columns[c] =
            typeset_balance(chart->columns[c], 0.95 * layout->width / em, TYPESET_BOLD);
}

static const ChartFrame *lay_out(void *drawn, const void *asked, const ChartStyle *style) {
    HeatLayout *layout = drawn;
    const HeatChart *chart = asked;
    *layout = (HeatLayout){.chart = chart};
    chart_frame_init(&layout->frame, &chart->text, style, 0.0);
    set_words(layout);
    chart_frame_init(&layout->frame, &chart->text, style, body_height(layout));
    layout->top = layout->frame.body_top + head_height(layout);
    layout->height = (layout->frame.body_bottom - key_height * layout->frame.em - layout->top) /
                     (double)chart->row_count;
    for (size_t r = 0; r < chart->row_count; r++)
        for (size_t c = 0; c < chart->column_count; c++)
            layout->most = fmax(layout->most, fabs(chart->cells[r][c].value));
    return &layout->frame;
}

// ---- writing

static void write_table(FILE *table, const HeatChart *chart) {
    fputs("row,column,row_name,column_name,value,low_90,high_90,grey\r\n", table);
    for (size_t r = 0; r < chart->row_count; r++)
        for (size_t c = 0; c < chart->column_count; c++) {
            const HeatCell *cell = &chart->cells[r][c];
            cell_number(table, (double)r, ',');
            cell_number(table, (double)c, ',');
            cell_text(table, chart->rows[r], ',');
            cell_text(table, chart->columns[c], ',');
            cell_number(table, cell->value, ',');
            cell_number(table, cell->low, ',');
            cell_number(table, cell->high, ',');
            cell_number(table, cell->grey, '\n');
        }
}

static void write_lines(FILE *script, const TypesetLines *lines, ScriptPlace middle,
                        ScriptAlign align, double pitch) {
    double y = middle.y - 0.5 * pitch * (double)(lines->count - 1);
    for (size_t i = 0; i < lines->count; i++, y += pitch)
        script_text(script, lines->line[i], (ScriptPlace){middle.x, y}, align, "strong", TONE_INK);
}

static void write_names(FILE *script, const HeatLayout *layout) {
    const HeatChart *chart = layout->chart;
    const double em = layout->frame.em, pitch = line_pitch * em;
    for (size_t r = 0; r < chart->row_count; r++)
        write_lines(
            script, &layout->rows[r],
            (ScriptPlace){layout->frame.left, layout->top + ((double)r + 0.5) * layout->height},
            ALIGN_LEFT, pitch);
    for (size_t c = 0; c < chart->column_count; c++) {
        const double lines = (double)layout->columns[c].count;
        write_lines(script, &layout->columns[c],
                    (ScriptPlace){layout->left + ((double)c + 0.5) * layout->width,
                                  layout->top - head_gap * em - 0.5 * pitch * lines + 0.2 * em},
                    ALIGN_CENTER, pitch);
    }
}

static void write_cells(FILE *script, const HeatLayout *layout) {
    const double em = layout->frame.em;
    for (size_t r = 0; r < layout->chart->row_count; r++)
        for (size_t c = 0; c < layout->chart->column_count; c++) {
            const HeatCell *cell = &layout->chart->cells[r][c];
            const double x = layout->left + ((double)c + 0.5) * layout->width;
            const double y = layout->top + ((double)r + 0.5) * layout->height;
            const double up = *cell->interval ? words_up * em : 0.0;
            const ChartTone tone = cell->grey ? TONE_GREY : TONE_INK;
            script_string(script, cell->words, (ScriptPlace){x, y - up}, ALIGN_CENTER, "strong",
                          tone);
            if (*cell->interval)
                script_string(script, cell->interval, (ScriptPlace){x, y + interval_down * em},
                              ALIGN_CENTER, "tiny", tone);
        }
}

// What the colours mean, below the cells; gnuplot paints the squares that these words follow.
static void write_key(FILE *script, const HeatLayout *layout) {
    const double em = layout->frame.em;
    const double y = layout->frame.body_bottom - 0.45 * key_height * em;
    const char *const words[] = {layout->chart->less, layout->chart->more, layout->chart->grey};
    double x = layout->left, at[3];
    for (size_t i = 0; i < 3; i++) {
        at[i] = x;
        script_string(script, words[i], (ScriptPlace){x + 1.4 * key_side * em, y}, ALIGN_LEFT,
                      "inner", TONE_GREY);
        x += (0.9 * typeset_width_em(words[i], strlen(words[i]), TYPESET_REGULAR) + 1.4 * key_side +
              1.2) *
             em;
    }
    script_numbers(script, "key_x", at, 3);
    script_number(script, "key_y", y);
    script_number(script, "key_side", key_side * em);
}

static void write_places(FILE *script, const HeatLayout *layout) {
    fputs("\n# Where the cells stand, in pixels, and the value that has the full colour.\n",
          script);
    script_number(script, "rows", (double)layout->chart->row_count);
    script_number(script, "columns", (double)layout->chart->column_count);
    script_number(script, "cells_left", layout->left);
    script_number(script, "cells_top", layout->top);
    script_number(script, "cell_width", layout->width);
    script_number(script, "cell_height", layout->height);
    script_number(script, "cell_gap", cell_gap * layout->frame.em);
    script_number(script, "value_most", layout->most > 0.0 ? layout->most : 1.0);
}

static void write(FILE *table, FILE *script, void *drawn) {
    const HeatLayout *layout = drawn;
    write_table(table, layout->chart);
    write_names(script, layout);
    write_cells(script, layout);
    write_key(script, layout);
    write_places(script, layout);
}

Status chart_draw_heat(const HeatChart *chart, const ChartStyle *style, const char *folder,
                       const char *name, Report *report) {
    static const ChartKind kind = {"heat.gp", sizeof(HeatLayout), lay_out, write};
    const Status status = check(chart, report);
    if (status != STATUS_OK) return status;
    return chart_draw(&kind, chart, style, folder, name, report);
}
