// SPDX-License-Identifier: MIT
#include "report/chart_slope.h"

#include "report/chart_kind.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Distances in sizes of a label.
static const double pitch = 1.45, words_gap = 0.9, head_height = 2.4, foot = 0.6, least_body = 16.0;
static const double margin_share = 0.08; // of the values above and below

typedef struct SlopeLayout {
    const SlopeChart *chart;
    ChartFrame frame;
    double left, right, top, bottom; // of the lines
    double low, high;                // values at bottom and top
    double words_y[2][SLOPE_MOST];   // of the words at both ends
} SlopeLayout;

// ---- checking

static Status check(const SlopeChart *chart, Report *report) {
    const char *wrong = NULL;
    if (chart->line_count == 0 || chart->line_count > SLOPE_MOST)
        wrong = "it has no lines, or more than 16; choose fewer";
    for (size_t i = 0; i < chart->line_count && !wrong; i++)
        if (!isfinite(chart->lines[i].before) || !isfinite(chart->lines[i].after))
            wrong = "an end of a line is not a number; leave it out";
    return wrong ? report_problem(report, STATUS_INVALID, "%s", wrong) : STATUS_OK;
}

// ---- laying out

static double place_of(const SlopeLayout *layout, double value) {
    return layout->bottom -
           (value - layout->low) / (layout->high - layout->low) * (layout->bottom - layout->top);
}

static double widest(const SlopeChart *chart, int after) {
    double widest_em = 0.0;
    for (size_t i = 0; i < chart->line_count; i++) {
        const char *words = after ? chart->lines[i].after_words : chart->lines[i].before_words;
        widest_em = fmax(widest_em, typeset_width_em(words, strlen(words), TYPESET_BOLD));
    }
    return widest_em;
}

static void set_scale(SlopeLayout *layout) {
    const SlopeChart *chart = layout->chart;
    layout->low = INFINITY;
    layout->high = -INFINITY;
    for (size_t i = 0; i < chart->line_count; i++) {
        const SlopeLine *line = &chart->lines[i];
        const double values[] = {line->before, line->after, line->low, line->high};
        for (size_t k = 0; k < sizeof values / sizeof *values; k++) {
            if (!isfinite(values[k])) continue;
            layout->low = fmin(layout->low, values[k]);
            layout->high = fmax(layout->high, values[k]);
        }
    }
    const double span = layout->high - layout->low;
    const double around = span > 0.0 ? margin_share * span : fmax(fabs(layout->high), 1.0);
    layout->low -= around;
    layout->high += around;
}

typedef struct End {
    double y;
    size_t line;
} End;

static int higher_first(const void *a, const void *b) {
    const End *one = a, *other = b;
    if (one->y < other->y || one->y > other->y) return one->y < other->y ? -1 : 1;
    return (one->line > other->line) - (one->line < other->line);
}

static void spread_words(SlopeLayout *layout, int after) {
    const SlopeChart *chart = layout->chart;
    double centre[SLOPE_MOST], extent[SLOPE_MOST];
    End ends[SLOPE_MOST];
    for (size_t i = 0; i < chart->line_count; i++)
        ends[i] =
            (End){place_of(layout, after ? chart->lines[i].after : chart->lines[i].before), i};
    qsort(ends, chart->line_count, sizeof *ends, higher_first);
    for (size_t i = 0; i < chart->line_count; i++) {
        centre[i] = ends[i].y;
        extent[i] = pitch * layout->frame.em;
    }
    typeset_spread(centre, extent, chart->line_count, layout->top, layout->bottom);
    for (size_t i = 0; i < chart->line_count; i++)
        layout->words_y[after][ends[i].line] = centre[i];
}

static const ChartFrame *lay_out(void *drawn, const void *asked, const ChartStyle *style) {
    SlopeLayout *layout = drawn;
    const SlopeChart *chart = asked;
    *layout = (SlopeLayout){.chart = chart};
    const double em = style->size->label;
    const double wanted = fmax(least_body, 3.0 * pitch * (double)chart->line_count);
    chart_frame_init(&layout->frame, &chart->text, style, (wanted + head_height + foot) * em);
    layout->left = layout->frame.left + (widest(chart, 0) + words_gap) * em;
    layout->right = layout->frame.right - (widest(chart, 1) + words_gap) * em;
    layout->top = layout->frame.body_top + head_height * em;
    layout->bottom = layout->frame.body_bottom - foot * em;
    set_scale(layout);
    spread_words(layout, 0);
    spread_words(layout, 1);
    return &layout->frame;
}

