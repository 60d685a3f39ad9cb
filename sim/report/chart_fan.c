// SPDX-License-Identifier: MIT
#include "report/chart_fan.h"

#include "report/chart_fan_layout.h"
#include "report/chart_fan_table.h"
#include "report/chart_kind.h"
#include "report/chart_place.h"

#include <math.h>
#include <string.h>

// Distances in sizes of a label.
static const double line_pitch = 1.28, above_panel = 0.85;

static Status refuse(Report *report, const char *what) {
    return report_problem(report, STATUS_INVALID, "%s", what);
}

static Status check_series(const FanSeries *series, Report *report) {
    if (series->count == 0) return refuse(report, "a line has no values; give at least one");
    for (size_t i = 0; i < series->count; i++) {
        if (!isfinite(series->time[i]) || !isfinite(series->median[i]))
            return refuse(report, "a value of a line is not a number; leave its year out");
        if (i > 0 && series->time[i] <= series->time[i - 1])
            return refuse(report, "the years of a line do not rise; sort them");
    }
    return STATUS_OK;
}

static Status check_panel(const FanPanel *panel, Report *report) {
    if (panel->bound_count > FAN_BOUNDS)
        return refuse(report, "a panel has more than 8 reported bounds; show fewer");
    if (panel->series_count == 0 || panel->series_count > FAN_SERIES)
        return refuse(report, "a panel has no line, or more than 16; divide them");
    Status status = STATUS_OK;
    for (size_t i = 0; i < panel->series_count && status == STATUS_OK; i++)
        status = check_series(&panel->series[i], report);
    for (size_t i = 0; i < panel->point_count && status == STATUS_OK; i++)
        if (!isfinite(panel->points[i].time) || !isfinite(panel->points[i].value))
            status = refuse(report, "a reported point is not a number; leave it out");
    for (size_t i = 0; i < panel->bound_count && status == STATUS_OK; i++)
        if (!isfinite(panel->bounds[i].value) || !(panel->bounds[i].from < panel->bounds[i].to))
            status = refuse(report, "a reported bound has no time or value; leave it out");
    return status;
}

static Status check(const FanChart *chart, Report *report) {
    if (chart->panel_count == 0 || chart->panel_count > FAN_PANELS)
        return refuse(report, "it has no panel, or more than 4; divide it");
    if (chart->marker_count > CHART_MARKERS)
        return refuse(report, "it has more than 16 marked dates; mark fewer");
    Status status = STATUS_OK;
    for (size_t p = 0; p < chart->panel_count && status == STATUS_OK; p++)
        status = check_panel(&chart->panels[p], report);
    return status;
}

static void write_scales(FILE *script, const FanLayout *layout) {
    double low[FAN_PANELS], high[FAN_PANELS], top[FAN_PANELS], bottom[FAN_PANELS];
    const size_t panels = layout->chart->panel_count;
    for (size_t p = 0; p < panels; p++) {
        low[p] = layout->panels[p].axis.low;
        high[p] = layout->panels[p].axis.high;
        top[p] = layout->panels[p].top;
        bottom[p] = layout->panels[p].bottom;
    }
    fputs("\n# Where years and values stand, in pixels.\n", script);
    script_number(script, "year_first", layout->first);
    script_number(script, "year_last", layout->last);
    script_number(script, "data_left", layout->data_left);
    script_number(script, "data_right", layout->data_right);
    script_numbers(script, "value_low", low, panels);
    script_numbers(script, "value_high", high, panels);
    script_numbers(script, "panel_top", top, panels);
    script_numbers(script, "panel_bottom", bottom, panels);
}

static void write_value_axis(FILE *script, const FanLayout *layout, size_t p) {
    const FanPanelLayout *panel = &layout->panels[p];
    const ChartFrame *frame = &layout->frame;
    for (size_t tick = 0; tick < panel->axis.ticks; tick++) {
        const double value = chart_axis_tick(&panel->axis, tick);
        const double y = fan_place(layout, p, layout->first, value).y;
        char text[4 * TYPESET_NUMBER];
        fan_tick_text(text, layout, p, tick);
        const int is_zero = fabs(value) < 1e-9 * panel->axis.step;
        script_rule(script, (ScriptPlace){frame->left, y}, (ScriptPlace){layout->data_right, y},
                    is_zero    ? "axis"
                    : tick > 0 ? "grid"
                               : "base");
        script_string(script, text, (ScriptPlace){frame->left, y - 0.58 * frame->em}, ALIGN_LEFT,
                      "tick", TONE_GREY);
    }
}

