// SPDX-License-Identifier: MIT
#include "report/chart_multiples.h"

#include "report/chart_axis.h"
#include "report/chart_kind.h"
#include "report/chart_place.h"

#include <math.h>
#include <string.h>

// Distances in sizes of a label.
static const double line_pitch = 1.2, above_panel = 0.75, time_row = 1.7, row_gap = 0.9;
static const double column_gap = 1.1, tick_gap = 0.5, small = 0.85, title_type = 0.9;

// The words above a panel: its name, and its last value at the right.
typedef struct PanelTitle {
    TypesetLines name;
    char value[4 * TYPESET_NUMBER];
} PanelTitle;

typedef struct Layout {
    const MultiplesChart *chart;
    ChartFrame frame;
    ChartAxis axis;
    size_t columns, rows;
    double first_left, width, height; // of panels
    double column_step, row_step;
    double top;
    double title_height;
    PanelTitle titles[MULTIPLES_PANELS];
    PlaceCrowd crowd; // of the panel that is being written
} Layout;

static Status refuse(Report *report, const char *what) {
    return report_problem(report, STATUS_INVALID, "%s", what);
}

static Status check(const MultiplesChart *chart, Report *report) {
    if (chart->panel_count == 0 || chart->panel_count > MULTIPLES_PANELS)
        return refuse(report, "it has no places, or more than 32; choose fewer");
    if (chart->count < 2) return refuse(report, "it has fewer than two years; give more");
    for (size_t i = 0; i < chart->count; i++)
        if (!isfinite(chart->time[i]) || (i > 0 && chart->time[i] <= chart->time[i - 1]))
            return refuse(report, "its years do not rise; sort them");
    for (size_t p = 0; p < chart->panel_count; p++) {
        const MultiplesPanel *panel = &chart->panels[p];
        for (size_t i = 0; i < chart->count; i++)
            if (!isfinite(panel->median[i]))
                return refuse(report, "a value of a place is not a number; leave it out");
        for (size_t i = 0; i < panel->point_count; i++)
            if (!isfinite(panel->points[i].time) || !isfinite(panel->points[i].value))
                return refuse(report, "a reported point is not a number; leave it out");
    }
    return STATUS_OK;
}

static void reach(double *low, double *high, const double *values, size_t count) {
    for (size_t i = 0; values && i < count; i++) {
        if (!isfinite(values[i])) continue;
        *low = fmin(*low, values[i]);
        *high = fmax(*high, values[i]);
    }
}

static ChartAxis find_axis(const MultiplesChart *chart) {
    double low = INFINITY, high = -INFINITY;
    for (size_t p = 0; p < chart->panel_count; p++) {
        const MultiplesPanel *panel = &chart->panels[p];
        reach(&low, &high, panel->median, chart->count);
        reach(&low, &high, panel->low, chart->count);
        reach(&low, &high, panel->high, chart->count);
        for (size_t i = 0; i < panel->point_count; i++)
            reach(&low, &high, &panel->points[i].value, 1);
    }
    chart_axis_widen(&low, &high, chart->least_span);
    return chart_axis(low, high, 3.5);
}

static double tick_width_em(const Layout *layout) {
    double width_em = 0.0;
    for (size_t tick = 0; tick < layout->axis.ticks; tick++) {
        char text[4 * TYPESET_NUMBER];
        chart_axis_text(text, &layout->axis, tick, layout->chart->format,
                        layout->frame.style->language);
        width_em = fmax(width_em, typeset_width_em(text, strlen(text), TYPESET_REGULAR));
    }
    return 0.9 * width_em;
}

static void divide_width(Layout *layout) {
    const ChartFrame *frame = &layout->frame;
    const double em = frame->em, gap = column_gap * em, columns = (double)layout->columns;
    layout->first_left = frame->left + (tick_width_em(layout) + tick_gap) * em;
    layout->width = (frame->right - layout->first_left - gap * (columns - 1.0)) / columns;
    layout->column_step = layout->width + gap;
}

// Sets names and last values; a long name is broken, and all panels leave room for as many lines.
static void set_titles(Layout *layout) {
    const MultiplesChart *chart = layout->chart;
    const double em = layout->frame.em;
    size_t lines = 1;
    for (size_t p = 0; p < chart->panel_count; p++) {
        PanelTitle *title = &layout->titles[p];
        if (chart->panels[p].value)
            snprintf(title->value, sizeof title->value, "%s", chart->panels[p].value);
        else
            chart_value(title->value, chart->panels[p].median[chart->count - 1], NAN, NAN,
                        chart->format, layout->frame.style->language);
        const double value_em =
            typeset_width_em(title->value, strlen(title->value), TYPESET_REGULAR);
        title->name =
            typeset_balance(chart->panels[p].name,
                            layout->width / (title_type * em) - value_em - 0.5, TYPESET_BOLD);
        if (title->name.count > lines) lines = title->name.count;
    }
    layout->title_height = (title_type * line_pitch * (double)lines + above_panel) * em;
}

