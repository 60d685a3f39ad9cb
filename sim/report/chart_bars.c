// SPDX-License-Identifier: MIT
#include "report/chart_bars.h"

#include "report/chart_kind.h"

#include <math.h>
#include <string.h>

// Distances in sizes of a label.
static const double line_pitch = 1.28, heading_height = 1.7, label_height = 1.5, row_gap = 0.75;
static const double bar_height = 1.0, between_panels = 0.9, name_gap = 0.6, value_gap = 0.45;

// One bar as it stands in the picture.
typedef struct BarRow {
    TypesetLines name;
    char words[4 * TYPESET_NUMBER]; // the value
    double y;                       // its middle
    double height;                  // of the row: bar or name, whichever is higher, and the gap
} BarRow;

typedef struct BarsLayout {
    const BarsChart *chart;
    ChartFrame frame;
    double left, right; // of the longest bar: zero, and the panel's highest value
    BarRow rows[BARS_PANELS][BARS_MOST];
    double top[BARS_PANELS], bottom[BARS_PANELS]; // of the bars
    double highest[BARS_PANELS];                  // value at `right`
} BarsLayout;

// ---- checking

static Status refuse(Report *report, const char *what) {
    return report_problem(report, STATUS_INVALID, "%s", what);
}

static Status check_panel(const BarsPanel *panel, Report *report) {
    if (panel->bar_count == 0 || panel->bar_count > BARS_MOST)
        return refuse(report, "a panel has no bars, or more than 32; choose fewer");
    for (size_t i = 0; i < panel->bar_count; i++)
        if (!isfinite(panel->bars[i].value) || panel->bars[i].value < 0.0)
            return refuse(report, "a bar is not a number from 0 upwards; leave it out");
    return STATUS_OK;
}

static Status check(const BarsChart *chart, Report *report) {
    if (chart->panel_count == 0 || chart->panel_count > BARS_PANELS)
        return refuse(report, "it has no panel, or more than 4; divide it");
    Status status = STATUS_OK;
    for (size_t p = 0; p < chart->panel_count && status == STATUS_OK; p++)
        status = check_panel(&chart->panels[p], report);
    return status;
}

// ---- laying out

static double highest_of(const BarsPanel *panel) {
    double highest = isfinite(panel->reported) ? panel->reported : 0.0;
    for (size_t i = 0; i < panel->bar_count; i++) {
        highest = fmax(highest, panel->bars[i].value);
        if (isfinite(panel->bars[i].high)) highest = fmax(highest, panel->bars[i].high);
    }
    return highest > 0.0 ? highest : 1.0;
}

// Breaks names to a column of their own and leaves room behind the bars for the widest value.
static void set_words(BarsLayout *layout) {
    const ChartStyle *style = layout->frame.style;
    const double em = layout->frame.em, most_em = 0.3 * layout->frame.width / em;
    double name_em = 0.0, words_em = 0.0;
    for (size_t p = 0; p < layout->chart->panel_count; p++) {
        const BarsPanel *panel = &layout->chart->panels[p];
        layout->highest[p] = highest_of(panel);
        for (size_t i = 0; i < panel->bar_count; i++) {
            BarRow *row = &layout->rows[p][i];
            const Bar *bar = &panel->bars[i];
            row->name = typeset_balance(bar->name, most_em, TYPESET_BOLD);
            chart_value(row->words, bar->value, bar->low, bar->high, panel->format,
                        style->language);
            row->height = em * (fmax(bar_height, line_pitch * (double)row->name.count) + row_gap);
            name_em = fmax(name_em, row->name.widest_em);
            words_em =
                fmax(words_em, typeset_width_em(row->words, strlen(row->words), TYPESET_REGULAR));
        }
    }
    layout->left = layout->frame.left + (name_em + name_gap) * em;
    layout->right = layout->frame.right - (words_em + value_gap) * em;
}

static double height_above_bars(const BarsPanel *panel) {
    return (panel->heading ? heading_height : 0.0) +
           (isfinite(panel->reported) ? label_height : 0.0);
}

