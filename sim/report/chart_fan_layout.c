// SPDX-License-Identifier: MIT
#include "report/chart_fan_layout.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

// Distances in sizes of a label.
static const double line_pitch = 1.28, heading_height = 1.6, above_axis = 1.0, time_row = 1.75;
static const double between_panels = 1.3, label_gap = 0.6, tick_gap = 0.7, end_gap = 0.35;
// How far the words at the ends may pass the panel; below the lowest one are the years.
static const double ends_over = 1.0, ends_over_years = 0.6;

static void reach(double *low, double *high, double value) {
    if (!isfinite(value)) return;
    *low = fmin(*low, value);
    *high = fmax(*high, value);
}

static void reach_all(double *low, double *high, const double *values, size_t count) {
    for (size_t i = 0; values && i < count; i++)
        reach(low, high, values[i]);
}

static void find_years(FanLayout *layout) {
    const FanChart *chart = layout->chart;
    layout->first = INFINITY;
    layout->last = -INFINITY;
    for (size_t p = 0; p < chart->panel_count; p++) {
        const FanPanel *panel = &chart->panels[p];
        for (size_t i = 0; i < panel->series_count; i++)
            reach_all(&layout->first, &layout->last, panel->series[i].time, panel->series[i].count);
        for (size_t i = 0; i < panel->point_count; i++)
            reach(&layout->first, &layout->last, panel->points[i].time);
    }
    if (!(layout->last > layout->first)) layout->last = layout->first + 1.0;
}

static ChartAxis find_axis(const FanPanel *panel, double ticks) {
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < panel->series_count; i++) {
        const FanSeries *series = &panel->series[i];
        const double *const columns[] = {series->median, series->low_50, series->high_50,
                                         series->low_90, series->high_90};
        for (size_t k = 0; k < sizeof columns / sizeof *columns; k++)
            reach_all(&low, &high, columns[k], series->count);
    }
    for (size_t i = 0; i < panel->point_count; i++)
        reach(&low, &high, panel->points[i].value);
    for (size_t i = 0; i < panel->bound_count; i++)
        reach(&low, &high, panel->bounds[i].value);
    if (panel->is_difference) reach(&low, &high, 0.0);
    chart_axis_widen(&low, &high, panel->least_span);
    return chart_axis(low, high, ticks);
}

int fan_reaches_end(const FanLayout *layout, const FanSeries *series) {
    const double span = layout->last - layout->first;
    return series->time[series->count - 1] > layout->last - 0.01 * span;
}

ScriptPlace fan_place(const FanLayout *layout, size_t panel, double time, double value) {
    const FanPanelLayout *here = &layout->panels[panel];
    const double along = (time - layout->first) / (layout->last - layout->first);
    return (ScriptPlace){layout->data_left + along * (layout->data_right - layout->data_left),
                         chart_axis_place(&here->axis, value, here->bottom, here->top)};
}

// Breaks name and last value of a line to a column of that width; returns the width that they take.
static double set_end(FanEnd *end, const FanSeries *series, const FanPanel *panel,
                      const ChartStyle *style, double width_em) {
    const size_t last = series->count - 1;
    const double low = series->low_90 ? series->low_90[last] : NAN;
    const double high = series->high_90 ? series->high_90[last] : NAN;
    (panel->is_difference ? chart_change : chart_value)(end->words, series->median[last], low, high,
                                                        panel->format, style->language);
    end->name = typeset_balance(series->name, width_em, TYPESET_BOLD);
    end->value = typeset_fill(end->words, width_em, TYPESET_REGULAR);
    end->height = line_pitch * style->size->label * (double)(end->name.count + end->value.count);
    return fmax(end->name.widest_em, end->value.widest_em);
}

static double set_ends(FanLayout *layout) {
    const ChartStyle *style = layout->frame.style;
    const double widest_em = 0.27 * layout->frame.width / layout->frame.em;
    double width_em = 0.0;
    for (size_t p = 0; p < layout->chart->panel_count; p++) {
        const FanPanel *panel = &layout->chart->panels[p];
        for (size_t i = 0; i < panel->series_count; i++) {
            const double width =
                set_end(&layout->panels[p].ends[i], &panel->series[i], panel, style, widest_em);
            if (fan_reaches_end(layout, &panel->series[i])) width_em = fmax(width_em, width);
        }
    }
    return width_em;
}