// ---- writing

static void write_table(FILE *table, const SlopeChart *chart) {
    fputs("name,before,after,low_90,high_90\r\n", table);
    for (size_t i = 0; i < chart->line_count; i++) {
        const SlopeLine *line = &chart->lines[i];
        cell_text(table, line->name, ',');
        cell_number(table, line->before, ',');
        cell_number(table, line->after, ',');
        cell_number(table, line->low, ',');
        cell_number(table, line->high, '\n');
    }
}

static void write_end(FILE *script, const SlopeLayout *layout, size_t i, int after) {
    const SlopeLine *line = &layout->chart->lines[i];
    const double em = layout->frame.em, side = after ? 1.0 : -1.0;
    const double x = (after ? layout->right : layout->left), y = layout->words_y[after][i];
    const double point = place_of(layout, after ? line->after : line->before);
    if (fabs(point - y) > 0.5 * em)
        script_rule(script, (ScriptPlace){x + 0.2 * side * em, point},
                    (ScriptPlace){x + 0.8 * side * words_gap * em, y}, "leader");
    script_string(script, after ? line->after_words : line->before_words,
                  (ScriptPlace){x + side * words_gap * em, y}, after ? ALIGN_LEFT : ALIGN_RIGHT,
                  line->tone == TONE_GREY ? "label" : "strong",
                  line->tone == TONE_GREY ? TONE_GREY : TONE_INK);
}

static void write_words(FILE *script, const SlopeLayout *layout) {
    const double y = layout->frame.body_top + 0.4 * head_height * layout->frame.em;
    const double foot_y = layout->frame.body_bottom,
                 top = layout->frame.body_top + 0.75 * head_height * layout->frame.em;
    script_string(script, layout->chart->before, (ScriptPlace){layout->left, y}, ALIGN_CENTER,
                  "strong", TONE_INK);
    script_string(script, layout->chart->after, (ScriptPlace){layout->right, y}, ALIGN_CENTER,
                  "strong", TONE_INK);
    script_rule(script, (ScriptPlace){layout->left, top}, (ScriptPlace){layout->left, foot_y},
                "axis");
    script_rule(script, (ScriptPlace){layout->right, top}, (ScriptPlace){layout->right, foot_y},
                "axis");
    for (size_t i = 0; i < layout->chart->line_count; i++) {
        write_end(script, layout, i, 0);
        write_end(script, layout, i, 1);
    }
}

static void write_places(FILE *script, const SlopeLayout *layout) {
    const char *tones[SLOPE_MOST];
    for (size_t i = 0; i < layout->chart->line_count; i++)
        tones[i] = chart_tone_name(layout->chart->lines[i].tone);
    fputs("\n# Where both ends stand, in pixels, and the values at bottom and top.\n", script);
    script_number(script, "slopes", (double)layout->chart->line_count);
    script_number(script, "end_left", layout->left);
    script_number(script, "end_right", layout->right);
    script_number(script, "end_top", layout->top);
    script_number(script, "end_bottom", layout->bottom);
    script_number(script, "value_low", layout->low);
    script_number(script, "value_high", layout->high);
    script_words(script, "slope_tone", tones, layout->chart->line_count);
}

static void write(FILE *table, FILE *script, void *drawn) {
    const SlopeLayout *layout = drawn;
    write_table(table, layout->chart);
    write_words(script, layout);
    write_places(script, layout);
}

Status chart_draw_slope(const SlopeChart *chart, const ChartStyle *style, const char *folder,
                        const char *name, Report *report) {
    static const ChartKind kind = {"slope.gp", sizeof(SlopeLayout), lay_out, write};
    const Status status = check(chart, report);
    if (status != STATUS_OK) return status;
    return chart_draw(&kind, chart, style, folder, name, report);
}
