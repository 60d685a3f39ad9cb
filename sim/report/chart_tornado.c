// SPDX-License-Identifier: MIT
#include "report/chart_tornado.h"

#include "report/chart_axis.h"
#include "report/chart_kind.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

// Distances in sizes of a label.
static const double line_pitch = 1.28, row_gap = 0.9, bar_height = 1.15, name_gap = 0.8;
static const double words_gap = 0.4, above_bars = 3.4, below_bars = 1.9;

typedef struct TornadoRow {
    TypesetLines name;
    double y, height; // its middle; with the gap
} TornadoRow;

typedef struct TornadoLayout {
    const TornadoChart *chart;
    ChartFrame frame;
    ChartAxis axis;
    double left, right; // where the edges of the axis stand
    double top, bottom; // of the bars
    TornadoRow rows[TORNADO_MOST];
} TornadoLayout;

// ---- checking

static Status check(const TornadoChart *chart, Report *report) {
    const char *wrong = NULL;
    if (chart->bar_count == 0 || chart->bar_count > TORNADO_MOST)
        wrong = "it has no bars, or more than 16; choose fewer";
    if (!isfinite(chart->centre)) wrong = "where the result stands is not a number";
    for (size_t i = 0; i < chart->bar_count && !wrong; i++)
        if (!isfinite(chart->bars[i].low) || !isfinite(chart->bars[i].high))
            wrong = "an end of a bar is not a number; leave it out";
    return wrong ? report_problem(report, STATUS_INVALID, "%s", wrong) : STATUS_OK;
}

// ---- laying out

static double least_of(const TornadoBar *bar) {
    return fmin(bar->low, bar->high);
}

static double most_of(const TornadoBar *bar) {
    return fmax(bar->low, bar->high);
}

static const char *words_left(const TornadoBar *bar) {
    return bar->low <= bar->high ? bar->low_words : bar->high_words;
}

static const char *words_right(const TornadoBar *bar) {
    return bar->low <= bar->high ? bar->high_words : bar->low_words;
}

static double width_em(const char *words) {
    return typeset_width_em(words, strlen(words), TYPESET_REGULAR);
}

// The words at a tick; only the topmost one carries the unit, and 0 has words of its own.
static void tick_text(char out[4 * TYPESET_NUMBER], const TornadoLayout *layout, size_t tick) {
    const TornadoChart *chart = layout->chart;
    const double value = chart_axis_tick(&layout->axis, tick);
    const int is_zero = fabs(value) < 1e-9 * layout->axis.step;
    const ChartFormat format = {typeset_decimals(layout->axis.step),
                                tick + 1 == layout->axis.ticks ? chart->format.unit : ""};
    if (is_zero && chart->zero_words)
        snprintf(out, 4 * TYPESET_NUMBER, "%s", chart->zero_words);
    else
        chart_change(out, is_zero ? 0.0 : value, NAN, NAN, format, layout->frame.style->language);
}

// Whether the words of neighbouring ticks keep clear of one another.
static int ticks_have_room(const TornadoLayout *layout) {
    const double apart =
        layout->axis.step / (layout->axis.high - layout->axis.low) * (layout->right - layout->left);
    double before = 0.0;
    for (size_t tick = 0; tick < layout->axis.ticks; tick++) {
        char text[4 * TYPESET_NUMBER];
        tick_text(text, layout, tick);
        const double half = 0.45 * layout->frame.em * width_em(text);
        if (tick > 0 && before + half + 0.5 * layout->frame.em > apart) return 0;
        before = half;
    }
    return 1;
}