// The height that the words at the ends of a panel's lines take.
static double ends_height(const FanLayout *layout, size_t p) {
    const FanPanel *panel = &layout->chart->panels[p];
    double height = 0.0;
    for (size_t i = 0; i < panel->series_count; i++)
        if (fan_reaches_end(layout, &panel->series[i]))
            height += layout->panels[p].ends[i].height + end_gap * layout->frame.em;
    return height;
}

void fan_tick_text(char out[4 * TYPESET_NUMBER], const FanLayout *layout, size_t panel,
                   size_t tick) {
    const ChartAxis *axis = &layout->panels[panel].axis;
    const FanPanel *about = &layout->chart->panels[panel];
    const int plus = about->is_difference && chart_axis_tick(axis, tick) > 1e-9 * fabs(axis->step);
    char text[4 * TYPESET_NUMBER];
    chart_axis_text(text, axis, tick, about->format, layout->frame.style->language);
    snprintf(out, 4 * TYPESET_NUMBER, "%s%.*s", plus ? "+" : "", 4 * TYPESET_NUMBER - 2, text);
}

// The widest tick text, without the unit on the topmost, which may stand over the data's edge.
static double tick_width_em(const FanLayout *layout) {
    double width_em = 0.0;
    for (size_t p = 0; p < layout->chart->panel_count; p++) {
        const ChartAxis *axis = &layout->panels[p].axis;
        for (size_t tick = 0; tick < axis->ticks; tick++) {
            char text[4 * TYPESET_NUMBER];
            fan_tick_text(text, layout, p, tick);
            width_em = fmax(width_em, typeset_width_em(text, strlen(text), TYPESET_REGULAR));
        }
    }
    return width_em;
}

static double set_marks(FanLayout *layout) {
    const ChartFrame *frame = &layout->frame;
    const FanChart *chart = layout->chart;
    for (size_t i = 0; i < chart->marker_count; i++) {
        const FanMarker *marker = &chart->markers[i];
        layout->marks[i].x = fan_place(layout, 0, marker->time, 0.0).x;
        layout->marks[i].text =
            typeset_balance(marker->label, 0.36 * frame->width / frame->em, TYPESET_REGULAR);
    }
    return chart_markers_lay_out(layout->marks, chart->marker_count, frame->left, frame->right,
                                 frame->em, line_pitch * frame->em);
}

static double lead(const FanLayout *layout) {
    return layout->chart->panels[0].heading ? 0.4 * layout->frame.em : 0.0;
}

// The height of the body that is not panels.
static double height_between(const FanLayout *layout, double marks_height) {
    const FanChart *chart = layout->chart;
    const double em = layout->frame.em, panels = (double)chart->panel_count;
    double height = lead(layout) + marks_height +
                    em * (time_row + above_axis * panels + between_panels * (panels - 1.0));
    for (size_t p = 0; p < chart->panel_count; p++)
        if (chart->panels[p].heading) height += heading_height * em;
    return height;
}

static double ends_under(const FanLayout *layout, size_t p) {
    const double em = layout->frame.em;
    return em * (p + 1 == layout->chart->panel_count ? ends_over_years : ends_over);
}

// How much of the height of the words at the ends may lie above and below their panel.
static double beyond_panel(const FanLayout *layout, size_t p) {
    return ends_over * layout->frame.em + ends_under(layout, p);
}

// A free height is as high as the picture's shape asks, or as the words at the ends of the lines
// need.
static double body_height(const FanLayout *layout, double marks_height) {
    const ChartSize *size = layout->frame.style->size;
    const double panels = (double)layout->chart->panel_count;
    double needed = 0.0;
    for (size_t p = 0; p < layout->chart->panel_count; p++)
        needed = fmax(needed, ends_height(layout, p) - beyond_panel(layout, p));
    return fmax(size->width * size->body_ratio * (0.45 + 0.55 * panels),
                height_between(layout, marks_height) + needed * panels);
}

// The height that a panel needs for the words at the ends of its lines, or for the names alone.
static double height_for(const FanLayout *layout, size_t p, int with_values) {
    const FanPanel *panel = &layout->chart->panels[p];
    const double em = layout->frame.em;
    double height = ends_height(layout, p) - beyond_panel(layout, p);
    for (size_t i = 0; i < panel->series_count && !with_values; i++)
        if (fan_reaches_end(layout, &panel->series[i]))
            height -= line_pitch * em * (double)layout->panels[p].ends[i].value.count;
    return height;
}

