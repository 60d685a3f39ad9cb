// SPDX-License-Identifier: MIT
#include "report/chart_parts.h"

#include "report/chart_kind.h"

#include <math.h>
#include <string.h>

// Distances in sizes of a label.
static const double line_pitch = 1.28, row_gap = 0.7, bar_height = 0.95, name_gap = 0.9;
static const double words_gap = 0.5, strip_gap = 1.6, head_height = 2.1, key_height = 2.2;
static const double between_tiers = 1.0, after_whole = 0.7, least_bars = 5.0, small = 0.9;

typedef struct PartsLayout {
    const PartsChart *chart;
    ChartFrame frame;
    TypesetLines names[PARTS_ROWS];
    double row_y[PARTS_ROWS]; // the middle of a row below the head of its tier
    double rows_height;
    size_t columns;    // strips beside one another
    double first_left; // of the first strip
    double strip_width, words_width, tier_height;
    double low, high; // values at the edges of the bars
} PartsLayout;

static Status check(const PartsChart *chart, Report *report) {
    const char *wrong = NULL;
    if (chart->row_count < 2 || chart->row_count > PARTS_ROWS)
        wrong = "it has no parts, or more than 11; choose fewer";
    if (chart->strip_count == 0 || chart->strip_count > PARTS_STRIPS)
        wrong = "it has no sum, or more than 8; choose fewer";
    for (size_t s = 0; s < chart->strip_count && !wrong; s++)
        for (size_t i = 0; i < chart->row_count && !wrong; i++)
            if (!isfinite(chart->cells[s][i].value)) wrong = "a part is not a number; leave it out";
    return wrong ? report_problem(report, STATUS_INVALID, "%s", wrong) : STATUS_OK;
}

// ---- laying out

static double width_em(const char *words, TypesetWeight weight) {
    return typeset_width_em(words, strlen(words), weight);
}

// One scale for all strips, with zero on it.
static void set_scale(PartsLayout *layout) {
    for (size_t s = 0; s < layout->chart->strip_count; s++)
        for (size_t i = 0; i < layout->chart->row_count; i++) {
            const PartsCell *cell = &layout->chart->cells[s][i];
            const double values[] = {cell->value, cell->low, cell->high};
            for (size_t k = 0; k < sizeof values / sizeof *values; k++) {
                if (!isfinite(values[k])) continue;
                layout->low = fmin(layout->low, values[k]);
                layout->high = fmax(layout->high, values[k]);
            }
        }
    if (!(layout->low < layout->high)) layout->high = 1;
}

// Names before the strips, and as many strips beside one another as leave room for bars.
static void divide_width(PartsLayout *layout) {
    const PartsChart *chart = layout->chart;
    const double em = layout->frame.em, most_em = 0.28 * layout->frame.width / em;
    double name_em = 0, words_em = 0, y = 0;
    for (size_t i = 0; i < chart->row_count; i++) {
        layout->names[i] =
            typeset_balance(chart->rows[i], most_em, i ? TYPESET_REGULAR : TYPESET_BOLD);
        name_em = fmax(name_em, layout->names[i].widest_em);
        const double height = em * (line_pitch * (double)layout->names[i].count + row_gap);
        layout->row_y[i] = y + 0.5 * height;
        y += height + (i == 0 ? after_whole * em : 0);
        for (size_t s = 0; s < chart->strip_count; s++)
            words_em = fmax(words_em, small * width_em(chart->cells[s][i].words, TYPESET_BOLD));
    }
    layout->rows_height = y;
    layout->first_left = layout->frame.left + (name_em + name_gap) * em;
    layout->words_width = (words_em + words_gap) * em;
    const double room = layout->frame.right - layout->first_left + strip_gap * em;
    const double least = layout->words_width + (least_bars + strip_gap) * em;
    const double fit = fmax(1, floor(room / least));
    layout->columns = fit < (double)chart->strip_count ? (size_t)fit : chart->strip_count;
    layout->strip_width = room / (double)layout->columns - strip_gap * em;
}

static size_t tiers_of(const PartsLayout *layout) {
    return (layout->chart->strip_count + layout->columns - 1) / layout->columns;
}

static const ChartFrame *lay_out(void *drawn, const void *asked, const ChartStyle *style) {
    PartsLayout *layout = drawn;
    const PartsChart *chart = asked;
    *layout = (PartsLayout){.chart = chart};
    chart_frame_init(&layout->frame, &chart->text, style, 0);
    divide_width(layout);
    set_scale(layout);
    const double em = layout->frame.em, tiers = (double)tiers_of(layout);
    const double tier = layout->rows_height + (head_height + between_tiers) * em;
    chart_frame_init(&layout->frame, &chart->text, style, tiers * tier + key_height * em);
    const double room = layout->frame.body_bottom - layout->frame.body_top - key_height * em;
    layout->tier_height = room / tiers;
    const double stretch =
        (layout->tier_height - (head_height + between_tiers) * em) / layout->rows_height;
    for (size_t i = 0; i < chart->row_count; i++)
        layout->row_y[i] *= stretch;
    layout->rows_height *= stretch;
    return &layout->frame;
}

static double strip_left(const PartsLayout *layout, size_t s) {
    return layout->first_left +
           (double)(s % layout->columns) * (layout->strip_width + strip_gap * layout->frame.em);
}