// A free height gives each panel about the shape of a postcard.
static double body_height(const Layout *layout) {
    const double em = layout->frame.em;
    const double row = 0.64 * layout->width + layout->title_height + row_gap * em;
    return (double)layout->rows * row + (time_row - row_gap) * em;
}

static const ChartFrame *lay_out(void *drawn, const void *asked, const ChartStyle *style) {
    Layout *layout = drawn;
    const MultiplesChart *chart = asked;
    *layout = (Layout){.chart = chart, .columns = style->size->grid_columns};
    if (layout->columns > chart->panel_count) layout->columns = chart->panel_count;
    layout->rows = (chart->panel_count + layout->columns - 1) / layout->columns;
    layout->axis = find_axis(chart);
    chart_frame_init(&layout->frame, &chart->text, style, 0.0);
    divide_width(layout);
    set_titles(layout);
    chart_frame_init(&layout->frame, &chart->text, style, body_height(layout));

    const ChartFrame *frame = &layout->frame;
    const double room = frame->body_bottom - frame->body_top - (time_row - row_gap) * frame->em;
    layout->row_step = room / (double)layout->rows;
    layout->height = layout->row_step - layout->title_height - row_gap * frame->em;
    layout->top = frame->body_top + layout->title_height;
    return &layout->frame;
}

static double panel_left(const Layout *layout, size_t p) {
    return layout->first_left + layout->column_step * (double)(p % layout->columns);
}

static double panel_top(const Layout *layout, size_t p) {
    return layout->top + layout->row_step * (double)(p / layout->columns);
}

static ScriptPlace place(const Layout *layout, size_t p, double time, double value) {
    const MultiplesChart *chart = layout->chart;
    const double first = chart->time[0], last = chart->time[chart->count - 1];
    const double top = panel_top(layout, p), along = (time - first) / (last - first);
    return (ScriptPlace){panel_left(layout, p) + along * layout->width,
                         chart_axis_place(&layout->axis, value, top + layout->height, top)};
}

static void write_table(FILE *table, const MultiplesChart *chart) {
    fputs("panel,kind,place,year,value,low_90,high_90\r\n", table);
    for (size_t p = 0; p < chart->panel_count; p++)
        for (size_t i = 0; i < chart->count; i++) {
            const MultiplesPanel *panel = &chart->panels[p];
            cell_number(table, (double)p + 1, ',');
            cell_text(table, "simulated", ',');
            cell_text(table, panel->name, ',');
            cell_number(table, chart->time[i], ',');
            cell_number(table, panel->median[i], ',');
            cell_number(table, panel->low ? panel->low[i] : NAN, ',');
            cell_number(table, panel->high ? panel->high[i] : NAN, '\n');
        }
    for (size_t p = 0; p < chart->panel_count; p++)
        for (size_t i = 0; i < chart->panels[p].point_count; i++) {
            cell_number(table, (double)p + 1, ',');
            cell_text(table, "reported", ',');
            cell_text(table, chart->panels[p].name, ',');
            cell_number(table, chart->panels[p].points[i].time, ',');
            cell_number(table, chart->panels[p].points[i].value, ',');
            fputs(",\r\n", table);
        }
}

static void write_scales(FILE *script, const Layout *layout) {
    const MultiplesChart *chart = layout->chart;
    double left[MULTIPLES_PANELS], top[MULTIPLES_PANELS], points = 0.0;
    for (size_t p = 0; p < chart->panel_count; p++) {
        left[p] = panel_left(layout, p);
        top[p] = panel_top(layout, p);
        points += (double)chart->panels[p].point_count;
    }
    fputs("\n# Where the panels, years and values stand, in pixels.\n", script);
    script_number(script, "panels", (double)chart->panel_count);
    script_numbers(script, "panel_left", left, chart->panel_count);
    script_numbers(script, "panel_top", top, chart->panel_count);
    script_number(script, "panel_width", layout->width);
    script_number(script, "panel_height", layout->height);
    script_number(script, "year_first", chart->time[0]);
    script_number(script, "year_last", chart->time[chart->count - 1]);
    script_number(script, "value_low", layout->axis.low);
    script_number(script, "value_high", layout->axis.high);
    fputs("\n# Rows of the table: so many years for each panel, then the reported points.\n",
          script);
    script_number(script, "years", (double)chart->count);
    script_number(script, "points", points);
}

