// SPDX-License-Identifier: MIT
#include "report/chart_intervals.h"

#include "report/chart_kind.h"

#include <math.h>
#include <string.h>

// Distances in sizes of a label.
static const double line_pitch = 1.28, row_gap = 0.95, bar_height = 0.78, null_height = 0.22;
static const double name_gap = 0.9, column_gap = 1.1, heading_height = 2.1, key_height = 2.6;

typedef struct RowLayout {
    TypesetLines name;
    double y, height; // its middle; with the gap
    double low, high; // the values at both edges
} RowLayout;

typedef struct IntervalsLayout {
    const IntervalsChart *chart;
    ChartFrame frame;
    double left, right;            // of the strip
    double figures_x, intervals_x; // right edges of the columns of numbers
    double top;
    RowLayout rows[INTERVALS_MOST];
} IntervalsLayout;

static Status check(const IntervalsChart *chart, Report *report) {
    const char *wrong = NULL;
    if (chart->row_count == 0 || chart->row_count > INTERVALS_MOST)
        wrong = "it has no intervals, or more than 24; choose fewer";
    for (size_t i = 0; i < chart->row_count && !wrong; i++) {
        const IntervalRow *row = &chart->rows[i];
        if (!isfinite(row->low) || !isfinite(row->high) || row->low > row->high)
            wrong = "an interval has no ends, or they are the wrong way round; leave it out";
        if (!isfinite(row->figure_low) && !isfinite(row->figure_high))
            wrong = "a figure has no value; leave it out";
    }
    return wrong ? report_problem(report, STATUS_INVALID, "%s", wrong) : STATUS_OK;
}

// ---- laying out

static double width_em(const char *words) {
    return typeset_width_em(words, strlen(words), TYPESET_REGULAR);
}

static void stretch_over(double *low, double *high, double value) {
    if (!isfinite(value)) return;
    *low = fmin(*low, value);
    *high = fmax(*high, value);
}

// From the least to the greatest value of the row, with an eighth of it on each side.
static void set_scale(RowLayout *layout, const IntervalRow *row) {
    double low = row->low, high = row->high;
    stretch_over(&low, &high, row->null_low);
    stretch_over(&low, &high, row->null_high);
    stretch_over(&low, &high, row->figure_low);
    stretch_over(&low, &high, row->figure_high);
    const double span = high > low ? high - low : fmax(1e-9, fabs(high));
    layout->low = low - span / 8;
    layout->high = high + span / 8;
}

static double rows_height(const IntervalsLayout *layout) {
    double height = 0;
    for (size_t i = 0; i < layout->chart->row_count; i++)
        height += layout->rows[i].height;
    return height;
}

static double headings_height(const IntervalsLayout *layout) {
    double height = 0;
    for (size_t i = 0; i < layout->chart->row_count; i++)
        height += layout->chart->rows[i].heading ? heading_height * layout->frame.em : 0;
    return height;
}

static void set_words(IntervalsLayout *layout) {
    const IntervalsChart *chart = layout->chart;
    const double em = layout->frame.em, most_em = 0.3 * layout->frame.width / em;
    double name_em = 0, figure_em = width_em(chart->figure_head);
    double interval_em = width_em(chart->interval_head);
    for (size_t i = 0; i < chart->row_count; i++) {
        const IntervalRow *row = &chart->rows[i];
        RowLayout *one = &layout->rows[i];
        one->name = typeset_balance(row->name, most_em, TYPESET_REGULAR);
        one->height = em * (fmax(1.3, line_pitch * (double)one->name.count) + row_gap);
        name_em = fmax(name_em, one->name.widest_em);
        figure_em = fmax(figure_em, width_em(row->figure_words));
        interval_em = fmax(interval_em, width_em(row->interval_words));
        set_scale(one, row);
    }
    layout->left = layout->frame.left + (name_em + name_gap) * em;
    layout->intervals_x = layout->frame.right;
    layout->figures_x = layout->intervals_x - (interval_em + column_gap) * em;
    layout->right = layout->figures_x - (figure_em + column_gap) * em;
}

static const ChartFrame *lay_out(void *drawn, const void *asked, const ChartStyle *style) {
    IntervalsLayout *layout = drawn;
    const IntervalsChart *chart = asked;
    *layout = (IntervalsLayout){.chart = chart};
    chart_frame_init(&layout->frame, &chart->text, style, 0);
    set_words(layout);
    const double em = layout->frame.em, rows = rows_height(layout);
    const double around = headings_height(layout) + key_height * em;
    chart_frame_init(&layout->frame, &chart->text, style, rows + around);
    const double room = layout->frame.body_bottom - layout->frame.body_top - around;
    const double stretch = style->size->height > 0 ? room / rows : 1;
    double y = layout->frame.body_top + key_height * em;
    layout->top = y;
    for (size_t i = 0; i < chart->row_count; i++) {
        RowLayout *row = &layout->rows[i];
        y += chart->rows[i].heading ? heading_height * em : 0;
        row->height *= stretch;
        row->y = y + 0.5 * row->height;
        y += row->height;
    }
    return &layout->frame;
}

static double place_of(const IntervalsLayout *layout, size_t i, double value) {
    const RowLayout *row = &layout->rows[i];
    const double share = (value - row->low) / (row->high - row->low);
    return layout->left + fmin(fmax(share, 0), 1) * (layout->right - layout->left);
}

// ---- writing