// Gives each panel the same height, but to those that need more what they need, if there is room
// for all of them; first with values at the ends, then without.
static void share_height(const FanLayout *layout, double room, double height[FAN_PANELS]) {
    const size_t panels = layout->chart->panel_count;
    for (size_t p = 0; p < panels; p++)
        height[p] = room / (double)panels;
    for (int with_values = 1; with_values >= 0; with_values--) {
        double wanted = 0.0, left = room;
        size_t others = panels;
        for (size_t p = 0; p < panels; p++) {
            const double need = height_for(layout, p, with_values);
            wanted += fmax(need, 0.0);
            if (!(need > room / (double)panels)) continue;
            left -= need;
            others--;
        }
        if (wanted > room || others == panels) continue;
        for (size_t p = 0; p < panels; p++) {
            const double need = height_for(layout, p, with_values);
            height[p] = need > room / (double)panels ? need : left / (double)others;
        }
        return;
    }
}

// Divides the height of the body among the panels.
static void stack_panels(FanLayout *layout, double marks_height) {
    const ChartFrame *frame = &layout->frame;
    const FanChart *chart = layout->chart;
    const double em = frame->em, between = height_between(layout, marks_height);
    double height[FAN_PANELS], y = frame->body_top + lead(layout);
    share_height(layout, frame->body_bottom - frame->body_top - between, height);
    for (size_t p = 0; p < chart->panel_count; p++) {
        FanPanelLayout *panel = &layout->panels[p];
        panel->heading_y = y + 0.5 * em;
        if (chart->panels[p].heading) y += heading_height * em;
        if (p == 0) y += marks_height;
        panel->top = y + above_axis * em;
        panel->bottom = panel->top + height[p];
        y = panel->bottom + between_panels * em;
    }
}

// In a picture of fixed height, too many words at the ends of lines leave their values out.
static void shorten_ends(FanLayout *layout, size_t p) {
    const FanPanel *panel = &layout->chart->panels[p];
    const double em = layout->frame.em;
    const double room = layout->panels[p].bottom - layout->panels[p].top + beyond_panel(layout, p);
    if (ends_height(layout, p) <= room) return;
    for (size_t i = 0; i < panel->series_count; i++) {
        FanEnd *end = &layout->panels[p].ends[i];
        end->value.count = 0;
        end->height = line_pitch * em * (double)end->name.count;
    }
}

static void spread_ends(FanLayout *layout, size_t p) {
    const FanPanel *panel = &layout->chart->panels[p];
    FanPanelLayout *here = &layout->panels[p];
    double centre[FAN_SERIES] = {0}, extent[FAN_SERIES] = {0};
    size_t which[FAN_SERIES], count = 0;
    for (size_t i = 0; i < panel->series_count; i++) {
        const FanSeries *series = &panel->series[i];
        const size_t last = series->count - 1;
        here->ends[i].point_y = fan_place(layout, p, series->time[last], series->median[last]).y;
        if (!fan_reaches_end(layout, series)) continue;
        which[count] = i;
        centre[count] = here->ends[i].point_y;
        extent[count++] = here->ends[i].height + end_gap * layout->frame.em;
    }
    typeset_spread(centre, extent, count, here->top - ends_over * layout->frame.em,
                   here->bottom + ends_under(layout, p));
    for (size_t i = 0; i < count; i++)
        here->ends[which[i]].centre_y = centre[i];
}

// Fewer ticks where they would stand closer than their words are high.
static void thin_ticks(FanLayout *layout, size_t p) {
    FanPanelLayout *here = &layout->panels[p];
    const double apart = (here->bottom - here->top) / (double)(here->axis.ticks - 1);
    if (apart < line_pitch * layout->frame.em)
        here->axis = find_axis(&layout->chart->panels[p], 1.5);
}

void fan_lay_out(FanLayout *layout, const FanChart *chart, const ChartStyle *style) {
    *layout = (FanLayout){.chart = chart};
    const ChartFrame *frame = &layout->frame;
    chart_frame_init(&layout->frame, &chart->text, style, 0.0);
    find_years(layout);
    for (size_t p = 0; p < chart->panel_count; p++)
        layout->panels[p].axis = find_axis(&chart->panels[p], chart->panel_count > 1 ? 3.0 : 4.0);

    layout->label_left = frame->right - set_ends(layout) * frame->em;
    layout->data_right = layout->label_left - label_gap * frame->em;
    layout->data_left = frame->left + (tick_width_em(layout) + tick_gap) * frame->em;
    const double marks_height = set_marks(layout);

    chart_frame_init(&layout->frame, &chart->text, style, body_height(layout, marks_height));
    stack_panels(layout, marks_height);
    for (size_t p = 0; p < chart->panel_count; p++) {
        thin_ticks(layout, p);
        shorten_ends(layout, p);
        spread_ends(layout, p);
    }
}