static void set_words(TornadoLayout *layout) {
    const TornadoChart *chart = layout->chart;
    const double em = layout->frame.em, most_em = 0.3 * layout->frame.width / em;
    double low = chart->centre, high = chart->centre, name_em = 0.0, left_em = 0.0, right_em = 0.0;
    for (size_t i = 0; i < chart->bar_count; i++) {
        const TornadoBar *bar = &chart->bars[i];
        TornadoRow *row = &layout->rows[i];
        row->name = typeset_balance(bar->name, most_em, TYPESET_BOLD);
        row->height = em * (fmax(bar_height, line_pitch * (double)row->name.count) + row_gap);
        name_em = fmax(name_em, row->name.widest_em);
        left_em = fmax(left_em, width_em(words_left(bar)));
        right_em = fmax(right_em, width_em(words_right(bar)));
        low = fmin(low, least_of(bar));
        high = fmax(high, most_of(bar));
    }
    layout->left = layout->frame.left + (name_em + name_gap + left_em + words_gap) * em;
    layout->right = layout->frame.right - (right_em + words_gap) * em;
    double ticks = 5.0;
    do
        layout->axis = chart_axis(low, high, ticks);
    while (!ticks_have_room(layout) && --ticks >= 2.0);
}

static double rows_height(const TornadoLayout *layout) {
    double height = 0.0;
    for (size_t i = 0; i < layout->chart->bar_count; i++)
        height += layout->rows[i].height;
    return height;
}

static const ChartFrame *lay_out(void *drawn, const void *asked, const ChartStyle *style) {
    TornadoLayout *layout = drawn;
    const TornadoChart *chart = asked;
    *layout = (TornadoLayout){.chart = chart};
    chart_frame_init(&layout->frame, &chart->text, style, 0.0);
    set_words(layout);
    const double em = layout->frame.em, around = (above_bars + below_bars) * em;
    const double wanted = rows_height(layout);
    chart_frame_init(&layout->frame, &chart->text, style, wanted + around);
    const double room = layout->frame.body_bottom - layout->frame.body_top - around;
    const double stretch = style->size->height > 0.0 ? room / wanted : 1.0;
    double y = layout->frame.body_top + above_bars * em;
    layout->top = y;
    for (size_t i = 0; i < chart->bar_count; i++) {
        TornadoRow *row = &layout->rows[i];
        row->height *= stretch;
        row->y = y + 0.5 * row->height;
        y += row->height;
    }
    layout->bottom = y;
    return &layout->frame;
}

static double place_of(const TornadoLayout *layout, double value) {
    return chart_axis_place(&layout->axis, value, layout->left, layout->right);
}

// ---- writing

static void write_table(FILE *table, const TornadoChart *chart) {
    fputs("number,low_end,high_end,result_at_low,result_at_high,result\r\n", table);
    for (size_t i = 0; i < chart->bar_count; i++) {
        const TornadoBar *bar = &chart->bars[i];
        cell_text(table, bar->name, ',');
        cell_text(table, bar->low_words, ',');
        cell_text(table, bar->high_words, ',');
        cell_number(table, bar->low, ',');
        cell_number(table, bar->high, ',');
        cell_number(table, chart->centre, '\n');
    }
}

static void write_axis(FILE *script, const TornadoLayout *layout) {
    const double em = layout->frame.em;
    for (size_t tick = 0; tick < layout->axis.ticks; tick++) {
        const double value = chart_axis_tick(&layout->axis, tick);
        const int is_zero = fabs(value) < 1e-9 * layout->axis.step;
        const double x = place_of(layout, value);
        char text[4 * TYPESET_NUMBER];
        if (x < layout->left - 0.5 || x > layout->right + 0.5) continue;
        tick_text(text, layout, tick);
        script_rule(script, (ScriptPlace){x, layout->top}, (ScriptPlace){x, layout->bottom},
                    is_zero ? "base" : "grid");
        script_string(script, text, (ScriptPlace){x, layout->bottom + 0.9 * em}, ALIGN_CENTER,
                      "tick", TONE_GREY);
    }
    const double centre = place_of(layout, layout->chart->centre);
    script_rule(script, (ScriptPlace){centre, layout->top - 0.3 * em},
                (ScriptPlace){centre, layout->bottom}, "reported");
}