static double bars_height(const BarsLayout *layout, size_t p) {
    double height = 0.0;
    for (size_t i = 0; i < layout->chart->panels[p].bar_count; i++)
        height += layout->rows[p][i].height;
    return height;
}

static double body_height(const BarsLayout *layout) {
    const double em = layout->frame.em;
    double height = between_panels * em * (double)(layout->chart->panel_count - 1);
    for (size_t p = 0; p < layout->chart->panel_count; p++)
        height += em * height_above_bars(&layout->chart->panels[p]) + bars_height(layout, p);
    return height;
}

// A picture of fixed height spreads the rows, or draws them together.
static void stack(BarsLayout *layout, double stretch) {
    const double em = layout->frame.em;
    double y = layout->frame.body_top;
    for (size_t p = 0; p < layout->chart->panel_count; p++) {
        y += em * height_above_bars(&layout->chart->panels[p]);
        layout->top[p] = y;
        for (size_t i = 0; i < layout->chart->panels[p].bar_count; i++) {
            BarRow *row = &layout->rows[p][i];
            row->height *= stretch;
            row->y = y + 0.5 * row->height;
            y += row->height;
        }
        layout->bottom[p] = y;
        y += between_panels * em;
    }
}

static const ChartFrame *lay_out(void *drawn, const void *asked, const ChartStyle *style) {
    BarsLayout *layout = drawn;
    const BarsChart *chart = asked;
    *layout = (BarsLayout){.chart = chart};
    chart_frame_init(&layout->frame, &chart->text, style, 0.0);
    set_words(layout);
    const double wanted = body_height(layout);
    chart_frame_init(&layout->frame, &chart->text, style, wanted);
    double bars = 0.0;
    for (size_t p = 0; p < chart->panel_count; p++)
        bars += bars_height(layout, p);
    const double room = layout->frame.body_bottom - layout->frame.body_top - (wanted - bars);
    stack(layout, style->size->height > 0.0 ? room / bars : 1.0);
    return &layout->frame;
}

static double place_of(const BarsLayout *layout, size_t p, double value) {
    return layout->left + value / layout->highest[p] * (layout->right - layout->left);
}

// ---- writing

static void write_table(FILE *table, const BarsChart *chart) {
    fputs("panel,kind,name,value,low_90,high_90\r\n", table);
    for (size_t p = 0; p < chart->panel_count; p++)
        for (size_t i = 0; i < chart->panels[p].bar_count; i++) {
            const Bar *bar = &chart->panels[p].bars[i];
            cell_number(table, (double)p + 1, ',');
            cell_text(table, "simulated", ',');
            cell_text(table, bar->name, ',');
            cell_number(table, bar->value, ',');
            cell_number(table, bar->low, ',');
            cell_number(table, bar->high, '\n');
        }
    for (size_t p = 0; p < chart->panel_count; p++) {
        const BarsPanel *panel = &chart->panels[p];
        if (!isfinite(panel->reported)) continue;
        cell_number(table, (double)p + 1, ',');
        cell_text(table, "reported", ',');
        cell_text(table, panel->reported_label, ',');
        cell_number(table, panel->reported, ',');
        fputs(",\r\n", table);
    }
}

static void write_heading(FILE *script, const BarsLayout *layout, size_t p) {
    const BarsPanel *panel = &layout->chart->panels[p];
    if (!panel->heading) return;
    const double y =
        layout->top[p] - layout->frame.em * (height_above_bars(panel) - 0.5 * heading_height);
    script_string(script, panel->heading, (ScriptPlace){layout->frame.left, y}, ALIGN_LEFT,
                  "strong", TONE_INK);
}

// A value stands behind its bar; behind all of them where a rule might run through it.
static double words_x(const BarsLayout *layout, size_t p, const Bar *bar) {
    const double gap = value_gap * layout->frame.em;
    if (isfinite(layout->chart->panels[p].reported)) return layout->right + gap;
    const double reach = isfinite(bar->high) ? fmax(bar->value, bar->high) : bar->value;
    return place_of(layout, p, reach) + gap;
}