static void write_grid(FILE *script, const Layout *layout, size_t p) {
    const double left = panel_left(layout, p), right = left + layout->width;
    for (size_t tick = 0; tick < layout->axis.ticks; tick++) {
        const double value = chart_axis_tick(&layout->axis, tick);
        const double y = place(layout, p, layout->chart->time[0], value).y;
        script_rule(script, (ScriptPlace){left, y}, (ScriptPlace){right, y},
                    tick > 0            ? "grid"
                    : fabs(value) > 0.0 ? "base"
                                        : "axis");
        if (p % layout->columns > 0) continue;
        char text[4 * TYPESET_NUMBER];
        chart_axis_text(text, &layout->axis, tick, layout->chart->format,
                        layout->frame.style->language);
        script_string(script, text, (ScriptPlace){layout->frame.left, y}, ALIGN_LEFT, "tick",
                      TONE_GREY);
    }
}

static void write_title(FILE *script, const Layout *layout, size_t p) {
    const PanelTitle *title = &layout->titles[p];
    const double em = layout->frame.em, left = panel_left(layout, p);
    const double last = panel_top(layout, p) - above_panel * em;
    for (size_t i = 0; i < title->name.count; i++) {
        const double up = (double)(title->name.count - 1 - i) * title_type * line_pitch * em;
        script_text(script, title->name.line[i], (ScriptPlace){left, last - up}, ALIGN_LEFT,
                    "place", TONE_INK);
    }
    script_string(script, title->value, (ScriptPlace){left + layout->width, last}, ALIGN_RIGHT,
                  "inner", TONE_ACCENT);
}

// First and last year below the lowest panel of each column.
static void write_years(FILE *script, const Layout *layout, size_t p) {
    const MultiplesChart *chart = layout->chart;
    if (p + layout->columns < chart->panel_count) return;
    const double ends[] = {chart->time[0], chart->time[chart->count - 1]};
    for (int i = 0; i < 2; i++) {
        const ScriptPlace at = place(layout, p, ends[i], layout->axis.low);
        char text[TYPESET_NUMBER];
        snprintf(text, sizeof text, "%.0f%s", floor(ends[i] + 1e-9),
                 layout->frame.style->language == LANGUAGE_ZH ? "年" : "");
        script_string(script, text, (ScriptPlace){at.x, at.y + 0.9 * layout->frame.em},
                      i ? ALIGN_RIGHT : ALIGN_LEFT, "tick", TONE_GREY);
    }
}

// Reported figures with their words, and the marked year between them.
static void write_points(FILE *script, PlaceCrowd *crowd, const Layout *layout, size_t p) {
    const MultiplesChart *chart = layout->chart;
    const MultiplesPanel *panel = &chart->panels[p];
    const double em = layout->frame.em, left = panel_left(layout, p), top = panel_top(layout, p);
    *crowd =
        (PlaceCrowd){.limits = {left, top - 0.2 * em, left + layout->width, top + layout->height}};
    for (size_t other = 0; panel->point_count > 0 && other < chart->panel_count; other++)
        for (size_t i = 1; i < chart->count; i++) {
            const double *median = chart->panels[other].median;
            place_add_line(crowd, place(layout, p, chart->time[i - 1], median[i - 1]),
                           place(layout, p, chart->time[i], median[i]), 0.4 * em,
                           other == p ? 8.0 : 1.0);
        }
    const ScriptPlace mark = place(layout, p, chart->marker, layout->axis.high);
    if (isfinite(chart->marker))
        place_add_line(crowd, mark, (ScriptPlace){mark.x, top + layout->height}, 0.4 * em, 1.5);
    for (size_t i = 0; i < panel->point_count; i++)
        place_add_point(crowd, place(layout, p, panel->points[i].time, panel->points[i].value));
    for (size_t i = 0; i < panel->point_count; i++) {
        const MultiplesPoint *point = &panel->points[i];
        const ScriptPlace at = place(layout, p, point->time, point->value);
        const double width =
            small * em * typeset_width_em(point->label, strlen(point->label), TYPESET_REGULAR);
        const PlaceBox box = place_label(crowd, &at, 1, width, small * line_pitch * em, em);
        script_string(script, point->label, (ScriptPlace){box.left, 0.5 * (box.top + box.bottom)},
                      ALIGN_LEFT, "tiny", TONE_INK);
    }
    if (isfinite(chart->marker))
        place_rule_between(script, crowd, mark, top + layout->height, "marker");
}

static void write(FILE *table, FILE *script, void *drawn) {
    Layout *layout = drawn;
    write_table(table, layout->chart);
    for (size_t p = 0; p < layout->chart->panel_count; p++) {
        write_grid(script, layout, p);
        write_title(script, layout, p);
        write_years(script, layout, p);
        write_points(script, &layout->crowd, layout, p);
    }
    write_scales(script, layout);
}

Status chart_draw_multiples(const MultiplesChart *chart, const ChartStyle *style,
                            const char *folder, const char *name, Report *report) {
    static const ChartKind kind = {"multiples.gp", sizeof(Layout), lay_out, write};
    const Status status = check(chart, report);
    if (status != STATUS_OK) return status;
    return chart_draw(&kind, chart, style, folder, name, report);
}