static void write_table(FILE *table, const IntervalsChart *chart) {
    fputs("figure,low,high,null_low,null_high,figure_low,figure_high\r\n", table);
    for (size_t i = 0; i < chart->row_count; i++) {
        const IntervalRow *row = &chart->rows[i];
        cell_text(table, row->name, ',');
        cell_number(table, row->low, ',');
        cell_number(table, row->high, ',');
        cell_number(table, row->null_low, ',');
        cell_number(table, row->null_high, ',');
        cell_number(table, row->figure_low, ',');
        cell_number(table, row->figure_high, '\n');
    }
}

// What the colours mean, in one line above the strip, and the heads of the columns.
static void write_key(FILE *script, const IntervalsLayout *layout) {
    const IntervalsChart *chart = layout->chart;
    const double em = layout->frame.em, y = layout->top - 1.5 * em;
    const struct {
        const char *words;
        ChartTone tone;
    } key[] = {{chart->inside_words, TONE_ACCENT},
               {chart->outside_words, TONE_SECOND},
               {chart->null_words, TONE_GREY},
               {chart->figure_word, TONE_INK}};
    double x = layout->frame.left;
    for (size_t i = 0; i < sizeof key / sizeof *key; i++) {
        if (!key[i].words) continue;
        script_string(script, key[i].words, (ScriptPlace){x, y}, ALIGN_LEFT, "place", key[i].tone);
        x += (0.95 * width_em(key[i].words) + 1.4) * em;
    }
    script_string(script, chart->figure_head, (ScriptPlace){layout->figures_x, y}, ALIGN_RIGHT,
                  "place", TONE_INK);
    script_string(script, chart->interval_head, (ScriptPlace){layout->intervals_x, y}, ALIGN_RIGHT,
                  "place", TONE_INK);
}

// A figure is a rule through its row; a bound has an arm to its open side, an ambiguous one a rule
// at each end.
static void write_figure(FILE *script, const IntervalsLayout *layout, size_t i) {
    const IntervalRow *row = &layout->chart->rows[i];
    const double em = layout->frame.em, y = layout->rows[i].y, half = 0.72 * em;
    const double from =
        isfinite(row->figure_low) ? place_of(layout, i, row->figure_low) : layout->left;
    const double to =
        isfinite(row->figure_high) ? place_of(layout, i, row->figure_high) : layout->right;
    if (isfinite(row->figure_low))
        script_rule(script, (ScriptPlace){from, y - half}, (ScriptPlace){from, y + half},
                    "reported");
    if (isfinite(row->figure_high) && to > from)
        script_rule(script, (ScriptPlace){to, y - half}, (ScriptPlace){to, y + half}, "reported");
    if (to > from)
        script_rule(script, (ScriptPlace){from, y - half}, (ScriptPlace){to, y - half}, "reported");
}

static void write_row(FILE *script, const IntervalsLayout *layout, size_t i) {
    const IntervalRow *row = &layout->chart->rows[i];
    const RowLayout *one = &layout->rows[i];
    const double em = layout->frame.em;
    double y = one->y - 0.5 * line_pitch * em * (double)(one->name.count - 1);
    if (row->heading)
        script_string(script, row->heading,
                      (ScriptPlace){layout->frame.left,
                                    one->y - 0.5 * one->height - 0.42 * heading_height * em},
                      ALIGN_LEFT, "strong", TONE_INK);
    for (size_t k = 0; k < one->name.count; k++, y += line_pitch * em)
        script_text(script, one->name.line[k], (ScriptPlace){layout->left - name_gap * em, y},
                    ALIGN_RIGHT, "label", TONE_INK);
    script_rule(script, (ScriptPlace){layout->left, one->y}, (ScriptPlace){layout->right, one->y},
                "grid");
    write_figure(script, layout, i);
    script_string(script, row->figure_words, (ScriptPlace){layout->figures_x, one->y}, ALIGN_RIGHT,
                  "label", TONE_INK);
    script_string(script, row->interval_words, (ScriptPlace){layout->intervals_x, one->y},
                  ALIGN_RIGHT, "label", row->tone);
}

static void write_places(FILE *script, const IntervalsLayout *layout) {
    const IntervalsChart *chart = layout->chart;
    double y[INTERVALS_MOST], low[INTERVALS_MOST], high[INTERVALS_MOST];
    const char *tones[INTERVALS_MOST];
    for (size_t i = 0; i < chart->row_count; i++) {
        y[i] = layout->rows[i].y;
        low[i] = layout->rows[i].low;
        high[i] = layout->rows[i].high;
        tones[i] = chart_tone_name(chart->rows[i].tone);
    }
    fputs("\n# Where the strip stands, in pixels, and the values at its edges in each row.\n",
          script);
    script_number(script, "rows", (double)chart->row_count);
    script_number(script, "strip_left", layout->left);
    script_number(script, "strip_right", layout->right);
    script_number(script, "bar_height", bar_height * layout->frame.em);
    script_number(script, "null_height", null_height * layout->frame.em);
    script_numbers(script, "row_y", y, chart->row_count);
    script_numbers(script, "value_low", low, chart->row_count);
    script_numbers(script, "value_high", high, chart->row_count);
    script_words(script, "row_tone", tones, chart->row_count);
}

static void write(FILE *table, FILE *script, void *drawn) {
    const IntervalsLayout *layout = drawn;
    write_table(table, layout->chart);
    write_key(script, layout);
    for (size_t i = 0; i < layout->chart->row_count; i++)
        write_row(script, layout, i);
    write_places(script, layout);
}

Status chart_draw_intervals(const IntervalsChart *chart, const ChartStyle *style,
                            const char *folder, const char *name, Report *report) {
    static const ChartKind kind = {"intervals.gp", sizeof(IntervalsLayout), lay_out, write};
    const Status status = check(chart, report);
    if (status != STATUS_OK) return status;
    return chart_draw(&kind, chart, style, folder, name, report);
}