static void write_row(FILE *script, const BarsLayout *layout, size_t p, size_t i) {
    const BarRow *row = &layout->rows[p][i];
    const Bar *bar = &layout->chart->panels[p].bars[i];
    const double em = layout->frame.em, name_x = layout->left - name_gap * em;
    double y = row->y - 0.5 * line_pitch * em * (double)(row->name.count - 1);
    for (size_t k = 0; k < row->name.count; k++, y += line_pitch * em)
        script_text(script, row->name.line[k], (ScriptPlace){name_x, y}, ALIGN_RIGHT, "strong",
                    bar->tone == TONE_ACCENT ? TONE_ACCENT : TONE_INK);
    script_string(script, row->words, (ScriptPlace){words_x(layout, p, bar), row->y}, ALIGN_LEFT,
                  "label", TONE_INK);
}

// The rule of a reported figure with its words above; they end at the rule where they would
// otherwise leave the picture.
static void write_reported(FILE *script, const BarsLayout *layout, size_t p) {
    const BarsPanel *panel = &layout->chart->panels[p];
    if (!isfinite(panel->reported)) return;
    const double em = layout->frame.em, x = place_of(layout, p, panel->reported);
    const double width =
        0.9 * em *
        typeset_width_em(panel->reported_label, strlen(panel->reported_label), TYPESET_REGULAR);
    const int fits = x + width <= layout->frame.right;
    script_rule(script, (ScriptPlace){x, layout->top[p] - 0.2 * em},
                (ScriptPlace){x, layout->bottom[p]}, "reported");
    script_string(script, panel->reported_label,
                  (ScriptPlace){x, layout->top[p] - 0.5 * label_height * em},
                  fits ? ALIGN_LEFT : ALIGN_RIGHT, "inner", TONE_REPORTED);
}

// Where each bar stands, one number for each row of the table.
static void write_places(FILE *script, const BarsLayout *layout) {
    const BarsChart *chart = layout->chart;
    double y[BARS_PANELS * BARS_MOST];
    const char *tones[BARS_PANELS * BARS_MOST];
    size_t count = 0;
    for (size_t p = 0; p < chart->panel_count; p++)
        for (size_t i = 0; i < chart->panels[p].bar_count; i++, count++) {
            y[count] = layout->rows[p][i].y;
            tones[count] = chart_tone_name(chart->panels[p].bars[i].tone);
        }
    fputs("\n# Where the bars stand, in pixels: zero, the highest value of each panel, each row.\n",
          script);
    script_number(script, "bars", (double)count);
    script_number(script, "bar_left", layout->left);
    script_number(script, "bar_right", layout->right);
    script_number(script, "bar_height", bar_height * layout->frame.em);
    script_numbers(script, "value_high", layout->highest, chart->panel_count);
    script_numbers(script, "bar_y", y, count);
    script_words(script, "bar_tone", tones, count);
}

static void write(FILE *table, FILE *script, void *drawn) {
    const BarsLayout *layout = drawn;
    write_table(table, layout->chart);
    for (size_t p = 0; p < layout->chart->panel_count; p++) {
        write_heading(script, layout, p);
        write_reported(script, layout, p);
        for (size_t i = 0; i < layout->chart->panels[p].bar_count; i++)
            write_row(script, layout, p, i);
        script_rule(script, (ScriptPlace){layout->left, layout->top[p]},
                    (ScriptPlace){layout->left, layout->bottom[p]}, "axis");
    }
    write_places(script, layout);
}

Status chart_draw_bars(const BarsChart *chart, const ChartStyle *style, const char *folder,
                       const char *name, Report *report) {
    static const ChartKind kind = {"bars.gp", sizeof(BarsLayout), lay_out, write};
    const Status status = check(chart, report);
    if (status != STATUS_OK) return status;
    return chart_draw(&kind, chart, style, folder, name, report);
}