static void year_text(char out[TYPESET_NUMBER], double year, Language language) {
    snprintf(out, TYPESET_NUMBER, "%.0f%s", year, language == LANGUAGE_ZH ? "年" : "");
}

// Whole years below the lowest panel, as many as have room.
static void write_years(FILE *script, const FanLayout *layout) {
    const ChartFrame *frame = &layout->frame;
    const double bottom = layout->panels[layout->chart->panel_count - 1].bottom;
    const double year_width =
        (layout->data_right - layout->data_left) / (layout->last - layout->first);
    const double needed = frame->em * (frame->style->language == LANGUAGE_ZH ? 4.0 : 3.2);
    const double step = fmax(1.0, ceil(needed / year_width));
    for (double year = ceil(layout->first - 1e-9); year <= layout->last + 1e-9; year += step) {
        const double x = layout->data_left + (year - layout->first) * year_width;
        char text[TYPESET_NUMBER];
        year_text(text, year, frame->style->language);
        script_rule(script, (ScriptPlace){x, bottom}, (ScriptPlace){x, bottom + 0.25 * frame->em},
                    "tickmark");
        script_string(script, text, (ScriptPlace){x, bottom + 0.98 * frame->em}, ALIGN_CENTER,
                      "tick", TONE_INK);
    }
}

// Writes lines of text from `y` on, each in its middle; returns where the next would be.
static double write_block(FILE *script, const TypesetLines *lines, double x, double y, double em,
                          const char *role, ChartTone tone) {
    for (size_t i = 0; i < lines->count; i++, y += line_pitch * em)
        script_text(script, lines->line[i],
                    (ScriptPlace){x - em * typeset_hang_em(&lines->line[i]), y}, ALIGN_LEFT, role,
                    tone);
    return y;
}

static void write_ends(FILE *script, const FanLayout *layout, size_t p) {
    const FanPanel *panel = &layout->chart->panels[p];
    const double em = layout->frame.em;
    for (size_t i = 0; i < panel->series_count; i++) {
        const FanEnd *end = &layout->panels[p].ends[i];
        if (!fan_reaches_end(layout, &panel->series[i])) continue;
        double y = end->centre_y - 0.5 * end->height + 0.5 * line_pitch * em;
        const ChartTone tone = panel->series[i].tone;
        if (fabs(end->centre_y - end->point_y) > 0.7 * em)
            script_rule(script, (ScriptPlace){layout->data_right + 0.1 * em, end->point_y},
                        (ScriptPlace){layout->label_left - 0.12 * em, end->centre_y}, "leader");
        y = write_block(script, &end->name, layout->label_left, y, em, "strong", tone);
        write_block(script, &end->value, layout->label_left, y, em, "label", tone);
    }
}

// A line of the panel, to be kept clear of text.
static void keep_clear(PlaceCrowd *crowd, const FanLayout *layout, size_t p, const double *time,
                       const double *value, size_t count) {
    for (size_t k = 1; k < count; k++)
        place_add_line(crowd, fan_place(layout, p, time[k - 1], value[k - 1]),
                       fan_place(layout, p, time[k], value[k]), 0.4 * layout->frame.em, 8.0);
}

// A band may be covered, but rather not: the place beside it is easier to read.
static void shade(PlaceCrowd *crowd, const FanLayout *layout, size_t p, const FanSeries *series) {
    const double step = 0.8 * layout->frame.em;
    for (size_t k = 1; series->low_90 && series->high_90 && k < series->count; k++) {
        const ScriptPlace low = fan_place(layout, p, series->time[k - 1], series->low_90[k - 1]);
        const ScriptPlace high = fan_place(layout, p, series->time[k - 1], series->high_90[k - 1]);
        const ScriptPlace next_low = fan_place(layout, p, series->time[k], series->low_90[k]);
        const ScriptPlace next_high = fan_place(layout, p, series->time[k], series->high_90[k]);
        if (!isfinite(low.y + high.y + next_low.y + next_high.y)) continue; // no band here
        const size_t layers = 1 + (size_t)fmax(0.0, (low.y - high.y) / step);
        for (size_t i = 0; i <= layers; i++) {
            const double up = (double)i / (double)layers;
            place_add_line(crowd, (ScriptPlace){low.x, low.y + up * (high.y - low.y)},
                           (ScriptPlace){next_low.x, next_low.y + up * (next_high.y - next_low.y)},
                           step, 0.5);
        }
    }
}