// The upper edge of the rows of a strip.
static double strip_top(const PartsLayout *layout, size_t s) {
    return layout->frame.body_top + (key_height + head_height) * layout->frame.em +
           (double)(s / layout->columns) * layout->tier_height;
}

static double place_of(const PartsLayout *layout, size_t s, double value) {
    const double width = layout->strip_width - layout->words_width;
    return strip_left(layout, s) + (value - layout->low) / (layout->high - layout->low) * width;
}

// ---- writing

static void write_table(FILE *table, const PartsChart *chart) {
    fputs("strip,row,gap,part,value,low,high\r\n", table);
    for (size_t s = 0; s < chart->strip_count; s++)
        for (size_t i = 0; i < chart->row_count; i++) {
            const PartsCell *cell = &chart->cells[s][i];
            cell_number(table, (double)s + 1, ',');
            cell_number(table, (double)i + 1, ',');
            cell_text(table, chart->strips[s], ',');
            cell_text(table, chart->rows[i], ',');
            cell_number(table, cell->value, ',');
            cell_number(table, cell->low, ',');
            cell_number(table, cell->high, '\n');
        }
}

static void write_key(FILE *script, const PartsLayout *layout) {
    const double em = layout->frame.em, y = layout->frame.body_top + 0.5 * em;
    const double x = layout->frame.left;
    script_string(script, layout->chart->accent_words, (ScriptPlace){x, y}, ALIGN_LEFT, "place",
                  TONE_ACCENT);
    script_string(
        script, layout->chart->grey_words,
        (ScriptPlace){x + (small * width_em(layout->chart->accent_words, TYPESET_BOLD) + 1.4) * em,
                      y},
        ALIGN_LEFT, "place", TONE_GREY);
}

static void write_names(FILE *script, const PartsLayout *layout, size_t s) {
    const double em = layout->frame.em, x = layout->first_left - name_gap * em;
    for (size_t i = 0; i < layout->chart->row_count; i++) {
        const TypesetLines *name = &layout->names[i];
        double y = strip_top(layout, s) + layout->row_y[i] -
                   0.5 * line_pitch * em * (double)(name->count - 1);
        for (size_t k = 0; k < name->count; k++, y += line_pitch * em)
            script_text(script, name->line[k], (ScriptPlace){x, y}, ALIGN_RIGHT,
                        i ? "label" : "strong", TONE_INK);
    }
}

static void write_strip(FILE *script, const PartsLayout *layout, size_t s) {
    const PartsChart *chart = layout->chart;
    const double em = layout->frame.em, top = strip_top(layout, s), left = strip_left(layout, s);
    const double zero = place_of(layout, s, 0), right = left + layout->strip_width;
    script_string(script, chart->strips[s], (ScriptPlace){left, top - 0.55 * head_height * em},
                  ALIGN_LEFT, "strong", TONE_INK);
    script_rule(script, (ScriptPlace){zero, top}, (ScriptPlace){zero, top + layout->rows_height},
                "axis");
    const double below = top + 0.5 * (layout->row_y[0] + layout->row_y[1]);
    script_rule(script, (ScriptPlace){left, below}, (ScriptPlace){right, below}, "grid");
    for (size_t i = 0; i < chart->row_count; i++)
        script_string(script, chart->cells[s][i].words,
                      (ScriptPlace){right, top + layout->row_y[i]}, ALIGN_RIGHT,
                      i ? "inner" : "place", chart->cells[s][i].tone);
}

static void write_places(FILE *script, const PartsLayout *layout) {
    enum { CELLS = PARTS_STRIPS * PARTS_ROWS };
    const PartsChart *chart = layout->chart;
    double y[CELLS], zero[PARTS_STRIPS];
    const char *tones[CELLS];
    size_t count = 0;
    for (size_t s = 0; s < chart->strip_count; s++) {
        zero[s] = place_of(layout, s, 0);
        for (size_t i = 0; i < chart->row_count; i++, count++) {
            y[count] = strip_top(layout, s) + layout->row_y[i];
            tones[count] = chart_tone_name(chart->cells[s][i].tone);
        }
    }
    fputs("\n# Where the bars stand, in pixels: zero of each strip, the length of 1, each row.\n",
          script);
    script_number(script, "bars", (double)count);
    script_numbers(script, "strip_zero", zero, chart->strip_count);
    script_number(script, "length_of_one",
                  (layout->strip_width - layout->words_width) / (layout->high - layout->low));
    script_number(script, "bar_height", bar_height * layout->frame.em);
    script_numbers(script, "bar_y", y, count);
    script_words(script, "bar_tone", tones, count);
}

static void write(FILE *table, FILE *script, void *drawn) {
    const PartsLayout *layout = drawn;
    write_table(table, layout->chart);
    write_key(script, layout);
    for (size_t s = 0; s < layout->chart->strip_count; s++) {
        if (s % layout->columns == 0) write_names(script, layout, s);
        write_strip(script, layout, s);
    }
    write_places(script, layout);
}

Status chart_draw_parts(const PartsChart *chart, const ChartStyle *style, const char *folder,
                        const char *name, Report *report) {
    static const ChartKind kind = {"parts.gp", sizeof(PartsLayout), lay_out, write};
    const Status status = check(chart, report);
    if (status != STATUS_OK) return status;
    return chart_draw(&kind, chart, style, folder, name, report);
}