// Where the result stands, and above it which way is which.
static void write_head(FILE *script, const TornadoLayout *layout) {
    const TornadoChart *chart = layout->chart;
    const double em = layout->frame.em, centre = place_of(layout, chart->centre);
    const double half = 0.5 * em * width_em(chart->centre_words);
    const double x = fmin(fmax(centre, layout->frame.left + half), layout->frame.right - half);
    script_string(script, chart->less, (ScriptPlace){centre - 0.5 * em, layout->top - 2.5 * em},
                  ALIGN_RIGHT, "strong", TONE_ACCENT);
    script_string(script, chart->more, (ScriptPlace){centre + 0.5 * em, layout->top - 2.5 * em},
                  ALIGN_LEFT, "strong", TONE_SECOND);
    script_string(script, chart->centre_words, (ScriptPlace){x, layout->top - 1.05 * em},
                  ALIGN_CENTER, "label", TONE_INK);
}

// Words at an end of a bar, on white where lines run behind them.
static void write_end(FILE *script, const TornadoLayout *layout, const char *words, ScriptPlace at,
                      ScriptAlign align) {
    const double em = layout->frame.em, width = width_em(words) * em;
    const double left = align == ALIGN_RIGHT ? at.x - width : at.x;
    script_box(script, (ScriptPlace){left, at.y - 0.5 * em},
               (ScriptPlace){left + width, at.y + 0.5 * em}, "halo");
    script_string(script, words, at, align, "label", TONE_GREY);
}

static void write_row(FILE *script, const TornadoLayout *layout, size_t i) {
    const TornadoRow *row = &layout->rows[i];
    const TornadoBar *bar = &layout->chart->bars[i];
    const double em = layout->frame.em;
    double y = row->y - 0.5 * line_pitch * em * (double)(row->name.count - 1);
    for (size_t k = 0; k < row->name.count; k++, y += line_pitch * em)
        script_text(script, row->name.line[k], (ScriptPlace){layout->frame.left, y}, ALIGN_LEFT,
                    "strong", bar->tone == TONE_GREY ? TONE_GREY : TONE_INK);
    const double left = place_of(layout, fmin(least_of(bar), layout->chart->centre));
    const double right = place_of(layout, fmax(most_of(bar), layout->chart->centre));
    write_end(script, layout, words_left(bar), (ScriptPlace){left - words_gap * em, row->y},
              ALIGN_RIGHT);
    write_end(script, layout, words_right(bar), (ScriptPlace){right + words_gap * em, row->y},
              ALIGN_LEFT);
}

static void write_places(FILE *script, const TornadoLayout *layout) {
    const TornadoChart *chart = layout->chart;
    double y[TORNADO_MOST];
    const char *tones[TORNADO_MOST];
    for (size_t i = 0; i < chart->bar_count; i++) {
        y[i] = layout->rows[i].y;
        tones[i] = chart_tone_name(chart->bars[i].tone);
    }
    fputs(
        "\n# Where the bars stand, in pixels: both edges of the axis and their values, each row.\n",
        script);
    script_number(script, "bars", (double)chart->bar_count);
    script_number(script, "axis_left", layout->left);
    script_number(script, "axis_right", layout->right);
    script_number(script, "value_low", layout->axis.low);
    script_number(script, "value_high", layout->axis.high);
    script_number(script, "bar_height", bar_height * layout->frame.em);
    script_numbers(script, "bar_y", y, chart->bar_count);
    script_words(script, "bar_tone", tones, chart->bar_count);
}

static void write(FILE *table, FILE *script, void *drawn) {
    const TornadoLayout *layout = drawn;
    write_table(table, layout->chart);
    write_axis(script, layout);
    write_head(script, layout);
    for (size_t i = 0; i < layout->chart->bar_count; i++)
        write_row(script, layout, i);
    write_places(script, layout);
}

Status chart_draw_tornado(const TornadoChart *chart, const ChartStyle *style, const char *folder,
                          const char *name, Report *report) {
    static const ChartKind kind = {"tornado.gp", sizeof(TornadoLayout), lay_out, write};
    const Status status = check(chart, report);
    if (status != STATUS_OK) return status;
    return chart_draw(&kind, chart, style, folder, name, report);
}