static void keep_axes_clear(PlaceCrowd *crowd, const FanLayout *layout, size_t p) {
    const FanPanelLayout *here = &layout->panels[p];
    const double em = layout->frame.em, left = layout->frame.left;
    for (size_t tick = 0; tick < here->axis.ticks; tick++) {
        const double value = chart_axis_tick(&here->axis, tick);
        const ScriptPlace at = fan_place(layout, p, layout->first, value);
        place_add_line(crowd, (ScriptPlace){left, at.y}, (ScriptPlace){layout->data_right, at.y},
                       0.4 * em, 0.15);
        place_add_box(crowd, (PlaceBox){left, at.y - 1.1 * em, at.x - 0.2 * em, at.y});
    }
    for (size_t i = 0; i < layout->chart->marker_count; i++) {
        const double x = layout->marks[i].x;
        place_add_line(crowd, (ScriptPlace){x, here->top}, (ScriptPlace){x, here->bottom}, 0.4 * em,
                       1.5);
    }
}

// What the labels within a panel should not cover.
static void crowd_panel(PlaceCrowd *crowd, const FanLayout *layout, size_t p) {
    const FanPanelLayout *here = &layout->panels[p];
    const FanPanel *panel = &layout->chart->panels[p];
    const double em = layout->frame.em, dot = 0.3 * em;
    *crowd = (PlaceCrowd){.limits = {layout->frame.left, here->top - 0.5 * em,
                                     layout->data_right - 0.3 * em, here->bottom - 0.2 * em}};
    keep_axes_clear(crowd, layout, p);
    for (size_t i = 0; i < panel->series_count; i++) {
        const FanSeries *series = &panel->series[i];
        keep_clear(crowd, layout, p, series->time, series->median, series->count);
        shade(crowd, layout, p, series);
    }
    for (size_t i = 0; i < panel->bound_count; i++) {
        const FanBound *bound = &panel->bounds[i];
        keep_clear(crowd, layout, p, (const double[]){bound->from, bound->to},
                   (const double[]){bound->value, bound->value}, 2);
        const double up = (bound->side == FAN_AT_LEAST ? -1.3 : 1.3) * em;
        for (int end = 0; end < 2; end++) {
            const ScriptPlace at =
                fan_place(layout, p, end ? bound->to : bound->from, bound->value);
            place_add_line(crowd, at, (ScriptPlace){at.x, at.y + up}, 0.2 * em, 8.0);
        }
    }
    for (size_t i = 0; i < panel->point_count; i++) {
        const ScriptPlace at = fan_place(layout, p, panel->points[i].time, panel->points[i].value);
        place_add_box(crowd, (PlaceBox){at.x - dot, at.y - dot, at.x + dot, at.y + dot});
        place_add_point(crowd, at);
    }
}

// Writes words where they have room near one of some places of the panel.
static void write_near(FILE *script, PlaceCrowd *crowd, const FanLayout *layout,
                       const ScriptPlace *at, size_t count, const char *words, ChartTone tone) {
    const double em = layout->frame.em, small = 0.9 * em;
    const TypesetLines lines =
        typeset_balance(words, 0.34 * layout->frame.width / small, TYPESET_REGULAR);
    const double height = line_pitch * small * (double)lines.count;
    const PlaceBox box = place_label(crowd, at, count, lines.widest_em * small, height, em);
    write_block(script, &lines, box.left, box.top + 0.5 * line_pitch * small, small, "inner", tone);
}

// The name of a line that ends before the last year stands beside any of its values.
static void write_inner_name(FILE *script, PlaceCrowd *crowd, const FanLayout *layout, size_t p,
                             const FanSeries *series) {
    ScriptPlace places[TYPESET_LABELS];
    size_t count = 0;
    for (size_t k = series->count; k-- > 0 && count < TYPESET_LABELS; count++)
        places[count] = fan_place(layout, p, series->time[k], series->median[k]);
    write_near(script, crowd, layout, places, count, series->name, series->tone);
}

// Labels inside a panel: of reported figures, and of lines that end before the last year.
static void write_inner_labels(FILE *script, PlaceCrowd *crowd, const FanLayout *layout, size_t p) {
    const FanPanel *panel = &layout->chart->panels[p];
    crowd_panel(crowd, layout, p);
    for (size_t i = 0; i < panel->point_count; i++) {
        const FanPoint *point = &panel->points[i];
        const ScriptPlace at = fan_place(layout, p, point->time, point->value);
        write_near(script, crowd, layout, &at, 1, point->label, TONE_INK);
    }
    for (size_t i = 0; i < panel->bound_count; i++) {
        const FanBound *bound = &panel->bounds[i];
        const ScriptPlace at[] = {
            fan_place(layout, p, 0.5 * (bound->from + bound->to), bound->value),
            fan_place(layout, p, bound->from, bound->value),
            fan_place(layout, p, bound->to, bound->value)};
        write_near(script, crowd, layout, at, 3, bound->label, TONE_INK);
    }
    for (size_t i = 0; i < panel->series_count; i++)
        if (!fan_reaches_end(layout, &panel->series[i]))
            write_inner_name(script, crowd, layout, p, &panel->series[i]);
}

// The dotted lines of marked dates, with gaps where a label stands.
static void write_mark_lines(FILE *script, const PlaceCrowd *crowd, const FanLayout *layout,
                             size_t p) {
    const FanPanelLayout *panel = &layout->panels[p];
    for (size_t i = 0; i < layout->chart->marker_count; i++) {
        const ChartMark *mark = &layout->marks[i];
        const double above = p ? 0.0 : above_panel * layout->frame.em + mark->line;
        place_rule_between(script, crowd, (ScriptPlace){mark->x, panel->top - above}, panel->bottom,
                           "marker");
    }
}

static void write_mark_texts(FILE *script, const FanLayout *layout) {
    const double em = layout->frame.em, base = layout->panels[0].top - above_panel * em;
    for (size_t i = 0; i < layout->chart->marker_count; i++) {
        const ChartMark *mark = &layout->marks[i];
        const int left_of_line = mark->left < mark->x && mark->right <= mark->x;
        double y = base - mark->base - ((double)mark->text.count - 0.5) * line_pitch * em;
        for (size_t k = 0; k < mark->text.count; k++, y += line_pitch * em)
            script_text(script, mark->text.line[k],
                        (ScriptPlace){left_of_line ? mark->right : mark->left, y},
                        left_of_line ? ALIGN_RIGHT : ALIGN_LEFT, "label", TONE_INK);
    }
}

// A layout with what is needed while it is written.
typedef struct FanSheet {
    FanLayout layout;
    PlaceCrowd crowd;
    FanRows rows;
} FanSheet;

static const ChartFrame *lay_out(void *drawn, const void *asked, const ChartStyle *style) {
    FanSheet *sheet = drawn;
    fan_lay_out(&sheet->layout, asked, style);
    return &sheet->layout.frame;
}

static void write_panel(FILE *script, PlaceCrowd *crowd, const FanLayout *layout, size_t p) {
    const char *heading = layout->chart->panels[p].heading;
    if (heading)
        script_string(script, heading,
                      (ScriptPlace){layout->frame.left, layout->panels[p].heading_y}, ALIGN_LEFT,
                      "strong", TONE_INK);
    write_value_axis(script, layout, p);
    write_ends(script, layout, p);
    write_inner_labels(script, crowd, layout, p);
    write_mark_lines(script, crowd, layout, p);
}

static void write(FILE *table, FILE *script, void *drawn) {
    FanSheet *sheet = drawn;
    const FanLayout *layout = &sheet->layout;
    fan_write_table(&sheet->rows, table, layout->chart);
    for (size_t p = 0; p < layout->chart->panel_count; p++)
        write_panel(script, &sheet->crowd, layout, p);
    write_years(script, layout);
    write_mark_texts(script, layout);
    write_scales(script, layout);
    fan_write_rows(script, &sheet->rows);
}

Status chart_draw_fan(const FanChart *chart, const ChartStyle *style, const char *folder,
                      const char *name, Report *report) {
    static const ChartKind kind = {"fan.gp", sizeof(FanSheet), lay_out, write};
    const Status status = check(chart, report);
    if (status != STATUS_OK) return status;
    return chart_draw(&kind, chart, style, folder, name, report);
}
